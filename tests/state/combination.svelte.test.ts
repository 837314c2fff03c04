import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { CombinationDraft, type SourceChange } from '../../src/state/combination.svelte.ts';
import { choosePath } from '../../src/state/growth-steps.ts';
import { Library } from '../../src/state/library.svelte.ts';
import { Workspace } from '../../src/state/workspace.svelte.ts';
import { key, n, scenario, sid } from '../core/scenario/builders.ts';
import { dataset, firms, row, share } from '../support/plan.ts';

const workbook = makeWorkbook(
  dataset([row(firms, 1000, { path: 'compound', growth: 0.1 }), row(share, 0.02, { path: 'points', growth: 0.001 })]),
);

/** 甲 grows faster and ends otherwise; 乙 grows in pieces, and has another share. */
function begin() {
  const own = [
    { ...scenario('a', { 'firms@growth': n(0.2), 'share@2025': n(0.03) }), name: '甲' },
    { ...scenario('b', { 'share@2025': n(0.04), 'share@2021': n(0.021) }), name: '乙' },
  ];
  const library = new Library(own);
  const workspace = new Workspace({
    workbook,
    library,
    clock: { now: () => '2026-11-23T08:00:00.000Z' },
    newId: () => sid('new'),
    onchange: () => undefined,
  });
  workspace.open(sid('b'));
  choosePath(workspace, firms.id, { kind: 'step' });
  const draft = new CombinationDraft(workspace, workspace.scenarios);
  const change = (source: number, cell: string): SourceChange => {
    const found = draft.lines.find((line) => line.cell === cell)?.changes[source];
    if (!found) throw new Error(cell);
    return found;
  };
  return { change, draft, workspace };
}

describe('[B12] a new scenario from changes of several', () => {
  it('lists what each changes in the order of the sheet, a path as one thing', () => {
    const { draft } = begin();
    expect(draft.lines.map(({ cell, changes }) => [cell, changes.map((one) => one?.cells.length)])).toEqual([
      ['firms@growth', [1, undefined]],
      ['firms@path', [undefined, 7]],
      ['share@2025', [1, 1]],
      ['share@2021', [undefined, 1]],
    ]);
  });

  it('a whole scenario is ticked and unticked at once', () => {
    const { change, draft } = begin();
    draft.chooseAll(1, true);
    expect([draft.extent(0), draft.extent(1)]).toEqual(['none', 'all']);
    draft.choose(change(1, 'share@2021'), false);
    expect(draft.extent(1)).toBe('some');
    expect(draft.count).toBe(2);
    draft.chooseAll(1, false);
    expect(draft.extent(1)).toBe('none');
    expect(draft.isReady).toBe(false);
  });

  it('asks where two clash, and makes nothing before all is answered', () => {
    const { draft, workspace } = begin();
    draft.chooseAll(0, true);
    draft.chooseAll(1, true);
    expect(draft.clashes.map((clash) => clash.key)).toEqual(['firms@2021 1', 'share@2025 0']);
    expect(draft.undecided).toBe(2);
    expect(draft.create('丙')).toBe(false);
    expect(workspace.scenarios).toHaveLength(2);
    const [path, last] = draft.clashes;
    if (!path || !last) throw new Error('No clash');
    draft.decide(path, 1);
    draft.decide(last, 0);
    expect([draft.decision(path), draft.decision(last), draft.undecided]).toEqual([1, 0, 0]);
    expect(draft.create('丙')).toBe(true);
    const { patch, name, startedFrom } = workspace.scenario;
    expect([name, startedFrom]).toEqual(['丙', '甲、乙']);
    expect(patch.get(key('firms@path'))).toEqual({ kind: 'text', text: 'step' });
    expect(patch.get(key('share@2025'))).toEqual(n(0.03));
    expect(patch.get(key('share@2021'))).toEqual(n(0.021));
    workspace.undo();
    expect(workspace.scenarios.map((one) => one.name)).toEqual(['甲', '乙']);
  });

  it('an answer for all is one for each, and ticking less asks less', () => {
    const { change, draft } = begin();
    draft.chooseAll(0, true);
    draft.chooseAll(1, true);
    draft.decideAll(0);
    expect(draft.undecided).toBe(0);
    draft.choose(change(1, 'firms@path'), false);
    expect(draft.clashes.map((clash) => clash.key)).toEqual(['share@2025 0']);
    expect(draft.count).toBe(3);
  });

  it('takes a free name, and says from whom something was taken only', () => {
    const { draft, workspace } = begin();
    draft.chooseAll(0, true);
    expect(draft.create('甲')).toBe(true);
    expect(workspace.scenario).toMatchObject({ name: '甲 (2)', startedFrom: '甲' });
    expect(workspace.scenarios[0]?.patch).toEqual(workspace.scenario.patch);
  });
});
