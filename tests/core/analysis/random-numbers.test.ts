import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import { normalQuantile, quantileOf } from '../../../src/core/analysis/distribution.ts';
import { RandomNumbers, splitMix } from '../../../src/core/analysis/random-numbers.ts';
import { percentile, wilsonInterval } from '../../../src/core/analysis/statistics.ts';
import type { Range } from '../../../src/core/model/range.ts';

/** What HyperFormula answers, without its rounding of results. */
function exactly(formula: string): number {
  const options = { licenseKey: 'gpl-v3', smartRounding: false, precisionEpsilon: 0 };
  return Number(HyperFormula.buildFromArray([[`=${formula}`]], options).getCellValue({ sheet: 0, row: 0, col: 0 }));
}

describe('[A8] random numbers that come again with their seed', () => {
  it('are those of the authors’ xoshiro128** from the state 1, 2, 3, 4', () => {
    const numbers = new RandomNumbers(Uint32Array.of(1, 2, 3, 4));
    expect(Array.from({ length: 10 }, () => numbers.nextWord())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('begin with the authors’ splitmix64', () => {
    const mix = splitMix(1234567n);
    expect(Array.from({ length: 3 }, () => mix.next().value)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
    ]);
  });

  it('are the same for a seed and a name, and others for another seed or name', () => {
    const first = (seed: number, name: string): number => RandomNumbers.ofStream(seed, name).next();
    expect(first(1, 'a@growth')).toBe(first(1, 'a@growth'));
    expect(
      new Set([first(1, 'a@growth'), first(2, 'a@growth'), first(1, 'b@growth'), first(-1, 'a@growth')]).size,
    ).toBe(4);
  });

  it('fill the stretch between 0 and 1 evenly', () => {
    const numbers = RandomNumbers.ofStream(7, 'even');
    const counts = new Array<number>(100).fill(0);
    for (let count = 0; count < 100_000; count += 1) {
      const cell = Math.floor(numbers.next() * 100);
      counts[cell] = (counts[cell] ?? NaN) + 1;
    }
    // Chi-squared with 99 degrees of freedom: within its 0.01 % and 99.99 % points.
    const chiSquared = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeGreaterThan(54);
    expect(chiSquared).toBeLessThan(161);
  });
});

describe('[A9] draws from a range', () => {
  it.each([0.5, 0.6, 0.975, 0.03, 0.001, 1e-10, 1 - 1e-9])('the normal point of %d is that of NORM.S.INV', (u) => {
    expect(normalQuantile(u)).toBeCloseTo(exactly(`NORM.S.INV(${u})`), 7);
  });

  it.each([
    // Wichura's own values, AS 241.
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
  ])('the normal point of %d is %d', (u, point) => {
    expect(Math.abs(normalQuantile(u) / point - 1)).toBeLessThan(1e-14);
  });

  const triangle: Range = { kind: 'threePoint', low: 0, mid: 2, high: 10 };
  it.each<[string, Range, number, number]>([
    ['uniform', { kind: 'between', low: 0.06, high: 0.1 }, 0.25, 0.07],
    // Of the normal distribution 95.45 % lie within two standard deviations.
    ['normal, its upper end', { kind: 'around', mid: 0.08, spread: 0.02 }, 0.9772498680518208, 0.1],
    ['normal, its middle', { kind: 'around', mid: 0.08, spread: 0.02 }, 0.5, 0.08],
    // By hand: the area up to 2 is 0.2; up to 1, 1²÷(10·2) = 0.05; above 8, 2²÷(10·8) = 0.05.
    ['triangular, below the middle', triangle, 0.05, 1],
    ['triangular, its middle', triangle, 0.2, 2],
    ['triangular, above the middle', triangle, 0.95, 8],
    ['triangular, the middle at an end', { kind: 'threePoint', low: 0, mid: 0, high: 4 }, 0.75, 2],
  ])('%s', (_, range, u, value) => {
    expect(quantileOf(range, u)).toBeCloseTo(value, 12);
  });
});

describe('[A10] percentiles and intervals', () => {
  it.each([0, 0.05, 0.25, 0.5, 0.9, 1])('the percentile %d is that of PERCENTILE.INC', (share) => {
    const numbers = [1.5, 2, 3.25, 7, 11, 20];
    const engine = exactly(`PERCENTILE.INC({${numbers.join(',')}},${share})`);
    expect(percentile(Float64Array.from(numbers), share)).toBeCloseTo(engine, 13);
  });

  it('of one number is that number, of none is none', () => {
    expect(percentile(Float64Array.of(4), 0.3)).toBe(4);
    expect(percentile(new Float64Array(), 0.5)).toBeNaN();
  });

  it.each([
    // As R’s prop.test(…, correct = FALSE) prints them.
    [5, 10, 0.2365931, 0.7634069],
    [15, 148, 0.0623998, 0.1605262],
    [0, 20, 0, 0.1611253],
    [20, 20, 0.8388747, 1],
  ])('%d of %d lie between %d and %d', (hits, samples, low, high) => {
    const interval = wilsonInterval(hits, samples);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});
