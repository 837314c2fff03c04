/**
 * What the rows may be called in a formula: id, short name or alias. Names live in a `Map`, so that `constructor` is a name like any other.
 */
import type { IndicatorId } from '../model/cell.ts';
import type { Label } from '../model/dataset.ts';
import { functionNames } from './functions.ts';
import { foldName } from './normalize.ts';
import { wordNames } from './words.ts';

/** What of an indicator its names need. */
export interface NamedRow {
  readonly id: IndicatorId;
  readonly shortName: string;
  readonly aliases: readonly string[];
  /** Initials of the short name's pinyin. */
  readonly pinyin: string;
  readonly label: Label;
}

/** A name that cannot mean the row, since something else already has it. */
export interface NameConflict {
  readonly name: string;
  readonly indicator: IndicatorId;
  readonly with:
    | { readonly kind: 'function' }
    | { readonly kind: 'word' }
    | { readonly kind: 'indicator'; readonly indicator: IndicatorId };
}

export interface Names {
  /** The row of that name: exact, but for the case of A to Z. */
  find(name: string): IndicatorId | undefined;
  /** The name to show in a formula: the short name where it reads back as this row, else the id. */
  shortName(indicator: IndicatorId): string;
  /** What a growth is called in brackets behind a name. */
  readonly growthWord: string;
  /** The name of a row or function most like this one, or `undefined` if nothing is near. */
  nearest(name: string, kind: 'row' | 'function'): string | undefined;
  readonly conflicts: readonly NameConflict[];
}

/** Names that the scanner reads as one word; others (with blanks, say) can be found but not written in a formula. */
const writable = /^(?:[\p{L}_]|\d+[\p{L}_])[\p{L}\p{N}\p{M}_]*$/u;

const exponent = /^\d+[eE]\d+$/;

const reserved: ReadonlySet<string> = new Set([...functionNames, ...wordNames]);

/** Earlier rows win, and ids win over short names, short names over aliases. */
export function createNames(rows: readonly NamedRow[]): Names {
  const byName = new Map<string, NamedRow>();
  const conflicts: NameConflict[] = [];

  function add(name: string, row: NamedRow): void {
    const key = foldName(name);
    const indicator = row.id;
    const holder = byName.get(key)?.id;
    if (holder === indicator || key === '') return;
    if (holder !== undefined) conflicts.push({ name, indicator, with: { kind: 'indicator', indicator: holder } });
    else if (reserved.has(key))
      conflicts.push({ name, indicator, with: { kind: wordNames.includes(key) ? 'word' : 'function' } });
    else byName.set(key, row);
  }
  for (const row of rows) add(row.id, row);
  for (const row of rows) add(row.shortName, row);
  for (const row of rows) for (const alias of row.aliases) add(alias, row);

  const find = (name: string): IndicatorId | undefined => byName.get(foldName(name))?.id;
  return {
    conflicts,
    growthWord: '增速',
    find,
    shortName(indicator) {
      const name = byName.get(indicator)?.shortName ?? '';
      return writable.test(name) && !exponent.test(name) && find(name) === indicator ? name : indicator;
    },
    nearest(name, kind) {
      if (kind === 'function') return nearestOf(name, functionNames)?.toUpperCase();
      const near = nearestOf(name, [...wordNames, ...byName.keys()]);
      const row = near === undefined ? undefined : byName.get(near);
      return row ? [row.id, row.shortName, ...row.aliases].find((spelling) => foldName(spelling) === near) : near;
    },
  };
}

/** The same for those who do not read Chinese: rows are shown by their ids. */
export function namesById(names: Names): Names {
  return { ...names, shortName: (indicator) => indicator, growthWord: 'growth' };
}

/** Beyond this length a name is not a slip of the finger, and comparing would cost more than it tells. */
const longestCompared = 40;

/** `known`: folded names. */
function nearestOf(name: string, known: readonly string[]): string | undefined {
  const wanted = foldName(name);
  if (wanted.length > longestCompared) return undefined;
  let nearest: string | undefined;
  let below = Math.min(wanted.length, Math.max(1, Math.floor(wanted.length / 3)) + 1);
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= below) continue;
    const distance = editDistance(wanted, candidate, below);
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
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const distance = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(distance);
      least = Math.min(least, distance);
    }
    if (least >= enough) return enough;
    row = next;
  }
  return row[b.length] ?? 0;
}
