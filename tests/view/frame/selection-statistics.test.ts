import { describe, expect, it } from 'vitest';
import { selectionStatistics } from '../../../src/view/frame/selection-statistics.ts';

const number = (value: number, measure = 'firms', decimals = 0) => ({
  value,
  measure,
  format: { decimals, shift: 0, mark: 'none' } as const,
});

describe('[V32] what a selected block adds up to', () => {
  it('numbers of one measure', () => {
    const found = selectionStatistics([number(-5), number(3), number(8, 'firms', 1)]);
    expect(found).toEqual({
      count: 3,
      summary: { format: { decimals: 1, shift: 0, mark: 'none' }, sum: 6, mean: 2, min: -5, max: 8 },
    });
  });

  it('only negative numbers', () => {
    expect(selectionStatistics([number(-5), number(-4)])?.summary).toMatchObject({ min: -5, max: -4 });
  });

  it('different measures are counted and not added', () => {
    expect(selectionStatistics([number(1), number(2, 'money')])).toEqual({ count: 2 });
  });

  it('one number, or none, says nothing', () => {
    expect(selectionStatistics([number(1)])).toBeUndefined();
    expect(selectionStatistics([])).toBeUndefined();
  });
});
