/** A scenario's changes as a person made them: one entry for each thing set, however many cells it wrote. */
import type { CellKey } from '../model/cell.ts';
import { rangedCellOf } from '../model/range-cell.ts';
import { partsOfPath } from '../scenario/change-log.ts';
import type { CellReview, Review, RowReview } from './review.ts';

export interface ListedChange {
  /** Absent for a choice of the scenario as a whole. */
  readonly row?: RowReview;
  /** The cell that tells what was changed: `mine` is the base, `theirs` the scenario. */
  readonly change: CellReview;
  /** The range that the number of `change` was given, or that it lost. */
  readonly range?: CellReview;
  /** All cells to reset in order to take the change back. */
  readonly cells: readonly CellKey[];
}

/**
 * One entry for each changed cell, in the order given. A chosen path is one entry together with all that goes with it: its
 * growth, growths of years that it blanked, their ranges, the formulas it wrote. Taken back alone, each of those would mean another
 * thing; so would a range without its number, and the two are one entry.
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
    path !== undefined && (cell === path || cell.written || partsOfPath.has(cell.column.kind));
  const together = row.cells.filter(goesWithPath).map(({ cell }) => cell);
  const alone = withRanges(row.cells.filter((cell) => !goesWithPath(cell)));
  const listed = alone.map((change): ListedChange => ({ row, ...change }));
  return path ? [{ row, change: path, cells: together }, ...listed] : listed;
}

/** Each number together with its range; a range whose number is the base's own is a change of itself. */
function withRanges(cells: readonly CellReview[]): readonly Omit<ListedChange, 'row'>[] {
  const numbers = new Map(cells.map((change) => [change.cell, change]));
  const ranges = new Map(
    cells.flatMap((change): [CellKey, CellReview][] => {
      const of = rangedCellOf(change.cell);
      return of && numbers.has(of) ? [[of, change]] : [];
    }),
  );
  const joined = new Set([...ranges.values()].map(({ cell }) => cell));
  return cells
    .filter(({ cell }) => !joined.has(cell))
    .map((change) => {
      const range = ranges.get(change.cell);
      return range ? { change, range, cells: [change.cell, range.cell] } : { change, cells: [change.cell] };
    });
}
