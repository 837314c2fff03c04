import { describe, expect, it } from 'vitest';
import { evenGrid, moveOver, tabulate, tornado, type Move } from '../../../src/core/analysis/sensitivity.ts';
import { trialsOn } from '../../../src/core/analysis/trial.ts';
import { key, sheetOf } from '../../support/calculation.ts';

const sheet = () =>
  sheetOf('a b c r', 1, { 'a@2020': 100, 'b@2020': 50, 'c@2020': 7, 'r@2020': '=a/(b-40)', 'r@2021': '=c' });

const move = (cell: string, present: number, by: number): Move => ({
  cell: key(cell),
  present,
  low: present - by,
  high: present + by,
});

describe('[A13] a tornado moves one assumption at a time', () => {
  it('and shows the widest swing first, computed by hand', () => {
    const { calculation, show } = sheet();
    const moves = [move('a@2020', 100, 10), move('b@2020', 50, 5), move('c@2020', 7, 1)];
    expect(tornado(trialsOn(calculation), key('r@2020'), moves)).toEqual({
      result: 'r@2020',
      present: 10,
      bars: [
        { ...moves[1], atLow: 20, atHigh: 100 / 15, swing: 20 - 100 / 15 },
        { ...moves[0], atLow: 9, atHigh: 11, swing: 2 },
      ],
    });
    expect(show('r@2020')).toBe(10);
  });

  it('leaves an end open where the result is no number', () => {
    const { calculation } = sheet();
    const [bar] = tornado(trialsOn(calculation), key('r@2020'), [move('b@2020', 50, 10)]).bars;
    expect(bar).toMatchObject({ atHigh: 5, swing: 5 });
    expect(bar).not.toHaveProperty('atLow');
  });

  it('keeps the order of equals, and has no bars without assumptions', () => {
    const { calculation } = sheet();
    const sum = sheetOf('a b s', 1, { 'a@2020': 1, 'b@2020': 1, 's@2020': '=a+b' }).calculation;
    const cellsOf = (...cells: string[]): string[] =>
      tornado(
        trialsOn(sum),
        key('s@2020'),
        cells.map((cell) => move(cell, 1, 0.5)),
      ).bars.map(({ cell }) => cell);
    expect(cellsOf('a@2020', 'b@2020')).toEqual(['a@2020', 'b@2020']);
    expect(cellsOf('b@2020', 'a@2020')).toEqual(['b@2020', 'a@2020']);
    expect(tornado(trialsOn(calculation), key('r@2020'), [])).toEqual({ result: 'r@2020', bars: [] });
  });

  it('moves over a whole range', () => {
    expect(moveOver(key('a@growth'), 0.07, { kind: 'around', mid: 0.08, spread: 0.02 })).toEqual({
      cell: 'a@growth',
      present: 0.07,
      low: 0.06,
      high: 0.1,
    });
  });
});

describe('[A14] a table of a result over two assumptions', () => {
  it('has a row for each number of the first, and nothing where there is no number', () => {
    const { calculation, show } = sheet();
    const table = tabulate(
      trialsOn(calculation),
      key('r@2020'),
      { cell: key('a@2020'), values: [100, 200] },
      { cell: key('b@2020'), values: [40, 50, 60] },
    );
    expect(table).toEqual([
      [undefined, 10, 5],
      [undefined, 20, 10],
    ]);
    expect(show('r@2020')).toBe(10);
    const twice = { cell: key('a@2020'), values: [1] };
    expect(() => tabulate(trialsOn(calculation), key('r@2020'), twice, twice)).toThrow('twice');
  });

  it.each([
    [0, 0.1, 3, [0, 0.05, 0.1]],
    [-1, 2, 4, [-1, 0, 1, 2]],
    [0.1, 0.3, 2, [0.1, 0.3]],
    [5, 5, 3, [5]],
  ])('an even grid from %d to %d of %d', (low, high, count, values) => {
    const grid = evenGrid(low, high, count);
    expect(grid.length).toBe(values.length);
    for (const [index, value] of values.entries()) expect(grid[index]).toBeCloseTo(value, 12);
    expect(grid.at(-1)).toBe(high);
  });
});
