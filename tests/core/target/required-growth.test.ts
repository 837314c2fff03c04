import { describe, expect, it } from 'vitest';
import { requiredGrowth } from '../../../src/core/target/required-growth.ts';
import { requiredStep } from '../../../src/core/target/required-step.ts';
import type { Comparison } from '../../../src/core/model/dataset.ts';
import { near } from '../../support/near.ts';

const more = (value: number): Comparison => ({ op: 'gt', value });

describe('[T8] required growth is the constant rate that ends at the target’s number', () => {
  it.each<readonly [number, Comparison, number, number]>([
    // Expected with 30 decimal digits by another program.
    [26371, more(30000), 1, 0.1376132873232],
    [4222, more(10000), 5, 0.1882186213479],
    [4222, { op: 'gte', value: 10000 }, 5, 0.1882186213479],
    [8, { op: 'lte', value: 6 }, 5, -0.0559124887051],
    [100, { op: 'approx', value: 121, tolerance: 0 }, 2, 0.1],
  ])('%d to %o in %d years', (base, comparison, years, rate) => {
    const growth = requiredGrowth(base, comparison, years);
    expect(growth).toEqual({ ok: true, value: near(rate, 12) });
  });

  it('runs to the nearer edge of a range, and stays inside it', () => {
    const range: Comparison = { op: 'between', low: 110, high: 120 };
    expect(requiredGrowth(100, range, 1)).toEqual({ ok: true, value: near(0.1, 12) });
    expect(requiredGrowth(115, range, 1)).toEqual({ ok: true, value: 0 });
    expect(requiredGrowth(240, range, 1)).toEqual({ ok: true, value: near(-0.5, 12) });
    const about: Comparison = { op: 'approx', value: 200, tolerance: 50 };
    expect(requiredGrowth(100, about, 1)).toEqual({ ok: true, value: near(0.5, 12) });
    expect(requiredGrowth(500, about, 1)).toEqual({ ok: true, value: near(-0.5, 12) });
  });

  it.each<readonly [string, number, Comparison, number, object]>([
    ['nothing to grow from', 0, more(5), 5, { code: 'baseNotPositive', base: 0 }],
    ['a negative base', -3, more(5), 5, { code: 'baseNotPositive', base: -3 }],
    ['nothing to grow to', 5, { op: 'lte', value: 0 }, 5, { code: 'targetNotPositive', target: 0 }],
    ['no time', 5, more(6), 0, { code: 'noYears' }],
  ])('has none with %s', (_, base, comparison, years, error) => {
    expect(requiredGrowth(base, comparison, years)).toEqual({ ok: false, error });
  });
});

describe('[T9] the required step is the same in equal amounts', () => {
  it.each<readonly [number, Comparison, number, number]>([
    [0.021, { op: 'eq', value: 0.026 }, 5, 0.001],
    [0, more(10), 5, 2],
    [8, { op: 'lte', value: 3 }, 5, -1],
    [15, { op: 'between', low: 10, high: 20 }, 5, 0],
  ])('%d to %o in %d years', (base, comparison, years, step) => {
    expect(requiredStep(base, comparison, years)).toEqual({ ok: true, value: near(step, 12) });
  });

  it('needs time', () => {
    expect(requiredStep(1, more(2), 0)).toEqual({ ok: false, error: { code: 'noYears' } });
  });
});
