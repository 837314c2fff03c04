/**
 * An assumption that is not one number but a range. Kept as text in the cell's stored unit: `0.06~0.1` between two numbers,
 * `0.08±0.02` around one, `0.06/0.08/0.1` from low over most likely to high.
 */
import { withoutNoise } from './noise.ts';

export type Range =
  /** Any number between the two, all as likely. */
  | { readonly kind: 'between'; readonly low: number; readonly high: number }
  /** Around `mid`, mostly (95 %) within `spread` of it. */
  | { readonly kind: 'around'; readonly mid: number; readonly spread: number }
  /** From `low` to `high`, `mid` the most likely. */
  | { readonly kind: 'threePoint'; readonly low: number; readonly mid: number; readonly high: number };

const number = String.raw`-?\d+(?:\.\d+)?(?:e[-+]?\d+)?`;
const between = new RegExp(`^(${number})~(${number})$`);
const around = new RegExp(`^(${number})±(${number})$`);
const threePoint = new RegExp(`^(${number})/(${number})/(${number})$`);

/** Reads what {@link printRange} writes; `undefined` for anything else, and for ends in the wrong order. */
export function parseRange(text: string): Range | undefined {
  const range = readRange(text);
  return range && isRange(range) ? range : undefined;
}

function readRange(text: string): Range | undefined {
  const match = between.exec(text) ?? around.exec(text) ?? threePoint.exec(text);
  if (!match) return undefined;
  const numbers = match.slice(1).map(Number);
  if (numbers.length > 2) return rangeOf('threePoint', numbers);
  return rangeOf(text.includes('±') ? 'around' : 'between', numbers);
}

/** A range of the numbers in the order in which it is written; see {@link rangeNumbers}. Not checked: see {@link isRange}. */
export function rangeOf(kind: Range['kind'], [first = NaN, second = NaN, third = NaN]: readonly number[]): Range {
  switch (kind) {
    case 'between':
      return { kind, low: first, high: second };
    case 'around':
      return { kind, mid: first, spread: second };
    case 'threePoint':
      return { kind, low: first, mid: second, high: third };
  }
}

/** The numbers of a range in the order in which it is written. */
export function rangeNumbers(range: Range): readonly number[] {
  switch (range.kind) {
    case 'between':
      return [range.low, range.high];
    case 'around':
      return [range.mid, range.spread];
    case 'threePoint':
      return [range.low, range.mid, range.high];
  }
}

/** Whether the numbers are finite, in order and not all the same. */
export function isRange(range: Range): boolean {
  switch (range.kind) {
    case 'between':
      return Number.isFinite(range.high - range.low) && range.low < range.high;
    case 'around':
      return Number.isFinite(range.mid + range.spread) && range.spread > 0;
    case 'threePoint':
      return (
        Number.isFinite(range.high - range.low) &&
        range.low <= range.mid &&
        range.mid <= range.high &&
        range.low < range.high
      );
  }
}

/** The text that is stored; reads back as the same numbers. */
export function printRange(range: Range): string {
  switch (range.kind) {
    case 'between':
      return `${range.low}~${range.high}`;
    case 'around':
      return `${range.mid}±${range.spread}`;
    case 'threePoint':
      return `${range.low}/${range.mid}/${range.high}`;
  }
}

/** The low and the high end; of a range around a number those that hold 95 % of it. */
export function rangeEnds(range: Range): { readonly low: number; readonly high: number } {
  return range.kind === 'around'
    ? { low: range.mid - range.spread, high: range.mid + range.spread }
    : { low: range.low, high: range.high };
}

/** The number that stands for the range where only one can: the middle, or the most likely. */
export function rangeMiddle(range: Range): number {
  return range.kind === 'between' ? withoutNoise((range.low + range.high) / 2) : range.mid;
}
