/** A number as it would be typed, with every digit. */
import type { NumberFormat } from '../model/view.ts';

/** `4222`; `10%` where the cell is shown in per cent. */
export function printNumber(value: number, { shift }: Pick<NumberFormat, 'shift'>): string {
  return shift === 2 ? `${percentText(value)}%` : String(value);
}

/** A hundred times the number, with the point moved in its shortest text: through a number, the last digits could change. */
function percentText(value: number): string {
  const text = String(value);
  const [mantissa = text, exponent] = text.split('e');
  if (exponent !== undefined) return `${mantissa}e${Number(exponent) + 2}`;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = fraction.padEnd(2, '0');
  const rest = digits.slice(2);
  const shifted = (whole + digits.slice(0, 2)).replace(/^(-?)0+(?=\d)/, '$1');
  return rest === '' ? shifted : `${shifted}.${rest}`;
}
