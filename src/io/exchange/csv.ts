/**
 * Comma-separated text that Excel and WPS open as they should: UTF-8 with a byte order mark, CRLF, fields quoted by RFC 4180.
 * A spreadsheet runs a text that begins like a formula, and a scenario's name may come from a stranger: such texts are
 * guarded with an apostrophe. Numbers are ours and stay numbers.
 */

export type CsvField = string | number;

const byteOrderMark = '\uFEFF';

/** What a spreadsheet passes over before it looks for a formula, then the signs that begin one, full-width forms included. */
const formulaStart = /^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]/u;

/** Rows of fields as one file's text; each row ends with a line break. Throws for a number that is not finite. */
export function encodeCsv(rows: readonly (readonly CsvField[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(encodeField).join(',')}\r\n`).join('');
}

function encodeField(field: CsvField): string {
  if (typeof field === 'number') {
    if (!Number.isFinite(field)) throw new Error(`Not a number for a file: ${field}`);
    return String(field);
  }
  const text = guardText(field);
  return /[",\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Every line is guarded: some programs read the lines of a field as rows of their own. */
function guardText(text: string): string {
  return text
    .split(/(\r\n|\r|\n)/)
    .map((line) => (formulaStart.test(line) ? `'${line}` : line))
    .join('');
}
