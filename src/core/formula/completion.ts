/** What a beginning could become: rows, functions and words of the formula language. */
import type { IndicatorId } from '../model/cell.ts';
import type { Label } from '../model/dataset.ts';
import type { FunctionName } from './ast.ts';
import { functions } from './functions.ts';
import type { NamedRow, Names } from './names.ts';
import { foldName } from './normalize.ts';
import { wordNames } from './words.ts';

/** What completion offers. `text` is what goes into the formula. */
export type Candidate =
  | { readonly kind: 'indicator'; readonly text: string; readonly indicator: IndicatorId; readonly label: Label }
  | { readonly kind: 'function'; readonly text: FunctionName; readonly signature: string }
  | { readonly kind: 'word'; readonly text: string };

/** What could complete a beginning, best first, at most `most`. Matches Chinese, English, aliases and pinyin initials. */
export type Complete = (prefix: string, most?: number) => readonly Candidate[];

/** `names`: what the rows are called in what is offered. */
export function createCompletion(rows: readonly NamedRow[], names: Pick<Names, 'shortName'>): Complete {
  const searched = candidates(rows, names);
  return (prefix, most = 12) => completing(foldName(prefix), searched, most);
}

interface Searched {
  readonly candidate: Candidate;
  /** What the person most likely types first: beginnings of these rank first. */
  readonly names: readonly string[];
  /** Beginnings of these rank next. */
  readonly others: readonly string[];
}

function candidates(rows: readonly NamedRow[], { shortName }: Pick<Names, 'shortName'>): readonly Searched[] {
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

function completing(prefix: string, searched: readonly Searched[], most: number): readonly Candidate[] {
  if (prefix === '') return [];
  const ranks: Candidate[][] = [[], [], [], []];
  for (const entry of searched) {
    const place = rank(prefix, entry);
    if (place !== undefined) ranks[place]?.push(entry.candidate);
  }
  return ranks.flat().slice(0, most);
}
