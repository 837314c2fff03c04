/** Pasted texts, read for the cells that they fall on. */
import { parsePasted } from '../core/entry/parse-pasted.ts';
import type { CellKey } from '../core/model/cell.ts';
import type { CellInputs } from '../core/model/input.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Reads one text for a cell. What cannot be read stays as text, shown as an error, so nothing is dropped. */
export function readPasted(workspace: Workspace, key: CellKey, text: string): CellInputs {
  const context = workspace.entryContext(key);
  if (!context) return new Map([[key, null]]);
  const range = workspace.rangeEntries?.read(key, text, context);
  return range?.ok ? range.value : new Map([[key, parsePasted(text, context)]]);
}
