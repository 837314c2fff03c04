/** The sheet, the formula bar and the name box work on one session, which the page frame makes. */
import { createContext } from 'svelte';
import type { GridSession } from './session.svelte.ts';

export const [getGridSession, setGridSession] = createContext<GridSession>();
