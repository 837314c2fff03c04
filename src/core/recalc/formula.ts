/**
 * What a formula reads, worked out once per distinct text. References stay relative, so the same record serves every row and
 * year that the text stands in.
 */
import type { Expression, FormulaError, FunctionName, Reference } from '../formula/ast.ts';
import type { Result } from '../model/result.ts';
import type { CellPlace, Layout } from './layout.ts';

/** Where a reference points, as seen from the cell it stands in. */
export interface Spot {
  /** Undefined for the formula's own row. */
  readonly row: number | undefined;
  /** Whether `years` counts from the formula's own year; else it is the index of a year. */
  readonly relative: boolean;
  readonly years: number;
  /** The growth in force rather than the value. */
  readonly growth: boolean;
}

/** How the cells of a range are taken together. `ALL`: not at all, they are only watched for changes. */
export type Fold = 'SUM' | 'COUNT' | 'MIN' | 'MAX' | 'ALL';

export interface CellRead {
  readonly kind: 'cell';
  readonly spot: Spot;
}

export interface RangeRead {
  readonly kind: 'range';
  readonly from: Spot;
  readonly to: Spot;
  readonly folds: Set<Fold>;
  /** For a range wide enough for nodes of its own: by fold, the node's slot in each year. */
  readonly nodes: ReadonlyMap<Fold, Int32Array> | undefined;
}

export type Read = CellRead | RangeRead;

/** A block of cells; both ends are in it. */
export interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstYear: number;
  readonly lastYear: number;
}

export interface Formula {
  readonly source: string;
  readonly parsed: Result<Expression, FormulaError>;
  /** In reading order. References that have no cell in any year are left out. */
  readonly reads: readonly Read[];
  readonly ranges: ReadonlyMap<Expression, RangeRead>;
  /** The years (by index) in which every reference has a cell; none if `firstYear > lastYear`. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** How many cells hold it. */
  uses: number;
}

/** From so many rows on, a range is a node of the graph; below, its cells are read one by one. */
const wideRows = 9;

const allFolds: readonly Fold[] = ['SUM', 'COUNT', 'MIN', 'MAX', 'ALL'];

/** What a function needs to know of a range among its arguments. */
export function foldsOf(name: FunctionName): readonly Fold[] {
  switch (name) {
    case 'SUM':
    case 'COUNT':
    case 'MIN':
    case 'MAX':
      return [name];
    case 'AVERAGE':
      return ['SUM', 'COUNT'];
    default:
      return ['ALL'];
  }
}

export function analyseFormula(source: string, parsed: Result<Expression, FormulaError>, layout: Layout): Formula {
  const reads: Read[] = [];
  const ranges = new Map<Expression, RangeRead>();
  let firstYear = 0;
  let lastYear = layout.years.length - 1;

  /** Narrows the years in which the whole formula has its cells. */
  const confine = (spot: Spot | undefined): void => {
    if (spot === undefined) lastYear = -1;
    else if (spot.relative) {
      firstYear = Math.max(firstYear, -spot.years);
      lastYear = Math.min(lastYear, layout.years.length - 1 - spot.years);
    }
  };

  const visit = (node: Expression, within: FunctionName | undefined): void => {
    switch (node.kind) {
      case 'reference': {
        const spot = locate(node, layout);
        confine(spot);
        if (spot) reads.push({ kind: 'cell', spot });
        return;
      }
      case 'range': {
        const from = locate(node.from, layout);
        const to = locate(node.to, layout);
        confine(from);
        confine(to);
        if (!from || !to) return;
        if (from.growth !== to.growth) {
          confine(undefined);
          return;
        }
        const read = ranges.get(node) ?? rangeRead(from, to, layout.years.length);
        for (const fold of within ? foldsOf(within) : []) read.folds.add(fold);
        ranges.set(node, read);
        reads.push(read);
        return;
      }
      case 'unary':
        return visit(node.operand, undefined);
      case 'binary':
        visit(node.left, undefined);
        return visit(node.right, undefined);
      case 'call':
        for (const argument of node.arguments) visit(argument, node.name);
        return;
      case 'number':
      case 'boolean':
      case 'year':
        return;
    }
  };
  if (parsed.ok) visit(parsed.value, undefined);
  return { source, parsed, reads, ranges, firstYear, lastYear, uses: 0 };
}

