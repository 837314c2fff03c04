import { describe, expect, it } from 'vitest';
import { findSeries } from '../../../src/core/fill/series.ts';

describe('[S1] two numbers or more with a constant step go on by it', () => {
  it.each([
    [
      [1, 2],
      [3, 4, 5],
    ],
    [
      [10, 8, 6],
      [4, 2, 0],
    ],
    [
      [0.1, 0.2],
      [0.3, 0.4, 0.5],
    ],
    [
      [1.1, 1.21],
      [1.32, 1.43, 1.54],
    ],
    [
      [5, 5],
      [5, 5, 5],
    ],
    [
      [-2, -1],
      [0, 1, 2],
    ],
    [
      [1e-7, 2e-7],
      [3e-7, 4e-7, 5e-7],
    ],
  ])('%o', (numbers, next) => {
    const series = findSeries(numbers);
    expect([1, 2, 3].map((place) => series?.(place))).toEqual(next);
  });

  it.each([[[]], [[7]], [[1, 2, 4]], [[1, 1.5, 2.1]], [[0.1376132873231959, 5e15]]])('%o is none', (numbers) => {
    expect(findSeries(numbers)).toBeUndefined();
  });
});
