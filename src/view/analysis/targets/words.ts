/** The words of the section, and the state behind it, for its parts. Getters, so that what reads them follows a switch of language. */
import { createContext } from 'svelte';
import type { targets } from '../../../i18n/zh/targets.ts';
import type { TargetReview } from '../../../state/target-review.svelte.ts';

export type TargetWords = typeof targets;

export const [getWords, setWords] = createContext<() => TargetWords>();

export const [getReview, setReview] = createContext<TargetReview>();
