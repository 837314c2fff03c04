/** F4: a reference turns between an offset and a fixed year. */
import type { Year } from '../../core/model/cell.ts';
import { isFormulaDraft, offsetIndex, splice, type Splice } from './draft.ts';
import { growthIndex, isExponent, name } from './word-at.ts';

/** A reference as it stands in a text: a name and, in brackets, an offset or a year. */
interface WrittenReference {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly index: string | undefined;
}

/** The name with the mark of its growth, then the index, and no bracket that would make it a function. */
const references = new RegExp(
  String.raw`(${name}(?:${growthIndex})?)(?:\s*[[［【]\s*([+\-－＋]?\d+)\s*[\]］】])?(?!\s*[(（\p{L}\p{N}_])`,
  'giu',
);

/** Words that stand for cells of the formula's own row and take no year; `self` is the row itself and takes one. */
const ownRow = new Set(['prev', 'base', 'growth', 'year', 'true', 'false', '上年', '基期', '增速', '年份']);

function referenceAt(text: string, caret: number): WrittenReference | undefined {
  for (const match of text.matchAll(references)) {
    const start = match.index;
    const end = start + match[0].length;
    if (caret < start || caret > end || isExponent(match[1] ?? '')) continue;
    return { start, end, name: match[1] ?? '', index: match[2] };
  }
  return undefined;
}

/**
 * The reference at the caret turns from relative to the year (`x[-1]`) to one fixed year (`x[2022]`) and back.
 * `year`: of the formula's own column. `undefined` where there is no reference to turn.
 */
export function cycleReference(text: string, caret: number, year: Year): Splice | undefined {
  const found = isFormulaDraft(text) ? referenceAt(text, caret) : undefined;
  if (!found || ownRow.has(found.name.toLowerCase())) return undefined;
  const index = found.index === undefined ? 0 : Number(found.index.normalize('NFKC'));
  const absolute = index >= 1000;
  const next = absolute ? offsetIndex(index - year) : `[${year + index}]`;
  return splice(text, found.start, found.end, found.name + next);
}
