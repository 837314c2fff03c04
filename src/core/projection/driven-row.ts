/** Bringing a row that is calculated from others to its targets, by the growth of the row that drives it. */
import { growthUnit } from '../growth/path.ts';
import { cellKey, parseCellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { WorkbookRow } from '../model/dataset.ts';
import type { CellInput, CellInputs } from '../model/input.ts';
import { applyChanges } from '../scenario/edit.ts';
import type { Projection } from './projection.ts';

/** The last bits are reached after about ten steps. */
const mostSteps = 60;
/** Growths a year between which the solution is looked for, in order: no plan shrinks or grows faster than the ends. */
const growthsToTry = [-0.9, -0.2, 0, 0.1, 0.3, 1, 9];

/**
 * Growths of the driving row (the first that the formula reads and that takes a rate of growth) with which the row comes
 * to each aim in its year: one rate for each stretch between aims, the last one as the row's own. Empty where there is no
 * such row or no such rate.
 */
export function solveDrivenRow(
  { indicator }: WorkbookRow,
  aims: readonly { readonly year: Year; readonly value: number }[],
  projection: Projection,
): CellInputs {
  const { patch, years } = projection;
  const driver = driverOf(indicator.id, projection);
  const inputs = new Map<CellKey, CellInput>();
  if (driver === undefined) return inputs;
  let from = projection.baseYear;
  for (const { year, value } of aims) {
    const cells =
      year === aims.at(-1)?.year
        ? [cellKey(driver, { kind: 'growth' })]
        : years
            .filter((one) => one > from && one <= year)
            .map((one) => cellKey(driver, { kind: 'yearGrowth', year: one }));
    const reached = (growth: number): number | undefined => {
      const to: CellInput = { kind: 'number', value: growth };
      const trial = [...inputs].map(([cell, input]) => ({ cell, from: undefined, to: input }));
      projection.show(applyChanges(patch, [...trial, ...cells.map((cell) => ({ cell, from: undefined, to }))]));
      const result = projection.value(valueKey(indicator.id, year));
      return result.kind === 'number' ? result.value : undefined;
    };
    const growth = solve(reached, value);
    if (growth !== undefined) for (const cell of cells) inputs.set(cell, { kind: 'number', value: growth });
    from = year;
  }
  projection.show(patch);
  return inputs;
}

/** The first row that the formula of a row reads in its last year and that takes a rate of growth. */
export function driverOf(indicator: IndicatorId, projection: Projection): IndicatorId | undefined {
  const last = projection.years.at(-1) ?? projection.baseYear;
  const read = projection.precedents(valueKey(indicator, last)).flatMap((key) => parseCellKey(key) ?? []);
  return read.find(({ indicator: id, column }) => {
    const row = projection.workbook.rows.get(id);
    if (id === indicator || column.kind !== 'value' || !row) return false;
    return growthUnit(projection.path(id), row.indicator.unit.percent) === 'percentPerYear';
  })?.indicator;
}

/** Where a monotonic function reaches the goal, to the last bits; `undefined` where it does not between the widest growths. */
function solve(reached: (growth: number) => number | undefined, goal: number): number | undefined {
  let low: Point | undefined;
  for (const growth of growthsToTry) {
    const value = reached(growth);
    if (value === undefined) return undefined;
    const point = { growth, miss: value - goal };
    if (point.miss === 0) return growth;
    if (low && low.miss > 0 !== point.miss > 0) return narrow(low, point, (at) => (reached(at) ?? NaN) - goal);
    low = point;
  }
  return undefined;
}

interface Point {
  readonly growth: number;
  readonly miss: number;
}

/** False position between two points on either side of the goal, with the end that stays put pulled in (the Illinois rule). */
function narrow(first: Point, second: Point, missAt: (growth: number) => number): number | undefined {
  let [a, b] = [first, second];
  for (let step = 0; step < mostSteps && b.miss !== 0; step += 1) {
    const growth = b.growth - (b.miss * (b.growth - a.growth)) / (b.miss - a.miss);
    if (growth === b.growth) break;
    const next = { growth, miss: missAt(growth) };
    if (Number.isNaN(next.miss)) return undefined;
    a = next.miss > 0 === b.miss > 0 ? { growth: a.growth, miss: a.miss / 2 } : b;
    b = next;
  }
  return b.growth;
}
