/** What a row must do each year to just meet a target. */
import { cagr } from '../growth/cagr.ts';
import type { Comparison } from '../model/dataset.ts';
import { err, ok, type Result } from '../model/result.ts';

/** Why there is no constant rate: nothing to grow from, nothing to grow to, or no time. */
export type NoRequiredGrowth =
  | { readonly code: 'noYears' }
  | { readonly code: 'baseNotPositive'; readonly base: number }
  | { readonly code: 'targetNotPositive'; readonly target: number };

/**
 * The constant growth a year, a fraction, that ends exactly at the target's edge: `(target ÷ base)^(1 ÷ years) − 1`.
 * A strict target needs more than this (`gt`) or less (`lt`). A row already inside a range needs none.
 */
export function requiredGrowth(base: number, comparison: Comparison, years: number): Result<number, NoRequiredGrowth> {
  const target = edgeFrom(base, comparison);
  const growth = cagr(base, target, years);
  if (growth !== undefined) return ok(growth);
  if (!(years > 0)) return err({ code: 'noYears' });
  if (!(base > 0)) return err({ code: 'baseNotPositive', base });
  return err({ code: 'targetNotPositive', target });
}

/** The number of a target that is met first on the way from the base; the base itself where it is inside a range. */
export function edgeFrom(base: number, comparison: Comparison): number {
  switch (comparison.op) {
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
    case 'eq':
      return comparison.value;
    case 'approx':
      return clamp(base, comparison.value - comparison.tolerance, comparison.value + comparison.tolerance);
    case 'between':
      return clamp(base, comparison.low, comparison.high);
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
