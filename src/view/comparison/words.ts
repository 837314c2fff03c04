/** The words of the board and what its texts need, in the language in force. Getters, so that what reads them follows a switch of language. */
import { createContext } from 'svelte';
import type { comparison } from '../../i18n/zh/comparison.ts';
import type { BoardContext } from './board-context.ts';

export type ComparisonWords = typeof comparison;

export const [getWords, setWords] = createContext<() => ComparisonWords>();
export const [getBoardContext, setBoardContext] = createContext<() => BoardContext>();
