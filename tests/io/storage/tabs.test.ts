import { afterEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../../src/core/model/result.ts';
import type { StoreNotice, WorkspaceSnapshot } from '../../../src/core/scenario/store.ts';
import { mergeWorkspace } from '../../../src/core/scenario/merge.ts';
import { scenarioCodec, type ClosableStore } from '../../../src/io/storage/scenario-store.ts';
import { Browser, edited, key, scenario, snapshot, text, value } from './support.ts';

const { schema } = scenarioCodec;

const a = scenario('a', { 'gdp@2021': 1 });
const b = scenario('b');

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** Two pages that have opened the same scenarios. */
async function twoTabs(browser: Browser) {
  const first = browser.page();
  await first.load();
  value(await first.save(snapshot(a, b)));
  const left = await openTab(browser);
  const right = await openTab(browser);
  return { left, right };
}

/** A page as the state layer uses it: holds a snapshot, merges what it pulls. */
async function openTab(browser: Browser) {
  const store = browser.page();
  const notices: StoreNotice['code'][] = [];
  store.watch(({ code }) => notices.push(code));
  const { scenarios, active } = value(await store.load());
  if (active === undefined) throw new Error('Nothing opened');
  return new Tab(store, { scenarios, active }, notices);
}

class Tab {
  readonly store: ClosableStore;
  readonly notices: readonly string[];
  now: WorkspaceSnapshot;
  conflicts = 0;

  constructor(store: ClosableStore, now: WorkspaceSnapshot, notices: readonly string[]) {
    this.store = store;
    this.now = now;
    this.notices = notices;
  }

  enter(cell: string, number: number): void {
    const scenarios = this.now.scenarios.map((plan) => (plan.id === 'a' ? edited(plan, { [cell]: number }) : plan));
    this.now = { ...this.now, scenarios };
  }

  async follow(): Promise<void> {
    const merge = mergeWorkspace(this.now, value(await this.store.pull()));
    this.now = merge.snapshot;
    this.conflicts += merge.conflicts.length;
  }

  /** Whether a conflict was met on the way. */
  async save(): Promise<boolean> {
    for (let met = false; ; met = true) {
      const result = await this.store.save(this.now);
      if (result.ok) return met;
      if (result.error.code !== 'conflict') throw new Error(result.error.code);
      await this.follow();
    }
  }

  number(cell: string): number | undefined {
    const entry = this.now.scenarios.find(({ id }) => id === 'a')?.patch.get(key(cell));
    return entry?.kind === 'number' ? entry.value : undefined;
  }
}

describe('[P9] two tabs on one scenario', () => {
  it('a save on an older revision writes nothing and says so', async () => {
    const browser = new Browser();
    const { left, right } = await twoTabs(browser);
    left.enter('gdp@2022', 1);
    right.enter('gdp@2023', 2);
    right.now = { ...right.now, scenarios: right.now.scenarios.map((plan) => ({ ...plan, note: 'n' })) };
    expect(await left.store.save(left.now)).toEqual(ok(undefined));
    const before = await browser.contents();
    expect(await right.store.save(right.now)).toEqual(err({ code: 'conflict', id: 'a' }));
    expect(await browser.contents()).toEqual(before);
  });

  it('hears of the other save, and follows it', async () => {
    const { left, right } = await twoTabs(new Browser());
    const heard = right.notices.length;
    left.enter('gdp@2022', 1);
    await left.save();
    expect(right.notices.slice(heard)).toEqual(['outside']);
    expect(left.notices).not.toContain('cleared');
    await right.follow();
    expect(text(right.now.scenarios)).toBe(text(left.now.scenarios));
    expect(value(await right.store.pull())).toEqual([]);
  });

  it('2 × 150 saves in turn and at once: none is lost, and conflicts were met', async () => {
    const browser = new Browser();
    const { left, right } = await twoTabs(browser);
    let met = 0;
    for (let round = 0; round < 150; round += 1) {
      left.enter(`left_${String(round)}@2021`, round);
      right.enter(`right_${String(round)}@2021`, round);
      const results = await Promise.all([left.save(), right.save()]);
      met += results.filter(Boolean).length;
    }
    const end = await openTab(browser);
    for (let round = 0; round < 150; round += 1) {
      expect(end.number(`left_${String(round)}@2021`)).toBe(round);
      expect(end.number(`right_${String(round)}@2021`)).toBe(round);
    }
    expect(met).toBeGreaterThan(100);
    expect(left.conflicts + right.conflicts).toBe(0);
  });

  it('one cell, two values: the later saver keeps its own, is told, and the other record is kept aside', async () => {
    const browser = new Browser();
    const { left, right } = await twoTabs(browser);
    left.enter('gdp@2022', 7);
    right.enter('gdp@2022', 8);
    await left.save();
    const theirs = await browser.object('sc/a');
    await right.save();
    expect(right.conflicts).toBe(1);
    expect((await openTab(browser)).number('gdp@2022')).toBe(8);
    expect(await browser.object('bak/a/before-merge')).toMatchObject({ record: theirs });
  });

  it('follows new and deleted scenarios; an edited one outlives its deletion elsewhere', async () => {
    const browser = new Browser();
    const { left, right } = await twoTabs(browser);
    left.now = { scenarios: [...left.now.scenarios.filter(({ id }) => id !== 'b'), scenario('c')], active: a.id };
    await left.save();
    await right.follow();
    expect(right.now.scenarios.map(({ id }) => String(id))).toEqual(['a', 'c']);
    left.now = { ...left.now, scenarios: left.now.scenarios.filter(({ id }) => id !== 'a'), active: scenario('c').id };
    await left.save();
    right.enter('gdp@2022', 5);
    await right.save();
    expect((await openTab(browser)).number('gdp@2022')).toBe(5);
  });

  it('keeps another tab’s new scenario on the list though this tab does not know it', async () => {
    const browser = new Browser();
    const { left, right } = await twoTabs(browser);
    left.now = { ...left.now, scenarios: [...left.now.scenarios, scenario('c')] };
    await left.save();
    right.enter('gdp@2022', 5);
    await right.save();
    await browser.remove('sc/c');
    expect(value(await browser.page().load()).lost.map(({ name }) => name)).toEqual(['方案 c']);
  });
});

describe('[P7] storage that was emptied under an open page', () => {
  it('is made again with everything that is open, and the person is told', async () => {
    const browser = new Browser();
    const { left } = await twoTabs(browser);
    await deleteDatabase(browser);
    browser.local.texts.clear();
    left.enter('gdp@2022', 3);
    expect(await left.save()).toBe(false);
    expect(left.notices.at(-1)).toBe('cleared');
    const again = value(await browser.page().load());
    expect(text(again.scenarios)).toBe(text(left.now.scenarios));
    expect(again.lost).toEqual([]);
  });

  it('by one tab for another: neither loses an edit', async () => {
    const browser = new Browser();
    const { left, right } = await twoTabs(browser);
    await deleteDatabase(browser);
    left.enter('gdp@2022', 3);
    right.enter('gdp@2023', 4);
    await left.save();
    await right.save();
    const end = await openTab(browser);
    expect([end.number('gdp@2022'), end.number('gdp@2023')]).toEqual([3, 4]);
  });

  it('is not taken for a deletion by hand', async () => {
    const browser = new Browser();
    const { left } = await twoTabs(browser);
    const before = text(left.now.scenarios);
    await deleteDatabase(browser);
    await left.follow();
    expect(text(left.now.scenarios)).toBe(before);
    await left.save();
    expect(text((await openTab(browser)).now.scenarios)).toBe(before);
  });
});

describe('[P6] a newer version of the app', () => {
  it('may upgrade at once: the old page lets go, stops writing and says so', async () => {
    const browser = new Browser();
    const { left, right } = await twoTabs(browser);
    const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = browser.factory.open('yuce', 2);
      request.onsuccess = () => resolve(request.result);
      request.onblocked = () => reject(new Error('blocked'));
    });
    upgraded.close();
    for (const tab of [left, right]) {
      expect(tab.notices.at(-1)).toBe('outdated');
      tab.enter('gdp@2022', 3);
      expect(await tab.store.save(tab.now)).toEqual(err({ code: 'outdated' }));
    }
    const before = await browser.contents().catch(() => undefined);
    // Its last edits still reach the note outside the database, for the newer version to read.
    expect(left.store.flushSync(left.now)).toBe(true);
    expect([...browser.local.texts.keys()].filter((name) => name.startsWith('yuce.wal.'))).toHaveLength(1);
    expect(await browser.contents().catch(() => undefined)).toEqual(before);
  });

  it.each([
    ['its greeting stops the old page', { type: 'hello', schema: schema + 1, app: '2.0.0' }, ['outdated']],
    ['its saves too', { type: 'saved', schema: schema + 1, app: '2.0.0' }, ['outdated']],
    ['one of our own version does not', { type: 'hello', schema, app: '1.0.0' }, []],
    ['what is no message of ours is not heard', { type: 'saved', schema: String(schema) }, []],
    ['nor is nothing', null, []],
  ])('%s', async (_what, message, expected) => {
    const browser = new Browser();
    const { left } = await twoTabs(browser);
    const heard = left.notices.length;
    browser.channel().postMessage(message as never);
    expect(left.notices.slice(heard)).toEqual(expected);
    left.enter('gdp@2022', 3);
    expect((await left.store.save(left.now)).ok).toBe(expected.length === 0);
  });

  it('[P12] whose record replaced the open one is never written over', async () => {
    const browser = new Browser();
    const { left } = await twoTabs(browser);
    const newer = { ...(await browser.object('sc/a')), rev: 2, schema: schema + 1 };
    await browser.put('sc/a', newer);
    left.enter('gdp@2022', 3);
    expect(await left.store.save(left.now)).toEqual(err({ code: 'outdated' }));
    expect(await browser.object('sc/a')).toEqual(newer);
    expect(value(await browser.page().load()).scenarios.map(({ id }) => String(id))).toEqual(['b']);
  });
});

