/** Edits hold both sides, so undo is the inverse. One gesture of a person is one edit, however many cells it touches. */
import type { CellKey } from '../model/cell.ts';
import type { CellInput } from '../model/input.ts';
import type { Patch, Scenario, ScenarioId } from './scenario.ts';

/** A patch entry: an input, `null` for blanked, `undefined` where the base shows through. */
export type PatchEntry = CellInput | null | undefined;

export interface CellChange {
  readonly cell: CellKey;
  readonly from: PatchEntry;
  readonly to: PatchEntry;
}

export type EditKind =
  | 'enter'
  | 'clear'
  | 'fill'
  | 'paste'
  | 'cut'
  | 'path'
  | 'growth'
  | 'hold'
  | 'reset'
  | 'required'
  | 'goalSeek'
  | 'range'
  | 'rebase'
  | 'mend'
  | 'merge';

/** One step of undo. `scenarios`: making or adding (`from` absent), deleting (`to` absent), describing, restoring, merging or reordering; with their place among the tabs. */
export type Edit =
  | {
      readonly kind: 'cells';
      readonly what: EditKind;
      readonly scenario: ScenarioId;
      readonly changes: readonly CellChange[];
    }
  | {
      readonly kind: 'scenarios';
      readonly what: 'create' | 'duplicate' | 'delete' | 'rename' | 'move' | 'describe' | 'restore' | 'add' | 'merge';
      readonly changes: readonly ScenarioChange[];
    };

export interface ScenarioChange {
  readonly id: ScenarioId;
  readonly from?: Placed;
  readonly to?: Placed;
}

export interface Placed {
  readonly scenario: Scenario;
  readonly position: number;
}

/** The patch after the changes. */
export function applyChanges(patch: Patch, changes: readonly CellChange[]): Patch {
  const next = new Map(patch);
  for (const { cell, to } of changes) {
    if (to === undefined) next.delete(cell);
    else next.set(cell, to);
  }
  return next;
}

/** The edit that takes this one back. */
export function invertEdit(edit: Edit): Edit {
  if (edit.kind === 'cells') {
    return { ...edit, changes: edit.changes.map(({ cell, from, to }) => ({ cell, from: to, to: from })).reverse() };
  }
  return {
    ...edit,
    changes: edit.changes
      .map(({ id, from, to }) => ({ id, ...(to && { from: to }), ...(from && { to: from }) }))
      .reverse(),
  };
}
