/** The writing transactions. Each is whole: it compares revisions and writes inside one transaction, or it writes nothing. */
import { promisifyRequest } from 'idb-keyval';
import type { ScenarioId } from '../../core/scenario/scenario.ts';
import type { Quarantined, WorkspaceSnapshot } from '../../core/scenario/store.ts';
import { databaseFormat, decodeMeta, metaKey, quarantinePrefix, type Meta, type QuarantineRecord } from './contents.ts';
import { encodeRecord } from './encode-record.ts';
import { decodeIndex, encodeIndex, indexKey, type IndexRecord, type IndexRow } from './index-record.ts';
import type { Ledger, SavePlan } from './ledger.ts';
import { noteKey } from './note.ts';
import { decodeRecord, isCount, isObject, recordKey, type ScenarioCodec, type StoredRecord } from './record.ts';

/** What a writing transaction needs to know of the page it writes for. */
export interface Page {
  readonly codec: ScenarioCodec;
  readonly tab: string;
  readonly app: string;
  /** ISO 8601, for display only. */
  readonly now: string;
  /** A name nobody has. */
  readonly unique: () => string;
}

export type SaveOutcome =
  | { readonly kind: 'done'; readonly index: IndexRecord; readonly records: ReadonlyMap<ScenarioId, StoredRecord> }
  | { readonly kind: 'conflict'; readonly id: ScenarioId }
  /** The database is not the one that was read: emptied, and perhaps made anew by another tab. */
  | { readonly kind: 'cleared' }
  | { readonly kind: 'outdated' };

/** A note that was put in its place: by page, with its checksum, since that page may have written another one meanwhile. */
export type SpentNotes = ReadonlyMap<string, number>;

export async function writeSave(
  store: IDBObjectStore,
  ledger: Ledger,
  snapshot: WorkspaceSnapshot,
  plan: SavePlan,
  spent: SpentNotes,
  page: Page,
): Promise<SaveOutcome> {
  const ids = [...plan.writes.map(({ scenario }) => scenario.id), ...plan.removals.map(({ id }) => id)];
  const expected = [...plan.writes.map(({ parentRev }) => parentRev), ...plan.removals.map(({ rev }) => rev)];
  const noteKeys = [...spent.keys()].map(noteKey);
  const values = await getAll(store, [metaKey, indexKey, ...ids.map(recordKey), ...noteKeys]);
  const meta = decodeMeta(values[0]);
  if ((meta?.fmt ?? 0) > databaseFormat) return { kind: 'outdated' };
  if (ledger.generation !== undefined && meta?.generation !== ledger.generation) return { kind: 'cleared' };

  const damaged: { readonly key: string; readonly reason: Quarantined['reason']; readonly raw: unknown }[] = [];
  for (const [place, id] of ids.entries()) {
    const raw = values[place + 2];
    if (storedRevision(raw) === expected[place]) continue;
    const decoded = decodeRecord(recordKey(id), raw, page.codec);
    if (raw === undefined || decoded.ok) return { kind: 'conflict', id };
    if (decoded.error === 'newer') return { kind: 'outdated' };
    damaged.push({ key: recordKey(id), reason: decoded.error, raw });
  }

  // From here on only writes, so that the transaction ends as soon as they are done.
  const { generation } = meta ?? putMeta(store, page);
  for (const { key, reason, raw } of damaged) putQuarantined(store, { key, reason, name: key }, raw, page);
  const records = new Map(
    plan.writes.map(({ scenario: { id }, body, parentRev }) => {
      const origin = { parentRev, tab: page.tab, savedAt: page.now };
      return [id, encodeRecord(id, body, page.codec.schema, origin)] as const;
    }),
  );
  for (const [id, record] of records) {
    const keep = ledger.known.get(id)?.keep;
    if (keep) store.put({ ...keep, at: page.now }, `bak/${id}/${keep.slot}`);
    store.put(record, recordKey(id));
  }
  for (const { id } of plan.removals) store.delete(recordKey(id));
  store.delete(noteKey(page.tab));
  for (const [place, [tab, crc]] of [...spent].entries()) {
    const note = values[2 + ids.length + place];
    if (isObject(note) && note['crc'] === crc) store.delete(noteKey(tab));
  }
  const index = nextIndex(decodeIndex(values[1]), generation, ledger, snapshot, plan, records);
  store.put(encodeIndex(index), indexKey);
  await finish(store);
  return { kind: 'done', index, records };
}

