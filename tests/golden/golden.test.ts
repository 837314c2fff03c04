/** Every `.json` file of this folder is a table of formulas whose values another program computed. See `generate.mjs`. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/core/formula/names.ts';
import { parseCanonical, parseFormula, type FormulaContext } from '../../src/core/formula/parse.ts';
import { printFormula } from '../../src/core/formula/print.ts';
import { parseCellKey, parseIndicatorId, parseYear, type CellKey } from '../../src/core/model/cell.ts';
import type { CellInput, CellValue } from '../../src/core/model/input.ts';
import { sheetColumns } from '../../src/core/model/sheet.ts';
import { Calculation } from '../../src/core/recalc/calculation.ts';

interface GoldenCase {
  readonly formula: string;
  readonly a1: string;
  readonly value?: number;
  readonly error?: string;
}

interface GoldenFile {
  readonly about: string;
  readonly cell: string;
  readonly indicators: readonly string[];
  readonly years: readonly number[];
  readonly inputs: Readonly<Record<string, number>>;
  readonly cases: readonly GoldenCase[];
}

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A golden file holds a malformed id, year or cell');
  return value;
}

/** Calculates formulas of a golden file in its cell, by name and by address. */
function openFile(file: GoldenFile): { stored(text: string): string; calculate(source: string): CellValue } {
  const indicators = file.indicators.map((text) => given(parseIndicatorId(text)));
  const years = file.years.map((year) => given(parseYear(year)));
  const names = createNames(
    indicators.map((id) => ({ id, shortName: id, aliases: [], pinyin: '', label: { zh: id, en: id } })),
  );
  const own = given(parseCellKey(file.cell));
  const context: FormulaContext = {
    names,
    own,
    sheet: {
      baseYear: given(years[0]),
      years,
      columns: sheetColumns(years, []),
      rows: [
        { kind: 'heading', chapter: '' },
        ...indicators.map((indicator) => ({ kind: 'indicator', indicator }) as const),
      ],
    },
  };
  const inputs = Object.entries(file.inputs).map(([key, value]): [CellKey, CellInput] => [
    key as CellKey,
    { kind: 'number', value },
  ]);
  return {
    stored: (text) => {
      const parsed = parseFormula(text, context);
      if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
      return printFormula(parsed.value, { names: 'id' }, names);
    },
    calculate: (source) => {
      const cell = file.cell as CellKey;
      const all = new Map<CellKey, CellInput>([...inputs, [cell, { kind: 'formula', source }]]);
      return new Calculation({ indicators, years }, all, (text) => parseCanonical(text, names)).value(cell);
    },
  };
}

function expectAnswer(answer: CellValue, { value, error }: GoldenCase): void {
  if (error !== undefined) expect(answer).toMatchObject({ kind: 'error', error: { code: error } });
  else if (answer.kind !== 'number') expect(answer).toEqual({ kind: 'number', value });
  else expect(Math.abs(answer.value - (value ?? NaN))).toBeLessThanOrEqual(1e-12 * Math.abs(value ?? NaN));
}

let count = 0;

describe.each(files)('[F1] the same number as in a spreadsheet: %s', (name) => {
  const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as GoldenFile;
  const golden = openFile(file);
  count += file.cases.length;

  it.each(file.cases.map((one) => [one.formula, one] as const))('%s', (_, one) => {
    expectAnswer(golden.calculate(golden.stored(one.formula)), one);
    expectAnswer(golden.calculate(golden.stored(one.a1)), one);
  });
});

describe('[F1] the golden cases are many', () => {
  it('at least 300', () => {
    console.log(`golden formulas: ${count}`);
    expect(count).toBeGreaterThanOrEqual(300);
  });
});
