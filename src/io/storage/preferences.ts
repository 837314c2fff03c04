/** How this person likes the page, kept outside the database so that it is there before anything is drawn. */
import { createOutside, parseText } from './outside.ts';

const preferencesKey = 'preferences';

const outside = createOutside(() => localStorage, 'yuce');

/** What was kept, for a decoder to judge; `undefined` where nothing is or storage is denied. */
export function readPreferences(): unknown {
  return parseText(outside.read(preferencesKey));
}

/** Keeps them if the browser lets us; a page that forgets its language is not worth a warning. */
export function writePreferences(values: object): void {
  outside.write(preferencesKey, JSON.stringify(values));
}
