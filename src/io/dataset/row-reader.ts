/** Reads the cells of one row as what they must be, and notes what they are not. */
import { parseIndicatorId, parseYear, type IndicatorId, type Year } from '../../core/model/cell.ts';
import type { Label } from '../../core/model/dataset.ts';
import { parseTable, type TableRow } from './parse-table.ts';
import type { DatasetError, DatasetFiles, DatasetProblem, TableName } from './dataset-error.ts';

/** A row as far as it could be read; `undefined` where something was wrong, which then stands among the errors. */
type Read<T> = T | undefined;

/** Reads a whole table; rows that `read` gives up on are left out, their errors stay. */
export function readTable<T>(
  files: DatasetFiles,
  table: TableName,
  columns: readonly string[],
  errors: DatasetError[],
  read: (row: RowReader) => Read<T>,
): readonly T[] {
  return parseTable(table, files[table], columns, errors).flatMap((row) => {
    const value = read(new RowReader(table, row, errors));
    return value === undefined ? [] : [value];
  });
}

/** Letters and digits joined by `-` or `_`: ids of units, documents, chapters, layers. */
const plainId = /^[a-z][a-z0-9_-]{0,63}$/;
const plainNumber = /^-?\d{1,12}(\.\d{1,8})?$/;
const printedDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export class RowReader {
  readonly line: number;
  readonly #table: TableName;
  readonly #cells: ReadonlyMap<string, string>;
  readonly #errors: DatasetError[];

  constructor(table: TableName, row: TableRow, errors: DatasetError[]) {
    this.line = row.line;
    this.#table = table;
    this.#cells = row.cells;
    this.#errors = errors;
  }

  /** Notes what is wrong with the cell. */
  refuse(column: string, problem: DatasetProblem): void {
    this.#errors.push({ ...problem, table: this.#table, line: this.line, column });
  }

  /** Empty text where the cell is blank. */
  optional(column: string): string {
    return this.#cells.get(column) ?? '';
  }

  text(column: string): Read<string> {
    const text = this.optional(column);
    if (text !== '') return text;
    this.refuse(column, { code: 'empty' });
    return undefined;
  }

  /** Texts separated by `|`; none where the cell is blank. */
  list(column: string): readonly string[] {
    return this.optional(column)
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  id(column: string): Read<string> {
    return this.#matching(column, plainId, 'notId');
  }

  indicatorId(column: string): Read<IndicatorId> {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const id = parseIndicatorId(text);
    if (id === undefined) this.refuse(column, { code: 'notId', text });
    return id;
  }

  number(column: string): Read<number> {
    const text = this.#matching(column, plainNumber, 'notNumber');
    return text === undefined ? undefined : Number(text);
  }

  year(column: string): Read<Year> {
    const text = this.text(column);
    if (text === undefined) return undefined;
    return this.yearOf(column, text);
  }

  yearOf(column: string, text: string): Read<Year> {
    const year = /^\d{4}$/.test(text) ? parseYear(Number(text)) : undefined;
    if (year === undefined) this.refuse(column, { code: 'notYear', text });
    return year;
  }

  /** A year, a month or a day as printed; empty text where the document bears none. */
  date(column: string): Read<string> {
    return this.optional(column) === '' ? '' : this.#matching(column, printedDate, 'notDate');
  }

  choice<const Choice extends string>(column: string, choices: readonly Choice[]): Read<Choice> {
    const text = this.optional(column);
    const chosen = choices.find((choice) => choice === text);
    if (chosen === undefined) this.refuse(column, { code: 'notChoice', text, choices });
    return chosen;
  }

  yes(column: string): Read<boolean> {
    const answer = this.choice(column, ['yes', 'no']);
    return answer === undefined ? undefined : answer === 'yes';
  }

  /** The row of another table that this cell names. */
  reference<T>(column: string, known: ReadonlyMap<string, T>, table: TableName): Read<T> {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const named = known.get(text);
    if (named === undefined) this.refuse(column, { code: 'unknownReference', text, inTable: table });
    return named;
  }

  label(zhColumn: string, enColumn: string): Read<Label> {
    const zh = this.text(zhColumn);
    const en = this.text(enColumn);
    return zh === undefined || en === undefined ? undefined : { zh, en };
  }

  /** Both languages or neither; no property at all where neither stands. */
  note(): { readonly note?: Label } {
    if (this.optional('note_zh') === '' && this.optional('note_en') === '') return {};
    const note = this.label('note_zh', 'note_en');
    return note ? { note } : {};
  }

  /** Refuses a cell that another one of the row leaves no room for. */
  mustBeEmpty(...columns: readonly string[]): void {
    for (const column of columns) {
      const text = this.optional(column);
      if (text !== '') this.refuse(column, { code: 'notEmpty', text });
    }
  }

  #matching(column: string, pattern: RegExp, code: 'notId' | 'notNumber' | 'notDate'): Read<string> {
    const text = this.text(column);
    if (text === undefined || pattern.test(text)) return text;
    this.refuse(column, { code, text });
    return undefined;
  }
}

/** Whether every part could be read. */
export function complete<T extends object>(parts: { readonly [Key in keyof T]: T[Key] | undefined }): Read<T> {
  return Object.values(parts).includes(undefined) ? undefined : (parts as T);
}

/** Keeps a table's rows by key and refuses a second row of the same key. */
export class Keyed<T> {
  readonly byKey = new Map<string, T>();
  readonly #lines = new Map<string, number>();

  /** Whether the key was free. */
  add(row: RowReader, column: string, key: string, value: T): boolean {
    const firstLine = this.#lines.get(key);
    if (firstLine !== undefined) {
      row.refuse(column, { code: 'repeated', text: key, firstLine });
      return false;
    }
    this.#lines.set(key, row.line);
    this.byKey.set(key, value);
    return true;
  }
}
