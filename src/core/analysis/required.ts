/** What growth a row needs to meet a target, in what its own path is driven by. */
import type { GrowthPath } from '../growth/path.ts';
import { growthUnit, type GrowthUnit } from '../growth/path.ts';
import type { Year } from '../model/cell.ts';
import type { Better, Comparison } from '../model/dataset.ts';
import { err, ok, type Result } from '../model/result.ts';
import { meantComparison } from '../target/assess.ts';
import { edgeFrom, requiredGrowth, type NoRequiredGrowth } from '../target/required-growth.ts';
import { requiredStep } from '../target/required-step.ts';
import { findRoot } from './search.ts';

/** A known value from which a row goes on: the base year's, a later year's, or an actual. In the stored unit. */
export interface Start {
  readonly year: Year;
  readonly value: number;
}

/** Why no growth meets the target. `closest`: the growth that comes nearest, and what the row then reaches. */
export type NoGrowth =
  | NoRequiredGrowth
  | { readonly code: 'outOfReach'; readonly closest: { readonly growth: number; readonly reached: number } }
  /** What drives the row has no effect on it, or the row is no number whatever it is. */
  | { readonly code: 'notDriven' | 'noValue' };

export interface RequiredQuestion {
  readonly start: Start;
  readonly year: Year;
  readonly comparison: Comparison;
  readonly path: GrowthPath;
  /** The row is shown in per cent, so a growth by amounts is one by points. */
  readonly percent: boolean;
}

/**
 * In what the needed growth of a row is told. Under a path that reads no growth it is a constant rate a year, which is what
 * 所需增速 means.
 */
export function requiredUnit(path: GrowthPath, percent: boolean): Exclude<GrowthUnit, 'none'> {
  const unit = growthUnit(path, percent);
  return unit === 'none' ? 'percentPerYear' : unit;
}

/**
 * The growth a year from the start that ends exactly at the target's edge, in {@link requiredUnit}. Compound and by steps in
 * closed form (T8, T9); toward a ceiling by root finding on the path's own recurrence.
 */
export function requiredOnPath({ start, year, comparison, path, percent }: RequiredQuestion): Result<number, NoGrowth> {
  const years = year - start.year;
  if (path.kind === 'scurve') return requiredTowardCeiling(start.value, edgeFrom(start.value, comparison), years, path);
  return requiredUnit(path, percent) === 'percentPerYear'
    ? requiredGrowth(start.value, comparison, years)
    : requiredStep(start.value, comparison, years);
}

/** Up to 100 % a year the discrete logistic approaches its ceiling without swinging over it (G10). */
const logisticRates = { low: -0.99, high: 1 };

function requiredTowardCeiling(
  first: number,
  goal: number,
  years: number,
  { ceiling }: { readonly ceiling: number },
): Result<number, NoGrowth> {
  if (!(years > 0)) return err({ code: 'noYears' });
  if (!(first > 0)) return err({ code: 'baseNotPositive', base: first });
  const last = (growth: number): number => {
    let value = first;
    for (let year = 0; year < years; year += 1) value *= 1 + growth * (1 - value / ceiling);
    return value;
  };
  const found = findRoot((at) => last(at) - goal, { ...logisticRates, start: 0, zero: 1e-12 * Math.abs(goal) });
  if (found.kind === 'root') return ok(found.at);
  if (found.kind === 'noValue') return err({ code: 'noValue' });
  return err({ code: 'outOfReach', closest: { growth: found.at, reached: last(found.at) } });
}

/**
 * By how much the assumed growth may be less before the target is missed; for targets from above (`≤`, ranks) by how much it
 * may be more. Negative: by so much it falls short. Absent for a goal to be about, between or equal.
 */
export function marginOf(
  assumed: number,
  required: number,
  comparison: Comparison,
  better: Better,
): number | undefined {
  switch (meantComparison(comparison, better).op) {
    case 'gt':
    case 'gte':
      return assumed - required;
    case 'lt':
    case 'lte':
      return required - assumed;
    case 'eq':
    case 'approx':
    case 'between':
      return undefined;
  }
}
