/** Ranges as people type them into a cell: `6%~10%`, `8±2`, `1万至2万`, `6/8/10`; and back. */
import { normalizeText } from '../formula/normalize.ts';
import { err, ok, type Result } from '../model/result.ts';
import { isRange, type Range } from '../model/range.ts';
import type { EntryContext } from './context.ts';
import { readNumber } from './number.ts';
import type { NumberError } from './number-error.ts';
import { printNumber } from './print-number.ts';

/** `at`: index into the text that was given. */
export type RangeError =
  | NumberError
  /** No sign that makes a range, or too few or too many numbers. */
  | { readonly code: 'notRange'; readonly at: number }
  /** The numbers do not rise from low to high, or the spread is not more than nothing. */
  | { readonly code: 'order'; readonly at: number };

type Context = Pick<EntryContext, 'format' | 'unit'>;

interface Part {
  readonly text: string;
  readonly at: number;
}

const plusMinus = /±|\+\/?-/g;
const fromTo = /[~〜∼—至到]/g;
const slash = /\//g;
/** What follows the last digit: a per cent sign, a unit, 万. */
const trailing = /[^\d\s.,)]+\s*$/;

/**
 * Reads one range for a cell. A unit written once, behind the last number, holds for all (`1~2万`). In a cell that is not in
 * per cent a spread in per cent is a share of the number it is around (`30000±5%`).
 */
export function parseRangeEntry(text: string, context: Context): Result<Range, RangeError> {
  const normal = normalizeText(text);
  const around = split(normal, plusMinus);
  if (around.length > 1) return around.length === 2 ? readAround(around, context) : err(notRange(around[2]));
  const swept = split(normal, fromTo);
  const parts = swept.length > 1 ? swept : split(normal, slash);
  if (parts.length < 2 || parts.length > 3) return err(notRange(parts[3]));
  return readEnds(withSharedUnit(parts), context);
}

function notRange(part: Part | undefined): RangeError {
  return { code: 'notRange', at: part?.at ?? 0 };
}

function split(text: string, separator: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(separator)) {
    parts.push({ text: text.slice(at, match.index), at });
    at = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(at), at }];
}

function withSharedUnit(parts: readonly Part[]): readonly Part[] {
  const unit = trailing.exec(parts.at(-1)?.text ?? '')?.[0] ?? '';
  const bare = parts.slice(0, -1).every(({ text }) => !trailing.test(text));
  return bare
    ? parts.map((part, index) => (index < parts.length - 1 ? { ...part, text: part.text + unit } : part))
    : parts;
}

function readEnds(parts: readonly Part[], context: Context): Result<Range, RangeError> {
  const numbers: number[] = [];
  // From the last on: a unit that is wrong is so where it was written.
  for (const part of [...parts].reverse()) {
    const number = readPart(part, context);
    if (!number.ok) return number;
    numbers.unshift(number.value);
  }
  const [first = NaN, second = NaN, third] = numbers;
  return checked(
    third === undefined
      ? { kind: 'between', low: first, high: second }
      : { kind: 'threePoint', low: first, mid: second, high: third },
    parts,
  );
}

function readAround(parts: readonly Part[], context: Context): Result<Range, RangeError> {
  const [middle = { text: '', at: 0 }, part = middle] = parts;
  const isShare = context.format.shift === 0 && part.text.trimEnd().endsWith('%');
  const [first = middle] = isShare ? parts : withSharedUnit(parts);
  const spread = readPart(part, context);
  if (!spread.ok) return spread;
  const mid = readPart(first, context);
  if (!mid.ok) return mid;
  const size = isShare ? Math.abs(mid.value) * spread.value : spread.value;
  return checked({ kind: 'around', mid: mid.value, spread: size }, parts);
}

function readPart({ text, at }: Part, context: Context): Result<number, NumberError> {
  const number = readNumber(text, context);
  return number.ok ? number : err({ ...number.error, at: at + number.error.at });
}

function checked(range: Range, parts: readonly Part[]): Result<Range, RangeError> {
  return isRange(range) ? ok(range) : err({ code: 'order', at: parts[1]?.at ?? 0 });
}

/** A range as it would be typed into the cell: `6%~10%`, `30000±1500`, `6%/8%/10%`. */
export function printRangeEntry(range: Range, context: Pick<EntryContext, 'format'>): string {
  const print = (value: number): string => printNumber(value, context.format);
  switch (range.kind) {
    case 'between':
      return `${print(range.low)}~${print(range.high)}`;
    case 'around':
      return `${print(range.mid)}±${print(range.spread)}`;
    case 'threePoint':
      return `${print(range.low)}/${print(range.mid)}/${print(range.high)}`;
  }
}
