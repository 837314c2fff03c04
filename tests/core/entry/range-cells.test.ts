import { describe, expect, it } from 'vitest';
import { readRangeCells } from '../../../src/core/entry/range-cells.ts';
import { cellKey } from '../../../src/core/model/cell.ts';
import { createNames } from '../../../src/core/formula/names.ts';
import { units } from '../../support/plan.ts';
import { cell, id, rows, typedInto } from '../formula/fixture.ts';

const names = createNames([
  ...rows,
  { id: id('funds'), shortName: '到位资金', aliases: [], pinyin: 'dwzj', label: { zh: '到位资金', en: 'Funds' } },
]);
const place = cell('hightech_firms', '2023');
const context = {
  ...typedInto('hightech_firms', '2023'),
  names,
  format: { decimals: 0, shift: 0, mark: 'none' } as const,
  unit: units.firms,
};

/** What the two cells are to hold, or why not; `undefined` where the text is left to whoever reads formulas and numbers. */
function read(text: string): unknown {
  const range = readRangeCells(cellKey(place.indicator, place.column), text, context);
  return range && (range.ok ? [...range.value.values()].map((input) => input?.kind) : range.error);
}

describe('[E4] what begins with a sign and reads as a formula is one, whatever signs of a range it has', () => {
  it.each([
    '+高企/2/3',
    '-高企/4/2',
    '＋高企／２／３',
    ' +高企/2/3',
    '+(高企)/2/3',
    '+高企+-2',
    '+到位资金/2',
    '-2/1/3/4',
  ])('%s', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('[A15] a range stays one', () => {
  it.each(['-2/1/3', '+1/2/3', '6~10', '-5~-3', '-8±2', '-8+-2'])('%s', (text) => {
    expect(read(text)).toEqual(['number', 'text']);
  });

  it.each([
    ['-10/6/3', { code: 'order', at: 4 }],
    ['+2025/3/4', { code: 'order', at: 6 }],
    ['2025/3/4', { code: 'order', at: 5 }],
    ['-6~x', { code: 'unreadable', at: 3 }],
    ['高企/2/3', { code: 'unreadable', at: 0 }],
    ['-水果/2/3', { code: 'unreadable', at: 0 }],
  ])('%s is refused as one', (text, error) => {
    expect(read(text)).toEqual(error);
  });
});
