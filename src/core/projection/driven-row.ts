/** Bringing a row that is calculated from others to its targets, by the growth of the row that drives it. */
import { rateBounds } from '../analysis/driver-bounds.ts';
import { seek } from '../analysis/goal-seek.ts';
import { growthUnit } from '../growth/path.ts';
import { cellKey, parseCellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { WorkbookRow } from '../model/dataset.ts';
import type { CellInput, CellInputs } from '../model/input.ts';
import type { Projection } from './projection.ts';

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
  const driver = driverOf(indicator.id, projection);
  const growths = new Map<CellKey, number>();
  if (driver === undefined) return new Map();
  let from = projection.baseYear;
  for (const { year, value } of aims) {
    const cells =
      year === aims.at(-1)?.year
        ? [cellKey(driver, { kind: 'growth' })]
        : projection.years
            .filter((one) => one > from && one <= year)
            .map((one) => cellKey(driver, { kind: 'yearGrowth', year: one }));
    const answer = seek(
      (keys, sets, results) => projection.sample(keys, sets, results),
      { cell: valueKey(indicator.id, year), value },
      {
        bounds: rateBounds,
        start: 0,
        inputsAt: (at) => new Map([...growths, ...cells.map((cell) => [cell, at] as const)]),
      },
    );
    if (answer.kind === 'solved') for (const cell of cells) growths.set(cell, answer.at);
    from = year;
  }
  return new Map(Array.from(growths, ([cell, value]): [CellKey, CellInput] => [cell, { kind: 'number', value }]));
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
