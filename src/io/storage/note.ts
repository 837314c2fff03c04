/**
 * Write-ahead notes: what a page leaves behind in the instant it goes. A note never overwrites a scenario, since nobody can compare
 * revisions in that instant; it lies beside them, and the next visit puts it in its place.
 */
import { parseScenarioId, type ScenarioId } from '../../core/scenario/scenario.ts';
import { isCount, isObject, seal, unseal, type Sealed } from './record.ts';

export interface NoteEntry {
  readonly id: ScenarioId;
  /** The stored revision that the page had last read or written; 0 for a scenario never stored. */
  readonly baseRev: number;
  readonly body: string;
  /** The document of that revision, for a merge by cell with what others may have stored since. */
  readonly base?: string;
}

export interface Note {
  readonly tab: string;
  readonly schema: number;
  readonly entries: readonly NoteEntry[];
  readonly removed: readonly { readonly id: ScenarioId; readonly rev: number }[];
  readonly order: readonly ScenarioId[];
  readonly active: ScenarioId;
}

/** A note lies at `wal/<tab>` in the database and at `<database>.wal.<tab>` outside it. */
export const notePrefix = 'wal/';

export function noteKey(tab: string): string {
  return `${notePrefix}${tab}`;
}

export function encodeNote(note: Note): Sealed {
  return seal(JSON.stringify(note));
}

/** `undefined` for a damaged note: the scenarios themselves are whole without it. */
export function decodeNote(value: unknown): Note | undefined {
  const body = unseal(value);
  if (!body.ok) return undefined;
  try {
    const note: unknown = JSON.parse(body.value);
    return isNote(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

function isNote(value: unknown): value is Note {
  return (
    isObject(value) &&
    typeof value['tab'] === 'string' &&
    isCount(value['schema']) &&
    Array.isArray(value['entries']) &&
    value['entries'].every(
      (entry) =>
        isObject(entry) &&
        isId(entry['id']) &&
        isRevision(entry['baseRev']) &&
        typeof entry['body'] === 'string' &&
        (entry['base'] === undefined || typeof entry['base'] === 'string'),
    ) &&
    Array.isArray(value['removed']) &&
    value['removed'].every((entry) => isObject(entry) && isId(entry['id']) && isRevision(entry['rev'])) &&
    Array.isArray(value['order']) &&
    value['order'].every(isId) &&
    isId(value['active'])
  );
}

function isId(value: unknown): value is ScenarioId {
  return typeof value === 'string' && parseScenarioId(value) !== undefined;
}

function isRevision(value: unknown): value is number {
  return value === 0 || isCount(value);
}
