/**
 * The clipboard forms of a block of cells: tab-separated text, as Excel and WPS write and read it, and an HTML table.
 * The table also carries what was put into each cell, so that a copy inside the app keeps its formulas.
 * HTML is read by a small scanner of our own: `DOMParser` is closed under Trusted Types, and nothing of it is ever shown.
 */

/** A cell on its way to the clipboard. */
export interface CopiedCell {
  /** What another program should get: the number at full precision, the error code, the text. */
  readonly text: string;
  /** What was put in, as the formula bar shows it. */
  readonly entry: string;
}

export interface ClipboardTexts {
  readonly plain: string;
  readonly html: string;
}

/** What the clipboard held. `entry` differs from `text` only where the cells were copied in this app. */
export type PastedCell = CopiedCell;

/** Our own tables are known by this, and only theirs are read back with entries. */
const marker = 'data-yuce-cells';
/** More rows or columns than any sheet has are cut off rather than read into memory. */
const mostCells = 200_000;

/** Writes a block in both forms. Tabs and line breaks inside a cell are quoted, as Excel does. */
export function encodeClipboard(cells: readonly (readonly CopiedCell[])[]): ClipboardTexts {
  const plain = cells.map((row) => row.map(({ text }) => quoteField(text)).join('\t')).join('\r\n');
  const rows = cells.map((row) => `<tr>${row.map(encodeHtmlCell).join('')}</tr>`).join('');
  return { plain, html: `<table ${marker}="1"><tbody>${rows}</tbody></table>` };
}

/** Reads what was pasted: our own table first, since it knows formulas; else the plain text; else any table. */
export function decodeClipboard(plain: string, html: string): readonly (readonly PastedCell[])[] {
  if (html.includes(marker)) {
    const own = readTable(html);
    if (own.length > 0) return own;
  }
  if (plain !== '') return decodeTsv(plain).map((row) => row.map((text) => ({ text, entry: text })));
  return readTable(html);
}

function quoteField(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Tab-separated text into rows. Quoted fields may hold tabs and line breaks; one line break at the very end adds no row. */
export function decodeTsv(text: string): readonly (readonly string[])[] {
  const source = text.replace(/\r\n?|\n$/g, (found, at: number) => (at + found.length === text.length ? '' : '\n'));
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  while (at <= source.length && cells < mostCells) {
    const field = source[at] === '"' ? readQuoted(source, at) : readPlain(source, at);
    row.push(field.text);
    cells++;
    const end = source[field.end];
    at = field.end + 1;
    if (end === '\t') continue;
    rows.push(row);
    row = [];
    if (end === undefined) break;
  }
  return rows;
}

interface Field {
  readonly text: string;
  /** Index of the tab or line break after it, or the length of the text. */
  readonly end: number;
}

function readPlain(source: string, start: number): Field {
  let end = start;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end++;
  return { text: source.slice(start, end), end };
}

/** A field in quotes; what opens with a quote but never closes it properly is plain text after all. */
function readQuoted(source: string, start: number): Field {
  let close = source.indexOf('"', start + 1);
  while (close >= 0 && source[close + 1] === '"') close = source.indexOf('"', close + 2);
  const after = close + 1;
  const ended = close >= 0 && (after === source.length || source[after] === '\t' || source[after] === '\n');
  if (!ended) return readPlain(source, start);
  return { text: source.slice(start + 1, close).replaceAll('""', '"'), end: after };
}

function encodeHtmlCell({ text, entry }: CopiedCell): string {
  const carried = entry === text ? '' : ` data-entry="${escapeHtml(entry)}"`;
  return `<td${carried}>${escapeHtml(text)}</td>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

function unescapeHtml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities.get(name.toLowerCase()) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** A tag, or the text up to the next one. */
type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly name: string; readonly closing: boolean; readonly source: string };

/** Cuts HTML into tags and text in one pass; comments are left out, and what follows a tag that never ends. */
function* scanHtml(html: string): Generator<HtmlPiece> {
  for (let at = 0; at < html.length;) {
    const opening = html.indexOf('<', at);
    const textEnd = opening < 0 ? html.length : opening;
    if (textEnd > at) yield { kind: 'text', text: html.slice(at, textEnd) };
    if (opening < 0) return;
    const isComment = html.startsWith('<!--', opening);
    const end = isComment ? html.indexOf('-->', opening + 4) + 2 : tagEnd(html, opening);
    if (end < opening) return;
    const source = html.slice(opening, end + 1);
    const name = isComment ? undefined : /^<\/?([a-z][a-z0-9]*)/i.exec(source)?.[1];
    if (name) yield { kind: 'tag', name: name.toLowerCase(), closing: source[1] === '/', source };
    at = end + 1;
  }
}

/** Index of the `>` that ends a tag: one inside quotes does not. −1 where there is none. */
function tagEnd(html: string, start: number): number {
  let quote = '';
  for (let at = start; at < html.length; at++) {
    const character = html[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

/** The rows of the tables in a piece of HTML. */
function readTable(html: string): readonly (readonly PastedCell[])[] {
  const rows: PastedCell[][] = [];
  let cell: { text: string; entry: string | undefined } | undefined;
  let cells = 0;
  const close = (): void => {
    if (!cell) return;
    const text = unescapeHtml(cell.text).trim();
    rows.at(-1)?.push({ text, entry: cell.entry ?? text });
    cell = undefined;
  };
  for (const piece of scanHtml(html)) {
    if (piece.kind === 'text') {
      // Line breaks of the source are only blanks in HTML; those that are meant are written <br>.
      if (cell) cell.text += piece.text.replaceAll(/\s+/g, ' ');
      continue;
    }
    const { name, closing, source } = piece;
    const isCell = name === 'td' || name === 'th';
    if (name === 'tr' || isCell) close();
    if (name === 'tr' && !closing) rows.push([]);
    if (isCell && !closing && cells++ < mostCells) {
      if (rows.length === 0) rows.push([]);
      const entry = /\sdata-entry="([^"]*)"/.exec(source)?.[1];
      cell = { text: '', entry: entry === undefined ? undefined : unescapeHtml(entry) };
    }
    if (cell && name === 'br') cell.text += '\n';
  }
  close();
  return rows.filter((row) => row.length > 0);
}
