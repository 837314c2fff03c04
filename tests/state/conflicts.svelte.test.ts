import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { mergeWorkspace } from '../../src/core/scenario/merge.ts';
import { Conflicts } from '../../src/state/conflicts.svelte.ts';
import { Library } from '../../src/state/library.svelte.ts';
import { describeScenario } from '../../src/state/scenario-steps.ts';
import { Workspace } from '../../src/state/workspace.svelte.ts';
import { key, n, scenario, sid } from '../core/scenario/builders.ts';
import { dataset, firms, row } from '../support/plan.ts';

const workbook = makeWorkbook(dataset([row(firms, 1000, { path: 'compound', growth: 0.1 })]));
const base = { ...scenario('a', { 'firms@growth': n(0.1) }), name: '原名', note: '' };
const mine = { ...base, name: '我的', note: '我的话', patch: scenario('a', { 'firms@growth': n(0.2) }).patch };
const theirs = { ...base, name: '他的', note: '他的话', patch: scenario('a', { 'firms@growth': n(0.3) }).patch };

function meet() {
  const library = new Library([mine]);
  const workspace = new Workspace({
    workbook,
    library,
    clock: { now: () => '2026-11-23T08:00:00.000Z' },
    newId: () => sid('new'),
    onchange: () => undefined,
  });
  const conflicts = new Conflicts(workspace);
  const merge = mergeWorkspace({ scenarios: [mine], active: mine.id }, [{ id: mine.id, base, theirs }]);
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
});
