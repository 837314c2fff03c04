/** Calculates one row's formulas with mathjs, which the code under test does not use. */
import { evaluate } from 'mathjs';
import type { Year } from '../../../src/core/model/cell.ts';

/** Values by year, base year included. */
export function evaluateRow(
  base: number,
  formulas: ReadonlyMap<Year, string>,
  growth = Number.NaN,
): ReadonlyMap<number, number> {
  const values = new Map<number, number>([[2020, base]]);
  for (const [year, source] of formulas) {
    const text = source.replace(/self\[(\d{4})\]/g, (_, other: string) => `(${values.get(Number(other))})`);
    const prev = values.get(year - 1) ?? Number.NaN;
    const scope = { base, prev, growth, year, MIN: Math.min, MAX: Math.max };
    values.set(year, evaluate(text, scope) as number);
  }
  return values;
}
