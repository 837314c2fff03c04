/** The board of the comparison as a table, made without the board being on the page. */
import type { Messages } from '../../i18n/messages.ts';
import { ComparisonBoard } from '../../state/comparison-board.svelte.ts';
import type { Comparison } from '../../state/comparison.svelte.ts';
import { boardContext } from '../comparison/board-context.ts';
import { boardTable, columnNames } from '../comparison/export-table.ts';
import type { NumberLanguage } from '../format/number.ts';
import type { ExportField } from '../shared/table-export.ts';

export interface ComparisonFileContext {
  readonly language: NumberLanguage;
  readonly messages: Messages;
  /** Of the file's name: `2026-01-31`. */
  readonly today: string;
}

/** The rows of the file and its name without an ending. */
export function comparisonFile(
  comparison: Comparison,
  { language, messages, today }: ComparisonFileContext,
): { readonly rows: ExportField[][]; readonly name: string } {
  const board = new ComparisonBoard(comparison);
  const context = boardContext(language, comparison.workbook.dataset, messages);
  const names = columnNames(board, context.words, messages);
  return { rows: boardTable(board, names, context), name: context.words.fileName(today) };
}
