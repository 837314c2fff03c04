import { describe, expect, it } from 'vitest';
import { invertEdit } from '../../../src/core/scenario/edit.ts';
import { applyEdit } from '../../../src/core/scenario/apply-edit.ts';
import { conflictPlace, isOpen, takeTheirsEdit, type Conflict } from '../../../src/core/scenario/conflict.ts';
import { mergeScenario, mergeWorkspace } from '../../../src/core/scenario/merge.ts';
import { edited, scenario, snapshot, text, type Cells } from '../../io/storage/support.ts';

const cellsOf = (conflicts: readonly Conflict[]) =>
  conflicts.flatMap((conflict) => (conflict.kind === 'cell' ? [conflict.cell] : []));

describe('[P9] two sides merge by cell', () => {
  const base = { 'gdp@2021': 1, 'gdp@2022': 2 };
  it.each<[string, Cells, Cells, Cells, readonly string[]]>([
    [
      'different cells: both',
      { ...base, 'gdp@2023': 3 },
      { ...base, 'gdp@2024': 4 },
      { ...base, 'gdp@2023': 3, 'gdp@2024': 4 },
      [],
    ],
    ['only mine', { ...base, 'gdp@2021': 9 }, base, { ...base, 'gdp@2021': 9 }, []],
    ['only theirs', base, { ...base, 'gdp@2021': 9 }, { ...base, 'gdp@2021': 9 }, []],
    ['the same on both sides', { ...base, 'gdp@2021': 9 }, { ...base, 'gdp@2021': 9 }, { ...base, 'gdp@2021': 9 }, []],
    ['mine reset, theirs untouched', { 'gdp@2022': 2 }, base, { 'gdp@2022': 2 }, []],
    ['theirs reset, mine untouched', base, { 'gdp@2022': 2 }, { 'gdp@2022': 2 }, []],
    [
      'blanked is not reset',
      { ...base, 'gdp@2021': null },
      { 'gdp@2022': 2 },
      { ...base, 'gdp@2021': null },
      ['gdp@2021'],
    ],
    [
      'one cell, two values: mine stays, both are told',
      { ...base, 'gdp@2021': 8 },
      { ...base, 'gdp@2021': 9 },
      { ...base, 'gdp@2021': 8 },
      ['gdp@2021'],
    ],
  ])('%s', (_what, mine, theirs, expected, conflicts) => {
    const merge = mergeScenario(scenario('a', base), scenario('a', mine), scenario('a', theirs));
    expect(text([merge.scenario])).toBe(text([scenario('a', expected)]));
    expect(cellsOf(merge.conflicts)).toEqual(conflicts);
  });

  it('names all three entries of a conflict', () => {
    const [before, mine, theirs] = [7, 8, 9].map((number) => scenario('a', { 'gdp@2021': number }));
    if (!before || !mine || !theirs) throw new Error('Three are made');
    const number = (value: number) => ({ kind: 'number', value });
    expect(mergeScenario(before, mine, theirs).conflicts).toEqual([
      { kind: 'cell', scenario: 'a', cell: 'gdp@2021', base: number(7), mine: number(8), theirs: number(9) },
    ]);
  });

  it('without a common base keeps the cells of both', () => {
    const mine = scenario('a', { 'gdp@2021': 1, 'gdp@2022': 2 });
    const theirs = scenario('a', { 'gdp@2022': 3, 'gdp@2023': 4 });
    const merge = mergeScenario(undefined, mine, theirs);
    expect(text([merge.scenario])).toBe(text([scenario('a', { 'gdp@2021': 1, 'gdp@2022': 2, 'gdp@2023': 4 })]));
    expect(cellsOf(merge.conflicts)).toEqual(['gdp@2022']);
  });

  it('asks about every cell of the other side where both together are more than a scenario may hold', () => {
    const many = (prefix: string) =>
      scenario('a', Object.fromEntries(Array.from({ length: 11_000 }, (_, row) => [`${prefix}_${row}@2021`, row])));
    const [mine, theirs] = [many('m'), many('t')];
    const merge = mergeScenario(scenario('a'), mine, theirs);
    expect(merge.scenario.patch).toBe(mine.patch);
    expect(merge.conflicts).toHaveLength(11_000);
  });

  it('keeps a name that was changed here, and takes one that was changed there', () => {
    const started = scenario('a', {}, '原名');
    const named = (name: string) => scenario('a', {}, name);
    expect(mergeScenario(started, named('我的'), started).scenario.name).toBe('我的');
    expect(mergeScenario(started, started, named('他的')).scenario.name).toBe('他的');
  });
});

describe('[P9] what is open follows other tabs', () => {
  const a = scenario('a');
  const b = scenario('b');

  it('takes the very object of the other tab where nothing was edited here', () => {
    const theirs = edited(a, { 'gdp@2021': 1 });
    const { snapshot: merged } = mergeWorkspace(snapshot(a, b), [{ id: a.id, base: a, theirs }]);
    expect(merged.scenarios[0]).toBe(theirs);
    expect(merged.scenarios[1]).toBe(b);
  });

  it('appends what was made there, and drops what was deleted there', () => {
    const c = scenario('c');
    const { snapshot: merged } = mergeWorkspace(snapshot(a, b), [
      { id: a.id, base: a },
      { id: c.id, theirs: c },
    ]);
    expect(merged).toEqual({ scenarios: [b, c], active: 'b' });
  });

  it('keeps what was edited on one side and deleted on the other', () => {
    const mine = edited(a, { 'gdp@2021': 1 });
    expect(mergeWorkspace(snapshot(mine, b), [{ id: a.id, base: a }]).snapshot.scenarios).toEqual([mine, b]);
    expect(mergeWorkspace(snapshot(b), [{ id: a.id, base: a, theirs: mine }]).snapshot.scenarios).toEqual([b, mine]);
  });

  it('counts what it took over', () => {
    const mine = edited(a, { 'gdp@2021': 1 });
    const theirs = edited(a, { 'gdp@2022': 2, 'gdp@2023': 3 });
    const merge = mergeWorkspace(snapshot(mine, b), [
      { id: a.id, base: a, theirs },
      { id: b.id, base: b },
    ]);
    expect(merge.taken).toEqual({ cells: 2, scenarios: 1 });
  });

  it('is never empty', () => {
    expect(mergeWorkspace(snapshot(a), [{ id: a.id, base: a }]).snapshot.scenarios).toEqual([a]);
  });
});

