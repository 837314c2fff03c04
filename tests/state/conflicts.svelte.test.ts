import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { applyEdit } from '../../src/core/scenario/apply-edit.ts';
import { takeTheirsEdit, type Conflict } from '../../src/core/scenario/conflict.ts';
import { mergeWorkspace } from '../../src/core/scenario/merge.ts';
import { Conflicts } from '../../src/state/conflicts.svelte.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { Library } from '../../src/state/library.svelte.ts';
import { describeScenario } from '../../src/state/scenario-steps.ts';
import { Workspace } from '../../src/state/workspace.svelte.ts';
import { key, n, scenario, sid } from '../core/scenario/builders.ts';
import { dataset, firms, row } from '../support/plan.ts';

const workbook = makeWorkbook(dataset([row(firms, 1000, { path: 'compound', growth: 0.1 })]));
const base = { ...scenario('a', { 'firms@growth': n(0.1) }), name: '原名', note: '' };
const mine = { ...base, name: '我的', note: '我的话', patch: scenario('a', { 'firms@growth': n(0.2) }).patch };
const theirs = { ...base, name: '他的', note: '他的话', patch: scenario('a', { 'firms@growth': n(0.3) }).patch };

function meet(others: readonly Scenario[] = []) {
  const library = new Library([mine, ...others]);
  const workspace = new Workspace({
    workbook,
    library,
    clock: { now: () => '2026-11-23T08:00:00.000Z' },
    newId: () => sid('new'),
    onchange: () => undefined,
  });
  const conflicts = new Conflicts(workspace);
  const merge = mergeWorkspace({ scenarios: [mine, ...others], active: mine.id }, [{ id: mine.id, base, theirs }]);
  workspace.adopt(merge.snapshot.scenarios);
  conflicts.meet(merge.conflicts);
  return { conflicts, merge, workspace };
}

describe('[P9] what two windows changed differently', () => {
  it('is asked about once, however often it is met', () => {
    const { conflicts, merge } = meet();
    conflicts.meet(merge.conflicts);
    expect(conflicts.open.map(({ kind }) => kind)).toEqual(['head', 'head', 'cell']);
  });

  it('is settled by a choice for each, the others stay open, and undo takes it back in one step', () => {
    const { conflicts, workspace } = meet();
    const [name, note, cell] = conflicts.open;
    if (!name || !note || !cell) throw new Error('Three were met');
    conflicts.settle(
      new Map([
        [name, 'theirs'],
        [cell, 'theirs'],
      ]),
    );
    expect(workspace.scenario).toMatchObject({ name: '他的', note: '我的话' });
    expect(workspace.scenario.patch.get(key('firms@growth'))).toEqual(n(0.3));
    expect(conflicts.open).toEqual([note]);
    workspace.undo();
    expect(workspace.scenario).toMatchObject({ name: '我的', note: '我的话', patch: mine.patch });
  });

  it('is decided by writing something else', () => {
    const { conflicts, workspace } = meet();
    describeScenario(workspace, mine.id, { name: '又一个' });
    expect(conflicts.open.map((conflict) => conflict.kind === 'head' && conflict.head)).toEqual(['note', false]);
  });

  it('[V34] is numbered where the name to take is that of a third scenario, and says so before', () => {
    const third = { ...scenario('third'), name: '他的' };
    const { conflicts, workspace } = meet([third]);
    const [name, note] = conflicts.open;
    if (!name || !note) throw new Error('A name and a note were met');
    expect([conflicts.numbered(name), conflicts.numbered(note)]).toEqual(['他的 (2)', undefined]);
    conflicts.settle(new Map([[name, 'theirs']]));
    expect(workspace.scenarios.map((one) => one.name)).toEqual(['他的 (2)', '他的']);
    expect(workspace.scenarios[1]).toBe(third);
    expect(meet().conflicts.open.map((conflict) => meet().conflicts.numbered(conflict))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('[V34] names taken from another window', () => {
  const conflict = (id: string, theirs: string) =>
    ({ kind: 'head', head: 'name', scenario: sid(id), mine: `方案 ${id}`, theirs }) as const;
  const names = (conflicts: readonly Conflict[], others: readonly Scenario[] = []) => {
    const scenarios = [scenario('a'), scenario('b'), ...others];
    return applyEdit(scenarios, takeTheirsEdit(scenarios, conflicts)).map(({ name }) => name);
  };

  it('may be exchanged between two scenarios', () => {
    expect(names([conflict('a', '方案 b'), conflict('b', '方案 a')])).toEqual(['方案 b', '方案 a']);
  });

  it('are numbered where two take the same one', () => {
    expect(new Set(names([conflict('a', '方案 c'), conflict('b', '方案 c')], [scenario('c')])).size).toBe(3);
  });
});
