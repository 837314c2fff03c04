/**
 * Moves the decimal point without the rounding that multiplying by 100 adds: 0.07 becomes 7, not 7.000000000000001.
 * Exact in the sense that the nearest double of the shifted decimal text is returned.
 */
export function shiftDecimal(value: number, places: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
