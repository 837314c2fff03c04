import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthRange, positionIn, type RangeFacts } from '../../../src/view/panel/growth-range.ts';

const range = (facts: Partial<RangeFacts>) =>
  growthRange({ unit: 'rate', current: undefined, required: undefined, base: undefined, decimals: 1, ...facts });

describe('[V36] the range of the growth slider', () => {
  it.each([
    [{}, { min: -5, max: 20, step: 0.1 }],
    [
      { current: 18.5, required: 18.82 },
      { min: -8, max: 30, step: 0.1 },
    ],
    [{ current: 60 }, { min: -20, max: 80, step: 0.1 }],
    [{ current: -12 }, { min: -15, max: 20, step: 0.1 }],
    [
      { unit: 'points', current: 0.1, decimals: 2 },
      { min: -0.5, max: 2, step: 0.01 },
    ],
    [
      { unit: 'amount', base: 4222, decimals: 0 },
      { min: -400, max: 1500, step: 1 },
    ],
    [
      { unit: 'amount', base: 0, decimals: 0 },
      { min: -0.3, max: 1, step: 1 },
    ],
  ] as const)('%j: %j', (facts, expected) => {
    expect(range(facts)).toEqual(expected);
  });

  it('holds the present and the needed growth, whatever they are', () => {
    const growth = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(growth, growth, (current, required) => {
        const { min, max } = range({ current, required });
        expect(min).toBeLessThanOrEqual(Math.min(current, required, 0));
        expect(max).toBeGreaterThanOrEqual(Math.max(current, required));
      }),
      { seed: 20201231 },
    );
  });

  it('a place in it is a share of its length; outside there is none', () => {
    const ends = { min: -10, max: 30, step: 0.1 };
    expect(positionIn(ends, -10)).toBe(0);
    expect(positionIn(ends, 20)).toBe(0.75);
    expect(positionIn(ends, 31)).toBeUndefined();
  });
});
