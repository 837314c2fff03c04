/** Trying numbers in cells. */
import type { CellKey } from '../model/cell.ts';
import type { Calculation } from '../recalc/calculation.ts';

/**
 * Puts sets of numbers into cells, one number for each cell, set after set, and answers what the result cells compute to, set
 * after set; NaN where that is no number. The sheet is afterwards as it was.
 */
export type TrySets = (cells: readonly CellKey[], sets: Float64Array, results: readonly CellKey[]) => Float64Array;

/** Trials on the real calculation. Throws for a cell that takes no part in it, such as `x@path`. */
export function trialsOn(calculation: Calculation): TrySets {
  const slots = (cells: readonly CellKey[]): readonly number[] => cells.map((cell) => slotIn(calculation, cell));
  return (cells, sets, results) => calculation.sample(slots(cells), sets, slots(results));
}

function slotIn(calculation: Calculation, cell: CellKey): number {
  const slot = calculation.slotOf(cell);
  if (slot < 0) throw new Error(`Not a calculating cell: ${cell}`);
  return slot;
}
