/** How the sheet is laid out for a person: which row and column an A1 address means. */
import { addYears, parseYear, type Column, type IndicatorId, type Year } from './cell.ts';

/** Rows in order from row 1. A heading takes a row, as it does on screen, and holds no cells. */
export type SheetRow =
  | { readonly kind: 'heading'; readonly chapter: string }
  | { readonly kind: 'indicator'; readonly indicator: IndicatorId };

/**
 * A column of the grid. Some take input (`column` is set); the rest are read only.
 * The order is the order of letters: name is A, unit B, the base year C, growth D, the projected years E to I.
 */
export interface SheetColumn {
  /** As in the page's `data-cell`: `name`, `unit`, `2020`, `growth`, `target-2021`, `gap-2021`, `required-2025`, `growth-2021`, `path`. */
  readonly id: string;
  readonly role: 'name' | 'unit' | 'base' | 'growth' | 'year' | 'target' | 'gap' | 'required' | 'yearGrowth' | 'path';
  readonly year?: Year;
  readonly column?: Column;
}

export interface Sheet {
  readonly baseYear: Year;
  /** Base year first. */
  readonly years: readonly Year[];
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
}

/** The grid's columns in order of letters. `targetYears` in order; needed growth is given for the last of them. */
export function sheetColumns(years: readonly Year[], targetYears: readonly Year[]): readonly SheetColumn[] {
  const [base, ...projected] = years;
  const last = targetYears.at(-1);
  if (base === undefined) return [];
  return [
    { id: 'name', role: 'name' },
    { id: 'unit', role: 'unit' },
    { id: String(base), role: 'base', year: base, column: { kind: 'value', year: base } },
    { id: 'growth', role: 'growth', column: { kind: 'growth' } },
    ...projected.map((year): SheetColumn => ({
      id: String(year),
      role: 'year',
      year,
      column: { kind: 'value', year },
    })),
    ...targetYears.flatMap((year): SheetColumn[] => [
      { id: `target-${year}`, role: 'target', year, column: { kind: 'target', year } },
      { id: `gap-${year}`, role: 'gap', year },
    ]),
    ...(last === undefined ? [] : [{ id: `required-${last}`, role: 'required', year: last } as const]),
    { id: 'path', role: 'path', column: { kind: 'path' } },
    ...projected.map((year): SheetColumn => ({
      id: `growth-${year}`,
      role: 'yearGrowth',
      year,
      column: { kind: 'yearGrowth', year },
    })),
  ];
}

/** `0` is A, `25` Z, `26` AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Reads what {@link columnLetters} writes, in either case; `undefined` for anything else. */
export function parseColumnLetters(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** The years from the base year on, such as 2020 and 5 → 2020 … 2025. */
export function yearsFrom(baseYear: number, projected: number): readonly Year[] {
  const base = parseYear(baseYear);
  if (base === undefined) throw new Error(`Not a year: ${baseYear}`);
  return Array.from({ length: projected + 1 }, (_, offset) => addYears(base, offset));
}
