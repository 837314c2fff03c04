/** Taking a table along: to the clipboard as a spreadsheet wants it, or as a file. */
import { answerCopy, copyTable, type CopiedTable } from './copy-table.ts';
import { downloadText, fileName } from './download.ts';
import type { TextForms } from './text-forms.ts';

export type ExportField = string | number;

/** Header first; numbers at full precision in the shown unit. */
export type ExportRows = readonly (readonly ExportField[])[];

function encodeRows(rows: ExportRows, { clipboard }: TextForms): CopiedTable {
  return clipboard.encode(rows.map((row) => row.map((field) => ({ text: String(field), entry: String(field) }))));
}

/** Call it from a click. Whether the table is on the clipboard. */
export async function copyRows(rows: ExportRows, forms: TextForms): Promise<boolean> {
  return copyTable(encodeRows(rows, forms));
}

/** Ctrl+C in a table copies all of it, unless the person has selected some words. How many rows were copied; `undefined` if it was left to the browser. */
export function answerCopyOfAll(event: ClipboardEvent, rows: () => ExportRows, forms: TextForms): number | undefined {
  const isInField = event.target instanceof HTMLInputElement;
  if (isInField || !(document.getSelection()?.isCollapsed ?? true)) return undefined;
  const table = rows();
  answerCopy(event, encodeRows(table, forms));
  return table.length;
}

/** `name`: of the file, without its ending. */
export function saveRows(rows: ExportRows, name: string, { encodeCsv }: TextForms): void {
  downloadText(encodeCsv(rows), fileName(name, 'csv'), 'text/csv;charset=utf-8');
}
