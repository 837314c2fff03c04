import { afterEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../src/core/model/result.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import type { WorkspaceSnapshot } from '../../../src/core/scenario/store.ts';
import { Browser, dice, edited, failWritesFrom, scenario, settle, snapshot, text, value } from './support.ts';

const a = scenario('a', { 'gdp@2021': 1 });
const b = scenario('b');

afterEach(() => {
  vi.restoreAllMocks();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** A page that saved the scenarios. */
async function started(browser: Browser, ...scenarios: readonly Scenario[]) {
  const page = browser.page();
  await page.load();
  value(await page.save(snapshot(...scenarios)));
  return page;
}

describe('[P1] a crash at any write leaves a state that a person had, no older than the last acknowledged save', () => {
  /** One session of edits, saves and flushes; every state it ever had, and how many of them were acknowledged. */
  async function session(browser: Browser, seed: number) {
    const roll = dice(seed);
    const page = browser.page();
    await page.load();
    const states: WorkspaceSnapshot[] = [];
    let acknowledged = -1;
    let current = snapshot(scenario('s0'), scenario('s1'));
    for (let step = 0; step < 8; step += 1) {
      current = act(current, roll, step);
      states.push(current);
      if (roll(3) === 0) page.flushSync(current);
      if (roll(4) > 0 && (await page.save(current)).ok) acknowledged = states.length - 1;
    }
    page.close();
    return { states, acknowledged };
  }

  function act(
    { scenarios, active }: WorkspaceSnapshot,
    roll: (sides: number) => number,
    step: number,
  ): WorkspaceSnapshot {
    const place = roll(scenarios.length);
    switch (roll(6)) {
      case 0:
        return { scenarios: [...scenarios, scenario(`n${String(step)}`)], active };
      case 1: {
        const left = scenarios.filter((_, index) => index !== place);
        const [first] = left;
        return first ? { scenarios: left, active: first.id } : { scenarios, active };
      }
      case 2:
        return { scenarios: [...scenarios].reverse(), active };
      default:
        return {
          scenarios: scenarios.map((plan, index) =>
            index === place || roll(2) === 0 ? edited(plan, { 'gdp@2022': step * 100 + roll(100) }) : plan,
          ),
          active,
        };
    }
  }

  it('in 30 seeded sessions, at each of their writes', async () => {
    let crashes = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      const probe = failWritesFrom(Infinity, 'AbortError');
      await session(new Browser(), seed);
      const writes = probe.count();
      probe.heal();
      for (let nth = 1; nth <= writes; nth += 1) {
        const browser = new Browser();
        const crash = failWritesFrom(nth, 'AbortError');
        // With the database dies the storage beside it, in every second run.
        browser.local.broken = nth % 2 === 0;
        const { states, acknowledged } = await session(browser, seed);
        browser.local.broken = false;
        crash.heal();
        crashes += 1;
        const kept = value(await browser.page().load());
        const found = states.findLastIndex(({ scenarios }) => text(scenarios) === text(kept.scenarios));
        const where = `seed ${String(seed)}, write ${String(nth)}`;
        if (found < 0) expect([kept.scenarios.length, acknowledged], where).toEqual([0, -1]);
        else expect(found, where).toBeGreaterThanOrEqual(acknowledged);
        expect([kept.lost, kept.quarantined], where).toEqual([[], []]);
      }
    }
    console.log(`crashes recovered from: ${String(crashes)}`);
    expect(crashes).toBeGreaterThan(500);
  }, 60_000);
});

describe('[P2] the note of a page that went', () => {
  it('brings back edits that no save has reached', async () => {
    const browser = new Browser();
    const page = await started(browser, a, b);
    const last = edited(a, { 'gdp@2022': 7, 'gdp@2023': 8 });
    expect(page.flushSync(snapshot(last, b))).toBe(true);
    const kept = value(await browser.page().load());
    expect(text(kept.scenarios)).toBe(text([last, b]));
    expect(kept.recovered).toBe(2);
    const again = value(await browser.page().load());
    expect([text(again.scenarios), again.recovered]).toEqual([text([last, b]), 0]);
    expect([...browser.local.texts.keys()]).toEqual(['yuce.idx']);
    expect([...(await browser.contents()).keys()].filter((name) => name.startsWith('wal/'))).toEqual([]);
  });

  it.each(['database', 'small storage'])('lies in two places, and the %s alone is enough', async (place) => {
    const browser = new Browser();
    const page = await started(browser, a);
    const last = edited(a, { 'gdp@2022': 7 });
    browser.local.broken = place === 'database';
    const disk = place === 'small storage' ? failWritesFrom(1, 'QuotaExceededError') : undefined;
    expect(page.flushSync(snapshot(last))).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    disk?.heal();
    browser.local.broken = false;
    const kept = value(await browser.page().load());
    expect([text(kept.scenarios), kept.recovered]).toEqual([text([last]), 1]);
  });

  it('lies beside the database alone when it is long', async () => {
    const browser = new Browser();
    const page = await started(browser, a);
    const last = { ...a, note: '长'.repeat(9999), author: 'x', patch: edited(a, manyCells()).patch };
    expect(page.flushSync(snapshot(last))).toBe(true);
    expect([...browser.local.texts.keys()]).toEqual(['yuce.idx']);
    expect(text(value(await browser.page().load()).scenarios)).toBe(text([last]));
  });

  it('knows what was deleted and made', async () => {
    const browser = new Browser();
    const page = await started(browser, a, b);
    page.flushSync({ scenarios: [scenario('c'), b], active: b.id });
    const kept = value(await browser.page().load());
    expect([text(kept.scenarios), kept.active]).toEqual([text([scenario('c'), b]), 'b']);
  });

  it('is superfluous after an ordinary save', async () => {
    const browser = new Browser();
    const page = await started(browser, a);
    const first = edited(a, { 'gdp@2022': 7 });
    page.flushSync(snapshot(first));
    const second = edited(first, { 'gdp@2022': 9 });
    value(await page.save(snapshot(second)));
    const kept = value(await browser.page().load());
    expect([text(kept.scenarios), kept.recovered]).toEqual([text([second]), 0]);
  });

  it('says more than a save that was under way', async () => {
    const browser = new Browser();
    const page = await started(browser, a);
    const first = edited(a, { 'gdp@2022': 7 });
    const second = edited(first, { 'gdp@2022': 9 });
    const saving = page.save(snapshot(first));
    await settle();
    page.flushSync(snapshot(second));
    value(await saving);
    // In both places, for the next visit may find only one of them.
    expect([...browser.local.texts.keys()].filter((name) => name.startsWith('yuce.wal.'))).toHaveLength(1);
    expect([...(await browser.contents()).keys()].filter((name) => name.startsWith('wal/'))).toHaveLength(1);
    expect(text(value(await browser.page().load()).scenarios)).toBe(text([second]));
  });

  it('merges with what another tab saved after it, and becomes a second scenario where both changed one cell', async () => {
    const browser = new Browser();
    const gone = await started(browser, a);
    const stays = browser.page();
    const [same] = value(await stays.load()).scenarios;
    if (!same) throw new Error('Not opened');
    gone.flushSync(snapshot(edited(a, { 'gdp@2022': 7 })));
    value(await stays.save(snapshot(edited(same, { 'gdp@2023': 8 }))));
    const merged = value(await browser.page().load());
    expect(text(merged.scenarios)).toBe(text([edited(a, { 'gdp@2022': 7, 'gdp@2023': 8 })]));

    const other = browser.page();
    const [opened] = value(await other.load()).scenarios;
    const third = browser.page();
    value(await third.load());
    if (!opened) throw new Error('Not opened');
    other.flushSync(snapshot(edited(opened, { 'gdp@2021': 50 })));
    const [thirds] = merged.scenarios;
    if (!thirds) throw new Error('Not opened');
    value(await third.save(snapshot(edited(thirds, { 'gdp@2021': 60 }))));
    const both = value(await browser.page().load());
    expect(both.scenarios.map(({ patch }) => [...patch].find(([cell]) => cell === 'gdp@2021')?.[1])).toEqual([
      { kind: 'number', value: 60 },
      { kind: 'number', value: 50 },
    ]);
  });

  it('that is damaged is ignored', async () => {
    const browser = new Browser();
    await started(browser, a);
    browser.local.texts.set('yuce.wal.x', '{"len":1,"crc":2,"body":"x"}');
    browser.local.texts.set('yuce.wal.y', 'not json');
    expect(text(value(await browser.page().load()).scenarios)).toBe(text([a]));
  });
});

function manyCells(): Record<string, number> {
  return Object.fromEntries(Array.from({ length: 12_000 }, (_, row) => [`row_${String(row)}@2021`, row + 0.5]));
}

describe('[P10] a damaged record', () => {
  it('is put aside with its bytes, reason and time, once; the others open and can be saved', async () => {
    const browser = new Browser();
    await started(browser, a, b);
    const damaged = { ...(await browser.object('sc/a')), crc: 1 };
    await browser.put('sc/a', damaged);
    const page = browser.page();
    const kept = value(await page.load());
    expect(text(kept.scenarios)).toBe(text([b]));
    expect(kept.quarantined).toMatchObject([{ name: '方案 a', reason: 'checksum' }]);
    expect(kept.lost).toEqual([]);
    const bytes = await page.readQuarantined(kept.quarantined[0]?.key ?? '');
    expect(JSON.parse(bytes ?? '')).toMatchObject({ where: 'sc/a', at: browser.time, raw: damaged });
    expect(await page.save(snapshot(edited(b, { 'gdp@2022': 1 })))).toEqual(ok(undefined));
    const again = value(await browser.page().load());
    expect(again.quarantined).toEqual(kept.quarantined);
    expect(again.lost).toEqual([]);
    expect((await browser.contents()).has('sc/a')).toBe(false);
  });

  it('is told also when it cannot be moved', async () => {
    const browser = new Browser();
    await started(browser, a);
    await browser.put('sc/a', 'nothing');
    const disk = failWritesFrom(1, 'QuotaExceededError');
    const kept = value(await browser.page().load());
    disk.heal();
    expect(kept.quarantined).toEqual([{ key: 'sc/a', name: '方案 a', reason: 'shape' }]);
    expect((await browser.contents()).get('sc/a')).toBe('nothing');
  });

  it('of any kind, and anything at all under any key, never keeps the app from opening (60 rounds, seed 11)', async () => {
    const roll = dice(11);
    for (let round = 0; round < 60; round += 1) {
      const browser = new Browser();
      await started(browser, a, b);
      const keys = ['sc/a', 'meta', 'idx', 'wal/x', 'quar/x', 'sc/', 'sc/../', 'bak/a/x'];
      const strangers = [null, 0, 'x', [], {}, { fmt: 1 }, { body: '{}', len: 2, crc: 2745614147 }, new Map([[1, 2]])];
      await browser.put(keys[roll(keys.length)] ?? '', strangers[roll(strangers.length)]);
      const kept = value(await browser.page().load());
      expect(kept.scenarios.map(({ id }) => String(id))).toContain('b');
    }
  });

  it('met while saving is put aside before it is replaced', async () => {
    const browser = new Browser();
    const page = await started(browser, a);
    await browser.put('sc/a', { rev: 77, torn: true });
    const next = edited(a, { 'gdp@2022': 1 });
    expect(await page.save(snapshot(next))).toEqual(ok(undefined));
    const kept = value(await browser.page().load());
    expect(text(kept.scenarios)).toBe(text([next]));
    expect(kept.quarantined).toHaveLength(1);
  });
});

describe('[P11] what vanished without a word is named', () => {
  it('when the database came back empty, until a person has read it', async () => {
    const browser = new Browser();
    await started(browser, a, b);
    browser.factory = new Browser().factory;
    const page = browser.page();
    const lost = [
      { name: '方案 a', savedAt: browser.time },
      { name: '方案 b', savedAt: browser.time },
    ];
    expect(value(await page.load())).toMatchObject({ scenarios: [], lost });
    // The copy outside still names them until they are on the list inside.
    expect(value(await browser.page().load()).lost).toEqual(lost);
    value(await page.save(snapshot(scenario('c'))));
    const next = browser.page();
    expect(value(await next.load()).lost).toEqual(lost);
    value(await next.forgetLost());
    expect(value(await browser.page().load()).lost).toEqual([]);
  });

  it('when one record is missing', async () => {
    const browser = new Browser();
    await started(browser, a, b);
    await browser.remove('sc/a');
    const page = browser.page();
    expect(value(await page.load()).lost).toEqual([{ name: '方案 a', savedAt: browser.time }]);
    value(await page.save(snapshot(edited(b, { 'gdp@2022': 1 }))));
    expect(value(await browser.page().load()).lost).toEqual([{ name: '方案 a', savedAt: browser.time }]);
  });

  it('when the last writes are gone, the earlier state opens and is told', async () => {
    const browser = new Browser();
    const page = await started(browser, a);
    const before = await browser.contents();
    value(await page.save(snapshot(edited(a, { 'gdp@2022': 1 }))));
    for (const [name, content] of before) await browser.put(name, content);
    const kept = value(await browser.page().load());
    expect(text(kept.scenarios)).toBe(text([a]));
    expect(kept.lost).toEqual([{ name: '方案 a', savedAt: browser.time, older: true }]);
  });

  it('but not what a person deleted, even if the copy outside did not hear of it', async () => {
    const browser = new Browser();
    const page = await started(browser, a, b);
    browser.local.broken = true;
    value(await page.save(snapshot(b)));
    browser.local.broken = false;
    expect(value(await browser.page().load()).lost).toEqual([]);
  });

  it('nor what another database of the same browser holds', async () => {
    const browser = new Browser();
    await started(browser, a);
    const page = browser.page({ database: 'other' });
    expect(value(await page.load()).lost).toEqual([]);
    value(await page.save(snapshot(b)));
    expect(value(await browser.page().load()).lost).toEqual([]);
  });

  it('and a damaged index hides nothing', async () => {
    const browser = new Browser();
    await started(browser, a, b);
    await browser.put('idx', 'nothing');
    const kept = value(await browser.page().load());
    expect(text(kept.scenarios)).toBe(text([a, b]));
    expect(kept.lost).toEqual([]);
  });

  it('an unreadable key is an answer, not an error', async () => {
    expect(await new Browser().page().readQuarantined('quar/none')).toBeUndefined();
    expect(await new Browser().page().forgetLost()).toEqual(ok(undefined));
    expect(await new Browser().page().pull()).toEqual(err({ code: 'closed' }));
  });
});
