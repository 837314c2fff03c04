/** Held years: those that a path must not rewrite, kept as text in `indicator@held`, such as `2023,2024`. */
import { parseYear, type Year } from '../model/cell.ts';
import type { CellInput } from '../model/input.ts';

/** Reads what `printHeld` writes. What is not a year is passed over: holding too little is mended with a click. */
export function readHeld(input: CellInput | null): ReadonlySet<Year> {
  const years = new Set<Year>();
  if (input?.kind !== 'text') return years;
  for (const part of input.text.split(',')) {
    const year = /^\d{4}$/.test(part) ? parseYear(Number(part)) : undefined;
    if (year !== undefined) years.add(year);
  }
  return years;
}
