/** What could complete a beginning in the sheet that is open. Its search texts are made when something is first completed. */
import { createCompletion, type Candidate, type Complete } from '../core/formula/completion.ts';
import type { Names } from '../core/formula/names.ts';
import type { SheetReader } from './sheet-reader.svelte.ts';

export type { Candidate, Complete };

/** By names: those of another language are offered otherwise. */
const made = new WeakMap<Names, Complete>();

/** Names and functions, best first, at most `most`. */
export function completionsOf({ dataset, names }: SheetReader, prefix: string, most?: number): readonly Candidate[] {
  const complete =
    made.get(names) ??
    createCompletion(
      dataset.rows.map(({ indicator }) => indicator),
      names,
    );
  made.set(names, complete);
  return complete(prefix, most);
}
