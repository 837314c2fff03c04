/** Everything that lies in the database, sorted: what can be opened, what cannot, and why. Reads only; nothing is changed here. */
import { parseScenarioId, type ScenarioId } from '../../core/scenario/scenario.ts';
import type { Quarantined } from '../../core/scenario/store.ts';
import { decodeIndex, indexKey, type IndexRecord } from './index-record.ts';
import { decodeNote, notePrefix, type Note } from './note.ts';
import { decodeRecord, isCount, isObject, recordPrefix, type DecodedRecord, type ScenarioCodec } from './record.ts';

/** Made once with the database. `fmt` is the form of the whole: prefixes and envelopes. */
export interface Meta {
  readonly fmt: number;
  /** Names this database; another name means that the storage was emptied in between. */
  readonly generation: string;
  readonly createdBy: string;
}

export const metaKey = 'meta';

/** Put aside with the reason, and never deleted by the app itself. */
export interface QuarantineRecord {
  readonly reason: Quarantined['reason'];
  readonly name: string;
  /** The key it had. */
  readonly where: string;
  /** ISO 8601. */
  readonly at: string;
  readonly raw: unknown;
}

export const quarantinePrefix = 'quar/';

export interface Contents {
  readonly meta?: Meta;
  /** Made by a newer version of the app, as a whole. */
  readonly outdated: boolean;
  readonly index?: IndexRecord;
  /** In tab order, as far as the index knows it. */
  readonly records: ReadonlyMap<ScenarioId, DecodedRecord>;
  /** Of everything under a scenario's key, readable or not. */
  readonly revisions: ReadonlyMap<string, number>;
  /** To be put aside; `key` is where they lie now. */
  readonly damaged: readonly Quarantined[];
  /** Of a newer version of the app; they stay where they are. */
  readonly newer: readonly Quarantined[];
  readonly quarantined: readonly Quarantined[];
  readonly notes: ReadonlyMap<string, Note>;
}

export function decodeMeta(value: unknown): Meta | undefined {
  if (!isObject(value)) return undefined;
  const { fmt, generation, createdBy } = value;
  if (!isCount(fmt) || typeof generation !== 'string' || typeof createdBy !== 'string') return undefined;
  return { fmt, generation, createdBy };
}

export const databaseFormat = 1;

export function sortContents(
  entries: readonly (readonly [key: IDBValidKey, value: unknown])[],
  codec: ScenarioCodec,
): Contents {
  const values = new Map(entries.flatMap(([key, value]) => (typeof key === 'string' ? [[key, value] as const] : [])));
  const meta = decodeMeta(values.get(metaKey));
  const index = decodeIndex(values.get(indexKey));
  const names = new Map(index?.rows.map(({ id, name }) => [id, name]));
  const records = new Map<ScenarioId, DecodedRecord>();
  const revisions = new Map<string, number>();
  const damaged: Quarantined[] = [];
  const newer: Quarantined[] = [];
  const quarantined: Quarantined[] = [];
  const notes = new Map<string, Note>();

  for (const [key, value] of values) {
    if (key.startsWith(recordPrefix)) {
      const id = key.slice(recordPrefix.length);
      const decoded = decodeRecord(key, value, codec);
      // A head that cannot be read proves neither presence nor loss of a revision: the record is told as damaged, not as lost.
      revisions.set(id, decoded.ok ? decoded.value.record.rev : Infinity);
      const scenarioId = parseScenarioId(id);
      if (decoded.ok && scenarioId) {
        records.set(scenarioId, decoded.value);
      } else {
        const reason = decoded.ok ? 'shape' : decoded.error;
        (reason === 'newer' ? newer : damaged).push({ key, name: names.get(id) ?? id, reason });
      }
    } else if (key.startsWith(quarantinePrefix)) {
      const reason = isObject(value) ? value['reason'] : undefined;
      const name = isObject(value) ? value['name'] : undefined;
      quarantined.push({
        key,
        name: typeof name === 'string' ? name : key,
        reason: isReason(reason) ? reason : 'shape',
      });
    } else if (key.startsWith(notePrefix)) {
      const note = decodeNote(value);
      if (note) notes.set(note.tab, note);
    }
  }

  return {
    ...(meta && { meta }),
    outdated: (meta?.fmt ?? 0) > databaseFormat,
    ...(index && { index }),
    records: inOrder(records, index?.rows.map(({ id }) => id) ?? []),
    revisions,
    damaged,
    newer,
    quarantined,
    notes,
  };
}

const reasons: readonly Quarantined['reason'][] = ['shape', 'checksum', 'length', 'newer', 'migration'];

function isReason(value: unknown): value is Quarantined['reason'] {
  return reasons.some((reason) => reason === value);
}

function inOrder<T>(found: ReadonlyMap<ScenarioId, T>, order: readonly string[]): ReadonlyMap<ScenarioId, T> {
  const places = new Map(order.map((id, place) => [id, place]));
  const place = (id: string): number => places.get(id) ?? order.length;
  return new Map([...found].sort(([a], [b]) => place(a) - place(b)));
}
