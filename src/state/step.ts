/** Undo and redo, from wherever they are asked for: the first cell that changes is selected, so that nothing changes out of sight. */
import { parseCellKey, type CellKey } from '../core/model/cell.ts';
import type { Sheet } from '../core/model/sheet.ts';
import type { OpenPlan } from './context.ts';
import type { CellPlace } from './selection.svelte.ts';

type Looked = Pick<OpenPlan, 'workspace' | 'selection' | 'outline'>;

/** Takes the last step back; nothing where there is none. */
export function undoStep(planner: Looked): void {
  const edit = planner.workspace.lastEdit;
  planner.workspace.undo();
  if (edit !== planner.workspace.lastEdit) showEdit(edit, planner);
}

/** Takes the step again that was taken back last; nothing where there is none. */
export function redoStep(planner: Looked): void {
  const before = planner.workspace.lastEdit;
  planner.workspace.redo();
  const edit = planner.workspace.lastEdit;
  if (edit !== before) showEdit(edit, planner);
}

/** One step of undo. */
type Edit = Looked['workspace']['lastEdit'];

function showEdit(edit: Edit, planner: Looked): void {
  if (edit?.kind !== 'cells') return;
  const { sheet } = planner.workspace;
  const first = edit.changes.map(({ cell }) => placeOf(cell, sheet)).find((place) => place !== undefined);
  if (first) revealPlace(first, planner);
}

/** The place of a stored cell in the sheet; `undefined` for cells that have no column of their own. */
export function placeOf(key: CellKey, sheet: Sheet): CellPlace | undefined {
  const indicator = parseCellKey(key)?.indicator;
  const column = key.slice(key.indexOf('@') + 1);
  const row = sheet.rows.findIndex((found) => found.kind === 'indicator' && found.indicator === indicator);
  return row >= 0 && sheet.columns.some(({ id }) => id === column) ? { row: row + 1, column } : undefined;
}

/** Selects a place, and unfolds, unfilters and shows what hides it. */
export function revealPlace(place: CellPlace, { workspace, outline, selection }: Looked): void {
  const row = workspace.sheet.rows[place.row - 1];
  if (row?.kind === 'indicator') outline.reveal(row.indicator);
  if (place.column.startsWith('growth-')) outline.toggleYearGrowth(true);
  selection.moveTo(place);
}
