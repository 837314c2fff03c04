import { describe, expect, it } from 'vitest';
import { parseIndicatorId } from '../../../src/core/model/cell.ts';
import { sheetColumns, yearsFrom } from '../../../src/core/model/sheet.ts';
import { rangeText, referenceText, type PointedCell } from '../../../src/view/grid/reference-text.ts';

const years = yearsFrom(2020, 5);
const columns = sheetColumns(years, years.slice(-1));
const names = new Map([
  ['firms', '高新技术企业'],
  ['gdp', '地区生产总值'],
]);

/** `firms@2023` as a pointed cell. */
function cell(text: string): PointedCell {
  const [id = '', name] = text.split('@');
  const indicator = parseIndicatorId(id);
  const column = columns.find((found) => found.id === name);
  if (!indicator || !column) throw new Error(text);
  return { indicator, column };
}
const naming = { shortName: (id: string): string => names.get(id) ?? id, growthWord: '增速' };

describe('[V5] a reference goes by name and, in another column, by the years between', () => {
  it.each([
    ['firms@2023', 'gdp@2023', '地区生产总值'],
    ['firms@2023', 'gdp@2022', '地区生产总值[-1]'],
    ['firms@2023', 'gdp@2025', '地区生产总值[+2]'],
    ['firms@2023', 'firms@2020', '高新技术企业[-3]'],
    ['firms@growth', 'gdp@2022', '地区生产总值[2022]'],
    ['firms@growth-2022', 'gdp@2021', '地区生产总值[-1]'],
    ['firms@2023', 'firms@growth', 'growth'],
    ['firms@2023', 'gdp@growth', '地区生产总值[增速]'],
    ['firms@2023', 'gdp@growth-2022', '地区生产总值[增速][-1]'],
    ['firms@2023', 'firms@growth-2023', 'growth'],
  ])('from %s to %s', (from, to, text) => {
    expect(referenceText(cell(from), cell(to), naming)).toBe(text);
  });
  it.each(['gdp@name', 'gdp@unit', 'gdp@target-2025', 'gdp@gap-2025', 'gdp@required-2025', 'gdp@path'])(
    'none to %s',
    (to) => {
      expect(referenceText(cell('firms@2023'), cell(to), naming)).toBeUndefined();
    },
  );
});

describe('[V5] a range is its two corners', () => {
  it('over years', () => {
    expect(rangeText(cell('firms@2025'), cell('gdp@2021'), cell('gdp@2024'), naming)).toBe(
      '地区生产总值[-4]:地区生产总值[-1]',
    );
  });
  it('over rows', () => {
    expect(rangeText(cell('firms@2025'), cell('firms@2025'), cell('gdp@2025'), naming)).toBe(
      '高新技术企业:地区生产总值',
    );
  });
  it('of one cell is that cell', () => {
    expect(rangeText(cell('firms@2025'), cell('gdp@2024'), cell('gdp@2024'), naming)).toBe('地区生产总值[-1]');
  });
  it('with an end that cannot be read is none', () => {
    expect(rangeText(cell('firms@2025'), cell('gdp@2024'), cell('gdp@target-2025'), naming)).toBeUndefined();
  });
});
