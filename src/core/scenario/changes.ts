/** From what cells are to hold to the changes of an edit. */
import type { CellKey } from '../model/cell.ts';
import { sameInput, type CellInput, type CellInputs } from '../model/input.ts';
import type { CellChange, PatchEntry } from './edit.ts';
import type { Patch } from './scenario.ts';

/** What cells hold before a scenario; a map of them is one. */
export type BaseInputs = Pick<ReadonlyMap<CellKey, CellInput>, 'get'>;

/** The input in force: the scenario's own, else the base's; `null` where the cell is blank. */
export function inputOf(base: BaseInputs, patch: Patch, cell: CellKey): CellInput | null {
  const own = patch.get(cell);
  return own === undefined ? (base.get(cell) ?? null) : own;
}

/**
 * The changes that make the cells hold the inputs, in the order given. A cell that is to hold what the base holds leaves
 * the patch, so that typing the old number back leaves no trace; a cell whose entry would not change has no change.
 */
export function changesTo(base: BaseInputs, patch: Patch, inputs: CellInputs): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (const [cell, input] of inputs) {
    const from = patch.get(cell);
    const to = sameInput(base.get(cell) ?? null, input) ? undefined : input;
    if (!sameEntry(from, to)) changes.push({ cell, from, to });
  }
  return changes;
}

/** The changes that let the base show through again in these cells. */
export function changesToReset(patch: Patch, cells: Iterable<CellKey>): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (const cell of new Set(cells)) {
    const from = patch.get(cell);
    if (from !== undefined) changes.push({ cell, from, to: undefined });
  }
  return changes;
}

/** The changes that turn one patch into the other, cells that both have first. */
export function changesBetween(from: Patch, to: Patch): readonly CellChange[] {
  const cells = new Set([...from.keys(), ...to.keys()]);
  return [...cells].flatMap((cell) => {
    const change = { cell, from: from.get(cell), to: to.get(cell) };
    return sameEntry(change.from, change.to) ? [] : [change];
  });
}

/** Whether two patch entries are alike. Unlike in a cell, blanked on purpose and not changed are two things. */
export function sameEntry(a: PatchEntry, b: PatchEntry): boolean {
  return (a === undefined) === (b === undefined) && sameInput(a, b);
}
