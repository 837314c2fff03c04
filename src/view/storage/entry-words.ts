/** What one side put into a cell, in words. */
import type { PanelMessages } from '../../i18n/messages.ts';
import type { Conflict } from '../../state/conflicts.svelte.ts';

import type { Workspace } from '../../state/workspace.svelte.ts';
import { choiceOf } from '../panel/path-choice.ts';
import type { StorageWords } from './words.ts';

type CellConflict = Extract<Conflict, { readonly kind: 'cell' }>;

export interface EntryToWord {
  readonly cell: CellConflict['cell'];
  readonly entry: CellConflict['mine'];
  readonly workspace: Pick<Workspace, 'baseOf' | 'printInput' | 'pathIn'>;
  readonly words: StorageWords['conflict'];
  /** The names of growth paths, which the side panel words. */
  readonly paths: PanelMessages['panel']['path']['kinds'];
}

/** An entry as it could be typed; a growth path by its name. Where a side changed nothing, what the base holds. */
export function wordEntry({ cell, entry, workspace, words, paths }: EntryToWord): string {
  if (entry === null) return words.blank;
  const input = entry ?? workspace.baseOf(cell)?.input ?? null;
  const path = cell.endsWith('@path') ? workspace.pathIn(input) : undefined;
  const printed = path ? paths[choiceOf(path)] : workspace.printInput(cell, input);
  const text = printed === '' ? words.blank : printed;
  return entry === undefined ? words.unchanged(text) : text;
}
