/** The board of the comparison as a table, made without the board being on the page. */
import { comparison as en } from '../../i18n/en/comparison.ts';
import type { Messages } from '../../i18n/messages.ts';
import { comparison as zh } from '../../i18n/zh/comparison.ts';
import { ComparisonBoard } from '../../state/comparison-board.svelte.ts';
import type { Comparison } from '../../state/comparison.svelte.ts';
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
  const words = { zh, en }[language];
  const { baseYear } = comparison.workbook.dataset;
  const names = columnNames(board, words, messages);
  const rows = boardTable(board, names, { language, words, baseYear, signs: messages.grid });
  return { rows, name: words.fileName(today) };
}
