import { describe, expect, it } from 'vitest';
import { cellKey, valueKey, type CellKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { dataset, indicator, row, y } from '../../support/plan.ts';

const rows = Array.from({ length: 400 }, (_, at) => row(indicator(`row${at}`), 100, { path: 'compound', growth: 0.1 }));
const workbook = makeWorkbook(dataset(rows));
const number = (value: number): CellInput => ({ kind: 'number', value });
const ownGrowth = (at: number, year: number): CellKey =>
  cellKey(indicator(`row${at}`).id, { kind: 'yearGrowth', year: y(year) });
const last = (at: number): CellKey => valueKey(indicator(`row${at}`).id, y(2025));

describe("[R3] a projection takes as many years' own growths as a scenario has, expected or not", () => {
  const many = new Map(
    [2021, 2022, 2023, 2024].flatMap((year) => rows.map((_, at) => [ownGrowth(at, year), number(at / 400)] as const)),
  );
  const few = new Map([[ownGrowth(7, 2021), number(0.5)]]);
  const numberAt = (projection: Projection, cell: CellKey): unknown => {
    const value = projection.value(cell);
    return value.kind === 'number' && Number(value.value.toFixed(9));
  };
  const expected = (growth: number): number => Number((100 * (1 + growth) ** 4 * 1.1).toFixed(9));

  it('from the start, and when they come later: then it tells of the rows that they change', () => {
    const before = new Projection(workbook, new Map([...few, [valueKey(indicator('row3').id, y(2020)), number(200)]]));
    const told = before.show(new Map([...many].slice(-2)));
    expect([
      told?.has(indicator('row399').id),
      told?.has(indicator('row3').id),
      told?.has(indicator('row1').id),
    ]).toEqual([true, true, false]);
    before.show(many);
    const made = new Projection(workbook, many);
    for (const at of [0, 3, 7, 250, 399]) {
      expect([numberAt(before, last(at)), numberAt(made, last(at))]).toEqual([expected(at / 400), expected(at / 400)]);
    }
    before.show(few);
    expect([numberAt(before, last(7)), numberAt(before, last(8))]).toEqual([
      Number((150 * 1.1 ** 4).toFixed(9)),
      Number((100 * 1.1 ** 5).toFixed(9)),
    ]);
  });

  it('also where they are only tried', () => {
    const projection = new Projection(workbook, few);
    const tried = [...many.keys()];
    const results = projection.sample(tried, new Float64Array(tried.length).fill(1), [last(1)]);
    expect(results[0]).toBeCloseTo(100 * 2 ** 4 * 1.1, 9);
    expect(numberAt(projection, last(1))).toBe(Number((100 * 1.1 ** 5).toFixed(9)));
    expect(numberAt(projection, last(7))).toBe(Number((150 * 1.1 ** 4).toFixed(9)));
  });
});
