/** How the numbers of a range are spread, by the inverse of its distribution: one random number makes one draw. */
import type { Range } from '../model/range.ts';

/**
 * The number below which a share `u` (between 0 and 1) of the range's draws lie. `between`: uniform. `around`: normal, with
 * the spread as two standard deviations, so that 95.45 % lie within it. `threePoint`: triangular.
 */
export function quantileOf(range: Range, u: number): number {
  switch (range.kind) {
    case 'between':
      return range.low + u * (range.high - range.low);
    case 'around':
      return range.mid + (range.spread / 2) * normalQuantile(u);
    case 'threePoint':
      return triangularQuantile(range, u);
  }
}

interface Triangle {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

function triangularQuantile({ low, mid, high }: Triangle, u: number): number {
  const width = high - low;
  return u * width <= mid - low
    ? low + Math.sqrt(u * width * (mid - low))
    : high - Math.sqrt((1 - u) * width * (high - mid));
}

/**
 * Of the standard normal distribution, to about 1e-16 relative. M. J. Wichura, "Algorithm AS 241: The percentage points of the
 * normal distribution" (Applied Statistics 37, 1988), PPND16.
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q);
  const tail = Math.sqrt(-Math.log(q < 0 ? u : 1 - u));
  const size = tail <= 5 ? ratio(middle, tail - 1.6) : ratio(far, tail - 5);
  return q < 0 ? -size : size;
}

interface Polynomials {
  /** Constant term first. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

const centre: Polynomials = {
  above: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  below: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852545925,
  ],
};

const middle: Polynomials = {
  above: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  below: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};

const far: Polynomials = {
  above: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  below: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};

function ratio({ above, below }: Polynomials, x: number): number {
  return polynomial(above, x) / polynomial(below, x);
}

/** By Horner's rule. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
