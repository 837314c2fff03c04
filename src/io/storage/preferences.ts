/** How this person likes the page, kept outside the database so that it is there before anything is drawn. */
import { createOutside, parseText } from './outside.ts';

const preferencesKey = 'preferences';
const comparisonKey = 'comparison';

const outside = createOutside(() => localStorage, 'yuce');

/** What was kept, for a decoder to judge; `undefined` where nothing is or storage is denied. */
export function readPreferences(): unknown {
  return parseText(outside.read(preferencesKey));
}

/** Keeps them if the browser lets us; a page that forgets its language is not worth a warning. */
export function writePreferences(values: object): void {
  outside.write(preferencesKey, JSON.stringify(values));
}

/** Which scenarios of a database stood side by side at the last visit, for a decoder to judge. */
export function readComparison(database: string): unknown {
  return parseText(createOutside(() => localStorage, database).read(comparisonKey));
}

/** Keeps the choice if the browser lets us; without it the next visit begins with the choice of the first. */
export function writeComparison(database: string, choice: object): void {
  createOutside(() => localStorage, database).write(comparisonKey, JSON.stringify(choice));
}
