/**
 * Where a function of one number is zero. R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4:
 * inverse quadratic interpolation and the secant rule where they help, halving where they do not, so that a bracket with a
 * change of sign always ends at it.
 */

/** May answer NaN where it has no value: an error in a cell. */
export type RealFunction = (at: number) => number;

export interface Point {
  readonly at: number;
  /** What the function is there; a number. */
  readonly value: number;
}

/** `jump`: the sign changes there, but the function passes zero by without reaching it. `lost`: it has no value between the ends. */
export type Crossing = { readonly kind: 'root' | 'jump' | 'lost' } & Point;

/** Halving alone needs some 1,080 steps between the ends of the doubles; Brent's bound is never met in practice. */
const mostSteps = 200;

/** The relative distance between neighbouring doubles. */
const epsilon = Number.EPSILON;

/**
 * The crossing between two points of opposite sign, to the last bits of its place. `zero`: the largest size of a value that
 * counts as none; what stays larger at the crossing is a jump. Throws where the signs are alike: look for a bracket first.
 */
export function findCrossing(f: RealFunction, first: Point, second: Point, zero: number): Crossing {
  if (first.value > 0 === second.value > 0 && first.value !== 0 && second.value !== 0) {
    throw new Error('No change of sign to look between');
  }
  // As in the book: b is the best point, c lies on the other side of the crossing, a is the b of before.
  let [a, b, c] = [first, second, first];
  let step = b.at - a.at;
  let stepBefore = step;
  for (let count = 0; count < mostSteps; count += 1) {
    if (b.value > 0 === c.value > 0) {
      c = a;
      step = b.at - a.at;
      stepBefore = step;
    }
    if (Math.abs(c.value) < Math.abs(b.value)) [a, b, c] = [b, c, b];
    const tolerance = 2 * epsilon * Math.abs(b.at) + Number.MIN_VALUE;
    const half = (c.at - b.at) / 2;
    if (b.value === 0 || Math.abs(half) <= tolerance) break;
    const guess = interpolate(a, b, c, half);
    const isTrusted =
      Math.abs(stepBefore) >= tolerance &&
      Math.abs(a.value) > Math.abs(b.value) &&
      Math.abs(guess) < Math.min(Math.abs(1.5 * half) - tolerance / 2, Math.abs(stepBefore) / 2) &&
      guess * half > 0;
    stepBefore = isTrusted ? step : half;
    step = isTrusted ? guess : half;
    const at = b.at + (Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance);
    const value = f(at);
    if (Number.isNaN(value)) return { kind: 'lost', ...b };
    a = b;
    b = { at, value };
  }
  return { kind: Math.abs(b.value) <= zero ? 'root' : 'jump', ...b };
}

/** The step from b to where the secant, or through three points the inverse parabola, is zero. */
function interpolate(a: Point, b: Point, c: Point, half: number): number {
  const s = b.value / a.value;
  if (a.at === c.at) return (2 * half * s) / (s - 1);
  const q = a.value / c.value;
  const r = b.value / c.value;
  const above = s * (2 * half * q * (q - r) - (b.at - a.at) * (r - 1));
  const below = (q - 1) * (r - 1) * (s - 1);
  return -above / below;
}
