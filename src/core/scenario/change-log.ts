/** What a scenario changes, counted as a person would. */
import { parseCellKey, rowOf, type CellKey, type Column, type IndicatorId } from '../model/cell.ts';
import { rangedCellOf } from '../model/range-cell.ts';
import type { Patch } from './scenario.ts';

/**
 * How many changes a person would count: a chosen path is one, together with its growth, the range of it and the formulas that
 * it wrote; a changed number is one together with its range; any other changed cell is one of its own.
 */
export function countChanges(patch: Patch): number {
  const withPath = new Set<IndicatorId>();
  for (const cell of patch.keys()) {
    const ref = parseCellKey(cell);
    if (ref?.column.kind === 'path') withPath.add(ref.indicator);
  }
  let count = withPath.size;
  for (const [cell, input] of patch) {
    const ref = parseCellKey(cell);
    if (!ref || ref.column.kind === 'path') continue;
    const { kind } = ref.column;
    const isPart = partsOfPath.has(kind) || (kind === 'value' && input?.kind === 'formula');
    const of = rangedCellOf(cell);
    const isCounted = (isPart && withPath.has(ref.indicator)) || (of !== undefined && patch.has(of));
    if (!isCounted) count += 1;
  }
  return count;
}

/** What a path reads, beside what it writes. */
export const partsOfPath: ReadonlySet<Column['kind']> = new Set(['growth', 'yearGrowth', 'range', 'yearRange']);

/** The rows that cells stand in. */
export function rowsOf(cells: Iterable<CellKey>): ReadonlySet<IndicatorId> {
  return new Set(Array.from(cells, rowOf));
}
