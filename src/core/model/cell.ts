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
 * A column that holds numbers and formulas.
 * `value`: the indicator in one year. `growth`: the row's assumption for all years; `yearGrowth`: for one year, which wins over the row's.
 */
export type CalculatingColumn =
  | { readonly kind: 'value'; readonly year: Year }
  | { readonly kind: 'growth' }
  | { readonly kind: 'yearGrowth'; readonly year: Year };

/**
 * A column that holds text and takes no part in calculation.
 * `path`: the growth path by name; `held`: the years that a path must not rewrite. `target`: the scenario's own target of a year.
 * `range`, `yearRange`: how uncertain the row's growth is, or one year's; `valueRange`: how uncertain a figure of a year is. `peers`: the growth that other regions are assumed to have.
 * `setting`: a choice of the scenario as a whole; it stands in {@link scenarioRow} and nowhere else.
 */
export type TextColumn =
  | { readonly kind: 'path' }
  | { readonly kind: 'held' }
  | { readonly kind: 'target'; readonly year: Year }
  | { readonly kind: 'range' }
  | { readonly kind: 'yearRange'; readonly year: Year }
  | { readonly kind: 'valueRange'; readonly year: Year }
  | { readonly kind: 'peers' }
  | { readonly kind: 'setting'; readonly name: SettingName };

/** A column that takes input. */
export type Column = CalculatingColumn | TextColumn;

/** `layers`: of targets in force. `known-until`: targets issued later are not. `lights`: the rule of the traffic light. */
export type SettingName = (typeof settingNames)[number];
export const settingNames = ['layers', 'known-until', 'lights'] as const;

/** The row of a scenario's settings. No indicator is called so, and it is not in the sheet. */
export const scenarioRow = 'scenario' as IndicatorId;

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

/** The name of a column as it stands in a cell key: `2023`, `growth`, `growth-2023`, `path`, `target-2025`, `range-2023`, `value-range-2020`, `set-layers`. */
export function columnName(column: Column): string {
  switch (column.kind) {
    case 'value':
      return String(column.year);
    case 'yearGrowth':
      return `growth-${column.year}`;
    case 'yearRange':
      return `range-${column.year}`;
    case 'valueRange':
      return `value-range-${column.year}`;
    case 'target':
      return `target-${column.year}`;
    case 'setting':
      return `set-${column.name}`;
    case 'growth':
    case 'path':
    case 'held':
    case 'range':
    case 'peers':
      return column.kind;
  }
}

export function isTextColumn(column: Column): column is TextColumn {
  return column.kind !== 'value' && column.kind !== 'growth' && column.kind !== 'yearGrowth';
}

/** Reads what {@link columnName} writes; `undefined` for anything else. */
export function parseColumn(name: string): Column | undefined {
  switch (name) {
    case 'growth':
    case 'path':
    case 'held':
    case 'range':
    case 'peers':
      return { kind: name };
  }
  const setting = settingNames.find((known) => name === `set-${known}`);
  if (setting) return { kind: 'setting', name: setting };
  const [, prefix = '', digits = ''] = /^(growth-|range-|value-range-|target-)?(\d{4})$/.exec(name) ?? [];
  const year = parseYear(Number(digits));
  return year && { kind: yearKinds[prefix] ?? 'value', year };
}

const yearKinds: Readonly<Record<string, 'yearGrowth' | 'yearRange' | 'valueRange' | 'target'>> = {
  'growth-': 'yearGrowth',
  'range-': 'yearRange',
  'value-range-': 'valueRange',
  'target-': 'target',
};

export function cellKey(indicator: IndicatorId, column: Column): CellKey {
  return `${indicator}@${columnName(column)}` as CellKey;
}

/** The cell of an indicator in a year: the most frequent key. */
export function valueKey(indicator: IndicatorId, year: Year): CellKey {
  return `${indicator}@${year}` as CellKey;
}

/** The cell of a scenario's setting. */
export function settingKey(name: SettingName): CellKey {
  return cellKey(scenarioRow, { kind: 'setting', name });
}

/** The row that a cell stands in. */
export function rowOf(cell: CellKey): IndicatorId {
  return cell.slice(0, cell.indexOf('@')) as IndicatorId;
}

/** Reads what {@link cellKey} writes; `undefined` for anything else. */
export function parseCellKey(text: string): CellRef | undefined {
  const at = text.indexOf('@');
  if (at < 0) return undefined;
  const indicator = parseIndicatorId(text.slice(0, at));
  const column = parseColumn(text.slice(at + 1));
  if (!indicator || !column || (indicator === scenarioRow) !== (column.kind === 'setting')) return undefined;
  return { indicator, column };
}
