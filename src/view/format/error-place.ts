/** Where in an entry the trouble stands; the words for it are in `error-words.ts`. */
import type { EntryError } from '../../core/entry/parse-entry.ts';

/** Index into the entry of the first character that cannot stand: where the caret goes. */
export function errorPlace(error: EntryError): number {
  return error.code === 'formula' ? error.error.at : error.at;
}
