/** How the cells of a range are taken together, one after the other. */
import type { Fold } from './formula.ts';
import { blankCode, type Memory } from './memory.ts';

/** What a fold begins with. An empty minimum stays ∞ and an empty maximum −∞ until a function makes it 0. */
export function startFold(fold: Fold): number {
  switch (fold) {
    case 'MIN':
      return Infinity;
    case 'MAX':
      return -Infinity;
    default:
      return 0;
  }
}

/** Takes in one cell: a blank changes nothing, an error makes the result NaN (COUNT alone passes over it). */
export function stepFold(fold: Fold, value: number, { values, codes }: Memory, slot: number): number {
  const x = values[slot] as number;
  if (fold === 'COUNT') return x === x ? value + 1 : value;
  if (codes[slot] === blankCode) return value;
  switch (fold) {
    case 'SUM':
      return value + x;
    case 'MIN':
      return Math.min(value, x);
    case 'MAX':
      return Math.max(value, x);
    case 'ALL':
      return value;
  }
}
