/** The small synchronous storage outside the database, where a copy of the index and the last notes lie. It may be denied or full at any call. */
import { decodeIndex, encodeIndex, type IndexRecord } from './index-record.ts';
import { decodeNote, type Note } from './note.ts';

/** What of `localStorage` is used. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface Outside {
  read(key: string): string | undefined;
  /** Whether the text is kept now. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
  keys(prefix: string): readonly string[];
}

export const indexCopyKey = 'idx';
export const noteCopyPrefix = 'wal.';

/**
 * All keys begin with the name of the database that they stand beside: `yuce.idx`. `storage` is asked at each call, since the mere
 * look at `localStorage` throws where it is denied.
 */
export function createOutside(storage: () => TextStorage, database: string): Outside {
  const prefix = `${database}.`;
  return {
    read: (key) => attempt(() => storage().getItem(prefix + key)) ?? undefined,
    write: (key, text) =>
      attempt(() => {
        storage().setItem(prefix + key, text);
        return true;
      }) ?? false,
    remove: (key) => {
      attempt(() => storage().removeItem(prefix + key));
    },
    keys: (start) =>
      attempt(() => {
        const area = storage();
        const names = Array.from({ length: area.length }, (_, place) => area.key(place) ?? '');
        return names.flatMap((name) => (name.startsWith(prefix + start) ? [name.slice(prefix.length)] : []));
      }) ?? [],
  };
}

/** This storage is a second line: where the browser refuses it (`DOMException`), the database alone must do. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch (error) {
    if (error instanceof DOMException || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

export function readIndexCopy(outside: Outside): IndexRecord | undefined {
  return decodeIndex(parseText(outside.read(indexCopyKey)));
}

/** Tabs finish in any order: an older index of the same database never replaces a newer one. */
export function writeIndexCopy(outside: Outside, index: IndexRecord): void {
  const present = readIndexCopy(outside);
  if (present?.generation === index.generation && present.rev >= index.rev) return;
  outside.write(indexCopyKey, JSON.stringify(encodeIndex(index)));
}

/** `undefined` for what is not JSON. */
export function parseText(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The notes of this browser's pages, by page, with the very text in which each lies there. */
export function readNoteCopies(outside: Outside): ReadonlyMap<string, { readonly note: Note; readonly text: string }> {
  const copies = new Map<string, { readonly note: Note; readonly text: string }>();
  for (const key of outside.keys(noteCopyPrefix)) {
    const text = outside.read(key);
    const note = decodeNote(parseText(text));
    if (note && text !== undefined) copies.set(note.tab, { note, text });
  }
  return copies;
}
