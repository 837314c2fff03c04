/** Old documents open for ever: each schema has one step to the next, and steps are never removed. */
import { err, ok, type Result } from '../model/result.ts';

/** From one schema to the next. Pure; may throw on a document that is not of its schema. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** By the schema that a step starts from. */
export const migrations: Readonly<Record<number, Migration>> = {
  1: knownUntilIntoCells,
  // Schema 3 may have ranges of figures among its cells; all that schema 2 holds means the same.
  2: (document) => ({ ...document }),
};

/** Schema 2 keeps choices of the scenario as a whole among its cells; schema 1 had a date beside them. */
function knownUntilIntoCells({ knownUntil, ...document }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { cells } = document;
  if (typeof knownUntil !== 'string' || !Array.isArray(cells)) return document;
  const given: readonly unknown[] = cells;
  return { ...document, cells: [...given, ['scenario@set-known-until', `'${knownUntil}`]] };
}

export type MigrationError =
  | { readonly code: 'newer'; readonly schema: number }
  | { readonly code: 'shape'; readonly at: string }
  /** The step from this schema failed; the document is as it was. */
  | { readonly code: 'migration'; readonly schema: number };

/** Brings a document of any schema up to `current`, on a copy. Its shape is not checked beyond its schema number. */
export function migrateDocument(
  document: unknown,
  current: number,
  steps: Readonly<Record<number, Migration>> = migrations,
): Result<unknown, MigrationError> {
  if (typeof document !== 'object' || document === null) return err({ code: 'shape', at: '' });
  const schema: unknown = Object.hasOwn(document, 'schema') ? Reflect.get(document, 'schema') : undefined;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1)
    return err({ code: 'shape', at: 'schema' });
  if (Array.isArray(document)) return err({ code: 'shape', at: '' });
  if (schema > current) return err({ code: 'newer', schema });
  if (schema === current) return ok(document);
  let step = schema;
  try {
    let migrated = structuredClone(document) as Record<string, unknown>;
    for (; step < current; step += 1) {
      const migrate = Object.hasOwn(steps, step) ? steps[step] : undefined;
      if (!migrate) return err({ code: 'migration', schema: step });
      migrated = { ...migrate(migrated), schema: step + 1 };
    }
    return ok(migrated);
  } catch {
    return err({ code: 'migration', schema: step });
  }
}
