/** An input as the formula bar shows it: text that, typed again, gives the same input. */
import type { CellInput } from '../model/input.ts';
import { parseCanonical } from '../formula/parse.ts';
import { printFormula } from '../formula/print.ts';
import type { EntryContext } from './context.ts';

/** `4222`, `10%`, `=prev*(1+growth)`; rows in formulas by their short names. A malformed formula is shown as it came. */
export function printEntry(input: CellInput, { format, names }: Pick<EntryContext, 'format' | 'names'>): string {
  switch (input.kind) {
    case 'number':
      return format.shift === 2 ? `${percentText(input.value)}%` : String(input.value);
    case 'formula': {
      const parsed = parseCanonical(input.source, names);
      return `=${parsed.ok ? printFormula(parsed.value, { names: 'shortName' }, names) : input.source}`;
    }
    case 'text':
      return input.text;
  }
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