/** `undefined` for a row or a named year that is not in the sheet. */
export function locate({ measure, row, year }: Reference, layout: Layout): Spot | undefined {
  const rowIndex = row.kind === 'own' ? undefined : layout.rowOf(row.indicator);
  if (row.kind === 'indicator' && rowIndex === undefined) return undefined;
  const growth = measure === 'growth';
  switch (year.kind) {
    case 'same':
      return { row: rowIndex, relative: true, years: 0, growth };
    case 'offset':
      return { row: rowIndex, relative: true, years: year.years, growth };
    case 'base':
      return { row: rowIndex, relative: false, years: 0, growth };
    case 'year': {
      const index = layout.yearIndex(year.year);
      return index < 0 ? undefined : { row: rowIndex, relative: false, years: index, growth };
    }
  }
}

function rangeRead(from: Spot, to: Spot, years: number): RangeRead {
  const wide =
    !from.growth && from.row !== undefined && to.row !== undefined && Math.abs(from.row - to.row) + 1 >= wideRows;
  const nodes = wide ? new Map(allFolds.map((fold) => [fold, new Int32Array(years).fill(-1)] as const)) : undefined;
  return { kind: 'range', from, to, folds: new Set(), nodes };
}

function yearOf({ relative, years }: Spot, place: CellPlace): number {
  return relative ? place.year + years : years;
}

/** The block a range means from a place; `undefined` if an end is outside the sheet's years. */
export function areaOf({ from, to }: RangeRead, place: CellPlace, layout: Layout): Area | undefined {
  const fromYear = yearOf(from, place);
  const toYear = yearOf(to, place);
  const firstYear = Math.min(fromYear, toYear);
  const lastYear = Math.max(fromYear, toYear);
  if (firstYear < 0 || lastYear >= layout.years.length) return undefined;
  const fromRow = from.row ?? place.row;
  const toRow = to.row ?? place.row;
  return { firstRow: Math.min(fromRow, toRow), lastRow: Math.max(fromRow, toRow), firstYear, lastYear };
}

/**
 * The slot that a reference means from a place; −1 outside the sheet's years. `growth` is the year's own cell if it is filled,
 * else the row's; in a year's own growth cell it is the row's, so that a year can build on it.
 */
export function slotAt(spot: Spot, place: CellPlace, layout: Layout, filled: Uint8Array): number {
  const year = yearOf(spot, place);
  if (year < 0 || year >= layout.years.length) return -1;
  const row = spot.row ?? place.row;
  if (!spot.growth) return year * layout.rows + row;
  return growthSlot(row, meansRowGrowth(spot, place) ? 0 : year, layout, filled);
}

function meansRowGrowth(spot: Spot, place: CellPlace): boolean {
  return place.ownGrowth && spot.row === undefined && spot.relative && spot.years === 0;
}

/** The cell of a row that holds its growth in force in a year. */
export function growthSlot(row: number, year: number, layout: Layout, filled: Uint8Array): number {
  const value = year * layout.rows + row;
  return filled[value] === 1 ? layout.ownGrowthSlot(value) : layout.growthOffset + row;
}

/** The cells of a range in reading order: row by row. */
export function areaSlots(area: Area, growth: boolean, layout: Layout, filled: Uint8Array): number[] {
  const slots: number[] = [];
  for (let row = area.firstRow; row <= area.lastRow; row++) {
    for (let year = area.firstYear; year <= area.lastYear; year++) {
      slots.push(growth ? growthSlot(row, year, layout, filled) : year * layout.rows + row);
    }
  }
  return slots;
}

/** All cells that a formula reads from a place, in reading order; a cell read twice comes twice. */
export function precedentSlots(formula: Formula, place: CellPlace, layout: Layout, filled: Uint8Array): number[] {
  return formula.reads.flatMap((read) => {
    if (read.kind === 'range') {
      const area = areaOf(read, place, layout);
      return area ? areaSlots(area, read.from.growth, layout, filled) : [];
    }
    const slot = slotAt(read.spot, place, layout, filled);
    return slot < 0 ? [] : [slot];
  });
}
