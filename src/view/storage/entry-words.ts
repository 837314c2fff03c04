/** What one side put into a cell, in words. */
import { isTextColumn, parseCellKey } from '../../core/model/cell.ts';
import type { CellInput } from '../../core/model/input.ts';
import type { PanelMessages } from '../../i18n/messages.ts';
import type { Conflict } from '../../state/conflicts.svelte.ts';
import { baseOfCell } from '../../state/scenario-facts.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';
import { choiceOf } from '../panel/path-choice.ts';
import { wordBlank, wordSetting, wordText, type TextLanguage } from '../scenario/cell-text.ts';
import type { StorageWords } from './words.ts';

type CellConflict = Extract<Conflict, { readonly kind: 'cell' }>;

export interface EntryToWord {
  readonly cell: CellConflict['cell'];
  readonly entry: CellConflict['mine'];
  readonly workspace: Pick<Workspace, 'projectionOf' | 'scenario' | 'printInput' | 'pathIn' | 'format' | 'workbook'>;
  readonly words: StorageWords['conflict'];
  /** The names of growth paths, which the side panel words. */
  readonly paths: PanelMessages['panel']['path']['kinds'];
  readonly spoken: TextLanguage;
}

/** An entry as it could be typed; a growth path by its name, a stored text in words. Where a side changed nothing, what the base holds. */
export function wordEntry({ entry, ...facts }: EntryToWord): string {
  const text = wordInput(entry === undefined ? (baseOfCell(facts.workspace, facts.cell)?.input ?? null) : entry, facts);
  return entry === undefined ? facts.words.unchanged(text) : text;
}

function wordInput(
  input: CellInput | null,
  { cell, workspace, paths, spoken }: Omit<EntryToWord, 'entry' | 'words'>,
): string {
  const { column, indicator } = parseCellKey(cell) ?? {};
  if (column?.kind === 'setting')
    return wordSetting(column.name, input?.kind === 'text' ? input.text : undefined, spoken);
  if (column?.kind === 'path') return paths[choiceOf(workspace.pathIn(input))];
  const text =
    input?.kind === 'text' && column && isTextColumn(column)
      ? wordText(
          input.text,
          {
            column,
            format: workspace.format(cell),
            indicator: indicator && workspace.workbook.rows.get(indicator)?.indicator,
          },
          spoken,
        )
      : workspace.printInput(cell, input);
  return text === '' && column ? wordBlank(column, spoken) : text;
}
