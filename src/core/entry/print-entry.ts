/** An input as the formula bar shows it: text that, typed again, gives the same input. */
import type { Column } from '../model/cell.ts';
import type { CellInput } from '../model/input.ts';
import { parseCanonical } from '../formula/parse.ts';
import { printFormula } from '../formula/print.ts';
import type { EntryContext } from './context.ts';
import { printNumber } from './print-number.ts';

/** `4222`, `10%`, `=prev*(1+growth)`, `>10000`; rows in formulas by their short names. A malformed formula is shown as it came. */
export function printEntry(
  input: CellInput,
  column: Column,
  { format, names, targets }: Pick<EntryContext, 'format' | 'names' | 'targets'>,
): string {
  switch (input.kind) {
    case 'number':
      return printNumber(input.value, format);
    case 'formula': {
      const parsed = parseCanonical(input.source, names);
      return `=${parsed.ok ? printFormula(parsed.value, { names: 'shortName' }, names) : input.source}`;
    }
    case 'text':
      return (column.kind === 'target' ? targets?.print(input.text, { format }) : undefined) ?? input.text;
  }
}
