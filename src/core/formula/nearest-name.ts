/** What a name that nothing is called by may have been meant for. */
import { functionNames } from './functions.ts';
import type { NamedRow } from './names.ts';
import { foldName } from './normalize.ts';
import { wordNames } from './words.ts';

/** The name of a row or function most like this one, or `undefined` if nothing is near. */
export function nearestName(name: string, kind: 'row' | 'function', rows: readonly NamedRow[]): string | undefined {
  if (kind === 'function') return nearestOf(name, functionNames)?.toUpperCase();
  return nearestOf(name, namesInOrder(rows));
}

/** The words of the language, then what rows are called, in the order in which they win. */
function* namesInOrder(rows: readonly NamedRow[]): Generator<string> {
  yield* wordNames;
  for (const { id } of rows) yield id;
  for (const { shortName } of rows) yield shortName;
  for (const { aliases } of rows) yield* aliases;
}

/** Beyond this length a name is not a slip of the finger, and comparing would cost more than it tells. */
const longestCompared = 40;

function nearestOf(name: string, known: Iterable<string>): string | undefined {
  const wanted = foldName(name);
  if (wanted.length > longestCompared) return undefined;
  let nearest: string | undefined;
  let below = Math.min(wanted.length, Math.max(1, Math.floor(wanted.length / 3)) + 1);
  for (const candidate of known) {
    const folded = foldName(candidate);
    if (Math.abs(folded.length - wanted.length) >= below) continue;
    const distance = editDistance(wanted, folded, below);
    if (distance < below) {
      below = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/**
 * How many letters must be put in, taken out or replaced to make one text the other (Levenshtein). Stops at `enough`, which is
 * then the answer: most names differ from the first letters on, and there may be tens of thousands.
 */
function editDistance(a: string, b: string, enough: number): number {
  let row: number[] = [];
  let next: number[] = [];
  for (let column = 0; column <= b.length; column++) row.push(column);
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const distance = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next[j] = distance;
      least = Math.min(least, distance);
    }
    if (least >= enough) return enough;
    [row, next] = [next, row];
  }
  return row[b.length] ?? 0;
}
