/** What a person may have meant whose entry names something that is not there. */
import type { EntryError } from '../core/entry/parse-entry.ts';
import { nearestName } from '../core/formula/nearest-name.ts';
import type { SheetReader } from './sheet-reader.svelte.ts';

/** `undefined` for any other trouble, and where no name is near. */
export function meantBy(problem: EntryError, { dataset }: Pick<SheetReader, 'dataset'>): string | undefined {
  const error = problem.code === 'formula' ? problem.error : undefined;
  if (error?.code !== 'unknownName' && error?.code !== 'unknownFunction') return undefined;
  return nearestName(
    error.name,
    error.code === 'unknownName' ? 'row' : 'function',
    dataset.rows.map(({ indicator }) => indicator),
  );
}
