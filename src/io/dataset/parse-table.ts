/**
 * Tab-separated tables as people keep them: a header line, then a row a line. Reads what Excel and WPS write as well: a byte order
 * mark, CRLF, cells in quotes, empty rows at the end. Columns are found by name, so their order does not matter.
 */
import type { DatasetError, TableName } from './dataset-error.ts';

export interface TableRow {
  /** Counted from 1, the header included. */
  readonly line: number;
  /** By column name, trimmed. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Far above any figure's words; what is longer is not a table of figures. */
const longestTable = 4_000_000;

/** The rows of a table that must have exactly these columns. What is wrong is added to `errors`, and the row left out. */
export function parseTable(
  table: TableName,
  text: string,
  columns: readonly string[],
  errors: DatasetError[],
): readonly TableRow[] {
  if (text.length > longestTable) {
    errors.push({ table, line: 1, column: '', code: 'tooLong', limit: longestTable });
    return [];
  }
  const [headLine = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const head = splitCells(headLine) ?? [];
  const before = errors.length;
  for (const name of columns) {
    if (!head.includes(name)) errors.push({ table, line: 1, column: name, code: 'missingColumn', name });
  }
  head.forEach((name, index) => {
    if (!columns.includes(name)) errors.push({ table, line: 1, column: name, code: 'unknownColumn', name });
    else if (head.indexOf(name) !== index) errors.push({ table, line: 1, column: name, code: 'repeatedColumn', name });
  });
  if (errors.length > before) return [];

  const rows: TableRow[] = [];
  lines.forEach((lineText, index) => {
    if (lineText.trim() === '') return;
    const line = index + 2;
    const cells = splitCells(lineText);
    if (!cells) errors.push({ table, line, column: '', code: 'quoting' });
    else if (cells.length !== head.length) {
      errors.push({ table, line, column: '', code: 'cellCount', expected: head.length, given: cells.length });
    } else rows.push({ line, cells: new Map(head.map((name, at) => [name, cells[at] ?? ''])) });
  });
  return rows;
}

const quoted = /^"(?:[^"]|"")*"$/;

/** The cells of a line, trimmed; `undefined` where a quote is not closed. */
function splitCells(line: string): readonly string[] | undefined {
  const cells: string[] = [];
  for (const raw of line.split('\t')) {
    const cell = raw.trim();
    if (!cell.startsWith('"')) cells.push(cell);
    else if (quoted.test(cell)) cells.push(cell.slice(1, -1).replaceAll('""', '"').trim());
    else return undefined;
  }
  return cells;
}
