import { describe, expect, it } from 'vitest';
import type { Comparison, Measure } from '../../../src/core/model/dataset.ts';
import { parseLightRule, printLightRule, usualLights, type LightRule } from '../../../src/core/model/light.ts';
import { plannedShare, progressAt, type Way } from '../../../src/core/target/lights.ts';
import { y } from '../../support/plan.ts';

const way = (base: number, comparison: Comparison, better: Way['better'] = 'up', measure: Measure = 'level'): Way => ({
  baseYear: y(2020),
  base,
  targetYear: y(2025),
  measure,
  comparison,
  better,
});
const double = way(1000, { op: 'gt', value: 2000 });
const place = way(10, { op: 'lte', value: 5 }, 'down');
const light = (of: Way, year: number, value: number, rule: LightRule = usualLights) =>
  progressAt(of, y(year), value, rule).light;

describe('[T17] progress against planned progress', () => {
  it.each([
    // Three of five years: 60 % of the way is planned, 48 % is four fifths of that.
    [2023, 1600, 'green'],
    [2023, 1599, 'yellow'],
    [2023, 1480, 'yellow'],
    [2023, 1479, 'red'],
    [2021, 1200, 'green'],
    [2021, 990, 'red'],
  ] as const)('1000 → 2000: in %i %i is %s', (year, value, expected) => {
    expect(light(double, year, value)).toBe(expected);
  });

  it.each([
    [7, 'green'],
    [7.6, 'yellow'],
    [7.7, 'red'],
    [11, 'red'],
  ] as const)('a rank from 10 to 5: in 2023 place %d is %s', (value, expected) => {
    expect(light(place, 2023, value)).toBe(expected);
  });

  it('tells the shares that it compares', () => {
    expect(progressAt(double, y(2022), 1300, usualLights)).toEqual({ light: 'red', done: 0.3, planned: 0.4 });
  });

  it.each([
    [{ op: 'between', low: 24, high: 26 }, 23.2, 'green'],
    [{ op: 'approx', value: 25, tolerance: 1 }, 23, 'yellow'],
    [{ op: 'eq', value: 25 }, 23.8, 'green'],
  ] as const)('a target of %o from 22: %d in 2023 is %s', (comparison, value, expected) => {
    expect(light(way(22, comparison), 2023, value)).toBe(expected);
  });
});

describe('[T17] progress in what the target measures', () => {
  const asked = (measure: Measure, value: number, better: Way['better'] = 'up'): Way =>
    way(1000, { op: better === 'up' ? 'gte' : 'lte', value }, better, measure);

  it.each([
    // All of an average growth is planned in every year: 8 % of 10 % is four fifths.
    [2021, 0.1, 'green'],
    [2021, 0.08, 'yellow'],
    [2023, 0.0999, 'yellow'],
    [2023, 0.0799, 'red'],
    [2025, 0.0999, 'yellow'],
    [2025, 0.1, 'green'],
  ] as const)('an average growth of 10 %%: by %i one of %d is %s', (year, value, expected) => {
    expect(light(asked('averageGrowth', 0.1), year, value)).toBe(expected);
  });

  it('an average growth that is to be negative', () => {
    const falling = asked('averageGrowth', -0.03, 'down');
    expect(progressAt(falling, y(2022), -0.024, usualLights)).toMatchObject({ light: 'yellow', planned: 1 });
    expect(light(falling, 2022, -0.031)).toBe('green');
    expect(light(falling, 2022, 0.01)).toBe('red');
  });

  it('a change since the base year: 300 of 500 after three of five years is on plan', () => {
    expect(progressAt(asked('change', 500), y(2023), 300, usualLights)).toEqual({
      light: 'green',
      done: 0.6,
      planned: 0.6,
    });
    expect(light(asked('change', 500), 2023, 299)).toBe('yellow');
    // Doubled at a constant rate, as the level is.
    expect(plannedShare(asked('change', 1000), y(2023), 'geometric')).toBeCloseTo(0.5157165665, 10);
  });

  it('a total is the sum of the years so far', () => {
    const sum = asked('total', 6105.1);
    expect(progressAt(sum, y(2022), 2442.04, usualLights)).toMatchObject({ light: 'green', planned: 0.4 });
    expect(light(sum, 2022, 2442)).toBe('yellow');
    // By hand: 1000 at 10 % a year makes 1100 + 1210 of 1100 + 1210 + 1331 + 1464.1 + 1610.51 = 6715.61.
    expect(plannedShare(asked('total', 6715.61), y(2022), 'geometric')).toBeCloseTo(2310 / 6715.61, 9);
  });
});

describe('[T18] in the year of the target green is to meet it', () => {
  it.each([
    [2001, 'green'],
    [2000, 'yellow'],
    [1800, 'yellow'],
    [1799, 'red'],
  ] as const)('> 2000: %i is %s', (value, expected) => {
    expect(light(double, 2025, value)).toBe(expected);
  });

  it('whatever share the rule asks for on the way', () => {
    const mild: LightRule = { shape: 'linear', green: 0.9, yellow: 0.5 };
    expect(light(double, 2023, 1540, mild)).toBe('green');
    expect(light(double, 2025, 1999, mild)).toBe('yellow');
    expect(light(double, 2025, 2001, { shape: 'linear', green: 1.2, yellow: 1 })).toBe('green');
  });
});

describe('[T19] a base that meets its target leaves no way to go', () => {
  it('green while the value does, red when it no longer does', () => {
    const kept = way(3000, { op: 'gte', value: 2000 });
    expect(progressAt(kept, y(2023), 2500, usualLights)).toEqual({ light: 'green', planned: 0.6 });
    expect(light(kept, 2023, 1999)).toBe('red');
  });

  it('a strict target that the base just touches', () => {
    const touched = way(4500, { op: 'gt', value: 4500 });
    expect(light(touched, 2023, 4500)).toBe('red');
    expect(light(touched, 2023, 4501)).toBe('green');
  });
});

describe('[T20] the rule has a shape, two shares and one stored text', () => {
  it('at a constant rate less is planned at first: 2^(3/5) − 1 of a doubling after three of five years', () => {
    expect(plannedShare(double, y(2023), 'geometric')).toBeCloseTo(0.5157165665, 10);
    const rule: LightRule = { ...usualLights, shape: 'geometric' };
    expect(light(double, 2023, 1516, rule)).toBe('green');
    expect(light(double, 2023, 1515, rule)).toBe('yellow');
    expect(plannedShare(double, y(2025), 'geometric')).toBe(1);
  });

  it('from nothing no rate leads anywhere: equal steps', () => {
    expect(plannedShare(way(0, { op: 'gte', value: 10 }), y(2023), 'geometric')).toBe(0.6);
  });

  it('reads what it prints', () => {
    expect(printLightRule(usualLights)).toBe('linear 1 0.8');
    expect(parseLightRule('geometric 0.95 0.5')).toEqual({ shape: 'geometric', green: 0.95, yellow: 0.5 });
  });

  it.each(['', 'linear', 'linear 1', 'linear 0.8 1', 'linear 1 0.8 3', 'cubic 1 0.8', 'linear 0 0', 'linear 9 1'])(
    'refuses “%s”',
    (text) => {
      expect(parseLightRule(text)).toBeUndefined();
    },
  );
});
