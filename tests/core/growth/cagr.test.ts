import { describe, expect, it } from 'vitest';
import { cagr } from '../../../src/core/growth/cagr.ts';

describe('[G1] the average annual growth compounds', () => {
  it.each([
    // Expected with 30 decimal digits by another program.
    [26371, 30000, 1, 0.1376132873232],
    [4222, 10000, 5, 0.1882186213479],
    [100, 121, 2, 0.1],
    [200, 100, 1, -0.5],
  ])('%d to %d in %d years', (first, last, years, rate) => {
    expect(cagr(first, last, years)).toBeCloseTo(rate, 12);
  });

  it.each([
    [0, 100, 5],
    [100, 0, 5],
    [-100, 100, 5],
    [100, -100, 5],
    [100, 200, 0],
    [100, 200, -1],
    [Number.NaN, 200, 5],
    [100, 200, Number.NaN],
  ])('has no meaning from %d to %d in %d years', (first, last, years) => {
    expect(cagr(first, last, years)).toBeUndefined();
  });
});
