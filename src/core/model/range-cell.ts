/** Where the range of an assumption is kept: in a cell of its own beside the number. */
import { cellKey, parseCellKey, type CellKey } from './cell.ts';
import type { CellInput, CellInputs } from './input.ts';

/** The cell that keeps the range of a growth or of a figure; `undefined` for a cell that holds no number. */
export function rangeCellOf(cell: CellKey): CellKey | undefined {
  const ref = parseCellKey(cell);
  switch (ref?.column.kind) {
    case 'growth':
      return cellKey(ref.indicator, { kind: 'range' });
    case 'yearGrowth':
      return cellKey(ref.indicator, { kind: 'yearRange', year: ref.column.year });
    case 'value':
      return cellKey(ref.indicator, { kind: 'valueRange', year: ref.column.year });
    default:
      return undefined;
  }
}

/** The growth or figure whose range a cell keeps; `undefined` for a cell that keeps none. */
export function rangedCellOf(cell: CellKey): CellKey | undefined {
  const ref = cell.includes('range') ? parseCellKey(cell) : undefined;
  switch (ref?.column.kind) {
    case 'range':
      return cellKey(ref.indicator, { kind: 'growth' });
    case 'yearRange':
      return cellKey(ref.indicator, { kind: 'yearGrowth', year: ref.column.year });
    case 'valueRange':
      return cellKey(ref.indicator, { kind: 'value', year: ref.column.year });
    default:
      return undefined;
  }
}

/** The inputs, and blanks for the ranges of numbers that are written without one: a range belongs to the number it came with. */
export function withoutOldRanges(inputs: CellInputs, held: Pick<ReadonlySet<CellKey>, 'has'>): CellInputs {
  const old = [...inputs.keys()].flatMap((cell): [CellKey, CellInput | null][] => {
    const beside = rangeCellOf(cell);
    return beside && held.has(beside) && !inputs.has(beside) ? [[beside, null]] : [];
  });
  return old.length === 0 ? inputs : new Map([...inputs, ...old]);
}
