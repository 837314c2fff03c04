/** The words of the board, in the language in force. A getter, so that what reads it follows a switch of language. */
import { createContext } from 'svelte';
import type { comparison } from '../../i18n/zh/comparison.ts';

export type ComparisonWords = typeof comparison;

export const [getWords, setWords] = createContext<() => ComparisonWords>();
