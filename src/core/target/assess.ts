/** Whether a value meets a target, and by how much. */
import type { Better, Comparison } from '../model/dataset.ts';
import { sameToRounding } from '../model/rounding.ts';
import type { TargetStatus } from '../model/view.ts';

/**
 * `thin`: met by less than {@link thinMargin}. `unknown`: the value is blank or an error.
 * `gap`: how far short in the measure's own terms, ≤ 0 when met. A strict target that is touched and not passed has the gap 0
 * and is missed.
 */
export type Assessment =
  { readonly status: Exclude<TargetStatus, 'unknown'>; readonly gap: number } | { readonly status: 'unknown' };

/** A share of the target's own number. */
export const thinMargin = 0.02;

/**
 * Assesses a calculated value. A difference that calculating with doubles may add counts as none, so a path that aims at
 * 10000 and ends at 9999.999999999998 meets `≥ 10000`.
 * A goal stated as a plain number (`eq`) asks to reach it: more is as good where more is better, less where less is.
 */
export function assessTarget(
  comparison: Comparison,
  value: number | undefined,
  better: Better = 'neither',
): Assessment {
  if (value === undefined || !Number.isFinite(value)) return { status: 'unknown' };
  const meant = meantComparison(comparison, better);
  const gap = shortfall(meant, value);
  if (!meets(meant, gap)) return { status: 'missed', gap };
  return { status: isThin(meant, gap) ? 'thin' : 'met', gap };
}

/** A goal stated as a plain number, read in the direction that is better. Other comparisons say themselves what they mean. */
export function meantComparison(comparison: Comparison, better: Better): Comparison {
  if (comparison.op !== 'eq' || better === 'neither') return comparison;
  return { op: better === 'up' ? 'gte' : 'lte', value: comparison.value };
}

function shortfall(comparison: Comparison, value: number): number {
  switch (comparison.op) {
    case 'gt':
    case 'gte':
      return difference(comparison.value, value);
    case 'lt':
    case 'lte':
      return difference(value, comparison.value);
    case 'eq':
      return Math.abs(difference(value, comparison.value));
    case 'approx':
      return outside(comparison.value - comparison.tolerance, comparison.value + comparison.tolerance, value);
    case 'between':
      return outside(comparison.low, comparison.high, value);
  }
}

/** Distance to the nearer edge, negative inside. */
function outside(low: number, high: number, value: number): number {
  return Math.max(difference(low, value), difference(value, high));
}

function difference(a: number, b: number): number {
  return sameToRounding(a, b) ? 0 : a - b;
}

function isLess(a: number, b: number): boolean {
  return difference(a, b) < 0;
}

function meets(comparison: Comparison, gap: number): boolean {
  return comparison.op === 'gt' || comparison.op === 'lt' ? gap < 0 : gap <= 0;
}

/**
 * Met with less than 2 % of the target's number to spare. Only where there is one edge to fall off:
 * a goal to be about or between is not the safer for being far from its edges.
 */
function isThin(comparison: Comparison, gap: number): boolean {
  switch (comparison.op) {
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return gap === 0 || isLess(-gap, thinMargin * Math.abs(comparison.value));
    case 'eq':
    case 'approx':
    case 'between':
      return false;
  }
}
