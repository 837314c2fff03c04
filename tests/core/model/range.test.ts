import { describe, expect, it } from 'vitest';
import { parseRange, printRange, rangeEnds, type Range } from '../../../src/core/model/range.ts';

describe('[A9] a range as it is stored', () => {
  it.each<[string, Range, number, number]>([
    ['0.06~0.1', { kind: 'between', low: 0.06, high: 0.1 }, 0.06, 0.1],
    ['-0.02~1e-7', { kind: 'between', low: -0.02, high: 1e-7 }, -0.02, 1e-7],
    ['0.08±0.02', { kind: 'around', mid: 0.08, spread: 0.02 }, 0.06, 0.1],
    ['0.06/0.08/0.1', { kind: 'threePoint', low: 0.06, mid: 0.08, high: 0.1 }, 0.06, 0.1],
    ['1/1/2', { kind: 'threePoint', low: 1, mid: 1, high: 2 }, 1, 2],
  ])('%s reads and prints alike', (text, range, low, high) => {
    expect(parseRange(text)).toEqual(range);
    expect(printRange(range)).toBe(text);
    expect(rangeEnds(range).low).toBeCloseTo(low, 12);
    expect(rangeEnds(range).high).toBeCloseTo(high, 12);
  });

  it.each(['', '5', '2~1', '1~1', '1±0', '1±-1', '1/3/2', '2/2/2', '1~2~3', '1/2', '1~1e999', ' 1~2', 'a~b', '1~2%'])(
    'refuses %j',
    (text) => {
      expect(parseRange(text)).toBeUndefined();
    },
  );
});
