import { describe, expect, it } from 'vitest';
import { assessOutcome, backTest, type Outcome } from '../../../src/core/analysis/back-test.ts';
import { id, y } from '../../support/plan.ts';

const outcome = (name: string, year: number, projected: number, actual: number): Outcome => ({
  indicator: id(name),
  year: y(year),
  projected,
  actual,
});

describe('[A17] a plan against what happened', () => {
  it('has an error in the row’s unit, its share of the actual, and the mean of the shares', () => {
    const test = backTest([
      outcome('a', 2021, 110, 100),
      outcome('a', 2022, 90, 120),
      outcome('b', 2021, 3, 0),
      outcome('c', 2021, -12, -10),
    ]);
    expect(test.errors.map(({ error }) => error)).toEqual([10, -30, 3, -2]);
    expect(test.errors.map(({ relative }) => relative)).toEqual([0.1, -0.25, undefined, -0.2]);
    expect(test.indicators.map(({ indicator, mape }) => [indicator, mape])).toEqual([
      ['a', 0.175],
      ['b', undefined],
      ['c', 0.2],
    ]);
    // By hand: (0.1 + 0.25 + 0.2) ÷ 3.
    expect(test.mape).toBeCloseTo(0.55 / 3, 15);
  });

  it('of a rank is told in places and has no share', () => {
    const test = backTest([{ ...outcome('a', 2021, 79, 35), isRank: true }, outcome('b', 2021, 3, 2)]);
    expect(test.errors.map(({ error, relative }) => [error, relative])).toEqual([
      [44, undefined],
      [1, 0.5],
    ]);
    expect(test.mape).toBe(0.5);
  });

  it('of nothing has no mean', () => {
    expect(backTest([])).toEqual({ errors: [], indicators: [] });
  });

  it('tells a target met on paper from one really met', () => {
    const comparison = { op: 'gt', value: 4500 } as const;
    expect(assessOutcome({ comparison, better: 'up', projected: 4500, actual: 5108 })).toMatchObject({
      projected: { status: 'missed' },
      actual: { status: 'met' },
    });
    expect(assessOutcome({ comparison, better: 'up', projected: 4600, actual: undefined })).toMatchObject({
      projected: { status: 'met' },
      actual: { status: 'unknown' },
    });
  });
});
