/** Number series: what dragging 1, 2, 3 goes on with. */
import { shiftDecimal } from '../model/decimal.ts';
import { isRange, rangeNumbers, rangeOf, type Range } from '../model/range.ts';

/** The numbers that follow, in order; each call of the result gives the number so many places (from 1) after the last. */
export type Series = (place: number) => number;

/**
 * Two numbers or more with a constant step go on by that step; `undefined` for anything else, which is copied.
 * Reckoned in whole units of the last decimal place, so that 0.1, 0.2 goes on with 0.3 and not 0.30000000000000004.
 */
export function findSeries(numbers: readonly number[]): Series | undefined {
  const [first, second] = numbers;
  if (first === undefined || second === undefined) return undefined;
  const places = Math.max(...numbers.map(decimalPlaces));
  const whole = numbers.map((number) => shiftDecimal(number, places));
  if (!whole.every(Number.isSafeInteger)) return undefined;
  const steps = whole.slice(1).map((number, index) => number - (whole[index] ?? Number.NaN));
  const [step = 0] = steps;
  if (steps.some((other) => other !== step)) return undefined;
  const last = whole.at(-1) ?? 0;
  return (place) => shiftDecimal(last + step * place, -places);
}

/**
 * The ranges that go along with a series of numbers: each of their ends goes on as a series of its own, so that 6~8, 7~9 is followed
 * by 8~10. `undefined` where they do not; the result is `undefined` where the ends would meet.
 */
export function findRangeSeries(ranges: readonly Range[]): ((place: number) => Range | undefined) | undefined {
  const [first] = ranges;
  if (!first || ranges.some(({ kind }) => kind !== first.kind)) return undefined;
  const ends = rangeNumbers(first).map((_, end) => findSeries(ranges.map((range) => rangeNumbers(range)[end] ?? NaN)));
  if (ends.includes(undefined)) return undefined;
  return (place) => {
    const next = rangeOf(
      first.kind,
      ends.map((series) => series?.(place) ?? NaN),
    );
    return isRange(next) ? next : undefined;
  };
}

function decimalPlaces(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent));
}
