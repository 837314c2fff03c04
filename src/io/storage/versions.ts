/**
 * Earlier states of scenarios, beside the scenarios themselves: `bak/<scenario id>/v<number>`. They are written in transactions
 * of their own, so that a full disk costs at most a version and never a save.
 */
import { promisifyRequest } from 'idb-keyval';
import type { Scenario, ScenarioId } from '../../core/scenario/scenario.ts';
import { versionsToKeep, type Version } from '../../core/scenario/versions.ts';
import { decodeBody, encodeBody, isCount, isObject, seal, unseal, type ScenarioCodec, type Sealed } from './record.ts';

interface VersionRecord extends Sealed {
  readonly fmt: 1;
  readonly schema: number;
  readonly number: number;
  readonly reason: Version['reason'];
  readonly savedAt: string;
}

const reasons: readonly Version['reason'][] = ['save', 'opened', 'restore'];

function versionPrefix(id: ScenarioId): string {
  return `bak/${id}/v`;
}

function versionKey(id: ScenarioId, number: number): string {
  return `${versionPrefix(id)}${String(number)}`;
}

/** Keeps the scenario as its newest version and lets go of those that the rule no longer keeps. */
export async function writeVersion(
  store: IDBObjectStore,
  scenario: Scenario,
  reason: Version['reason'],
  savedAt: string,
  codec: ScenarioCodec,
): Promise<void> {
  const found = await readRecords(store, scenario.id, codec);
  const body = encodeBody(scenario, codec);
  const newest = found.at(0);
  if (newest?.body !== body) {
    const number = (newest?.number ?? 0) + 1;
    const record: VersionRecord = { fmt: 1, schema: codec.schema, number, reason, savedAt, ...seal(body) };
    store.put(record, versionKey(scenario.id, number));
    const kept = new Set(versionsToKeep([record, ...found]).map((version) => version.number));
    // Only what was read is let go of: what a newer version of the app wrote, or damage, stays as it is.
    for (const old of found) if (!kept.has(old.number)) store.delete(versionKey(scenario.id, old.number));
  }
  await promisifyRequest(store.transaction);
}

/** Newest first; those that cannot be read are left out. */
export async function readVersions(
  store: IDBObjectStore,
  id: ScenarioId,
  codec: ScenarioCodec,
): Promise<readonly Version[]> {
  const records = await readRecords(store, id, codec);
  return records.flatMap(({ number, reason, savedAt, body }): Version[] => {
    const scenario = decodeBody(body, codec);
    return scenario.ok && scenario.value.id === id ? [{ number, reason, savedAt, scenario: scenario.value }] : [];
  });
}

async function readRecords(
  store: IDBObjectStore,
  id: ScenarioId,
  codec: ScenarioCodec,
): Promise<readonly VersionRecord[]> {
  const prefix = versionPrefix(id);
  const values = await promisifyRequest<unknown[]>(store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
  return values.flatMap((value) => decodeVersion(value, codec) ?? []).sort((a, b) => b.number - a.number);
}

function decodeVersion(value: unknown, codec: ScenarioCodec): VersionRecord | undefined {
  const body = unseal(value);
  if (!isObject(value) || !body.ok) return undefined;
  const { fmt, schema, number, reason, savedAt, len, crc } = value;
  const known = reasons.find((one) => one === reason);
  if (fmt !== 1 || !isCount(schema) || schema > codec.schema || !isCount(number)) return undefined;
  if (typeof savedAt !== 'string' || !known || typeof len !== 'number' || typeof crc !== 'number') return undefined;
  return { fmt, schema, number, reason: known, savedAt, len, crc, body: body.value };
}
