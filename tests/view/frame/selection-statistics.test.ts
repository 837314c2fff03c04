import { describe, expect, it, vi } from 'vitest';
import { countLater, selectionStatistics, type SelectedNumber } from '../../../src/view/frame/selection-statistics.ts';

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

  it('a large block is counted in pieces to the same end, unless it is stopped', () => {
    vi.useFakeTimers();
    function* many(): Generator<SelectedNumber | undefined> {
      for (let value = 1; value <= 100_000; value++) yield value % 2 === 0 ? undefined : number(value);
    }
    const done = vi.fn();
    countLater(many(), done);
    const stopped = vi.fn();
    countLater(many(), stopped)();
    expect(done).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(done).toHaveBeenCalledExactlyOnceWith(selectionStatistics(many()));
    expect(stopped).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});
