/** Whether two scenarios say the same. */
import { sameEntry } from './changes.ts';
import type { Patch } from './scenario.ts';

/** The same entries in the same cells, in whatever order they were made. */
export function samePatch(a: Patch, b: Patch): boolean {
  return a === b || (a.size === b.size && [...a].every(([cell, entry]) => sameEntry(entry, b.get(cell))));
}
