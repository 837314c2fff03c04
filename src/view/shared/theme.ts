/** Whether the page is light or dark just now, for what style sheets do not reach. */
import { createContext } from 'svelte';

export type ShownTheme = 'light' | 'dark';

export const [getTheme, setTheme] = createContext<() => ShownTheme>();
