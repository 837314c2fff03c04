/** What one scenario looks like in the database, as it is written. It comes with the rest of the page. */
import type { ScenarioId } from '../../core/scenario/scenario.ts';
import { recordFormat, seal, type StoredRecord } from './record.ts';

export interface RecordOrigin {
  readonly parentRev: number;
  readonly tab: string;
  readonly savedAt: string;
}

/** The record of the scenario's next revision; `body` is its document as text. */
export function encodeRecord(id: ScenarioId, body: string, schema: number, origin: RecordOrigin): StoredRecord {
  return { fmt: recordFormat, schema, id, rev: origin.parentRev + 1, ...origin, ...seal(body) };
}
