/** The ranges that a scenario gives its assumptions. Each is text in a cell beside the growth that it is the range of. */
import { cellKey, parseCellKey, type CellKey, type Column } from '../model/cell.ts';
import { parseRange, type Range } from '../model/range.ts';
import type { Patch } from '../scenario/scenario.ts';

/** By the cell of the assumption. Text that is no range is passed over. */
export function rangesOf(patch: Patch): ReadonlyMap<CellKey, Range> {
  const ranges = new Map<CellKey, Range>();
  for (const [cell, input] of patch) {
    const ref = parseCellKey(cell);
    const column = ref && uncertainColumn(ref.column);
    const range = column && input?.kind === 'text' ? parseRange(input.text) : undefined;
    if (ref && column && range) ranges.set(cellKey(ref.indicator, column), range);
  }
  return ranges;
}

/** Of which assumption a cell holds the range. */
function uncertainColumn(column: Column): Column | undefined {
  switch (column.kind) {
    case 'range':
      return { kind: 'growth' };
    case 'yearRange':
      return { kind: 'yearGrowth', year: column.year };
    default:
      return undefined;
  }
}

/** The cell that holds the range of an assumption; `undefined` for one that takes none: only growths do. */
export function rangeCell(assumption: CellKey): CellKey | undefined {
  const ref = parseCellKey(assumption);
  switch (ref?.column.kind) {
    case 'growth':
      return cellKey(ref.indicator, { kind: 'range' });
    case 'yearGrowth':
      return cellKey(ref.indicator, { kind: 'yearRange', year: ref.column.year });
    default:
      return undefined;
  }
}