function deleteDatabase(browser: Browser): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = browser.factory.deleteDatabase('yuce');
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('blocked'));
  });
}

describe('[P9] two tabs that begin on an empty database', () => {
  const first = scenario('first', {}, '方案一');

  async function beginTogether(browser: Browser) {
    // Two pages never make the same object, nor at the same time.
    const stores = [0, 1].map((minute) =>
      browser.page({ first: { ...first, created: `2021-03-01T08:0${minute}:00.000Z` } }),
    );
    const tabs: { store: ClosableStore; now: WorkspaceSnapshot }[] = [];
    for (const store of stores) {
      tabs.push({ store, now: { scenarios: value(await store.load()).scenarios, active: first.id } });
    }
    return tabs;
  }

  it('have one scenario between them, with the edits of both', async () => {
    const browser = new Browser();
    const [left, right] = await beginTogether(browser);
    if (!left || !right) throw new Error('Two were opened');
    const type = (tab: typeof left, cell: string) =>
      (tab.now = { ...tab.now, scenarios: tab.now.scenarios.map((plan) => edited(plan, { [cell]: 1 })) });
    type(left, 'gdp@2021');
    type(right, 'gdp@2022');
    value(await left.store.save(left.now));
    expect(await right.store.save(right.now)).toEqual(err({ code: 'conflict', id: 'first' }));
    const merge = mergeWorkspace(right.now, value(await right.store.pull()));
    expect(merge.conflicts).toEqual([]);
    value(await right.store.save(merge.snapshot));
    const stored = value(await browser.page().load()).scenarios;
    expect(stored.map(({ id, patch }) => [id, ...patch.keys()])).toEqual([['first', 'gdp@2021', 'gdp@2022']]);
  });

  it('also when one of them went before its save', async () => {
    const browser = new Browser();
    const [left, right] = await beginTogether(browser);
    if (!left || !right) throw new Error('Two were opened');
    const [blank] = right.now.scenarios;
    if (!blank) throw new Error('There is a first scenario');
    right.store.flushSync(snapshot(edited(blank, { 'gdp@2022': 2 })));
    value(await left.store.save(snapshot(edited(left.now.scenarios[0] ?? first, { 'gdp@2021': 1 }))));
    const stored = value(await browser.page().load()).scenarios;
    expect(stored.map(({ id, patch }) => [id, ...patch.keys()])).toEqual([['first', 'gdp@2021', 'gdp@2022']]);
  });

  it('an unreadable record of that id is put aside, and its id is not used again', async () => {
    const browser = new Browser();
    await browser.put('sc/first', { torn: true });
    expect(value(await browser.page({ first }).load()).scenarios).toEqual([]);
  });

  it('what only this page still has is not taken for old when another page begins anew', async () => {
    const browser = new Browser();
    const mine = edited(first, { 'gdp@2021': 1 });
    const old = browser.page({ first });
    await old.load();
    value(await old.save(snapshot(mine)));
    for (const name of (await browser.contents()).keys()) await browser.remove(name);
    browser.local.texts.clear();
    const fresh = browser.page({ first });
    await fresh.load();
    value(await fresh.save(snapshot(first)));
    const merge = mergeWorkspace(snapshot(mine), value(await old.pull()));
    expect([...(merge.snapshot.scenarios[0]?.patch.keys() ?? [])]).toEqual(['gdp@2021']);
    value(await old.save(merge.snapshot));
    expect([...(value(await browser.page().load()).scenarios[0]?.patch.keys() ?? [])]).toEqual(['gdp@2021']);
  });
});
