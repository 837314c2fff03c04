import { findWord } from '../core/formula/words.ts';
import type { OpenSheet } from './open-sheet.svelte.ts';

/** What an index in brackets may follow in a formula: a row's name, the own row, or its growth. */
export function takesIndex({ names }: OpenSheet, name: string): 'value' | 'growth' | undefined {
  const word = findWord(name);
  if (word === 'growth') return 'growth';
  return word === 'self' || (word === undefined && names.find(name) !== undefined) ? 'value' : undefined;
}
