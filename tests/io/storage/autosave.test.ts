import { afterEach, describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../../src/core/model/result.ts';
import type { SaveState, ScenarioStore, StoreFailure, WorkspaceSnapshot } from '../../../src/core/scenario/store.ts';
import { startAutosave, type AutosaveOptions } from '../../../src/io/storage/autosave.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { after } from '../../../src/io/storage/timer.ts';
import { Browser, edited, ManualTime, scenario, settle, snapshot, text, value } from './support.ts';

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

class FakePage extends EventTarget {
  readonly document: EventTarget & { visibilityState: DocumentVisibilityState } = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
  } as const);

  hide(): void {
    this.document.visibilityState = 'hidden';
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}

/** A store that answers when told to, and an editor whose one cell counts the edits. */
function editor(options: Partial<AutosaveOptions> = {}) {
  const time = new ManualTime();
  const page = new FakePage();
  const states: SaveState['kind'][] = [];
  const saves: WorkspaceSnapshot[] = [];
  const flushed: WorkspaceSnapshot[] = [];
  const waiting: ((result: Result<void, StoreFailure>) => void)[] = [];
  let now = snapshot(scenario('a'));
  let edits = 0;
  const store: ScenarioStore = {
    ...createMemoryStore({ code: 'unknown' }),
    save: (given) => {
      saves.push(given);
      return new Promise((resolve) => waiting.push(resolve));
    },
    flushSync: (given) => {
      flushed.push(given);
      return true;
    },
  };
  const autosave = startAutosave({
    read: () => now,
    store,
    page,
    onstate: ({ kind }) => states.push(kind),
    after: time.after,
    ...options,
  });
  return {
    time,
    page,
    states,
    saves,
    flushed,
    autosave,
    edit() {
      edits += 1;
      now = snapshot(edited(scenario('a'), { 'gdp@2021': edits }));
      autosave.changed();
    },
    now: () => now,
    async answer(result: Result<void, StoreFailure> = ok(undefined)) {
      waiting.shift()?.(result);
      await settle();
    },
  };
}

describe('[P2] when it saves', () => {
  it('after 150 ms without another edit', async () => {
    const it = editor();
    it.edit();
    await it.time.pass(149);
    expect([it.saves, it.states.at(-1)]).toEqual([[], 'unsaved']);
    await it.time.pass(1);
    expect([it.saves, it.states.at(-1)]).toEqual([[it.now()], 'saving']);
    await it.answer();
    expect(it.states.at(-1)).toBe('saved');
  });

  it('at the latest 500 ms after the first unsaved edit', async () => {
    const it = editor();
    for (let passed = 0; passed < 500; passed += 100) {
      it.edit();
      expect(it.saves).toEqual([]);
      await it.time.pass(100);
    }
    expect(it.saves).toEqual([it.now()]);
  });

  it('never without an edit', async () => {
    const it = editor();
    await it.time.pass(100_000);
    it.page.hide();
    it.page.dispatchEvent(new Event('pagehide'));
    expect([it.saves, it.flushed]).toEqual([[], []]);
  });

  it('at once when asked to', async () => {
    const it = editor();
    it.edit();
    const done = it.autosave.saveNow();
    await it.answer();
    await done;
    expect([it.saves, it.states.at(-1)]).toEqual([[it.now()], 'saved']);
    await it.time.pass(1000);
    expect(it.saves).toHaveLength(1);
  });

  it.each([
    ['hidden', (page: FakePage) => page.hide()],
    ['pagehide', (page: FakePage) => page.dispatchEvent(new Event('pagehide'))],
    ['freeze', (page: FakePage) => page.document.dispatchEvent(new Event('freeze'))],
  ])('by a flush before the event ends: %s', (_event, leave) => {
    const it = editor();
    it.edit();
    leave(it.page);
    expect(it.flushed).toEqual([it.now()]);
  });

  it('by a flush also while a save is under way, and again in full if the page lives on', async () => {
    const it = editor();
    it.edit();
    await it.time.pass(150);
    it.page.hide();
    expect(it.flushed).toHaveLength(1);
    await it.answer();
    expect(it.saves).toHaveLength(2);
    await it.answer();
    expect(it.states.at(-1)).toBe('saved');
  });

  it('no more once it is stopped', async () => {
    const it = editor();
    it.edit();
    it.autosave.stop();
    it.edit();
    it.page.hide();
    await it.time.pass(1000);
    expect([it.saves, it.flushed]).toEqual([[], []]);
  });
});

describe('[P17] edits during a save', () => {
  it('are written by one more save, after it, in their last state', async () => {
    const it = editor();
    it.edit();
    await it.time.pass(150);
    const first = it.now();
    it.edit();
    await it.time.pass(600);
    it.edit();
    await it.time.pass(600);
    expect(it.saves).toEqual([first]);
    await it.answer();
    expect(it.saves).toEqual([first, it.now()]);
    expect(it.states.at(-1)).toBe('saving');
    await it.answer();
    await it.time.pass(1000);
    expect(it.saves).toHaveLength(2);
    expect(it.states.at(-1)).toBe('saved');
  });
});

