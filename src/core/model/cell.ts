/**
 * Cells are addressed by `indicator@column`, never by position, so scenarios, links and tests survive a moved row.
 * A1 addresses are a way to type and to show.
 */
import type { Brand } from './brand.ts';

/** An indicator's ASCII id, such as `hightech_firms`: lower-case letters, digits and `_`, beginning with a letter. */
export type IndicatorId = Brand<string, 'IndicatorId'>;

/** A calendar year, such as 2025. */
export type Year = Brand<number, 'Year'>;

/** The stored address of a cell: `hightech_firms@2023`. */
export type CellKey = Brand<string, 'CellKey'>;

/**
 * A column that takes input.
 * `value`: the indicator in one year. `growth`: the row's assumption for all years; `yearGrowth`: for one year, which wins over the row's.
 * `path`: the growth path by name; `held`: the years that a path must not rewrite (both hold text).
 */
export type Column =
  | { readonly kind: 'value'; readonly year: Year }
  | { readonly kind: 'growth' }
  | { readonly kind: 'yearGrowth'; readonly year: Year }
  | { readonly kind: 'path' }
  | { readonly kind: 'held' };

export interface CellRef {
  readonly indicator: IndicatorId;
  readonly column: Column;
}

const indicatorPattern = /^[a-z][a-z0-9_]*$/;

/** `undefined` unless the text is a well-formed id. */
export function parseIndicatorId(text: string): IndicatorId | undefined {
  return text.length <= 120 && indicatorPattern.test(text) ? (text as IndicatorId) : undefined;
}

/** `undefined` unless a whole number from 1000 to 9999. */
export function parseYear(value: number): Year | undefined {
  return Number.isInteger(value) && value >= 1000 && value <= 9999 ? (value as Year) : undefined;
}

/** The year so many years after (or, negative, before). */
export function addYears(year: Year, years: number): Year {
  return (year + years) as Year;
}

/** The name of a column as it stands in a cell key: `2023`, `growth`, `growth-2023`, `path`, `held`. */
export function columnName(column: Column): string {
  switch (column.kind) {
    case 'value':
      return String(column.year);
    case 'yearGrowth':
      return `growth-${column.year}`;
    case 'growth':
    case 'path':
    case 'held':
      return column.kind;
  }
}

/** Reads what {@link columnName} writes; `undefined` for anything else. */
export function parseColumn(name: string): Column | undefined {
  if (name === 'growth' || name === 'path' || name === 'held') return { kind: name };
  const match = /^(growth-)?(\d{4})$/.exec(name);
  const year = match && parseYear(Number(match[2]));
  if (!match || !year) return undefined;
  return match[1] === undefined ? { kind: 'value', year } : { kind: 'yearGrowth', year };
}

export function cellKey(indicator: IndicatorId, column: Column): CellKey {
  return `${indicator}@${columnName(column)}` as CellKey;
}

/** The cell of an indicator in a year: the most frequent key. */
export function valueKey(indicator: IndicatorId, year: Year): CellKey {
  return `${indicator}@${year}` as CellKey;
}

/** Reads what {@link cellKey} writes; `undefined` for anything else. */
export function parseCellKey(text: string): CellRef | undefined {
  const at = text.indexOf('@');
  if (at < 0) return undefined;
  const indicator = parseIndicatorId(text.slice(0, at));
  const column = parseColumn(text.slice(at + 1));
  return indicator && column ? { indicator, column } : undefined;
}
