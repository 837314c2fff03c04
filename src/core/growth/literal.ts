/**
 * A number as it may stand in a formula: plain decimal digits, no exponent, in brackets when negative.
 * Reads back as the same double.
 */
export function literal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`Not a number for a formula: ${value}`);
  const digits = plainDigits(Math.abs(value));
  return value < 0 ? `(-${digits})` : digits;
}

function plainDigits(value: number): string {
  const [mantissa = '0', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return digits.padEnd(point, '0');
}
