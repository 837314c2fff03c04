/** From a row's values to what a target measures, and from a target on any measure to the level that it asks for. */
import type { Year } from '../model/cell.ts';
import type { Comparison, Measure } from '../model/dataset.ts';
import { addYears } from '../model/cell.ts';

/** The row's value in a year, in the stored unit; `undefined` where it is blank or an error. */
export type ReadYear = (year: Year) => number | undefined;

/**
 * What the measure of a target comes to in its year. Growth is a fraction: `v(t) ÷ v(t−1) − 1`; average growth is the constant rate
 * `(v(t) ÷ v(base))^(1 ÷ years) − 1`, which needs both ends positive; a total is the sum of the years after the base year.
 * `undefined` where a year that it reads is blank, or a rate has no meaning.
 */
export function measured(measure: Measure, read: ReadYear, year: Year, baseYear: Year): number | undefined {
  const value = read(year);
  if (value === undefined) return undefined;
  switch (measure) {
    case 'level':
      return value;
    case 'growth':
      return rate(read(addYears(year, -1)), value, 1);
    case 'averageGrowth':
      return rate(read(baseYear), value, year - baseYear);
    case 'change': {
      const first = read(baseYear);
      return first === undefined ? undefined : value - first;
    }
    case 'total':
      return total(read, year, baseYear);
  }
}

function rate(first: number | undefined, last: number, years: number): number | undefined {
  if (first === undefined || !(first > 0) || last < 0 || !(years > 0)) return undefined;
  return years === 1 ? last / first - 1 : (last / first) ** (1 / years) - 1;
}

function total(read: ReadYear, year: Year, baseYear: Year): number | undefined {
  let sum = 0;
  for (let next = addYears(baseYear, 1); next <= year; next = addYears(next, 1)) {
    const value = read(next);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/**
 * The level in the target's year at which a row that grows at one constant rate from `base` just has what the target asks for.
 * A total has one as well where the base is positive: the growing annuity `base·(q + q² + … + qⁿ)` rises with `q`, so its root is unique
 * and is found by halving. `undefined` where there is no such level.
 */
export function levelAsked(
  comparison: Comparison,
  measure: Measure,
  base: number | undefined,
  years: number,
): Comparison | undefined {
  if (measure === 'level') return comparison;
  if (base === undefined || !(years > 0)) return undefined;
  switch (measure) {
    case 'change':
      return mapComparison(comparison, (change) => base + change);
    case 'growth':
    case 'averageGrowth':
      return mapComparison(comparison, (growth) => (growth > -1 ? base * (1 + growth) ** years : undefined));
    case 'total':
      return mapComparison(comparison, (sum) => levelOfTotal(sum, base, years));
  }
}

function levelOfTotal(sum: number, base: number, years: number): number | undefined {
  if (!(base > 0) || sum < 0) return undefined;
  const totalAt = (factor: number): number => {
    let [value, all] = [base, 0];
    for (let year = 0; year < years; year++) all += value *= factor;
    return all;
  };
  let [low, high] = [0, 1];
  while (totalAt(high) < sum) high *= 2;
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (totalAt(middle) < sum) low = middle;
    else high = middle;
  }
  return base * high ** years;
}

/** The comparison with each of its numbers turned into another. What is about a number becomes what lies between its edges. */
function mapComparison(comparison: Comparison, turn: (value: number) => number | undefined): Comparison | undefined {
  switch (comparison.op) {
    case 'approx': {
      const { value, tolerance } = comparison;
      return mapComparison({ op: 'between', low: value - tolerance, high: value + tolerance }, turn);
    }
    case 'between': {
      const [low, high] = [turn(comparison.low), turn(comparison.high)];
      return low === undefined || high === undefined ? undefined : { op: 'between', low, high };
    }
    default: {
      const value = turn(comparison.value);
      return value === undefined ? undefined : { op: comparison.op, value };
    }
  }
}