describe('[P3] after a failure', () => {
  it('tries again after 1, 3, 10, 30 and 30 s, then shows saved', async () => {
    const it = editor();
    it.edit();
    await it.time.pass(150);
    for (const [tries, delay] of [1000, 3000, 10_000, 30_000, 30_000].entries()) {
      await it.answer(err({ code: 'full' }));
      expect(it.states.at(-1)).toBe('failed');
      await it.time.pass(delay - 1);
      expect(it.saves).toHaveLength(tries + 1);
      await it.time.pass(1);
      expect(it.saves).toHaveLength(tries + 2);
    }
    await it.answer();
    expect(it.states.at(-1)).toBe('saved');
    await it.time.pass(100_000);
    expect(it.saves).toHaveLength(6);
  });

  it('an edit tries again without waiting for that', async () => {
    const it = editor();
    it.edit();
    await it.time.pass(150);
    await it.answer(err({ code: 'full' }));
    it.edit();
    expect(it.states.at(-1)).toBe('failed');
    await it.time.pass(150);
    expect(it.saves).toHaveLength(2);
  });

  it('asks before the page is left, and only then', async () => {
    const it = editor();
    const leave = () => !it.page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    it.edit();
    expect(leave()).toBe(false);
    await it.time.pass(150);
    await it.answer(err({ code: 'full' }));
    expect(leave()).toBe(true);
    await it.time.pass(1000);
    await it.answer();
    expect(leave()).toBe(false);
  });

  it('[P4] that no waiting mends, it does not ask again and says so for good', async () => {
    const time = new ManualTime();
    const states: SaveState[] = [];
    let reads = 0;
    const autosave = startAutosave({
      read: () => {
        reads += 1;
        return snapshot(scenario('a'));
      },
      store: createMemoryStore({ code: 'denied' }),
      page: new FakePage(),
      onstate: (state) => states.push(state),
      after: time.after,
    });
    autosave.changed();
    await time.pass(100_000);
    expect(states.at(-1)).toEqual({ kind: 'failed', failure: { code: 'denied' } });
    expect(reads).toBe(1);
  });
});

describe('[P9] two tabs with autosave', () => {
  it('follow each other within a second, keep both sides’ edits and tell one cell with two values', async () => {
    const browser = new Browser();
    const seeding = browser.page();
    await seeding.load();
    value(await seeding.save(snapshot(scenario('a'))));
    const left = await tab(browser);
    const right = await tab(browser);
    left.enter('gdp@2021', 1);
    await expect.poll(() => right.text()).toBe(text([scenario('a', { 'gdp@2021': 1 })]));
    left.enter('gdp@2022', 2);
    right.enter('gdp@2023', 3);
    const both = text([scenario('a', { 'gdp@2021': 1, 'gdp@2022': 2, 'gdp@2023': 3 })]);
    await expect.poll(() => [left.text(), right.text()]).toEqual([both, both]);
    left.enter('gdp@2024', 4);
    right.enter('gdp@2024', 5);
    await expect.poll(() => left.conflicts() + right.conflicts()).toBeGreaterThan(0);
    await expect.poll(() => [left.state(), right.state()]).toEqual(['saved', 'saved']);
    await expect.poll(() => left.text()).toBe(right.text());
    expect(text(value(await browser.page().load()).scenarios)).toBe(left.text());
    left.stop();
    right.stop();
  });
});

async function tab(browser: Browser) {
  const store = browser.page();
  const { scenarios, active } = value(await store.load());
  if (active === undefined) throw new Error('Nothing opened');
  let now: WorkspaceSnapshot = { scenarios, active };
  let conflicts = 0;
  let state: SaveState['kind'] = 'saved';
  const autosave = startAutosave({
    read: () => now,
    store,
    page: new FakePage(),
    onstate: ({ kind }) => {
      state = kind;
    },
    after,
    shared: {
      store,
      adopt: (merge) => {
        now = merge.snapshot;
        conflicts += merge.conflicts.length;
      },
    },
  });
  return {
    enter(cell: string, number: number) {
      now = { ...now, scenarios: now.scenarios.map((plan) => edited(plan, { [cell]: number })) };
      autosave.changed();
    },
    text: () => text(now.scenarios),
    conflicts: () => conflicts,
    state: () => state,
    stop: () => autosave.stop(),
  };
}

describe('[P9] a save while another tab’s save is being read', () => {
  it('waits for it, and then holds what both did', async () => {
    const browser = new Browser();
    const page = new FakePage();
    const a = scenario('a');
    const other = browser.page();
    await other.load();
    value(await other.save(snapshot(a)));
    const real = browser.page();
    let now = snapshot(...value(await real.load()).scenarios);
    let letPull = (): void => undefined;
    // The answer has left the database, and has not arrived yet.
    const slow = {
      ...real,
      pull: async () => {
        const pulled = await real.pull();
        await new Promise<void>((resolve) => (letPull = resolve));
        return pulled;
      },
    };
    const [ours] = now.scenarios;
    if (!ours) throw new Error('One was opened');
    const autosave = startAutosave({
      read: () => now,
      store: slow,
      page,
      onstate: () => undefined,
      shared: { store: slow, adopt: (merge) => (now = merge.snapshot) },
    });
    await other.pull();
    value(await other.save(snapshot(edited(a, { 'gdp@2021': 1 }))));
    await new Promise((resolve) => setTimeout(resolve, 50));
    now = snapshot(edited(ours, { 'gdp@2022': 2 }));
    autosave.changed();
    const saved = autosave.saveNow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    letPull();
    await saved;
    autosave.stop();
    const stored = value(await browser.page().load()).scenarios;
    expect(stored.map(({ patch }) => [...patch.keys()].sort())).toEqual([['gdp@2021', 'gdp@2022']]);
  });
});