function nextIndex(
  stored: IndexRecord | undefined,
  generation: string,
  ledger: Ledger,
  snapshot: WorkspaceSnapshot,
  plan: SavePlan,
  records: ReadonlyMap<ScenarioId, StoredRecord>,
): IndexRecord {
  const own = snapshot.scenarios.flatMap(({ id, name }): IndexRow[] => {
    const source = records.get(id) ?? ledger.known.get(id);
    return source ? [{ id, name, rev: source.rev, savedAt: source.savedAt }] : [];
  });
  const storedRows = new Map(stored?.rows.map((row) => [row.id, row]));
  const gone = new Set<string>([...plan.removals.map(({ id }) => id), ...ledger.missing, ...own.map(({ id }) => id)]);
  return {
    rev: Math.max(stored?.rev ?? 0, ledger.indexRev) + 1,
    generation,
    active: snapshot.active,
    rows: [
      // Another tab may have saved an unchanged one since; its row is newer than what is known here.
      ...own.map((row) => latest(row, records.has(row.id as ScenarioId) ? undefined : storedRows.get(row.id))),
      // Of other tabs and of newer versions of the app.
      ...(stored?.rows.filter(({ id }) => !gone.has(id)) ?? []),
    ],
    lost: [...(stored?.lost ?? []), ...ledger.lost],
  };
}

function latest(row: IndexRow, stored: IndexRow | undefined): IndexRow {
  return stored && stored.rev > row.rev ? stored : row;
}

/** Moves what cannot be read out of the way, as it is now: what became readable meanwhile stays. Answers with what was moved. */
export async function writeQuarantine(
  store: IDBObjectStore,
  damaged: readonly Quarantined[],
  page: Page,
): Promise<readonly Quarantined[]> {
  const [indexValue, ...values] = await getAll(store, [indexKey, ...damaged.map(({ key }) => key)]);
  const moved = damaged.flatMap((record, place): Quarantined[] => {
    const decoded = decodeRecord(record.key, values[place], page.codec);
    if (decoded.ok || decoded.error === 'newer' || values[place] === undefined) return [];
    store.delete(record.key);
    return [putQuarantined(store, { ...record, reason: decoded.error }, values[place], page)];
  });
  const index = decodeIndex(indexValue);
  if (index && moved.length > 0) {
    const keys = new Set(damaged.map(({ key }) => key));
    const rows = index.rows.filter(({ id }) => !keys.has(recordKey(id)));
    store.put(encodeIndex({ ...index, rev: index.rev + 1, rows }), indexKey);
  }
  await finish(store);
  return moved;
}

/** Takes the lost scenarios off the list. `undefined` if there is no index. */
export async function writeForgetLost(store: IDBObjectStore): Promise<IndexRecord | undefined> {
  const stored = decodeIndex(await promisifyRequest<unknown>(store.get(indexKey)));
  const index = stored && { ...stored, rev: stored.rev + 1, lost: [] };
  if (index) store.put(encodeIndex(index), indexKey);
  await finish(store);
  return index;
}

function putMeta(store: IDBObjectStore, page: Page): Meta {
  const meta: Meta = { fmt: databaseFormat, generation: page.unique(), createdBy: page.app };
  store.put(meta, metaKey);
  return meta;
}

function putQuarantined(store: IDBObjectStore, record: Quarantined, raw: unknown, page: Page): Quarantined {
  const { reason, name } = record;
  const key = `${quarantinePrefix}${page.now}-${page.unique()}`;
  const value: QuarantineRecord = { reason, name, where: record.key, at: page.now, raw };
  store.put(value, key);
  return { key, name, reason };
}

/** In the order of the keys; `undefined` where there is nothing. */
function getAll(store: IDBObjectStore, keys: readonly string[]): Promise<readonly unknown[]> {
  return Promise.all(keys.map((key) => promisifyRequest<unknown>(store.get(key))));
}

/** Resolves when the writes are kept; rejects with the reason when they are not, and then none is. */
function finish(store: IDBObjectStore): Promise<void> {
  const ended = promisifyRequest(store.transaction);
  store.transaction.commit();
  return ended;
}

/** The revision in the head of a record that need not be readable otherwise; 0 where there is none. */
function storedRevision(value: unknown): number {
  return isObject(value) && isCount(value['rev']) ? value['rev'] : 0;
}
