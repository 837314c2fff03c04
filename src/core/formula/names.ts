/** What the rows may be called in a formula: id, short name or alias. */
import type { IndicatorId } from '../model/cell.ts';
import type { Label } from '../model/dataset.ts';
import { functionNames } from './functions.ts';
import { indexNames } from './name-index.ts';
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

export interface Names {
  /** The row of that name: exact, but for the case of A to Z. */
  find(name: string): IndicatorId | undefined;
  /** The name to show in a formula: the short name where it reads back as this row, else the id. */
  shortName(indicator: IndicatorId): string;
  /** What a growth is called in brackets behind a name. */
  readonly growthWord: string;
}

/** Names that the scanner reads as one word; others (with blanks, say) can be found but not written in a formula. */
const writable = /^(?:[\p{L}_]|\d+[\p{L}_])[\p{L}\p{N}\p{M}_]*$/u;

const exponent = /^\d+[eE]\d+$/;

/** What a formula calls something else by; no row is found under them. */
export const reservedNames: ReadonlySet<string> = new Set([...functionNames, ...wordNames]);

/**
 * Earlier rows win, and ids win over short names, short names over aliases. `rowOf`: where each row stands among them, by its id, for
 * callers who know.
 */
export function createNames(
  rows: readonly NamedRow[],
  rowOf: ReadonlyMap<string, number> = new Map(rows.map(({ id }, row) => [id, row])),
): Names {
  const aliases = rows.flatMap((row) => row.aliases.map((name) => ({ name, row })));
  /** The names that are no ids, numbered: the short name of each row, then all aliases. */
  const count = rows.length + aliases.length;
  const nameAt = (number: number): string => (rows[number]?.shortName ?? aliases[number - rows.length]?.name) as string;
  const numberOf = indexNames(count, (number) => foldName(nameAt(number)));

  const rowCalled = (id: string): NamedRow | undefined => rows[rowOf.get(id) ?? -1];
  function find(name: string): IndicatorId | undefined {
    const key = foldName(name);
    if (key === '' || reservedNames.has(key)) return undefined;
    const number = numberOf(key);
    return (rowCalled(key) ?? rows[number] ?? aliases[number - rows.length]?.row)?.id;
  }
  return {
    growthWord: '增速',
    find,
    shortName(indicator) {
      const name = rowCalled(indicator)?.shortName ?? '';
      return writable.test(name) && !exponent.test(name) && find(name) === indicator ? name : indicator;
    },
  };
}

/** The same for those who do not read Chinese: rows are shown by their ids. */
export function namesById(names: Names): Names {
  return { ...names, shortName: (indicator) => indicator, growthWord: 'growth' };
}
