/** The words of the interface in the language in force. A getter, so that what reads it follows a switch of language. */
import { createContext } from 'svelte';
import type { Messages } from '../../i18n/messages.ts';

export const [getMessages, setMessages] = createContext<() => Messages>();
