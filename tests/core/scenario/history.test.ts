import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellInput } from '../../../src/core/model/input.ts';
import { applyEdit } from '../../../src/core/scenario/apply-edit.ts';
import { changesTo } from '../../../src/core/scenario/changes.ts';
import type { CellChange, Edit, EditKind, PatchEntry, Placed } from '../../../src/core/scenario/edit.ts';
import {
  emptyHistory,
  recordEdit,
  redo,
  squash,
  undo,
  type History,
  type Step,
} from '../../../src/core/scenario/history.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { cells, key, n, scenario, sid } from './builders.ts';

function edit(from: PatchEntry, to: PatchEntry, what: EditKind = 'growth', cell = 'firms@growth'): Edit {
  return { kind: 'cells', what, scenario: sid('a'), changes: [{ cell: key(cell), from, to }] };
}

const placed = (position: number, of: Scenario): Placed => ({ position, scenario: of });

describe('[S8] undo takes back the last edit, redo does it again', () => {
  const first = edit(undefined, n(0.1));
  const second = edit(n(0.1), n(0.2));
  const history = recordEdit(recordEdit(emptyHistory, first), second);

  it('last first', () => {
    const back = undo(history);
    expect(back?.edit).toEqual(edit(n(0.2), n(0.1)));
    expect(back && undo(back.history)?.edit).toEqual(edit(n(0.1), undefined));
    expect(back && redo(back.history)).toEqual({ edit: second, history });
  });

  it('nothing to undo or redo', () => {
    expect(undo(emptyHistory)).toBeUndefined();
    expect(redo(history)).toBeUndefined();
  });

  it('an edit after undo forgets what was undone', () => {
    const back = undo(history);
    const third = edit(n(0.1), n(0.3));
    expect(back && recordEdit(back.history, third)).toEqual({ done: [first, third], undone: [] });
  });

  it('an edit that changes nothing is no step', () => {
    expect(recordEdit(history, { ...first, changes: [] })).toEqual(history);
  });

  it('beyond the limit the oldest steps are forgotten', () => {
    expect(recordEdit(history, edit(n(0.2), n(0.3)), { limit: 2 }).done).toEqual([second, edit(n(0.2), n(0.3))]);
  });

  it('leaves the history it was given as it was', () => {
    recordEdit(history, first);
    undo(history);
    expect(history).toEqual({ done: [first, second], undone: [] });
  });
});

describe('[S9] one drag of a slider is one step', () => {
  const drag = (history: History, from: PatchEntry, to: PatchEntry) =>
    recordEdit(history, edit(from, to), { continues: true });

  it('from where it began to where it ended', () => {
    let history = recordEdit(emptyHistory, edit(undefined, n(0.1)));
    history = drag(drag(history, n(0.1), n(0.11)), n(0.11), n(0.12));
    expect(history.done).toEqual([edit(undefined, n(0.12))]);
  });

  it('two drags are two steps', () => {
    const history = recordEdit(recordEdit(emptyHistory, edit(undefined, n(0.1))), edit(n(0.1), n(0.2)));
    expect(history.done).toHaveLength(2);
  });

  it('back where it began leaves no step', () => {
    const before = recordEdit(emptyHistory, edit(undefined, n(5), 'enter', 'firms@2020'));
    const history = drag(recordEdit(before, edit(undefined, n(0.1))), n(0.1), undefined);
    expect(history).toEqual(before);
  });

  it('does not go on with an edit of another kind, nor across an undo', () => {
    const entered = recordEdit(emptyHistory, edit(undefined, n(0.1), 'enter'));
    expect(drag(entered, n(0.1), n(0.2)).done).toHaveLength(2);
    const undone = undo(recordEdit(recordEdit(emptyHistory, edit(undefined, n(0.1))), edit(n(0.1), n(0.2))));
    expect(undone && drag(undone.history, n(0.1), n(0.3)).done).toHaveLength(2);
  });

  it('keeps blanked and unchanged apart', () => {
    expect(squash(edit(undefined, n(1)), edit(n(1), null))?.changes).toEqual([
      { cell: 'firms@growth', from: undefined, to: null },
    ]);
  });

  it('squashes no edits of different scenarios, and none of tabs', () => {
    expect(squash(edit(undefined, n(1)), { ...edit(n(1), n(2)), scenario: sid('b') } as Edit)).toBeUndefined();
    const tab: Edit = { kind: 'scenarios', what: 'create', changes: [] };
    expect(squash(tab, tab)).toBeUndefined();
  });
});

