import { forceCloseDatabase, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../src/core/model/result.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import type { ScenarioCodec } from '../../../src/io/storage/record.ts';
import { scenarioCodec } from '../../../src/io/storage/scenario-store.ts';
import { Browser, edited, failWritesFrom, ManualTime, scenario, settle, snapshot, text, value } from './support.ts';

const a = scenario('a', { 'gdp@2021': 27894.02, 'hightech_firms@2025': '=prev*(1+growth)', 'gdp@2022': null });
const b = scenario('b', { 'rd_intensity@2025': 0.025 });

async function reopened(browser: Browser): Promise<readonly Scenario[]> {
  return value(await browser.page().load()).scenarios;
}

afterEach(() => {
  vi.restoreAllMocks();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('[P1] what was saved is reopened exactly', () => {
  it('is empty at the first visit', async () => {
    expect(await new Browser().page().load()).toEqual(ok({ scenarios: [], quarantined: [], lost: [], recovered: 0 }));
  });

  it('with the order of tabs and the open one', async () => {
    const browser = new Browser();
    const page = browser.page();
    await page.load();
    expect(await page.save({ scenarios: [b, a], active: a.id })).toEqual(ok(undefined));
    const kept = value(await browser.page().load());
    expect(text(kept.scenarios)).toBe(text([b, a]));
    expect(kept.active).toBe('a');
    await page.save({ scenarios: [a, b], active: b.id });
    const again = value(await browser.page().load());
    expect([text(again.scenarios), again.active]).toEqual([text([a, b]), 'b']);
  });

  it('without what was deleted', async () => {
    const browser = new Browser();
    const page = browser.page();
    await page.load();
    await page.save(snapshot(a, b));
    await page.save(snapshot(b));
    expect(text(await reopened(browser))).toBe(text([b]));
    expect((await browser.contents()).has('sc/a')).toBe(false);
  });

  it('writes only what changed, each change as the next revision', async () => {
    const browser = new Browser();
    const page = browser.page();
    await page.load();
    await page.save(snapshot(a, b));
    browser.time = '2021-03-03T00:00:00.000Z';
    await page.save(snapshot(edited(a, { 'gdp@2023': 1 }), b));
    expect(await browser.object('sc/a')).toMatchObject({ rev: 2, parentRev: 1, savedAt: browser.time });
    expect(await browser.object('sc/b')).toMatchObject({ rev: 1, parentRev: 0 });
  });

  it('writes nothing at all where nothing changed', async () => {
    const browser = new Browser();
    const page = browser.page();
    await page.load();
    await page.save(snapshot(a));
    const writes = failWritesFrom(Infinity, 'AbortError');
    await page.save(snapshot(a));
    expect(page.flushSync(snapshot(a))).toBe(true);
    await page.load();
    expect(writes.count()).toBe(0);
  });
});

describe('[P23] nothing is written before the first load has ended', () => {
  it('neither by a save nor by a flush', async () => {
    const browser = new Browser();
    const page = browser.page();
    expect(await page.save(snapshot(a))).toEqual(err({ code: 'closed' }));
    expect(page.flushSync(snapshot(a))).toBe(false);
    expect(await reopened(browser)).toEqual([]);
  });
});

describe('[P3] a full disk', () => {
  it.each([1, 2, 3, 4, 5])('at write %d of a save leaves the old state whole, and a later save works', async (nth) => {
    const browser = new Browser();
    const page = browser.page({ estimate: () => Promise.resolve({ used: 100, quota: 120 }) });
    await page.load();
    await page.save(snapshot(a, b));
    const next = [edited(a, { 'gdp@2023': 1 }), edited(b, { 'gdp@2023': 2 })] as const;
    const disk = failWritesFrom(nth, 'QuotaExceededError');
    const result = await page.save(snapshot(...next));
    disk.heal();
    // A save of two scenarios is four writes: two records, the own note taken away, the index.
    const fits = nth > 4;
    expect(result).toEqual(fits ? ok(undefined) : err({ code: 'full', used: 100, quota: 120 }));
    expect(text(await reopened(browser))).toBe(text(fits ? next : [a, b]));
    expect(await page.save(snapshot(...next))).toEqual(ok(undefined));
    expect(text(await reopened(browser))).toBe(text(next));
  });
});

describe('[P4] denied storage is told, not thrown', () => {
  const refuse = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };

  it('when the mere look at it throws', async () => {
    const page = new Browser().page({ factory: refuse, localStorage: refuse });
    expect(await page.load()).toEqual(err({ code: 'denied' }));
    expect(await page.save(snapshot(a))).toEqual(err({ code: 'closed' }));
    expect(page.flushSync(snapshot(a))).toBe(false);
  });

  it('when opening throws', async () => {
    const page = new Browser().page({ factory: () => Object.assign(new Browser().factory, { open: refuse }) });
    expect(await page.load()).toEqual(err({ code: 'denied' }));
  });

  it('when only the small storage is denied, the database does', async () => {
    const browser = new Browser();
    const page = browser.page({ localStorage: refuse });
    await page.load();
    expect(await page.save(snapshot(a))).toEqual(ok(undefined));
    expect(text(value(await browser.page({ localStorage: refuse }).load()).scenarios)).toBe(text([a]));
  });
});

describe('[P5] a database that does not open', () => {
  it('is given up after three seconds, and closed if it opens later', async () => {
    const browser = new Browser();
    const time = new ManualTime();
    let release = (): void => undefined;
    const { factory } = browser;
    const late = Object.create(factory, {
      open: {
        value: (name: string) => {
          const real = factory.open(name);
          // The browser answers only when it is released.
          const held: Record<string, unknown> = {};
          release = () => {
            Reflect.set(held, 'result', real.result);
            (held['onsuccess'] as () => void)();
          };
          return held;
        },
      },
    }) as IDBFactory;
    const page = browser.page({ factory: () => late, after: time.after });
    let answer: unknown;
    void page.load().then((result) => {
      answer = result;
    });
    await settle();
    await time.pass(2999);
    expect(answer).toBeUndefined();
    await time.pass(1);
    expect(answer).toEqual(err({ code: 'timeout' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    release();
    // An open connection would block the deletion for ever.
    await new Promise<void>((resolve, reject) => {
      const request = factory.deleteDatabase('yuce');
      request.onsuccess = () => resolve();
      request.onblocked = () => reject(new Error('blocked'));
    });
  });
});

describe('[P8] a connection that the browser closed', () => {
  it('is opened again silently', async () => {
    const browser = new Browser();
    const opened: IDBDatabase[] = [];
    const watched = Object.create(browser.factory, {
      open: {
        value: (name: string) => {
          const request = browser.factory.open(name);
          request.addEventListener('success', () => opened.push(request.result));
          return request;
        },
      },
    }) as IDBFactory;
    const page = browser.page({ factory: () => watched });
    await page.load();
    opened[0]?.close();
    expect(await page.save(snapshot(a))).toEqual(ok(undefined));
    expect(opened).toHaveLength(2);
    const second = opened[1];
    if (!second) throw new Error('Not opened again');
    forceCloseDatabase(second as never);
    expect(await page.save(snapshot(a, b))).toEqual(ok(undefined));
    expect(text(await reopened(browser))).toBe(text([a, b]));
  });
});

describe('[P1] a transaction that fails half-way', () => {
  it.each([
    ['at once', () => Promise.reject(new Error('made up'))],
    ['after waiting', () => Promise.resolve().then(() => Promise.reject(new Error('made up')))],
    [
      'by throwing',
      () => {
        throw new Error('made up');
      },
    ],
  ])('%s leaves nothing of what it had put', async (_when, fail) => {
    const browser = new Browser();
    await expect(
      browser.raw((use) =>
        use('readwrite', (store) => {
          store.put('half', 'x');
          return fail();
        }),
      ),
    ).rejects.toThrow('made up');
    expect([...(await browser.contents())]).toEqual([]);
  });

  it('or never ends is given up after ten seconds', async () => {
    const browser = new Browser();
    const time = new ManualTime();
    const page = browser.page({ after: time.after });
    await page.load();
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(() => undefined);
    vi.spyOn(IDBObjectStore.prototype, 'get').mockReturnValue({} as never);
    let answer: unknown;
    void page.save(snapshot(a)).then((result) => {
      answer = result;
    });
    await settle();
    await time.pass(9999);
    expect(answer).toBeUndefined();
    await time.pass(1);
    expect(answer).toEqual(err({ code: 'timeout' }));
    vi.restoreAllMocks();
    expect(await page.save(snapshot(a))).toEqual(ok(undefined));
  });
});

describe('[P15] no decision rests on the clock', () => {
  it.each(['2021-03-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z', 'Invalid Date'])(
    'saved again at %s',
    async (time) => {
      const browser = new Browser();
      const page = browser.page();
      await page.load();
      await page.save(snapshot(a));
      browser.time = time;
      const later = edited(a, { 'gdp@2023': 5 });
      expect(await page.save(snapshot(later))).toEqual(ok(undefined));
      const kept = value(await browser.page().load());
      expect(text(kept.scenarios)).toBe(text([later]));
      expect(kept.lost).toEqual([]);
      expect(await browser.object('sc/a')).toMatchObject({ rev: 2, savedAt: time });
    },
  );
});

/** Of a later day. */
const nextSchema = scenarioCodec.schema + 1;

describe('[P13] an older form', () => {
  /** Everything of today and an exclamation mark on the name. */
  const later: ScenarioCodec = {
    schema: nextSchema,
    encode: (plan) => ({ later: scenarioCodec.encode(plan) }),
    decode: (document) => {
      const wrapped = document as { later?: unknown };
      const decoded = scenarioCodec.decode(wrapped.later ?? document);
      return decoded.ok && !wrapped.later ? ok({ ...decoded.value, name: `${decoded.value.name}!` }) : decoded;
    },
  };

  it('is migrated in memory and written at the first edit; its bytes are kept aside', async () => {
    const browser = new Browser();
    const old = browser.page();
    await old.load();
    await old.save(snapshot(a));
    const before = await browser.object('sc/a');
    const page = browser.page({ codec: later });
    const [opened] = value(await page.load()).scenarios;
    expect(opened?.name).toBe('方案 a!');
    expect(await browser.object('sc/a')).toEqual(before);
    if (!opened) throw new Error('Not opened');
    expect(await page.save(snapshot(edited(opened, { 'gdp@2023': 1 })))).toEqual(ok(undefined));
    expect(await browser.object('sc/a')).toMatchObject({ schema: nextSchema, rev: 2 });
    expect(await browser.object('bak/a/before-migrate')).toMatchObject({ record: before });
    const [again] = value(await browser.page({ codec: later }).load()).scenarios;
    expect(again?.name).toBe('方案 a!');
  });

  it('[P14] that cannot be migrated is put aside, and the others open', async () => {
    const browser = new Browser();
    const old = browser.page();
    await old.load();
    await old.save(snapshot(a, b));
    const before = await browser.object('sc/a');
    const failing: ScenarioCodec = {
      ...later,
      decode: (document) =>
        JSON.stringify(document).includes('"id":"a"') ? err({ code: 'migration' }) : later.decode(document),
    };
    const page = browser.page({ codec: failing });
    const kept = value(await page.load());
    expect(kept.scenarios.map(({ id }) => id)).toEqual(['b']);
    expect(kept.quarantined).toMatchObject([{ name: '方案 a', reason: 'migration' }]);
    const bytes = await page.readQuarantined(kept.quarantined[0]?.key ?? '');
    expect(JSON.parse(bytes ?? '')).toMatchObject({ where: 'sc/a', raw: before });
  });
});

describe('[P12] a newer form', () => {
  it('stays byte for byte as it is, is told, and does not keep the others from being saved', async () => {
    const browser = new Browser();
    const first = browser.page();
    await first.load();
    await first.save(snapshot(a, b));
    const newer = { ...(await browser.object('sc/a')), schema: nextSchema, body: `{"schema":${nextSchema}}`, crc: 1 };
    await browser.put('sc/a', newer);
    const page = browser.page();
    const kept = value(await page.load());
    expect(kept.scenarios.map(({ id }) => id)).toEqual(['b']);
    expect(kept.quarantined).toEqual([{ key: 'sc/a', name: '方案 a', reason: 'newer' }]);
    expect(kept.lost).toEqual([]);
    expect(JSON.parse((await page.readQuarantined('sc/a')) ?? '')).toEqual(newer);
    expect(await page.save(snapshot(edited(b, { 'gdp@2023': 1 })))).toEqual(ok(undefined));
    expect(await browser.object('sc/a')).toEqual(newer);
    expect(value(await browser.page().load()).lost).toEqual([]);
  });

  it('of the whole database is not touched', async () => {
    const browser = new Browser();
    const first = browser.page();
    await first.load();
    await first.save(snapshot(a));
    await browser.put('meta', { fmt: 2, generation: 'later', createdBy: '9.0.0' });
    const page = browser.page();
    expect(await page.load()).toEqual(err({ code: 'outdated' }));
    expect(await page.save(snapshot(b))).toEqual(err({ code: 'outdated' }));
  });
});
