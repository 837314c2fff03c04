/** The ranges that a scenario gives its assumptions. Each is text in a cell beside the number that it is the range of. */
import { parseCellKey, type CellKey } from '../model/cell.ts';
import { parseRange, type Range } from '../model/range.ts';
import { rangedCellOf } from '../model/range-cell.ts';
import type { Projection } from './projection.ts';

/** By the cell of the number. Text that is no range is passed over, and so are rows and years that the dataset has not got. */
export function rangesOf({ patch, workbook }: Projection): ReadonlyMap<CellKey, Range> {
  const { calculationSheet } = workbook;
  const found = [...patch].flatMap(([beside, input]): [CellKey, Range][] => {
    const cell = rangedCellOf(beside);
    const ref = cell && parseCellKey(cell);
    const range = input?.kind === 'text' ? parseRange(input.text) : undefined;
    if (!ref || !range || !workbook.rows.get(ref.indicator)) return [];
    return 'year' in ref.column && !calculationSheet.years.includes(ref.column.year) ? [] : [[cell, range]];
  });
  return new Map(found);
}
