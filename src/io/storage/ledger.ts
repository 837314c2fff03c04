/**
 * What this page knows to be stored, and from it what a save has to write. A scenario is unchanged when it is the same object:
 * everything that holds scenarios replaces them instead of changing them.
 */
import type { Scenario, ScenarioId } from '../../core/scenario/scenario.ts';
import type { LostScenario, WorkspaceSnapshot } from '../../core/scenario/store.ts';
import type { Contents } from './contents.ts';
import type { Note } from './note.ts';
import { encodeBody, type DecodedRecord, type ScenarioCodec, type StoredRecord } from './record.ts';

export interface Known {
  /** As last stored or read: the base of a merge. */
  readonly scenario: Scenario;
  readonly rev: number;
  readonly body: string;
  readonly savedAt: string;
  /** A record that must be kept aside before it is first replaced, and under which name. */
  readonly keep?: { readonly slot: 'before-migrate' | 'before-merge'; readonly record: StoredRecord };
}

export interface Ledger {
  /** `undefined` until there is a database of ours. */
  generation?: string;
  indexRev: number;
  known: Map<ScenarioId, Known>;
  order: readonly ScenarioId[];
  active?: ScenarioId;
  /** Found missing at the start and not yet in the stored index. */
  lost: readonly LostScenario[];
  /** Rows of the stored index that no longer have a record. */
  missing: ReadonlySet<string>;
}

export function emptyLedger(): Ledger {
  return { indexRev: 0, known: new Map(), order: [], lost: [], missing: new Set() };
}

/** The entry for a record that was read. `slot`: why its bytes are to be kept when they are replaced. */
export function knownRecord({ record, scenario }: DecodedRecord, slot?: 'before-migrate' | 'before-merge'): Known {
  const { rev, body, savedAt } = record;
  return { scenario, rev, body, savedAt, ...(slot && { keep: { slot, record } }) };
}

/** What an empty database begins with, in every tab alike, so that two tabs which begin at once have a base in common. */
export function learnFirst(ledger: Ledger, scenario: Scenario): void {
  ledger.known.set(scenario.id, { scenario, rev: 0, body: '', savedAt: '' });
}

/** Takes over what the first look into the database has shown. */
export function learnContents(
  ledger: Ledger,
  contents: Contents,
  lost: readonly LostScenario[],
  codec: ScenarioCodec,
): void {
  if (contents.meta) ledger.generation = contents.meta.generation;
  ledger.indexRev = contents.index?.rev ?? 0;
  for (const [id, decoded] of contents.records) {
    const old = decoded.record.schema < codec.schema;
    ledger.known.set(id, knownRecord(decoded, old ? 'before-migrate' : undefined));
  }
  ledger.order = [...contents.records.keys()];
  const active = ledger.order.find((id) => id === contents.index?.active);
  if (active !== undefined) ledger.active = active;
  const told = new Set(contents.index?.lost.map(({ name, savedAt }) => `${name}\n${savedAt}`));
  ledger.lost = lost.filter(({ name, savedAt }) => !told.has(`${name}\n${savedAt}`));
  ledger.missing = new Set(contents.index?.rows.flatMap(({ id }) => (contents.revisions.has(id) ? [] : [id])));
}

export interface PlannedWrite {
  readonly scenario: Scenario;
  readonly body: string;
  readonly parentRev: number;
}

export interface SavePlan {
  readonly writes: readonly PlannedWrite[];
  readonly removals: readonly { readonly id: ScenarioId; readonly rev: number }[];
  /** The order of tabs or the open one is another. */
  readonly rearranged: boolean;
}

export function planSave(ledger: Ledger, snapshot: WorkspaceSnapshot, codec: ScenarioCodec): SavePlan {
  const writes = snapshot.scenarios.flatMap((scenario): PlannedWrite[] => {
    const known = ledger.known.get(scenario.id);
    if (known?.scenario === scenario && known.rev > 0) return [];
    const body = encodeBody(scenario, codec);
    return body === known?.body ? [] : [{ scenario, body, parentRev: known?.rev ?? 0 }];
  });
  const open = new Set(snapshot.scenarios.map(({ id }) => id));
  const removals = [...ledger.known].flatMap(([id, { rev }]) => (open.has(id) || rev === 0 ? [] : [{ id, rev }]));
  const rearranged =
    ledger.active !== snapshot.active ||
    ledger.order.length !== snapshot.scenarios.length ||
    snapshot.scenarios.some(({ id }, place) => id !== ledger.order[place]);
  return { writes, removals, rearranged };
}

export function isEmptyPlan({ writes, removals, rearranged }: SavePlan): boolean {
  return writes.length === 0 && removals.length === 0 && !rearranged;
}

/** The plan as a note for the next visit. */
export function planNote(
  ledger: Ledger,
  snapshot: WorkspaceSnapshot,
  plan: SavePlan,
  tab: string,
  codec: ScenarioCodec,
): Note {
  return {
    tab,
    schema: codec.schema,
    entries: plan.writes.map(({ scenario, body, parentRev }) => {
      const known = ledger.known.get(scenario.id);
      const base = known && (known.rev === 0 ? encodeBody(known.scenario, codec) : known.body);
      return { id: scenario.id, baseRev: parentRev, body, ...(base !== undefined && { base }) };
    }),
    removed: plan.removals,
    order: snapshot.scenarios.map(({ id }) => id),
    active: snapshot.active,
  };
}
