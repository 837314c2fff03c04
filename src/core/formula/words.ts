/** Words that mean something by themselves in a formula. They win over a row of the same name. */
import { foldName } from './normalize.ts';

export type Word = 'self' | 'prev' | 'base' | 'growth' | 'year' | 'true' | 'false';

const words: ReadonlyMap<string, Word> = new Map([
  ['self', 'self'],
  ['本行', 'self'],
  ['prev', 'prev'],
  ['上年', 'prev'],
  ['base', 'base'],
  ['基期', 'base'],
  ['growth', 'growth'],
  ['增速', 'growth'],
  ['year', 'year'],
  ['年份', 'year'],
  ['true', 'true'],
  ['false', 'false'],
]);

/** The word that this name stands for, in any case, Chinese or English. */
export function findWord(name: string): Word | undefined {
  return words.get(foldName(name));
}

/** Every spelling of every word, in lower case. */
export const wordNames: readonly string[] = [...words.keys()];
