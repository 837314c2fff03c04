import { describe, expect, it } from 'vitest';
import { mergeScenario, mergeWorkspace } from '../../../src/io/storage/merge.ts';
import { edited, scenario, snapshot, text, type Cells } from './support.ts';

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
    expect(merge.conflicts.map(({ cell }) => cell)).toEqual(conflicts);
  });

  it('names both entries of a conflict', () => {
    const merge = mergeScenario(scenario('a'), scenario('a', { 'gdp@2021': 8 }), scenario('a', { 'gdp@2021': 9 }));
    expect(merge.conflicts).toEqual([
      { scenario: 'a', cell: 'gdp@2021', mine: { kind: 'number', value: 8 }, theirs: { kind: 'number', value: 9 } },
    ]);
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

  it('is never empty', () => {
    expect(mergeWorkspace(snapshot(a), [{ id: a.id, base: a }]).snapshot.scenarios).toEqual([a]);
  });
});
