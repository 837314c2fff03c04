/** The words of the back-test in the language in force. A getter, so that what reads it follows a switch of language. */
import { createContext } from 'svelte';
import type { backTest } from '../../../i18n/zh/back-test.ts';
import { getPlanner } from '../../../state/context.ts';
import type { NumberLanguage } from '../../format/number.ts';

export type BackTestWords = typeof backTest;

export const [getWords, setWords] = createContext<() => BackTestWords>();

/** What makes texts wants to know. */
export interface BackTestContext {
  readonly language: NumberLanguage;
  readonly words: BackTestWords;
}

/** To be called while a part of the section is made. */
export function getBackTestContext(): () => BackTestContext {
  const { preferences } = getPlanner();
  const getBackTestWords = getWords();
  return () => ({ language: preferences.language, words: getBackTestWords() });
}
