/** What many samples say. */

/**
 * The value below which a share of the sorted numbers lies, as Excel's PERCENTILE.INC: the place `share · (n − 1)`, between
 * neighbours in proportion (R. J. Hyndman and Y. Fan 1996, definition 7). NaN of no numbers.
 */
export function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** A share of samples, and where the true probability lies with 95 % confidence. */
export interface Probability {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % point of the normal distribution. */
const z = 1.959963984540054;

/**
 * The interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (JASA 22, 1927): unlike
 * the usual one it stays within 0 and 1, and is not empty at either.
 */
export function wilsonInterval(hits: number, samples: number): Probability {
  const share = hits / samples;
  const weight = 1 + z ** 2 / samples;
  const middle = (share + z ** 2 / (2 * samples)) / weight;
  const half = (z / weight) * Math.sqrt((share * (1 - share)) / samples + z ** 2 / (4 * samples ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
