import { describe, expect, it } from 'vitest';
import { levelAsked, measured } from '../../../src/core/target/measure.ts';
import { y } from '../../support/plan.ts';

const values: Readonly<Record<number, number>> = { 2020: 100, 2021: 110, 2022: 132, 2023: 132 };
const read = (year: number): number | undefined => values[year];

describe('[T11] what a target measures', () => {
  it.each([
    ['level', 2022, 132],
    ['growth', 2021, 0.1],
    ['growth', 2022, 0.2],
    ['averageGrowth', 2022, Math.sqrt(1.32) - 1],
    ['change', 2022, 32],
    ['total', 2023, 374],
  ] as const)('%s of %i', (measure, year, expected) => {
    expect(measured(measure, read, y(year), y(2020))).toBeCloseTo(expected, 12);
  });

  it('is unknown where a year that it reads is', () => {
    expect(measured('level', read, y(2025), y(2020))).toBeUndefined();
    expect(measured('growth', read, y(2020), y(2020))).toBeUndefined();
    expect(measured('total', (year) => (year === 2022 ? undefined : 1), y(2023), y(2020))).toBeUndefined();
  });

  it('no rate grows from nothing', () => {
    expect(measured('growth', (year) => year - 2020, y(2021), y(2020))).toBeUndefined();
  });
});

describe('[T12] the level that a target on another measure asks for', () => {
  it.each([
    ['level', 150, 150],
    ['change', 50, 150],
    ['averageGrowth', 0.1, 121],
    ['growth', 0.1, 121],
    // 100·(1.1 + 1.21) = 231
    ['total', 231, 121],
    ['total', 200, 100],
    ['total', 0, 0],
  ] as const)('%s of %d', (measure, value, level) => {
    const asked = levelAsked({ op: 'gte', value }, measure, 100, 2);
    expect(asked?.op).toBe('gte');
    expect(asked?.op === 'gte' ? asked.value : NaN).toBeCloseTo(level, 9);
  });

  it('of what is about a number lies between its edges', () => {
    const asked = levelAsked({ op: 'approx', value: 0.1, tolerance: 0.05 }, 'averageGrowth', 100, 1);
    expect(asked).toEqual({ op: 'between', low: 100 * (1 + (0.1 - 0.05)), high: 100 * (1 + (0.1 + 0.05)) });
  });

  it('is none without a base, from nothing, or beyond a whole loss', () => {
    expect(levelAsked({ op: 'gt', value: 5 }, 'change', undefined, 2)).toBeUndefined();
    expect(levelAsked({ op: 'gt', value: 5 }, 'total', 0, 2)).toBeUndefined();
    expect(levelAsked({ op: 'gt', value: -1 }, 'averageGrowth', 100, 2)).toBeUndefined();
  });
});
