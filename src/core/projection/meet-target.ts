/** Writing the growth that a target needs into the sheet. */
import type { NoGrowth, Start } from '../analysis/required.ts';
import { aimOf } from '../growth/aim.ts';
import { choosePath } from '../growth/choose-path.ts';
import { growthUnit, type GrowthPath } from '../growth/path.ts';
import { cellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { Comparison, WorkbookRow } from '../model/dataset.ts';
import type { CellInput, CellInputs } from '../model/input.ts';
import { err, ok, type Result } from '../model/result.ts';
import { edgeFrom } from '../target/required-growth.ts';
import { solveGrowth, startInYear, type StartOf } from './needed-growth.ts';
import type { Projection } from './projection.ts';

/**
 * What cells are to hold so that a row ends on the meeting side of its target in `year`: a strict target is passed by the least
 * step that shows. From the base year on it is the growth of the row that drives it, in place of all its growths until then; a row
 * whose path reads no growth takes a rate a year. From a later start it is the growth of each year after it, and the start's own
 * value where the sheet has another. A calculated row has no growth of its own to write: `notDriven` where no row drives it from there.
 */
export function inputsToMeet(
  projection: Projection,
  row: WorkbookRow,
  year: Year,
  startOf: StartOf = startInYear(projection, projection.baseYear),
): Result<CellInputs, NoGrowth> {
  const { id, unit } = row.indicator;
  const start = startOf(id);
  const asked = projection.targetLevel(id, year);
  if (!start || !asked) return err({ code: 'noValue' });
  const comparison: Comparison = { op: 'eq', value: isInside(asked, start) ? start.value : aimOf(asked, unit) };
  const { driver, needed } = solveGrowth(projection, row, { year, comparison }, start);
  if (!needed.ok) return needed;
  if (driver !== undefined) return ok(new Map(fromBaseYear(projection, driver, year, needed.value)));
  const path = isCalculated(projection, row) ? undefined : inputsOfPath(projection, row, start.year);
  if (!path) return err({ code: 'notDriven' });
  const growth =
    start.year === projection.baseYear
      ? fromBaseYear(projection, id, year, needed.value)
      : fromLater(projection, id, { start, year, growth: needed.value });
  return ok(new Map([...path, ...growth]));
}

function isCalculated(projection: Projection, { indicator, defaultPath }: WorkbookRow): boolean {
  return defaultPath.formula !== undefined && projection.path(indicator.id).kind === 'formula';
}

function isInside(comparison: Comparison, { value }: Start): boolean {
  return (comparison.op === 'approx' || comparison.op === 'between') && edgeFrom(value, comparison) === value;
}

/**
 * Makes the years after the start follow a path that reads a growth: the row's own, else growth at a constant rate. Earlier years
 * stay as they are. `undefined` where the row cannot take it.
 */
function inputsOfPath(projection: Projection, row: WorkbookRow, start: Year): CellInputs | undefined {
  const { id, unit } = row.indicator;
  const own = projection.path(id);
  const path: GrowthPath = growthUnit(own, unit.percent) === 'none' ? { kind: 'compound' } : own;
  const chosen = choosePath(path, projection.pathRow(row));
  if (!chosen.ok) return undefined;
  const earlier = new Set(projection.years.filter((year) => year <= start).map((year) => valueKey(id, year)));
  return new Map([...chosen.value].filter(([cell]) => !earlier.has(cell)));
}

type Entry = readonly [CellKey, CellInput | null];

function fromBaseYear(projection: Projection, indicator: IndicatorId, until: Year, growth: number): readonly Entry[] {
  const single = growthCells(projection, indicator, projection.baseYear, until).filter((cell) =>
    projection.input(cell),
  );
  return [
    [cellKey(indicator, { kind: 'growth' }), { kind: 'number', value: growth }],
    ...single.map((cell): Entry => [cell, null]),
  ];
}

function fromLater(
  projection: Projection,
  indicator: IndicatorId,
  { start, year, growth }: { readonly start: Start; readonly year: Year; readonly growth: number },
): readonly Entry[] {
  const cell = valueKey(indicator, start.year);
  const present = projection.value(cell);
  const isThere = present.kind === 'number' && present.value === start.value;
  const cells = growthCells(projection, indicator, start.year, year);
  return [
    ...(isThere ? [] : [[cell, { kind: 'number', value: start.value }] satisfies Entry]),
    ...cells.map((one): Entry => [one, { kind: 'number', value: growth }]),
  ];
}

/** The growths of single years after `from`, until and with `until`. */
function growthCells({ years }: Projection, indicator: IndicatorId, from: Year, until: Year): readonly CellKey[] {
  return years
    .filter((year) => year > from && year <= until)
    .map((year) => cellKey(indicator, { kind: 'yearGrowth', year }));
}
