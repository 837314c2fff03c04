/** The words of the interface in the language in force. Getters, so that what reads them follows a switch of language. */
import { createContext } from 'svelte';
import type { FirstMessages, Messages } from '../../i18n/messages.ts';

export const [getFirstMessages, setFirstMessages] = createContext<() => FirstMessages>();

/** All words as soon as they are there. */
export const [getWholeMessages, setWholeMessages] = createContext<() => Messages | undefined>();

/** For the parts that come when all words are there; what they return throws for one that is shown earlier. */
export function getMessages(): () => Messages {
  const whole = getWholeMessages();
  return () => {
    const messages = whole();
    if (!messages) throw new Error('The words are not there yet');
    return messages;
  };
}
