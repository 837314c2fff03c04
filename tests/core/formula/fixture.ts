/** A small sheet for formulas: two chapters, a name with a digit in front, and one that looks like an address. */
import { parseColumn, parseIndicatorId, type CellRef, type IndicatorId } from '../../../src/core/model/cell.ts';
import { sheetColumns, yearsFrom, type Sheet } from '../../../src/core/model/sheet.ts';
import { createNames, type NamedRow } from '../../../src/core/formula/names.ts';
import type { FormulaContext } from '../../../src/core/formula/parse.ts';

export function id(text: string): IndicatorId {
  const parsed = parseIndicatorId(text);
  if (!parsed) throw new Error(`Not an id: ${text}`);
  return parsed;
}

function row(indicator: string, shortName: string, pinyin: string, en: string, ...aliases: string[]): NamedRow {
  return { id: id(indicator), shortName, aliases, pinyin, label: { zh: shortName, en } };
}

export const rows: readonly NamedRow[] = [
  row('hightech_firms', '高新技术企业', 'gxjsqy', 'High-tech enterprises', '高企'),
  row('tech_firms', '科技型企业', 'kjxqy', 'Technology firms'),
  row('rd_spend', '研发经费', 'yfjf', 'R&D spending', 'RD'),
  row('gdp', '地区生产总值', 'dqsczz', 'Gross regional product', 'GDP'),
  row('rd_intensity', '研发投入强度', 'yftrqd', 'R&D intensity'),
  row('stations_5g', '5G基站', 'jz', '5G base stations'),
  row('lab9', '实验室', 'sys', 'Laboratories'),
];

export const names = createNames(rows);

const years = yearsFrom(2020, 5);

/** Row 1 is a heading, rows 2 to 4 the first three indicators, row 5 a heading, rows 6 to 9 the rest. */
export const sheet: Sheet = {
  baseYear: years[0] ?? fail(),
  years,
  columns: sheetColumns(years, [years[1] ?? fail(), years[5] ?? fail()]),
  rows: [
    { kind: 'heading', chapter: 'one' },
    ...rows.slice(0, 3).map(({ id: indicator }) => ({ kind: 'indicator', indicator }) as const),
    { kind: 'heading', chapter: 'two' },
    ...rows.slice(3).map(({ id: indicator }) => ({ kind: 'indicator', indicator }) as const),
  ],
};

function fail(): never {
  throw new Error('The fixture has six years');
}

/** The cell `indicator@column`. */
export function cell(indicator: string, column: string): CellRef {
  return { indicator: id(indicator), column: parseColumn(column) ?? fail() };
}

/** A formula typed into that cell. */
export function typedInto(indicator: string, column: string): FormulaContext {
  return { names, sheet, own: cell(indicator, column) };
}