describe('[S10] an edit touches only the scenarios it names', () => {
  const [a, b, c] = [scenario('a'), scenario('b'), scenario('c')] as const;

  it('cells', () => {
    const after = applyEdit([a, b], edit(undefined, n(0.1)));
    expect(after[0]?.patch).toEqual(cells({ 'firms@growth': n(0.1) }));
    expect(after[1]).toBe(b);
    expect(a.patch.size).toBe(0);
  });

  it.each<readonly [string, Edit, readonly Scenario[]]>([
    ['create', { kind: 'scenarios', what: 'create', changes: [{ id: c.id, to: placed(1, c) }] }, [a, c, b]],
    ['delete', { kind: 'scenarios', what: 'delete', changes: [{ id: a.id, from: placed(0, a) }] }, [b]],
    [
      'move',
      { kind: 'scenarios', what: 'move', changes: [{ id: a.id, from: placed(0, a), to: placed(1, a) }] },
      [b, a],
    ],
  ])('%s', (_, given, after) => {
    expect(applyEdit([a, b], given)).toEqual(after);
  });
});

/** A step that the random test takes; numbers choose among what there is at the time. */
type Act = EditAct | { readonly kind: 'undo' } | { readonly kind: 'redo' };

type EditAct =
  | {
      readonly kind: 'set';
      readonly tab: number;
      readonly cell: number;
      readonly value: PatchEntry;
      readonly drag: boolean;
    }
  | { readonly kind: 'create' | 'delete' | 'rename' | 'move'; readonly tab: number; readonly to: number };

const index = fc.nat(9);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      tab: index,
      cell: fc.nat(3),
      value: fc.oneof(fc.constant(null), fc.constant(undefined), fc.integer({ min: 0, max: 4 }).map(n)),
      drag: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('create', 'delete', 'rename', 'move'), tab: index, to: index }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'redo') }) },
);

interface Workbench {
  readonly scenarios: readonly Scenario[];
  readonly history: History;
  /** Steps taken so far: makes the ids of new scenarios unique. */
  readonly made: number;
}

const base = cells<CellInput>({ 'r@2020': n(1), 'r@2021': n(2) });
const targets = ['r@2020', 'r@2021', 'r@2022', 'r@growth'].map(key);

function editFor(given: EditAct, { scenarios, made }: Workbench): Edit | undefined {
  const at = given.tab % Math.max(1, scenarios.length);
  const of = scenarios[at];
  if (given.kind === 'create') {
    const fresh = scenario(`n${made}`);
    return {
      kind: 'scenarios',
      what: 'create',
      changes: [{ id: fresh.id, to: placed(given.to % (scenarios.length + 1), fresh) }],
    };
  }
  if (!of) return undefined;
  const from = placed(at, of);
  switch (given.kind) {
    case 'set': {
      const cell = targets[given.cell] ?? key('r@2020');
      const changes: readonly CellChange[] =
        given.value === undefined
          ? [{ cell, from: of.patch.get(cell), to: undefined }]
          : changesTo(base, of.patch, new Map([[cell, given.value]]));
      return { kind: 'cells', what: 'growth', scenario: of.id, changes };
    }
    case 'delete':
      return { kind: 'scenarios', what: 'delete', changes: [{ id: of.id, from }] };
    case 'rename': {
      const to = placed(at, { ...of, name: `name ${given.to}` });
      return { kind: 'scenarios', what: 'rename', changes: [{ id: of.id, from, to }] };
    }
    case 'move':
      return {
        kind: 'scenarios',
        what: 'move',
        changes: [{ id: of.id, from, to: placed(given.to % scenarios.length, of) }],
      };
  }
}

function take(bench: Workbench, given: Act): Workbench {
  if (given.kind === 'undo') return follow(bench, undo(bench.history));
  if (given.kind === 'redo') return follow(bench, redo(bench.history));
  const next = editFor(given, bench);
  if (!next || next.changes.length === 0) return bench;
  return {
    scenarios: applyEdit(bench.scenarios, next),
    history: recordEdit(bench.history, next, { continues: given.kind === 'set' && given.drag }),
    made: bench.made + 1,
  };
}

function follow(bench: Workbench, step: Step | undefined): Workbench {
  return step ? { ...bench, scenarios: applyEdit(bench.scenarios, step.edit), history: step.history } : bench;
}

function all(bench: Workbench, way: typeof undo): Workbench {
  for (let step = way(bench.history); step; step = way(bench.history)) bench = follow(bench, step);
  return bench;
}

describe('[S11] undo of everything is the start, redo of everything the end', () => {
  it('over random edits, drags, tabs, undos and redos', () => {
    const start = [scenario('a', { 'r@2020': n(9) }), scenario('b')];
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const end = acts.reduce(take, { scenarios: start, history: emptyHistory, made: 0 });
        const furthest = all(end, redo);
        const back = all(end, undo);
        expect(back.scenarios).toStrictEqual(start);
        expect(all(back, redo).scenarios).toStrictEqual(furthest.scenarios);
        if (end.history.undone.length === 0) expect(furthest.scenarios).toBe(end.scenarios);
      }),
      { numRuns: 1000 },
    );
  });
});
