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
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
};

const middle: Polynomials = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

const far: Polynomials = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

function ratio({ above, below }: Polynomials, x: number): number {
  return polynomial(above, x) / polynomial(below, x);
}

/** By Horner's rule. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
