// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseIndicatorId, valueKey } from '../../../src/core/model/cell.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { columnWidths, measureContent } from '../../../src/view/grid/column-widths.ts';
import { unitText } from '../../../src/view/grid/unit-text.ts';

import { loadShipped } from '../../support/shipped-tables.ts';

const workbook = makeWorkbook(loadShipped());
const projection = new Projection(workbook, new Map());
const { dataset, sheet } = workbook;
const content = measureContent(
  dataset.rows.map(({ indicator }) => {
    const [base = { kind: 'blank' }, ...years] = dataset.years.map((year) =>
      projection.value(valueKey(indicator.id, year)),
    );
    return { indicator, base, years };
  }),
);
const columns = sheet.columns.filter(({ role }) => role !== 'yearGrowth');
const widths = (language: 'zh' | 'en', room: number): ReadonlyMap<string, number> =>
  columnWidths(columns, content, language, room);
/** Where a column ends, from the right edge of the gutter. */
function rightEdge(id: string, language: 'zh' | 'en', room: number): number {
  const at = columns.findIndex((column) => column.id === id);
  const own = widths(language, room);
  return columns.slice(0, at + 1).reduce((sum, column) => sum + (own.get(column.id) ?? 0), 0);
}
/** What is left for the sheet at 1366 pixels beside chapter list, side panel, gutter and a thin scroll bar. */
const smallRoom = 1366 - 148 - 264 - 28 - 11;

describe('[V15] columns as narrow as their content', () => {
  it('show the targets of both years, their gaps and the growth they need at 1366 pixels', () => {
    expect(rightEdge('required-2025', 'zh', smallRoom)).toBeLessThanOrEqual(smallRoom);
    expect(rightEdge('target-2025', 'en', smallRoom)).toBeLessThanOrEqual(smallRoom);
  });
  it('give room that is left to the decimals of the years first, to all of them alike', () => {
    const years = (room: number): readonly (number | undefined)[] =>
      ['2021', '2022', '2025'].map((id) => widths('zh', room).get(id));
    const [narrow = 0] = years(smallRoom);
    const [wide = 0] = years(smallRoom + 50);
    expect(new Set(years(smallRoom)).size).toBe(1);
    expect(new Set(years(smallRoom + 50)).size).toBe(1);
    expect(wide).toBeGreaterThan(narrow);
    expect(wide).toBeGreaterThanOrEqual(content.year);
  });
  it('let names grow to what they say and no further', () => {
    expect(widths('en', 3000).get('name')).toBeGreaterThan(widths('en', smallRoom).get('name') ?? Infinity);
    expect(widths('zh', 3000).get('name')).toBeLessThanOrEqual(240);
  });
  it('are wide enough for the published base year whatever the window', () => {
    expect(widths('zh', 0).get('2020')).toBe(content.base);
    expect(content.base).toBeGreaterThan(widths('zh', 0).get('2021') ?? Infinity);
  });
});

describe('[V15] the column of units', () => {
  it('writes powers of ten short in English', () => {
    const label = (id: string): string => {
      const row = parseIndicatorId(id);
      const found = dataset.rows.find(({ indicator }) => indicator.id === row);
      return found ? unitText(found.indicator.unit, 'en') : '';
    };
    expect(label('gdp')).toBe('CNY 100m');
    expect(label('rd_staff')).toBe('10k persons');
    expect(label('hightech_firms')).toBe('no.');
  });
});
