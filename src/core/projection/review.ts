/** The review of a shared scenario: what it has otherwise than another one, row by row, and what becomes of the targets. */
import {
  parseCellKey,
  scenarioRow,
  valueKey,
  type CellKey,
  type Column,
  type IndicatorId,
  type Year,
} from '../model/cell.ts';
import type { WorkbookRow } from '../model/dataset.ts';
import type { GoalInForce } from '../model/goal.ts';
import type { CellInput, CellValue } from '../model/input.ts';
import { inputFormat, type GrowthPath } from '../growth/path.ts';
import type { NumberFormat } from '../model/view.ts';
import { differingCells } from '../scenario/review.ts';
import type { Assessment } from '../target/assess.ts';
import { assessRow } from './cell.ts';
import type { Projection } from './projection.ts';

/** One thing on either side. */
export interface Both<T> {
  readonly mine: T;
  readonly theirs: T;
}

export interface CellReview {
  readonly cell: CellKey;
  readonly column: Column;
  /** The input in force, be it the scenario's own or the base's; `null` for blank. */
  readonly input: Both<CellInput | null>;
  readonly value: Both<CellValue>;
  /** How a number in the cell is shown; absent where it takes none. */
  readonly format: Both<NumberFormat | undefined>;
  /** A year whose formula follows from another change of the row: a path was chosen, and it wrote this. */
  readonly written: boolean;
}

export interface RowReview {
  readonly row: WorkbookRow;
  readonly path: Both<GrowthPath>;
  /** In the order of the sheet's columns: base year, growth, path, years, growth of years, held. */
  readonly cells: readonly CellReview[];
  /** What the row computes to in the last projected year. */
  readonly last: Both<CellValue>;
}

export interface TargetReview {
  readonly row: WorkbookRow;
  readonly year: Year;
  readonly target: GoalInForce;
  readonly assessment: Both<Assessment>;
}

export interface Review {
  /** In sheet order: 改动 N 项. */
  readonly rows: readonly RowReview[];
  /** Choices of the scenario as a whole that differ. */
  readonly settings: readonly CellReview[];
  /** Cells that differ and that a person set; formulas that a path wrote are not counted. */
  readonly changes: number;
  readonly newlyMet: readonly TargetReview[];
  readonly lost: readonly TargetReview[];
  /** Targets in force that each side meets, of `targets` in all. */
  readonly met: Both<number>;
  readonly targets: number;
}

/** Compares two scenarios worked out on one workbook. For a review against the base, `mine` shows an empty patch. */
export function review(mine: Projection, theirs: Projection): Review {
  const { dataset } = theirs.workbook;
  const cells = new Map<IndicatorId, { readonly cell: CellKey; readonly column: Column }[]>();
  for (const cell of differingCells(mine.patch, theirs.patch)) {
    const ref = parseCellKey(cell);
    if (!ref) continue;
    const ofRow = cells.get(ref.indicator) ?? [];
    cells.set(ref.indicator, [...ofRow, { cell, column: ref.column }]);
  }
  const both: Both<Projection> = { mine, theirs };
  const rows = dataset.rows.flatMap((row) => {
    const ofRow = cells.get(row.indicator.id);
    return ofRow ? [reviewRow(row, ofRow, both)] : [];
  });
  const targets = dataset.rows.flatMap((row) => dataset.targetYears.flatMap((year) => reviewTarget(row, year, both)));
  const settings = (cells.get(scenarioRow) ?? []).map((setting) => reviewSetting(setting, both));
  return {
    rows,
    settings,
    changes: settings.length + rows.flatMap((row) => row.cells).filter(({ written }) => !written).length,
    newlyMet: targets.filter(({ assessment }) => !isMet(assessment.mine) && isMet(assessment.theirs)),
    lost: targets.filter(({ assessment }) => isMet(assessment.mine) && !isMet(assessment.theirs)),
    met: {
      mine: targets.filter(({ assessment }) => isMet(assessment.mine)).length,
      theirs: targets.filter(({ assessment }) => isMet(assessment.theirs)).length,
    },
    targets: targets.length,
  };
}

/** The cells to merge when whole rows are chosen. */
export function cellsOfRows({ rows }: Review, chosen: ReadonlySet<IndicatorId>): readonly CellKey[] {
  return rows.filter(({ row }) => chosen.has(row.indicator.id)).flatMap(({ cells }) => cells.map(({ cell }) => cell));
}

function map<A, B>({ mine, theirs }: Both<A>, make: (side: A) => B): Both<B> {
  return { mine: make(mine), theirs: make(theirs) };
}

function reviewRow(
  row: WorkbookRow,
  cells: readonly { readonly cell: CellKey; readonly column: Column }[],
  both: Both<Projection>,
): RowReview {
  const { id, unit } = row.indicator;
  const path = map(both, (side) => side.path(id));
  const pathDiffers = cells.some(({ column }) => column.kind === 'path');
  const lastYear = both.theirs.years.at(-1) ?? both.theirs.baseYear;
  const { baseYear } = both.theirs;
  return {
    row,
    path,
    cells: [...cells]
      .sort((a, b) => columnRank(a.column, baseYear) - columnRank(b.column, baseYear))
      .map(({ cell, column }) => ({
        cell,
        column,
        input: map(both, (side) => side.input(cell) ?? null),
        value: map(both, (side) => side.value(cell)),
        format: map(path, (of) => inputFormat(column, of, unit)),
        written: pathDiffers && column.kind === 'value' && both.theirs.input(cell)?.kind === 'formula',
      })),
    last: map(both, (side) => side.value(valueKey(id, lastYear))),
  };
}

function reviewSetting({ cell, column }: Pick<CellReview, 'cell' | 'column'>, both: Both<Projection>): CellReview {
  const input = map(both, (side) => side.input(cell) ?? null);
  const value = map(input, (held): CellValue => (held?.kind === 'text' ? held : { kind: 'blank' }));
  return { cell, column, input, value, format: { mine: undefined, theirs: undefined }, written: false };
}

/** The order in which a person reads a row. */
function columnRank(column: Column, baseYear: Year): number {
  switch (column.kind) {
    case 'value':
      return column.year <= baseYear ? column.year - baseYear - 10_000 : 10_000 + column.year;
    case 'growth':
      return 0;
    case 'path':
      return 1;
    case 'yearGrowth':
      return 20_000 + column.year;
    case 'yearRange':
      return 30_000 + column.year;
    case 'valueRange':
      return 35_000 + column.year - baseYear;
    case 'range':
      return 39_999;
    case 'held':
      return 40_000;
    case 'target':
      return 40_000 + column.year;
    case 'peers':
    case 'setting':
      return 60_000;
  }
}

function reviewTarget(row: WorkbookRow, year: Year, both: Both<Projection>): readonly TargetReview[] {
  const target = both.theirs.target(row.indicator.id, year);
  const assessment = map(both, (side) => assessRow(row, year, side));
  if (!target || !assessment.mine || !assessment.theirs) return [];
  return [{ row, year, target, assessment: { mine: assessment.mine, theirs: assessment.theirs } }];
}

function isMet({ status }: Assessment): boolean {
  return status === 'met' || status === 'thin';
}
