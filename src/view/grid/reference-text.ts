/** The text of a reference to a cell that is pointed at, as the formula language writes it. */
import type { IndicatorId } from '../../core/model/cell.ts';
import type { SheetColumn } from '../../core/model/sheet.ts';
import { offsetIndex } from './draft.ts';

export interface PointedCell {
  readonly indicator: IndicatorId;
  readonly column: SheetColumn;
}

/** The short name that formulas know an indicator by. */
export type NameOf = (indicator: IndicatorId) => string;

/**
 * By name: no index in the formula's own column, an offset in years in another (`高新技术企业[-1]`), a fixed year where the
 * formula's column has none. Growth can be read in the formula's own row alone. `undefined` for a cell no formula can read.
 */
export function referenceText(from: PointedCell, to: PointedCell, nameOf: NameOf): string | undefined {
  const { column } = to;
  if (column.role === 'growth') return to.indicator === from.indicator ? 'growth' : undefined;
  if (column.column?.kind !== 'value' || column.year === undefined) return undefined;
  const own = from.column.year;
  return nameOf(to.indicator) + (own === undefined ? `[${column.year}]` : offsetIndex(column.year - own));
}

/** Two corners: `高新技术企业[-2]:高新技术企业`; a single cell where both are the same. `undefined` if either cannot be read. */
export function rangeText(
  from: PointedCell,
  first: PointedCell,
  last: PointedCell,
  nameOf: NameOf,
): string | undefined {
  const start = referenceText(from, first, nameOf);
  const same = first.indicator === last.indicator && first.column.id === last.column.id;
  const end = same ? start : referenceText(from, last, nameOf);
  if (start === undefined || end === undefined) return undefined;
  return same ? start : `${start}:${end}`;
}
