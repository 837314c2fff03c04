/**
 * What one scenario looks like in the database. The document travels as JSON text with its length and checksum: damage is seen,
 * a record can always be cloned (a reactive proxy cannot), and what a newer version of the app wrote passes through untouched.
 */
import { err, ok, type Result } from '../../core/model/result.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { Quarantined } from '../../core/scenario/store.ts';
import { textChecksum } from '../checksum.ts';

/** The form of the envelope. The form of the document inside has its own number, `schema`. */
export const recordFormat = 1;

/** Text with what is needed to notice that it is no longer the same text. `len` counts UTF-16 units. */
export interface Sealed {
  readonly len: number;
  readonly crc: number;
  readonly body: string;
}

export interface StoredRecord extends Sealed {
  readonly fmt: number;
  readonly schema: number;
  readonly id: string;
  /** Counts the saves of this scenario from 1. A save is made only on top of the revision it began with. */
  readonly rev: number;
  /** The revision that this one replaced; 0 for the first. */
  readonly parentRev: number;
  /** Which page wrote it; a new name at every load. */
  readonly tab: string;
  /** ISO 8601, for display only. */
  readonly savedAt: string;
}

/** Scenario ↔ plain JSON, and the number of the form it writes. Reads every older form as well. */
export interface ScenarioCodec {
  readonly schema: number;
  encode(scenario: Scenario): unknown;
  decode(document: unknown): Result<Scenario, { readonly code: string }>;
}

export interface DecodedRecord {
  readonly record: StoredRecord;
  readonly scenario: Scenario;
}

/** A record lies at `sc/<scenario id>`. */
export const recordPrefix = 'sc/';

export function recordKey(id: string): string {
  return `${recordPrefix}${id}`;
}

export function seal(body: string): Sealed {
  return { len: body.length, crc: textChecksum(body), body };
}

/** The text, if it is the one that was sealed. */
export function unseal(value: unknown): Result<string, 'shape' | 'length' | 'checksum'> {
  if (!isObject(value) || typeof value['body'] !== 'string') return err('shape');
  if (value['len'] !== value['body'].length) return err('length');
  return value['crc'] === textChecksum(value['body']) ? ok(value['body']) : err('checksum');
}

export function encodeBody(scenario: Scenario, codec: ScenarioCodec): string {
  return JSON.stringify(codec.encode(scenario));
}

/** The scenario in a document's text, or whether it makes no sense, fails to migrate, or is of a newer version of the app. */
export function decodeBody(body: string, codec: ScenarioCodec): Result<Scenario, 'shape' | 'migration' | 'newer'> {
  try {
    const decoded = codec.decode(JSON.parse(body));
    if (decoded.ok) return decoded;
    const { code } = decoded.error;
    return err(code === 'migration' || code === 'newer' ? code : 'shape');
  } catch {
    // Not JSON, or a decoder that threw: either way this one record is put aside and the others open.
    return err('shape');
  }
}

/** Reads what lies at `key`. Whatever it is, the answer is the scenario exactly as saved or the reason why it cannot be had. */
export function decodeRecord(
  key: string,
  value: unknown,
  codec: ScenarioCodec,
): Result<DecodedRecord, Quarantined['reason']> {
  if (!isObject(value)) return err('shape');
  if (isCount(value['fmt']) && value['fmt'] > recordFormat) return err('newer');
  if (isCount(value['schema']) && value['schema'] > codec.schema) return err('newer');
  const body = unseal(value);
  if (!body.ok) return body;
  if (!isRecordHead(value) || key !== recordKey(value.id)) return err('shape');
  const { fmt, schema, id, rev, parentRev, tab, savedAt, len, crc } = value;
  const scenario = decodeBody(body.value, codec);
  if (!scenario.ok) return scenario;
  if (scenario.value.id !== id) return err('shape');
  return ok({
    record: { fmt, schema, id, rev, parentRev, tab, savedAt, len, crc, body: body.value },
    scenario: scenario.value,
  });
}

function isRecordHead(value: object): value is StoredRecord {
  const head = value as Partial<Record<keyof StoredRecord, unknown>>;
  return (
    head.fmt === recordFormat &&
    isCount(head.schema) &&
    typeof head.id === 'string' &&
    isCount(head.rev) &&
    typeof head.parentRev === 'number' &&
    Number.isInteger(head.parentRev) &&
    head.parentRev >= 0 &&
    head.parentRev < head.rev &&
    typeof head.tab === 'string' &&
    typeof head.savedAt === 'string'
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A whole number from 1 on. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}
