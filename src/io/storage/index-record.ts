/**
 * The list of what should be there. It is written in the same transaction as the scenarios, and copied outside the database:
 * a browser that finds its database files damaged opens an empty or shortened one without a word, and only the copy can tell.
 */
import type { LostScenario } from '../../core/scenario/store.ts';
import { isCount, isObject, seal, unseal } from './record.ts';

export interface IndexRow {
  readonly id: string;
  readonly name: string;
  readonly rev: number;
  readonly savedAt: string;
}

export interface IndexRecord {
  /** Counts the writes of the index from 1. */
  readonly rev: number;
  /** Which database it describes: a name made once with the database. */
  readonly generation: string;
  readonly active: string;
  /** In tab order. */
  readonly rows: readonly IndexRow[];
  /** Found missing and not yet read by a person. */
  readonly lost: readonly LostScenario[];
}

export const indexKey = 'idx';

/** The form in which both copies are kept. */
export function encodeIndex(index: IndexRecord): object {
  return { fmt: 1, ...seal(JSON.stringify(index)) };
}

/** `undefined` for anything but an undamaged index. */
export function decodeIndex(value: unknown): IndexRecord | undefined {
  const body = unseal(value);
  if (!body.ok) return undefined;
  try {
    const index: unknown = JSON.parse(body.value);
    return isIndex(index) ? index : undefined;
  } catch {
    // The checksum fits text that is not JSON: not ours.
    return undefined;
  }
}

function isIndex(value: unknown): value is IndexRecord {
  return (
    isObject(value) &&
    isCount(value['rev']) &&
    typeof value['generation'] === 'string' &&
    typeof value['active'] === 'string' &&
    Array.isArray(value['rows']) &&
    value['rows'].every(
      (row) => isObject(row) && [row['id'], row['name'], row['savedAt']].every(isText) && isCount(row['rev']),
    ) &&
    Array.isArray(value['lost']) &&
    value['lost'].every((row) => isObject(row) && isText(row['name']) && isText(row['savedAt']))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * What the lists name and the database no longer has. `revisions`: what it has, by id, readable or not.
 * The copy outside is written after the database, so it can be behind (then it proves nothing that the inside does not)
 * but never ahead, unless writes that were reported as done are gone.
 */
export function findLost(
  inside: IndexRecord | undefined,
  outside: IndexRecord | undefined,
  revisions: ReadonlyMap<string, number>,
): readonly LostScenario[] {
  const sameDatabase = outside?.generation === inside?.generation;
  const ahead = outside && (!sameDatabase || outside.rev > (inside?.rev ?? 0)) ? outside : undefined;
  const rows = new Map<string, IndexRow>();
  // Revisions of two databases count separately: of another one, only what is missing can be told.
  for (const row of ahead?.rows ?? []) rows.set(row.id, sameDatabase ? row : { ...row, rev: 1 });
  for (const row of inside?.rows ?? []) if (row.rev >= (rows.get(row.id)?.rev ?? 0)) rows.set(row.id, row);
  const known = [...(inside?.lost ?? []), ...(ahead?.lost ?? [])];
  const found = [...rows.values()].flatMap((row): LostScenario[] => {
    const revision = revisions.get(row.id);
    if (revision === undefined) return [{ name: row.name, savedAt: row.savedAt }];
    return revision < row.rev ? [{ name: row.name, savedAt: row.savedAt, older: true }] : [];
  });
  return [...known, ...found].filter(
    (lost, index, all) =>
      all.findIndex(({ name, savedAt }) => name === lost.name && savedAt === lost.savedAt) === index,
  );
}
