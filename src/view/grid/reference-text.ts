/** The text of a reference to a cell that is pointed at, as the formula language writes it. */
import type { IndicatorId, Year } from '../../core/model/cell.ts';
import type { SheetColumn } from '../../core/model/sheet.ts';
import { offsetIndex } from './draft.ts';

export interface PointedCell {
  readonly indicator: IndicatorId;
  readonly column: SheetColumn;
}

/** What formulas are written with in the language of the reader. */
export interface Naming {
  /** The name that formulas know an indicator by. */
  readonly shortName: (indicator: IndicatorId) => string;
  /** What a growth is called in brackets behind it. */
  readonly growthWord: string;
}

/**
 * By name: no index in the formula's own column, an offset in years in another (`高新技术企业[-1]`), a fixed year where the
 * formula's column has none. A row's growth is `growth` in its own formulas and `高新技术企业[增速]` in others.
 * `undefined` for a cell that no formula can read.
 */
export function referenceText(from: PointedCell, to: PointedCell, naming: Naming): string | undefined {
  const { column } = to.column;
  switch (column?.kind) {
    case 'value':
      return naming.shortName(to.indicator) + yearIndex(from, column.year);
    case 'growth':
      return growthName(from, to, naming);
    case 'yearGrowth':
      return growthName(from, to, naming) + yearIndex(from, column.year);
    default:
      return undefined;
  }
}

function growthName(from: PointedCell, to: PointedCell, naming: Naming): string {
  return to.indicator === from.indicator ? 'growth' : `${naming.shortName(to.indicator)}[${naming.growthWord}]`;
}

function yearIndex(from: PointedCell, year: Year): string {
  const own = from.column.year;
  return own === undefined ? `[${year}]` : offsetIndex(year - own);
}

/** Two corners: `高新技术企业[-2]:高新技术企业`; a single cell where both are the same. `undefined` if either cannot be read. */
export function rangeText(
  from: PointedCell,
  first: PointedCell,
  last: PointedCell,
  naming: Naming,
): string | undefined {
  const start = referenceText(from, first, naming);
  const same = first.indicator === last.indicator && first.column.id === last.column.id;
  const end = same ? start : referenceText(from, last, naming);
  if (start === undefined || end === undefined) return undefined;
  return same ? start : `${start}:${end}`;
}
