/**
 * What the rows may be called in a formula: id, short name or alias. Names live in a `Map`, so that `constructor` is a name like any other.
 */
import type { IndicatorId } from '../model/cell.ts';
import type { Label } from '../model/dataset.ts';
import type { FunctionName } from './ast.ts';
import { functionNames, functions } from './functions.ts';
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

/** What completion offers. `text` is what goes into the formula. */
export type Candidate =
  | { readonly kind: 'indicator'; readonly text: string; readonly indicator: IndicatorId; readonly label: Label }
  | { readonly kind: 'function'; readonly text: FunctionName; readonly signature: string }
  | { readonly kind: 'word'; readonly text: string };

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
  /** What could complete this beginning, best first, at most `most`. Matches Chinese, English, aliases and pinyin initials. */
  complete(prefix: string, most?: number): readonly Candidate[];
  readonly conflicts: readonly NameConflict[];
}

/** Names that the scanner reads as one word; others (with blanks, say) can be found but not written in a formula. */
const writable = /^(?:[\p{L}_]|\d+[\p{L}_])[\p{L}\p{N}\p{M}_]*$/u;

const exponent = /^\d+[eE]\d+$/;

const functionSpellings: ReadonlyMap<string, string> = new Map(functionNames.map((name) => [name, name.toUpperCase()]));

const reserved: ReadonlySet<string> = new Set([...functionNames, ...wordNames]);

/** Earlier rows win, and ids win over short names, short names over aliases. */
export function createNames(rows: readonly NamedRow[]): Names {
  const byName = new Map<string, IndicatorId>();
  const spellings = new Map(wordNames.map((word) => [word, word] as const));
  const conflicts: NameConflict[] = [];

  function add(name: string, indicator: IndicatorId): void {
    const key = foldName(name);
    const holder = byName.get(key);
    if (holder === indicator || key === '') return;
    if (holder !== undefined) conflicts.push({ name, indicator, with: { kind: 'indicator', indicator: holder } });
    else if (reserved.has(key))
      conflicts.push({ name, indicator, with: { kind: wordNames.includes(key) ? 'word' : 'function' } });
    else {
      byName.set(key, indicator);
      spellings.set(key, name);
    }
  }
  for (const row of rows) add(row.id, row.id);
  for (const row of rows) add(row.shortName, row.id);
  for (const row of rows) for (const alias of row.aliases) add(alias, row.id);

  const shown = new Map(
    rows
      .filter(
        ({ id, shortName }) =>
          writable.test(shortName) && !exponent.test(shortName) && byName.get(foldName(shortName)) === id,
      )
      .map(({ id, shortName }) => [id, shortName] as const),
  );
  const shortName = (indicator: IndicatorId): string => shown.get(indicator) ?? indicator;
  // Made when something is first completed: a long sheet has some ten texts a row, and is open sooner without them.
  let searched: readonly Searched[] | undefined;

  return {
    conflicts,
    shortName,
    growthWord: '增速',
    find: (name) => byName.get(foldName(name)),
    nearest: (name, kind) => nearestOf(name, kind === 'function' ? functionSpellings : spellings),
    complete: (prefix, most = 12) => complete(foldName(prefix), (searched ??= candidates(rows, shortName)), most),
  };
}

/** The same for those who do not read Chinese: rows are shown by their ids. */
export function namesById(names: Names): Names {
  return {
    ...names,
    shortName: (indicator) => indicator,
    growthWord: 'growth',
    complete: (prefix, most) =>
      names
        .complete(prefix, most)
        .map((found) => (found.kind === 'indicator' ? { ...found, text: found.indicator } : found)),
  };
}

interface Searched {
  readonly candidate: Candidate;
  /** What the person most likely types first: beginnings of these rank first. */
  readonly names: readonly string[];
  /** Beginnings of these rank next. */
  readonly others: readonly string[];
}

function candidates(rows: readonly NamedRow[], shortName: (indicator: IndicatorId) => string): readonly Searched[] {
  return [
    ...rows.map((row): Searched => ({
      candidate: { kind: 'indicator', text: shortName(row.id), indicator: row.id, label: row.label },
      names: [row.shortName, row.pinyin].map(foldName),
      others: [row.id, row.label.zh, ...row.aliases, ...row.id.split('_'), ...row.label.en.split(/[^A-Za-z0-9]+/)].map(
        foldName,
      ),
    })),
    ...functions.map(({ name, aliases, signature }): Searched => ({
      candidate: { kind: 'function', text: name, signature },
      names: [foldName(name)],
      others: aliases,
    })),
    ...wordNames.map((word): Searched => ({ candidate: { kind: 'word', text: word }, names: [word], others: [] })),
  ];
}

/** 0 is best; `undefined` does not match. */
function rank(prefix: string, { names, others }: Searched): number | undefined {
  if (names.includes(prefix)) return 0;
  if (names.some((name) => name.startsWith(prefix))) return 1;
  if (others.some((name) => name.startsWith(prefix))) return 2;
  // One Latin letter is in nearly every name; one Chinese character tells something.
  const tells = prefix.length > 1 || prefix > '\u007f';
  if (tells && [...names, ...others].some((name) => name.includes(prefix))) return 3;
  return undefined;
}

function complete(prefix: string, searched: readonly Searched[], most: number): readonly Candidate[] {
  if (prefix === '') return [];
  const ranks: Candidate[][] = [[], [], [], []];
  for (const entry of searched) {
    const place = rank(prefix, entry);
    if (place !== undefined) ranks[place]?.push(entry.candidate);
  }
  return ranks.flat().slice(0, most);
}

/** Beyond this length a name is not a slip of the finger, and comparing would cost more than it tells. */
const longestCompared = 40;

/** `known`: by folded name, the name as it is spelled. */
function nearestOf(name: string, known: ReadonlyMap<string, string>): string | undefined {
  const wanted = foldName(name);
  if (wanted.length > longestCompared) return undefined;
  let nearest: string | undefined;
  let below = Math.min(wanted.length, Math.max(1, Math.floor(wanted.length / 3)) + 1);
  for (const [candidate, spelling] of known) {
    if (Math.abs(candidate.length - wanted.length) >= below) continue;
    const distance = editDistance(wanted, candidate, below);
    if (distance < below) {
      below = distance;
      nearest = spelling;
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