describe('[P9] what both sides changed', () => {
  const base = [scenario('a', { 'gdp@2021': 1 }), scenario('b', { 'gdp@2021': 1 })];
  const mine = base.map((plan) => edited(plan, { 'gdp@2021': 2, 'gdp@2022': 2 }));
  const theirs = base.map((plan) => edited(plan, { 'gdp@2021': 3, 'gdp@2022': 3 }));
  const changes = base.map((plan, index) => ({
    id: plan.id,
    base: plan,
    ...(theirs[index] && { theirs: theirs[index] }),
  }));
  const { snapshot: merged, conflicts, disputed } = mergeWorkspace(snapshot(...mine), changes);

  it('stays as it is here, and what the other side had is handed over whole', () => {
    expect(text(merged.scenarios)).toBe(text(mine));
    expect(conflicts).toHaveLength(4);
    expect(disputed).toEqual(theirs);
  });

  it('is taken from the other side where chosen, over all scenarios in one step', () => {
    const chosen = conflicts.filter((conflict) => conflict.kind === 'cell' && conflict.cell === 'gdp@2022');
    const after = applyEdit(merged.scenarios, takeTheirsEdit(merged.scenarios, chosen));
    expect(text(after)).toBe(text(mine.map((plan) => edited(plan, { 'gdp@2022': 3 }))));
  });

  it('is no longer asked about once the cell holds something else', () => {
    const [first, second] = conflicts;
    if (!first || !second) throw new Error('There are conflicts');
    const later = merged.scenarios.map((plan) => edited(plan, { [cellsOf([first])[0] ?? '']: 9 }));
    expect(isOpen(first, merged.scenarios)).toBe(true);
    expect(isOpen(first, later)).toBe(false);
    expect(isOpen(second, later)).toBe(true);
    expect(isOpen(first, [])).toBe(false);
  });
});

describe('[P9] name, note and author', () => {
  const said = (name: string, note = '', author = '') => ({ ...scenario('a', {}, name), note, author });
  const base = said('原名', '原话');

  it.each([
    ['changed on one side, the other follows', said('原名', '新话'), said('他的', '原话'), ['他的', '新话'], []],
    ['changed alike on both sides', said('新名', '原话'), said('新名', '原话'), ['新名', '原话'], []],
    ['changed back to what they were', said('原名', '原话'), said('他的', '他的话'), ['他的', '他的话'], []],
    [
      'changed differently: mine stays, and each is asked about',
      said('我的', '我的话'),
      said('他的', '他的话'),
      ['我的', '我的话'],
      ['a name', 'a note'],
    ],
    ['emptied here and rewritten there', said('原名', ''), said('原名', '他的话'), ['原名', ''], ['a note']],
  ] as const)('%s', (_, mine, theirs, [name, note], places) => {
    const merge = mergeScenario(base, mine, theirs);
    expect([merge.scenario.name, merge.scenario.note]).toEqual([name, note]);
    expect(merge.conflicts.map(conflictPlace)).toEqual(places);
  });

  it('without a common base what differs is asked about, and nothing is said of a base', () => {
    const { conflicts } = mergeScenario(undefined, said('我的', '', '甲'), said('我的', '', '乙'));
    expect(conflicts).toEqual([{ kind: 'head', scenario: 'a', head: 'author', mine: '甲', theirs: '乙' }]);
  });

  it('are taken from the other side where chosen, together with cells, and undone in one step', () => {
    const mine = { ...edited(said('我的', '我的话'), { 'gdp@2021': 2 }) };
    const theirs = { ...edited(said('他的', '他的话'), { 'gdp@2021': 3 }) };
    const { snapshot: merged, conflicts, disputed } = mergeWorkspace(snapshot(mine), [{ id: mine.id, base, theirs }]);
    expect(disputed).toEqual([theirs]);
    const chosen = conflicts.filter((conflict) => conflictPlace(conflict) !== 'a note');
    const edit = takeTheirsEdit(merged.scenarios, chosen);
    const [after] = applyEdit(merged.scenarios, edit);
    expect(after).toMatchObject({ name: '他的', note: '我的话', patch: theirs.patch });
    const [undone] = applyEdit(after ? [after] : [], invertEdit(edit));
    expect(undone).toMatchObject({ name: '我的', note: '我的话', patch: mine.patch });
  });

  it('are no longer asked about once another is written', () => {
    const mine = said('我的');
    const [conflict] = mergeScenario(said('原名'), mine, said('他的')).conflicts;
    if (!conflict) throw new Error('There is one');
    expect(isOpen(conflict, [mine])).toBe(true);
    expect(isOpen(conflict, [said('又一个')])).toBe(false);
  });
});
