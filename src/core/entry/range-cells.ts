/**
 * A range typed into a cell is two inputs: its number becomes the middle, and the range stands in a cell beside it.
 * It is no part of what the sheet is first shown with, so it is fetched later.
 */
import type { CellKey } from '../model/cell.ts';
import type { CellInputs } from '../model/input.ts';
import { parseRange, printRange, rangeMiddle } from '../model/range.ts';
import { rangeCellOf } from '../model/range-cell.ts';
import { err, ok, type Result } from '../model/result.ts';
import { normalizeText } from '../formula/normalize.ts';
import type { EntryContext } from './context.ts';
import { parseEntry } from './parse-entry.ts';
import { parseRangeEntry, printRangeEntry, type RangeError } from './range-entry.ts';

/** Signs that nothing but a range has; two slashes stand between three numbers. */
const rangeSign = /[~〜∼至到±]|\+\/?-|\/.*\//;
/** A sign that alone means a blank. */
const perhapsRangeSign = '—';

/**
 * What the two cells are to hold; `undefined` for a cell that takes no number, and for a text that is not meant as a range. One whose
 * numbers fall the wrong way is meant as one: `-10/6/3` is told so and does not become a quotient.
 */
export function readRangeCells(
  cell: CellKey,
  text: string,
  context: EntryContext,
): Result<CellInputs, RangeError> | undefined {
  const beside = rangeCellOf(cell);
  const normal = normalizeText(text).trim();
  const isMeant = rangeSign.test(normal) || (normal.includes(perhapsRangeSign) && !parseEntry(text, context).ok);
  if (!beside || normal.startsWith('=') || !isMeant) return undefined;
  const range = parseRangeEntry(text, context);
  if (!range.ok)
    return range.error.code !== 'order' && isSignedFormula(normal, text, context) ? undefined : err(range.error);
  return ok(
    new Map([
      [cell, { kind: 'number', value: rangeMiddle(range.value) }],
      [beside, { kind: 'text', text: printRange(range.value) }],
    ]),
  );
}

/** What begins with a sign and reads as a formula, though it has a range's signs: `+firms/2/3`, a name with 到 or 至 in it. */
function isSignedFormula(normal: string, text: string, context: EntryContext): boolean {
  return /^[-+]/.test(normal) && parseEntry(text, context).ok;
}

/** A stored range as it would be typed; `undefined` for a text that is none. */
export function printRangeCell(stored: string, context: Pick<EntryContext, 'format'>): string | undefined {
  const range = parseRange(stored);
  return range && printRangeEntry(range, context);
}
