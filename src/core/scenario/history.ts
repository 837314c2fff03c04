/** Undo and redo as values: a history is never changed in place, so a state class can hold it raw. */
import { limits } from '../model/limits.ts';
import { invertEdit, type CellChange, type Edit, type PatchEntry } from './edit.ts';
import { sameEntry } from './changes.ts';

export interface History {
  /** Oldest first; the last is undone next. */
  readonly done: readonly Edit[];
  /** The last is redone next. */
  readonly undone: readonly Edit[];
}

/** What to apply, and the history once it is applied. */
export interface Step {
  readonly edit: Edit;
  readonly history: History;
}

export const emptyHistory: History = { done: [], undone: [] };

export interface RecordOptions {
  /** The edit goes on with the gesture of the last one (a slider being dragged): both become one step. */
  readonly continues?: boolean;
  /** Steps kept. */
  readonly limit?: number;
}

/**
 * The history after an edit. What was undone can no longer be redone; the oldest steps beyond the limit are forgotten.
 * A gesture that ends where it began leaves no step.
 */
export function recordEdit(
  history: History,
  edit: Edit,
  { continues = false, limit = limits.undoSteps }: RecordOptions = {},
): History {
  const last = history.done.at(-1);
  const whole = continues && last && history.undone.length === 0 ? squash(last, edit) : undefined;
  const before = whole ? history.done.slice(0, -1) : history.done;
  const next = whole ?? edit;
  if (next.changes.length === 0) return { done: before, undone: [] };
  return { done: [...before, next].slice(-limit), undone: [] };
}

/** The step back: apply its edit and keep its history. `undefined` when there is nothing to undo. */
export function undo({ done, undone }: History): Step | undefined {
  const edit = done.at(-1);
  return edit && { edit: invertEdit(edit), history: { done: done.slice(0, -1), undone: [...undone, edit] } };
}

/** The step forward again. `undefined` when nothing was undone since the last edit. */
export function redo({ done, undone }: History): Step | undefined {
  const edit = undone.at(-1);
  return edit && { edit, history: { done: [...done, edit], undone: undone.slice(0, -1) } };
}

/**
 * Two edits of the same kind and scenario as one that does both; cells that end as they began are left out.
 * `undefined` where they cannot be one step.
 */
export function squash(first: Edit, second: Edit): Edit | undefined {
  if (first.kind !== 'cells' || second.kind !== 'cells') return undefined;
  if (first.what !== second.what || first.scenario !== second.scenario) return undefined;
  const entries = new Map<CellChange['cell'], { readonly from: PatchEntry; readonly to: PatchEntry }>();
  for (const { cell, from, to } of [...first.changes, ...second.changes]) {
    const earlier = entries.get(cell);
    entries.set(cell, { from: earlier ? earlier.from : from, to });
  }
  const changes = [...entries].flatMap(([cell, { from, to }]) => (sameEntry(from, to) ? [] : [{ cell, from, to }]));
  return { ...first, changes };
}
