/** The words that the side panel needs: those of the page and its own, which come with it and so after the sheet. */
import { createContext } from 'svelte';
import type { PanelMessages } from '../../i18n/messages.ts';

export const [getPanelMessages, setPanelMessages] = createContext<() => PanelMessages>();
