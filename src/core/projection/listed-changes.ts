/** A scenario's changes as a person made them: one entry for each thing set, however many cells it wrote. */
import type { CellKey } from '../model/cell.ts';
import type { CellReview, Review, RowReview } from './review.ts';

export interface ListedChange {
  /** Absent for a choice of the scenario as a whole. */
  readonly row?: RowReview;
  /** The cell that tells what was changed: `mine` is the base, `theirs` the scenario. */
  readonly change: CellReview;
  /** All cells to reset in order to take the change back. */
  readonly cells: readonly CellKey[];
}

/**
 * One entry for each changed cell, in the order given. A chosen path is one entry together with all that goes with it: its
 * growth, growths of years that it blanked, the formulas it wrote. Taken back alone, each of those would mean another thing.
 */
export function listChanges({ rows, settings }: Review, order: readonly CellKey[]): readonly ListedChange[] {
  const places = new Map(order.map((cell, place) => [cell, place]));
  const place = ({ cells }: ListedChange): number => Math.min(...cells.map((cell) => places.get(cell) ?? order.length));
  const ofScenario = settings.map((change): ListedChange => ({ change, cells: [change.cell] }));
  return [...rows.flatMap(changesOfRow), ...ofScenario].sort((a, b) => place(a) - place(b));
}

function changesOfRow(row: RowReview): readonly ListedChange[] {
  const path = row.cells.find(({ column }) => column.kind === 'path');
  const goesWithPath = (cell: CellReview): boolean =>
    path !== undefined && (cell.written || ['path', 'growth', 'yearGrowth'].includes(cell.column.kind));
  const together = row.cells.filter(goesWithPath).map(({ cell }) => cell);
  const alone = row.cells
    .filter((cell) => !goesWithPath(cell))
    .map((change): ListedChange => ({ row, change, cells: [change.cell] }));
  return path ? [{ row, change: path, cells: together }, ...alone] : alone;
}
