import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberFormat } from '../../../src/core/model/view.ts';
import { zh } from '../../../src/i18n/zh.ts';
import {
  formatComparison,
  formatGap,
  formatNumber,
  formatStated,
  formatToFit,
  formatWithMark,
} from '../../../src/view/format/number.ts';

const count: NumberFormat = { decimals: 0, shift: 0, mark: 'none' };
const money: NumberFormat = { decimals: 2, shift: 0, mark: 'none' };
const percent: NumberFormat = { decimals: 2, shift: 2, mark: 'percent' };

describe('[V9] numbers in the unit of their row', () => {
  it.each([
    [4222, count, '4,222'],
    [6799.57322, count, '6,800'],
    [25002.79, money, '25,002.79'],
    [150, money, '150.00'],
    [0.02107, percent, '2.11'],
    [-3, count, '-3'],
    [-0.2, count, '0'],
    [0, percent, '0.00'],
    [1.5e20, count, '1.5E20'],
  ])('%d', (value, format, text) => {
    expect(formatNumber(value, format, 'zh')).toBe(text);
    expect(formatNumber(value, format, 'en')).toBe(text);
  });
  it('as the formatter of either language writes them, also beside halves', () => {
    const size = fc.double({ min: -1e16, max: 1e16, noNaN: true });
    const short = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9 }));
    const number = fc.oneof(
      size,
      short.map(([digits, places]) => Number(`${digits}e-${places}`)),
      short.map(([digits, places]) => Number(`${digits}5e-${places}`) * (1 - Number.EPSILON)),
    );
    const languages = { zh: 'zh-CN', en: 'en' } as const;
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 6 }), fc.constantFrom('zh', 'en'), (value, decimals, language) => {
        fc.pre(Math.abs(value) < 1e15);
        const formatter = new Intl.NumberFormat(languages[language], {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
          signDisplay: 'negative',
        });
        expect(formatNumber(value, { ...count, decimals }, language)).toBe(formatter.format(value));
      }),
      { numRuns: 5000 },
    );
  });
  it('in running text with their mark', () => {
    expect(formatWithMark(0.1, percent, 'zh')).toBe('10.00%');
    expect(formatWithMark(10, count, 'zh')).toBe('10');
    expect(formatWithMark(0.1, { ...percent, mark: 'points' }, 'zh')).toBe('10.00');
  });
});

describe('[V9] targets as they were stated', () => {
  it.each([
    [{ op: 'gt', value: 10000 }, count, '>10,000'],
    [{ op: 'gt', value: 0.0215 }, percent, '>2.15'],
    [{ op: 'gte', value: 26 }, money, '≥26'],
    [{ op: 'lte', value: 8 }, count, '≤8'],
    [{ op: 'lt', value: 8 }, count, '<8'],
    [{ op: 'eq', value: 25 }, count, '25'],
    [{ op: 'approx', value: 0.026, tolerance: 0.001 }, percent, '≈2.6'],
    [{ op: 'between', low: 0.02, high: 0.03 }, percent, '2–3'],
  ] as const)('%o', (comparison, format, text) => {
    expect(formatComparison(comparison, format, 'zh', zh.grid.comparison)).toBe(text);
  });
  it('never with the noise of a double', () => {
    expect(formatStated(0.07, percent, 'zh')).toBe('7');
  });
});

describe('[V9] a gap is never shown as nothing', () => {
  it.each([
    [135.4, count, '135'],
    [0.4, count, '0.4'],
    [0.03, count, '0.03'],
    [0.00123, percent, '0.12'],
    [0.0000123, percent, '0.001'],
    [-5, count, '5'],
    [0, count, '0'],
  ])('%d', (gap, format, text) => {
    expect(formatGap(gap, format, 'zh')).toBe(text);
  });
});

describe('[V15] a number without room gives up decimals, then turns to a power of ten, and is never cut', () => {
  it.each([
    [25977.9, money, 9, '25,977.90'],
    [25977.9, money, 8, '25,977.9'],
    [25977.9, money, 7, '25,978'],
    [1234567, count, 8, '1.235E6'],
    [1234567, count, 5, '1.2E6'],
    [-1234567, count, 5, '-1E6'],
    [1234567, count, 2, '####'],
  ])('%d in the room of %j and %d characters', (value, format, room, text) => {
    expect(formatToFit(value, format, 'zh', (tried) => tried.length <= room)).toBe(text);
  });
});
