/** What every row with a target needs: the growth that just meets it, how hard that is, and how much room the plan has. */
import { driverBounds } from '../analysis/driver-bounds.ts';
import { seek } from '../analysis/goal-seek.ts';
import { marginOf, requiredOnPath, requiredUnit, type NoGrowth, type Start } from '../analysis/required.ts';
import { cagr } from '../growth/cagr.ts';
import type { GrowthUnit } from '../growth/path.ts';
import { cellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { Comparison, Dataset, WorkbookRow } from '../model/dataset.ts';
import type { GoalInForce } from '../model/goal.ts';
import { isKnownBy } from '../model/publication.ts';
import { err, ok, type Result } from '../model/result.ts';
import { knownUntil } from '../scenario/settings.ts';
import type { Assessment } from '../target/assess.ts';
import { edgeFrom } from '../target/required-growth.ts';
import { actualsOf, lastActual } from './actuals.ts';
import { assessRow } from './cell.ts';
import { driverOf } from './driven-row.ts';
import type { Projection } from './projection.ts';

export interface NeededGrowth {
  readonly indicator: IndicatorId;
  readonly target: GoalInForce;
  /** How the projected value fares. */
  readonly assessment: Assessment;
  /** From where the growth is counted. */
  readonly start: Start;
  /** The row whose growth is told: of a calculated row the first that drives it, else the row itself. */
  readonly driver: IndicatorId;
  /** What `needed`, `assumed`, `margin` and `historical` are in. Per cent and points are stored as hundredths. */
  readonly unit: Exclude<GrowthUnit, 'none'>;
  /** Constant growth a year that ends exactly at the target's edge; a strict target needs more (or less). */
  readonly needed: Result<number, NoGrowth>;
  /** What the scenario lets the driver grow by on average over the same years. */
  readonly assumed?: number;
  /** Assumed less needed (for targets from above the other way round): below it the target is missed. */
  readonly margin?: number;
  /** Average growth a year from the earliest comparable history that the scenario knows to the base year. */
  readonly historical?: { readonly from: Year; readonly growth: number };
  /** Needed as a multiple of the historical growth, where both are positive rates. */
  readonly difficulty?: number;
}

/** From where on a row's growth is counted; `undefined` where it is not known. */
export type StartOf = (indicator: IndicatorId) => Start | undefined;

/** From what the row computes to in a year. */
export function startInYear(projection: Projection, year: Year): StartOf {
  return (indicator) => {
    const value = numberIn(projection, indicator, year);
    return value === undefined ? undefined : { year, value };
  };
}

/** From the last comparable actual that was published; with a date, by then. */
export function startFromLastActual(dataset: Dataset, until?: string): StartOf {
  const actuals = actualsOf(dataset, until);
  return (indicator) => lastActual(actuals, indicator);
}

/** One answer for each target in force in a target year, rows in sheet order. Without a start, from the base year. */
export function neededGrowths(projection: Projection, startOf?: StartOf): readonly NeededGrowth[] {
  const { rows, targetYears } = projection.workbook.dataset;
  return rows.flatMap((row) =>
    targetYears.flatMap((year) => {
      const target = projection.target(row.indicator.id, year);
      const answer = target && neededGrowth(projection, row, target, startOf);
      return answer ? [answer] : [];
    }),
  );
}

/** The answer for one target; `undefined` where there is no value to start from. */
export function neededGrowth(
  projection: Projection,
  row: WorkbookRow,
  target: GoalInForce,
  startOf: StartOf = startInYear(projection, projection.baseYear),
): NeededGrowth | undefined {
  const { id, better } = row.indicator;
  const start = startOf(id);
  const comparison = projection.targetLevel(id, target.year);
  const assessment = assessRow(row, target.year, projection);
  if (!start || !comparison || !assessment) return undefined;
  const { driver, unit: told, needed } = solveGrowth(projection, row, { year: target.year, comparison }, start);
  const assumed = assumedGrowth(projection, driver ?? id, told, driver === undefined ? start : undefined, target.year);
  const historical = told === 'percentPerYear' ? historicalGrowth(projection, driver ?? id) : undefined;
  const margin = needed.ok && assumed !== undefined ? marginOf(assumed, needed.value, comparison, better) : undefined;
  const difficulty =
    needed.ok && historical && historical.growth > 0 && needed.value > 0 ? needed.value / historical.growth : undefined;
  return {
    indicator: id,
    target,
    assessment,
    start,
    driver: driver ?? id,
    unit: told,
    needed,
    ...(assumed !== undefined && { assumed }),
    ...(margin !== undefined && { margin }),
    ...(historical && { historical }),
    ...(difficulty !== undefined && { difficulty }),
  };
}

/** The level to reach, and when. */
export interface LevelAsked {
  readonly year: Year;
  readonly comparison: Comparison;
}

/** `driver`: absent where the row is driven by its own growth. */
export interface SolvedGrowth {
  readonly driver?: IndicatorId;
  readonly unit: NeededGrowth['unit'];
  readonly needed: Result<number, NoGrowth>;
}

/** The constant growth a year that brings a row from its start exactly to the edge of what is asked for. */
export function solveGrowth(
  projection: Projection,
  row: WorkbookRow,
  { year, comparison }: LevelAsked,
  start: Start,
): SolvedGrowth {
  const { id: indicator, unit } = row.indicator;
  const driver = start.year === projection.baseYear ? driverFor(row, projection) : undefined;
  if (driver !== undefined) {
    const needed = requiredOfDriver(projection, driver, { indicator, year, comparison }, start);
    return { driver, unit: 'percentPerYear', needed };
  }
  const path = projection.path(indicator);
  const { percent } = unit;
  return {
    unit: requiredUnit(path, percent),
    needed: requiredOnPath({ start, year, comparison, path, percent }),
  };
}

function driverFor({ indicator }: WorkbookRow, projection: Projection): IndicatorId | undefined {
  return projection.path(indicator.id).kind === 'formula' ? driverOf(indicator.id, projection) : undefined;
}

/** The driver's constant rate, in place of all its growths up to the target's year, on the real calculation. */
function requiredOfDriver(
  projection: Projection,
  driver: IndicatorId,
  { indicator, year, comparison }: LevelAsked & { readonly indicator: IndicatorId },
  start: Start,
): Result<number, NoGrowth> {
  const row = projection.workbook.rows.get(driver);
  const present = numberAt(projection, cellKey(driver, { kind: 'growth' })) ?? 0;
  if (!row) return err({ code: 'notDriven' });
  const cells = growthCells(projection, driver, year);
  const answer = seek(
    (keys, sets, results) => projection.sample(keys, sets, results),
    { cell: valueKey(indicator, year), value: edgeFrom(start.value, comparison) },
    {
      bounds: driverBounds({
        column: { kind: 'growth' },
        indicator: row.indicator,
        path: projection.path(driver),
        present,
        base: row.base.value,
      }),
      start: present,
      inputsAt: (at) => new Map(cells.map((cell) => [cell, at])),
    },
  );
  switch (answer.kind) {
    case 'solved':
      return ok(answer.at);
    case 'closest':
      return err({ code: 'outOfReach', closest: { growth: answer.at, reached: answer.reached } });
    case 'independent':
      return err({ code: 'notDriven' });
    case 'noValue':
      return err({ code: 'noValue' });
  }
}

/** The row's growth, and those of single years that stand in its place until then. */
function growthCells(projection: Projection, indicator: IndicatorId, until: Year): readonly CellKey[] {
  const single = projection.years
    .filter((year) => year > projection.baseYear && year <= until)
    .map((year) => cellKey(indicator, { kind: 'yearGrowth', year }))
    .filter((cell) => projection.input(cell) !== undefined);
  return [cellKey(indicator, { kind: 'growth' }), ...single];
}

/** Of an S-curve the growth it is given, elsewhere what the row really grows by on average. Without a start from the base year. */
function assumedGrowth(
  projection: Projection,
  indicator: IndicatorId,
  unit: NeededGrowth['unit'],
  from: Start | undefined,
  year: Year,
): number | undefined {
  if (projection.path(indicator).kind === 'scurve') return numberAt(projection, cellKey(indicator, { kind: 'growth' }));
  const start = from ?? startInYear(projection, projection.baseYear)(indicator);
  const last = numberIn(projection, indicator, year);
  if (!start || last === undefined || year <= start.year) return undefined;
  const years = year - start.year;
  return unit === 'percentPerYear' ? cagr(start.value, last, years) : (last - start.value) / years;
}

/** What the scenario's date leaves out is no history that it knows of. */
function historicalGrowth(
  { patch, workbook: { dataset, rows } }: Projection,
  indicator: IndicatorId,
): NeededGrowth['historical'] {
  const base = rows.get(indicator)?.base.value;
  const until = knownUntil(patch);
  const [first] = dataset.observations
    .filter(
      (one) =>
        one.kind === 'history' &&
        one.indicator === indicator &&
        one.comparable &&
        one.since === undefined &&
        one.year < dataset.baseYear &&
        isKnownBy(one.figure.citation.published, until),
    )
    .sort((a, b) => a.year - b.year);
  const growth =
    first && base !== undefined ? cagr(first.figure.value, base, dataset.baseYear - first.year) : undefined;
  return first && growth !== undefined ? { from: first.year, growth } : undefined;
}

function numberIn(projection: Projection, indicator: IndicatorId, year: Year): number | undefined {
  return numberAt(projection, valueKey(indicator, year));
}

function numberAt(projection: Projection, key: CellKey): number | undefined {
  const value = projection.value(key);
  return value.kind === 'number' ? value.value : undefined;
}
