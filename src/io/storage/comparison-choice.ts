/** What was compared last, kept outside the database as preferences are. It comes with the rest of the page. */
import { createOutside, parseText } from './outside.ts';

const comparisonKey = 'comparison';

/** Which scenarios of a database stood side by side at the last visit, for a decoder to judge. */
export function readComparison(database: string): unknown {
  return parseText(createOutside(() => localStorage, database).read(comparisonKey));
}

/** Keeps the choice if the browser lets us; without it the next visit begins with the choice of the first. */
export function writeComparison(database: string, choice: object): void {
  createOutside(() => localStorage, database).write(comparisonKey, JSON.stringify(choice));
}
