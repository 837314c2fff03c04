/** Fixtures for the calculation: rows called by their ids, and a sheet on one line. */
import { createNames, type Names } from '../../src/core/formula/names.ts';
import { parseCanonical } from '../../src/core/formula/parse.ts';
import { parseCellKey, parseIndicatorId, type CellKey, type IndicatorId } from '../../src/core/model/cell.ts';
import type { CellInput, CellValue } from '../../src/core/model/input.ts';
import { yearsFrom } from '../../src/core/model/sheet.ts';
import { Calculation, type InputChange } from '../../src/core/recalc/calculation.ts';

export function namesOf(indicators: readonly IndicatorId[]): Names {
  return createNames(
    indicators.map((id) => ({ id, shortName: id, aliases: [], pinyin: id, label: { zh: id, en: id } })),
  );
}

/** A cell's address, checked: `a@2021`. */
export function key(text: string): CellKey {
  const ref = parseCellKey(text);
  if (!ref) throw new Error(`Not a cell: ${text}`);
  return text as CellKey;
}

export function indicator(text: string): IndicatorId {
  const id = parseIndicatorId(text);
  if (!id) throw new Error(`Not an id: ${text}`);
  return id;
}

/** What a fixture puts into a cell: a number, `=…` for a formula, other text as text, undefined for nothing. */
export type Entry = number | string | undefined;

export function inputOf(entry: Entry): CellInput | undefined {
  if (entry === undefined) return undefined;
  if (typeof entry === 'number') return { kind: 'number', value: entry };
  return entry.startsWith('=') ? { kind: 'formula', source: entry.slice(1) } : { kind: 'text', text: entry };
}

/** A sheet of rows named in `rows`, from 2020 on for so many projected years. */
export function sheetOf(
  rows: string,
  projected: number,
  entries: Readonly<Record<string, Entry>>,
): {
  calculation: Calculation;
  set: (entries: Readonly<Record<string, Entry>>) => readonly string[];
  show: (cell: string) => string | number;
} {
  const indicators = rows.split(' ').map(indicator);
  const names = namesOf(indicators);
  const inputs = new Map<CellKey, CellInput>();
  for (const [cell, entry] of Object.entries(entries)) {
    const input = inputOf(entry);
    if (input) inputs.set(key(cell), input);
  }
  const calculation = new Calculation({ indicators, years: yearsFrom(2020, projected) }, inputs, (source) =>
    parseCanonical(source, names),
  );
  const set = (changed: Readonly<Record<string, Entry>>): readonly string[] =>
    calculation.apply(
      Object.entries(changed).map(([cell, entry]): InputChange => ({ cell: key(cell), input: inputOf(entry) })),
    );
  return { calculation, set, show: (cell) => shown(calculation.value(key(cell))) };
}

/** A value in short: the number, the error as `code origin`, the text, or an empty text. */
export function shown(value: CellValue): string | number {
  switch (value.kind) {
    case 'number':
      return value.value;
    case 'error':
      return `${value.error.code} ${value.error.origin}`;
    case 'text':
      return value.text;
    case 'blank':
      return '';
  }
}
