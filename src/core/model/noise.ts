/**
 * The number without the noise that calculating with doubles leaves behind a decimal: 9.999999999999998 becomes 10. Fifteen
 * digits are what a decimal survives.
 */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(15));
}
