/** What one scenario has otherwise than another, and taking over a part of it. */
import type { CellKey } from '../model/cell.ts';
import { sameEntry } from './changes.ts';
import type { CellChange } from './edit.ts';
import type { Patch } from './scenario.ts';

/** The cells in which two patches differ: those of `mine` in its order, then those that only `theirs` has. */
export function differingCells(mine: Patch, theirs: Patch): readonly CellKey[] {
  return [...new Set([...mine.keys(), ...theirs.keys()])].filter(
    (cell) => !sameEntry(mine.get(cell), theirs.get(cell)),
  );
}

/**
 * The changes that give `mine` the entries of `theirs` in the chosen cells and leave all others alone. Where `theirs` has not
 * changed a cell the base shows through again. Ready to be one edit, and so one step of undo.
 */
export function mergeChosen(mine: Patch, theirs: Patch, chosen: Iterable<CellKey>): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (const cell of new Set(chosen)) {
    const [from, to] = [mine.get(cell), theirs.get(cell)];
    if (!sameEntry(from, to)) changes.push({ cell, from, to });
  }
  return changes;
}
