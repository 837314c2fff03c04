import { describe, expect, it } from 'vitest';
import { findCrossing, type RealFunction } from '../../../src/core/analysis/brent.ts';
import { findRoot, type SearchBounds } from '../../../src/core/analysis/search.ts';

/** How far two numbers are apart, as a share of the second. */
const apart = (a: number, b: number): number => Math.abs(a - b) / Math.abs(b);

function crossing(f: RealFunction, from: number, to: number) {
  let calls = 0;
  const counted: RealFunction = (at) => {
    calls += 1;
    return f(at);
  };
  const ends = [from, to].map((at) => ({ at, value: f(at) }));
  return { ...findCrossing(counted, ends[0]!, ends[1]!, 1e-9), calls: () => calls };
}

describe('[A1] a crossing between two points of opposite sign', () => {
  it.each<[string, RealFunction, number, number, number]>([
    // Textbook values: the Dottie number, the Wallis cubic, ln 2, the cube root of 2, Kepler's equation for M = 0.8, e = 0.2.
    ['cos x − x', (x) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ['x³ − 2x − 5', (x) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
    ['eˣ − 2', (x) => Math.exp(x) - 2, -10, 10, 0.6931471805599453],
    ['x³ − 2', (x) => x ** 3 - 2, 0, 100, 1.2599210498948732],
    ['x − 0.2 sin x − 0.8', (x) => x - 0.2 * Math.sin(x) - 0.8, 0, 2, 0.9643338876952228],
    ['the ends the other way round', (x) => x ** 3 - 2, 100, 0, 1.2599210498948732],
    ['a growth of five years', (g) => 4222 * (1 + g) ** 5 - 10000, -0.99, 10, (10000 / 4222) ** (1 / 5) - 1],
  ])('%s', (_, f, from, to, root) => {
    const found = crossing(f, from, to);
    expect(found.kind).toBe('root');
    expect(apart(found.at, root)).toBeLessThan(1e-13);
    expect(found.calls()).toBeLessThan(30);
  });

  it('takes a flat root, which only halving finds', () => {
    const found = crossing((x) => (x - 0.3) ** 9, -1, 4);
    expect(found.kind).toBe('root');
    expect(found.at).toBeCloseTo(0.3, 2);
  });

  it('tells a pole and a step from a root', () => {
    expect(crossing((x) => 1 / (x - 0.5), 0, 1.1)).toMatchObject({ kind: 'jump' });
    expect(crossing((x) => (x < 1 / 3 ? -1 : 1), 0, 1)).toMatchObject({ kind: 'jump' });
  });

  it('says where the function was lost, and answers no NaN', () => {
    const found = crossing((x) => (x > 0.2 && x < 0.8 ? NaN : x - 0.5), 0, 1);
    expect(found.kind).toBe('lost');
    expect(found.value).not.toBeNaN();
  });

  it('refuses two points of one sign', () => {
    expect(() => crossing((x) => x * x + 1, 0, 1)).toThrow('sign');
  });
});

describe('[A2] a root within bounds, or what comes closest', () => {
  const search = (f: RealFunction, bounds: Partial<SearchBounds> = {}) =>
    findRoot(f, { low: -1, high: 10, start: 0, zero: 1e-12, ...bounds });

  it('finds a root far from the start', () => {
    const found = search((g) => 100 * (1 + g) ** 5 - 100 * 8.5 ** 5, { zero: 1e-6 });
    expect(found.kind === 'root' && apart(found.at, 7.5)).toBeLessThan(1e-14);
  });

  it.each([
    [0, 1],
    [3, 4],
    [9, 4],
  ])('of several roots takes the one nearest to the start at %d: %d', (start, root) => {
    const found = search((x) => (x - 1) * (x - 4), { start });
    expect(found.kind === 'root' && found.at).toBeCloseTo(root, 12);
  });

  it('finds two roots that stand close together', () => {
    const found = search((x) => (x - 5.13) * (x - 5.2), { start: 0 });
    expect(found.kind === 'root' && found.at).toBeCloseTo(5.13, 10);
  });

  it('finds a zero that is touched and not crossed', () => {
    const found = search((x) => (x - 2.345) ** 2, { zero: 1e-12 });
    expect(found.kind).toBe('root');
  });

  it('without a root says what comes closest: in the middle, at a bound, where the function is flat', () => {
    expect(search((x) => (x - 2) ** 2 + 3)).toMatchObject({ kind: 'closest', value: expect.closeTo(3, 9) as number });
    expect(search((x) => x - 50)).toEqual({ kind: 'closest', at: 10, value: -40 });
    expect(search(() => -7, { start: 0.25 })).toEqual({ kind: 'closest', at: 0.25, value: -7 });
  });

  it('goes round places without a value, up to their edge', () => {
    const beyond = search((x) => (x < 3 ? NaN : x - 6));
    expect(beyond.kind === 'root' && beyond.at).toBeCloseTo(6, 12);
    const before = search((x) => (x > 3 ? NaN : x - 6));
    expect(before.kind === 'closest' && before.at).toBeCloseTo(3, 9);
    expect(search(() => NaN)).toEqual({ kind: 'noValue' });
  });

  it('does not take a jump for a root, and looks on behind it', () => {
    expect(search((x) => (x < 1 ? -2 : 1))).toMatchObject({ kind: 'closest', value: 1 });
    const behind = search((x) => (x < 1 ? -2 : 7 - x));
    expect(behind.kind === 'root' && behind.at).toBeCloseTo(7, 12);
  });
});
