import { describe, expect, it } from 'vitest';
import type { EntryContext } from '../../../src/core/entry/context.ts';
import { parseRangeEntry, printRangeEntry } from '../../../src/core/entry/range-entry.ts';
import { rateFormat, valueFormat } from '../../../src/core/model/format.ts';
import { printRange } from '../../../src/core/model/range.ts';
import { units } from '../../support/plan.ts';

const rate: Pick<EntryContext, 'format' | 'unit'> = { format: rateFormat, unit: units.firms };
const count = { format: valueFormat(units.firms), unit: units.firms };
const money = { format: valueFormat(units.money), unit: units.money };

const read = (text: string, context: typeof rate): string => {
  const range = parseRangeEntry(text, context);
  return range.ok ? printRange(range.value) : `${range.error.code} ${range.error.at}`;
};

describe('[A9] a range as it is typed', () => {
  it.each([
    ['6%~10%', '0.06~0.1'],
    ['6~10', '0.06~0.1'],
    ['6~10%', '0.06~0.1'],
    ['６％～１０％', '0.06~0.1'],
    ['6% 至 10%', '0.06~0.1'],
    ['6到10', '0.06~0.1'],
    ['-3%~2%', '-0.03~0.02'],
    ['10.1%~10.3%', '0.101~0.103'],
    ['8%±2%', '0.08±0.02'],
    ['8±2', '0.08±0.02'],
    ['8 +- 2', '0.08±0.02'],
    ['8%+/-2%', '0.08±0.02'],
    ['6/8/10', '0.06/0.08/0.1'],
    ['6%/8%/10%', '0.06/0.08/0.1'],
    ['6~8~10%', '0.06/0.08/0.1'],
  ])('%s in a cell of growth is %s', (text, stored) => {
    expect(read(text, rate)).toBe(stored);
  });

  it.each([
    ['1~2万', '10000~20000'],
    ['1万~2万', '10000~20000'],
    ['4,500~10,000家', '4500~10000'],
    ['1.2万±500', '12000±500'],
    ['30000±5%', '30000±1500'],
    ['1/1.5/2万', '10000/15000/20000'],
  ])('%s in a cell of firms is %s', (text, stored) => {
    expect(read(text, count)).toBe(stored);
  });

  it.each([
    ['', 'notRange 0'],
    ['5', 'notRange 0'],
    ['1/2/3/4', 'notRange 6'],
    ['8±2±1', 'notRange 4'],
    ['6~', 'unreadable 2'],
    ['6%~x', 'unreadable 3'],
    ['6~10亿', 'unit 4'],
    ['10~6', 'order 3'],
    ['8±0', 'order 2'],
    ['6/11/10', 'order 2'],
    ['6%~10亿', 'unit 5'],
  ])('%j is refused: %s', (text, problem) => {
    expect(read(text, rate)).toBe(problem);
  });

  it('takes a unit that is the row’s, and no other', () => {
    expect(read('100~120亿元', money)).toBe('100~120');
    expect(read('9000万元~1.2亿元', money)).toBe('0.9~1.2');
    expect(read('100~120家', money)).toBe('unit 7');
  });

  it.each(['6%~10%', '8%±2%', '6%/8%/10.5%'])('prints %s as it is typed', (text) => {
    const range = parseRangeEntry(text, rate);
    expect(range.ok && printRangeEntry(range.value, rate)).toBe(text);
  });
});
