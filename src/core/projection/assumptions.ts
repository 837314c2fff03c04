/** The numbers that a result rests on: what goal seek may change, what sensitivity moves, what a range may be given to. */
import { driverBounds, type Bounds } from '../analysis/driver-bounds.ts';
import type { Driver } from '../analysis/goal-seek.ts';
import type { Move } from '../analysis/sensitivity.ts';
import { growthUnit, inputFormat } from '../growth/path.ts';
import { cellKey, parseCellKey, valueKey, type CellKey, type Column } from '../model/cell.ts';
import type { WorkbookRow } from '../model/dataset.ts';
import { withoutNoise } from '../model/noise.ts';
import { rateFormat } from '../model/format.ts';
import type { NumberFormat } from '../model/view.ts';
import type { Projection } from './projection.ts';

export interface Assumption {
  readonly cell: CellKey;
  readonly row: WorkbookRow;
  readonly column: Column;
  /** What the cell holds, in its stored unit. */
  readonly present: number;
  /** How its numbers are shown and typed. */
  readonly format: NumberFormat;
  /** Between what it may be looked for. */
  readonly bounds: Bounds;
  /** How far one point moves it, in its stored unit: see {@link pointMove}. */
  readonly point: number;
}

/**
 * The assumptions that a cell depends on, however far away: cells that hold a number, in sheet order, of a row its years before
 * its growth. A cell that holds one is its own.
 */
export function assumptionsOf(projection: Projection, cell: CellKey): readonly Assumption[] {
  const seen = new Set<CellKey>([cell]);
  for (const key of seen) for (const precedent of projection.precedents(key)) seen.add(precedent);
  const order = new Map(projection.workbook.dataset.rows.map(({ indicator }, index) => [indicator.id, index]));
  const placeOf = ({ row }: Assumption): number => order.get(row.indicator.id) ?? 0;
  return [...seen]
    .flatMap((key) => assumptionAt(projection, key) ?? [])
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.cell < b.cell ? -1 : 1));
}

/** Every growth that holds a number, rows in sheet order, of a row that of all years first: what may be given a range. */
export function growthsOf(projection: Projection): readonly Assumption[] {
  const years = projection.years.filter((year) => year > projection.baseYear);
  return assumptionsIn(projection, [
    { kind: 'growth' },
    ...years.map((year) => ({ kind: 'yearGrowth', year }) as const),
  ]);
}

/** Every figure that holds a number: of the base year, and of years that were overtyped. Rows in sheet order, then years. */
export function figuresOf(projection: Projection): readonly Assumption[] {
  return assumptionsIn(
    projection,
    projection.years.map((year) => ({ kind: 'value', year })),
  );
}

function assumptionsIn(projection: Projection, columns: readonly Column[]): readonly Assumption[] {
  return projection.workbook.dataset.rows.flatMap(({ indicator: { id } }) =>
    columns.flatMap((column) => assumptionAt(projection, cellKey(id, column)) ?? []),
  );
}

/** `undefined` unless the cell holds a number that the calculation reads. */
export function assumptionAt(projection: Projection, cell: CellKey): Assumption | undefined {
  const ref = parseCellKey(cell);
  const row = ref && projection.workbook.rows.get(ref.indicator);
  const input = projection.input(cell);
  if (!row || input?.kind !== 'number') return undefined;
  const { indicator, base: figure } = row;
  const { column } = ref;
  const path = projection.path(indicator.id);
  const present = input.value;
  const baseValue = projection.value(valueKey(indicator.id, projection.baseYear));
  const base = baseValue.kind === 'number' ? baseValue.value : figure.value;
  const isGrowth = column.kind === 'growth' || column.kind === 'yearGrowth';
  const inHundredths = isGrowth ? growthUnit(path, indicator.unit.percent) !== 'rowUnit' : indicator.unit.percent;
  return {
    cell,
    row,
    column,
    present,
    format: inputFormat(column, path, indicator.unit) ?? rateFormat,
    bounds: driverBounds({ column, indicator, path, present, base }),
    point: inHundredths ? 0.01 : indicator.kind === 'rank' ? 1 : Math.abs(base) / 100,
  };
}

/** What goal seek wants to know of it. */
export function driverOfGoal({ cell, present, bounds }: Assumption): Driver {
  return { cell, present, ...bounds };
}

/**
 * One point down and up, no further than the assumption may go: a percentage point of a rate or share, a place of a rank, one
 * per cent of the base figure of what is counted or paid.
 */
export function pointMove({ cell, present, point, bounds }: Assumption): Move {
  return {
    cell,
    present,
    low: Math.max(bounds.low, withoutNoise(present - point)),
    high: Math.min(bounds.high, withoutNoise(present + point)),
  };
}
