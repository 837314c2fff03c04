/** The words of the back-test in the language in force. A getter, so that what reads it follows a switch of language. */
import { createContext } from 'svelte';
import type { backTest } from '../../../i18n/zh/back-test.ts';

export type BackTestWords = typeof backTest;

export const [getWords, setWords] = createContext<() => BackTestWords>();
