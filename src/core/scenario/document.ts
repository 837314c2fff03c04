/**
 * The stored form of a scenario: plain JSON with a schema number. Storage, links and files all carry this one form,
 * so one chain of migrations serves all three. What arrives is a stranger's: nothing trusts it until `decodeScenario` says ok.
 */
import { cellKey, parseCellKey, type CellKey } from '../model/cell.ts';
import type { CellInput } from '../model/input.ts';
import { limits } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import { migrateDocument, type MigrationError } from './migrate.ts';
import { parseScenarioId, type Scenario, type ScenarioId } from './scenario.ts';

/** A cell's input: a number, `=source` for a formula, `'text` for text, `null` for blanked on purpose. */
export type InputDocument = number | string | null;

/** Schema 3. Cells in order of their keys, so that the same scenario always writes the same text. */
export interface ScenarioDocument {
  readonly schema: 3;
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly author: string;
  readonly dataset: { readonly id: string; readonly version: string };
  readonly created: string;
  readonly modified: string;
  readonly cells: readonly (readonly [cell: string, input: InputDocument])[];
  readonly startedFrom?: string;
}

/** `at`: the place in the document, such as `cells[3][1]`; empty for the document itself. */
export type DocumentError =
  | { readonly code: 'newer'; readonly schema: number }
  | { readonly code: 'shape'; readonly at: string }
  | { readonly code: 'tooLarge'; readonly at: string; readonly limit: number; readonly given: number }
  | { readonly code: 'duplicateCell'; readonly cell: CellKey }
  | MigrationError;

export const documentSchema = 3;

const timeCharacters = 40;

export function encodeScenario(scenario: Scenario): ScenarioDocument {
  const { id, name, note, author, dataset, created, modified, patch, startedFrom } = scenario;
  return {
    schema: documentSchema,
    id,
    name,
    note,
    author,
    dataset: { id: dataset.id, version: dataset.version },
    created,
    modified,
    cells: [...patch]
      .map(([cell, input]) => [cell, encodeInput(input)] as const)
      .sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
    ...(startedFrom !== undefined && { startedFrom }),
  };
}

/**
 * Reads a document of this or an older schema. Keys it does not know are dropped; everything it returns is made anew,
 * so no object of the stranger's stays in use. Of several faults the first is named.
 */
export function decodeScenario(document: unknown): Result<Scenario, DocumentError> {
  const migrated = migrateDocument(document, documentSchema);
  if (!migrated.ok) return migrated;
  const faults: DocumentError[] = [];
  const scenario = readScenario(migrated.value, (fault) => faults.push(fault));
  if (faults[0]) return err(faults[0]);
  return scenario ? ok(scenario) : err({ code: 'shape', at: '' });
}

/** Takes note of a fault; the reader that found it goes on with an empty value, which nobody gets to see. */
type Report = (fault: DocumentError) => void;

function readScenario(document: unknown, report: Report): Scenario | undefined {
  const field = readFields(document, '', report);
  const dataset = readFields(field('dataset'), 'dataset', report);
  const id = readId(field('id'), report);
  const text = (name: string, limit: number) => readText(field(name), name, limit, report);
  const scenario = {
    name: text('name', limits.nameCharacters),
    note: text('note', limits.noteCharacters),
    author: text('author', limits.nameCharacters),
    dataset: {
      id: readText(dataset('id'), 'dataset.id', limits.nameCharacters, report),
      version: readText(dataset('version'), 'dataset.version', limits.nameCharacters, report),
    },
    created: text('created', timeCharacters),
    modified: text('modified', timeCharacters),
    patch: readPatch(field('cells'), report),
    ...(field('startedFrom') !== undefined && { startedFrom: text('startedFrom', limits.nameCharacters) }),
  };
  return id && { id, ...scenario };
}

function readPatch(value: unknown, report: Report): ReadonlyMap<CellKey, CellInput | null> {
  const patch = new Map<CellKey, CellInput | null>();
  readList(value, 'cells', limits.changedCells, report).forEach((entry, index) => {
    const at = `cells[${index}]`;
    const pair = readList(entry, at, 2, report);
    const ref = typeof pair[0] === 'string' ? parseCellKey(pair[0]) : undefined;
    if (!ref || pair.length !== 2) return report({ code: 'shape', at });
    const cell = cellKey(ref.indicator, ref.column);
    if (patch.has(cell)) return report({ code: 'duplicateCell', cell });
    patch.set(cell, readInput(pair[1], `${at}[1]`, report));
  });
  return patch;
}

function encodeInput(input: CellInput | null): InputDocument {
  if (input === null) return null;
  switch (input.kind) {
    case 'number':
      return withoutNegativeZero(input.value);
    case 'formula':
      return `=${input.source}`;
    case 'text':
      return `'${input.text}`;
  }
}

function readInput(value: unknown, at: string, report: Report): CellInput | null {
  if (value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value: withoutNegativeZero(value) };
  const text = readText(value, at, limits.cellCharacters, report);
  if (text.startsWith('=')) return { kind: 'formula', source: text.slice(1) };
  if (text.startsWith("'")) return { kind: 'text', text: text.slice(1) };
  report({ code: 'shape', at });
  return null;
}

/** JSON text can hold −0 but does not write it; no number of ours is −0. */
function withoutNegativeZero(value: number): number {
  return value === 0 ? 0 : value;
}

function readId(value: unknown, report: Report): ScenarioId | undefined {
  const id = typeof value === 'string' ? parseScenarioId(value) : undefined;
  if (id === undefined) report({ code: 'shape', at: 'id' });
  return id;
}

function readText(value: unknown, at: string, limit: number, report: Report): string {
  if (typeof value !== 'string') report({ code: 'shape', at });
  else if (value.length > limit) report({ code: 'tooLarge', at, limit, given: value.length });
  else return value;
  return '';
}

function readList(value: unknown, at: string, limit: number, report: Report): readonly unknown[] {
  if (!Array.isArray(value)) report({ code: 'shape', at });
  else if (value.length > limit) report({ code: 'tooLarge', at, limit, given: value.length });
  else return value;
  return [];
}

/** Reads an object's own fields by name; one that is only inherited counts as absent. */
function readFields(value: unknown, at: string, report: Report): (name: string) => unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const fields = value as Readonly<Record<string, unknown>>;
    return (name) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  }
  report({ code: 'shape', at });
  return () => undefined;
}
