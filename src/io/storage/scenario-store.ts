/**
 * Keeps scenarios in the browser's database. Its promises: a save is whole or not made at all; nothing that another tab or a newer
 * version of the app stored is overwritten unread; what cannot be read is put aside, never dropped; what vanished is named.
 */
import { entries, get } from 'idb-keyval';
import { err, ok, type Result } from '../../core/model/result.ts';
import { decodeScenario, documentSchema, encodeScenario } from '../../core/scenario/document.ts';
import type { Scenario, ScenarioId } from '../../core/scenario/scenario.ts';
import type {
  Clock,
  NewId,
  OutsideChange,
  Quarantined,
  SharedStore,
  StoredWorkspace,
  StoreFailure,
  StoreNotice,
  VersionStore,
  WorkspaceSnapshot,
} from '../../core/scenario/store.ts';
import { readMessage, type Channel, type Message } from './channel.ts';
import { createConnection } from './connection.ts';
import { sortContents } from './contents.ts';
import { storeFailure, type StorageUse } from './failure.ts';
import { findLost } from './index-record.ts';
import { emptyLedger, isEmptyPlan, learnContents, learnFirst, planNote, planSave } from './ledger.ts';
import { encodeNote, noteKey, type Note } from './note.ts';
import {
  createOutside,
  noteCopyPrefix,
  readIndexCopy,
  readNoteCopies,
  writeIndexCopy,
  type TextStorage,
} from './outside.ts';
import type { ScenarioCodec } from './record.ts';
import type { Replay } from './replay-notes.ts';
import type { StoreWriting } from './store-writing.ts';
import { after, type After } from './timer.ts';
import type { Page, SaveOutcome } from './transaction.ts';

export interface ScenarioStoreOptions {
  readonly clock: Clock;
  readonly newId: NewId;
  /** Fetches what writes. Where it cannot be had, a save fails and is tried again. */
  readonly writing: () => Promise<StoreWriting>;
  /** The version of the app, as told to other tabs and written into a new database. */
  readonly app: string;
  /** What an empty database begins with: under the same id in every tab, or two that begin at once would make two of it. */
  readonly first?: Scenario;
  readonly codec?: ScenarioCodec;
  readonly database?: string;
  readonly factory?: () => IDBFactory;
  readonly localStorage?: () => TextStorage;
  /** Between the tabs of this browser. Without one, other tabs' saves are noticed when this tab is looked at again. */
  readonly channel?: Channel;
  readonly estimate?: () => Promise<StorageUse>;
  readonly after?: After;
  /** Milliseconds, see `ConnectionOptions`. */
  readonly openLimit?: number;
  readonly transactionLimit?: number;
}

export const scenarioCodec: ScenarioCodec = {
  schema: documentSchema,
  encode: encodeScenario,
  decode: decodeScenario,
};

/** Notes outside the database share five megabytes with everything else of the origin; longer ones lie in the database alone. */
const noteCopyCharacters = 200_000;

/** Ends the store's connection and its listening; for tests and for a page that gives up its storage. */
export interface ClosableStore extends SharedStore, VersionStore {
  close(): void;
}

export function createScenarioStore(options: ScenarioStoreOptions): ClosableStore {
  const { codec = scenarioCodec, clock, newId, app, channel, writing } = options;
  const { database = 'yuce' } = options;
  const outside = createOutside(options.localStorage ?? (() => localStorage), database);
  const tab: string = newId();
  const listeners = new Set<(notice: StoreNotice) => void>();
  const ledger = emptyLedger();
  /** Notes of earlier pages that the next save puts to rest: their text outside, and their checksum. */
  let spent = new Map<string, { readonly crc: number; readonly copy?: string }>();
  /** Which of this page's notes lies there, as long as no save has overtaken it. */
  let ownNote: number | undefined;
  let noteCount = 0;
  let loaded = false;
  let outdated = false;
  let queue: Promise<unknown> = Promise.resolve();

  const connection = createConnection({
    database,
    factory: options.factory ?? (() => indexedDB),
    after: options.after ?? after,
    openLimit: options.openLimit ?? 3000,
    transactionLimit: options.transactionLimit ?? 10_000,
    onlost: (reason) => {
      if (reason === 'upgrade') stopWriting();
    },
  });

  function notify(notice: StoreNotice): void {
    for (const listener of [...listeners]) listener(notice);
  }

  function stopWriting(): void {
    if (outdated) return;
    outdated = true;
    notify({ code: 'outdated' });
  }

  function hear(event: MessageEvent<unknown>): void {
    const message = readMessage(event.data);
    if (!message) return;
    if (message.schema > codec.schema) stopWriting();
    else if (message.type === 'saved') notify({ code: 'outside' });
  }

  function say(type: Message['type']): void {
    channel?.postMessage({ type, schema: codec.schema, app } satisfies Message);
  }

  function page(): Page {
    return { codec, tab, app, now: clock.now(), unique: newId };
  }

  /** One thing at a time, and a thrown error becomes a failure that has a code. */
  function inTurn<T>(work: () => Promise<Result<T, StoreFailure>>): Promise<Result<T, StoreFailure>> {
    const turn = queue.then(work).catch(async (error: unknown) => err(await describe(error)));
    queue = turn;
    return turn;
  }

  async function describe(error: unknown): Promise<StoreFailure> {
    const failure = storeFailure(error);
    if (failure.code === 'outdated') stopWriting();
    if (failure.code !== 'full' || !options.estimate) return failure;
    return storeFailure(error, await options.estimate().catch(() => ({})));
  }

  async function load(): Promise<Result<StoredWorkspace, StoreFailure>> {
    const copies = readNoteCopies(outside);
    const indexCopy = readIndexCopy(outside);
    const contents = sortContents(await entries(connection.use), codec);
    if (contents.outdated) {
      stopWriting();
      return err({ code: 'outdated' });
    }
    const lost = findLost(contents.index, indexCopy, contents.revisions);
    learnContents(ledger, contents, lost, codec);
    const notes = new Map<string, Note>(contents.notes);
    for (const [name, { note }] of copies) notes.set(name, note);
    const newer = new Set(contents.newer.map(({ key }) => key.slice('sc/'.length)));
    const replay: Replay =
      notes.size === 0
        ? { scenarios: [...contents.records.values()].map(({ scenario }) => scenario), recovered: 0 }
        : (await writing()).replayNotes([...notes.values()], contents.records, codec, newId, newer);
    spent = new Map(
      [...notes].flatMap(([name, note]) => {
        const copy = copies.get(name)?.text;
        // A newer version of the app left it and will want it.
        if (note.schema > codec.schema) return [];
        return [[name, { crc: encodeNote(note).crc, ...(copy !== undefined && { copy }) }] as const];
      }),
    );
    const moved = await putAside(contents.damaged);
    loaded = true;
    say('hello');
    const active = replay.active ?? replay.scenarios.find(({ id }) => id === contents.index?.active)?.id;
    const [opened] = replay.scenarios;
    if (spent.size > 0 && opened) {
      // If this fails the notes stay where they are, and the first save of the page tries again.
      await save({ scenarios: replay.scenarios, active: active ?? opened.id });
    }
    // Its id may be that of a record which cannot be read, and which must not be written over.
    const first = opened || contents.revisions.size > 0 ? undefined : options.first;
    if (first) learnFirst(ledger, first);
    return ok({
      scenarios: first ? [first] : replay.scenarios,
      ...(active !== undefined && { active }),
      quarantined: [...contents.quarantined, ...contents.newer, ...moved],
      lost,
      recovered: replay.recovered,
    });
  }

  /** Records that cannot be moved (a full disk) stay where they are; they are reported all the same. */
  async function putAside(damaged: readonly Quarantined[]): Promise<readonly Quarantined[]> {
    if (damaged.length === 0) return [];
    try {
      const { writeQuarantine } = await writing();
      return await connection.use('readwrite', (store) => writeQuarantine(store, damaged, page()));
    } catch {
      return damaged;
    }
  }

  async function save(snapshot: WorkspaceSnapshot): Promise<Result<void, StoreFailure>> {
    if (outdated) return err({ code: 'outdated' });
    // What was not read cannot be compared with: nothing is written before the first load has ended.
    if (!loaded) return err({ code: 'closed' });
    const { forgetStored, recordSave, writeSave } = await writing();
    const note = ownNote;
    let plan = planSave(ledger, snapshot, codec);
    if (isEmptyPlan(plan) && note === undefined && spent.size === 0) return ok(undefined);
    const put = (): Promise<SaveOutcome> => {
      const crcs = new Map([...spent].map(([name, { crc }]) => [name, crc]));
      return connection.use('readwrite', (store) => writeSave(store, ledger, snapshot, plan, crcs, page()));
    };
    let outcome = await put();
    const cleared = outcome.kind === 'cleared';
    if (cleared) {
      forgetStored(ledger);
      plan = planSave(ledger, snapshot, codec);
      outcome = await put();
    }
    switch (outcome.kind) {
      case 'conflict':
        return err({ code: 'conflict', id: outcome.id });
      case 'outdated':
        stopWriting();
        return err({ code: 'outdated' });
      case 'cleared':
        return err({ code: 'closed' });
      case 'done':
        recordSave(ledger, outcome.index, snapshot, plan, outcome.records);
        writeIndexCopy(outside, outcome.index);
        clearNotes(note);
        say('saved');
        if (cleared) notify({ code: 'cleared' });
        return ok(undefined);
    }
  }

  /** A note that was written while the save ran says more than the save, and stays. */
  function clearNotes(note: number | undefined): void {
    if (note !== undefined && note === ownNote) {
      outside.remove(noteCopyPrefix + tab);
      ownNote = undefined;
    }
    for (const [name, { copy }] of spent) {
      if (copy !== undefined && outside.read(noteCopyPrefix + name) === copy) outside.remove(noteCopyPrefix + name);
    }
    spent = new Map();
  }

  function flushSync(snapshot: WorkspaceSnapshot): boolean {
    if (!loaded) return false;
    const plan = planSave(ledger, snapshot, codec);
    if (isEmptyPlan(plan)) return true;
    const sealed = encodeNote(planNote(ledger, snapshot, plan, tab, codec));
    noteCount += 1;
    ownNote = noteCount;
    // An outdated page leaves its note outside alone: the newer version will read it, and the database is no longer ours.
    const begun = !outdated && connection.putNow(noteKey(tab), sealed);
    const text = JSON.stringify(sealed);
    const copied = text.length <= noteCopyCharacters && outside.write(noteCopyPrefix + tab, text);
    return begun || copied;
  }

  async function pull(): Promise<Result<readonly OutsideChange[], StoreFailure>> {
    if (!loaded) return err({ code: 'closed' });
    const { learnOutside } = await writing();
    const contents = sortContents(await entries(connection.use), codec);
    const foreign = contents.newer.some(({ key }) => ledger.known.has(key.slice('sc/'.length) as ScenarioId));
    if (contents.outdated || foreign) {
      stopWriting();
      return err({ code: 'outdated' });
    }
    return ok(learnOutside(ledger, contents));
  }

  channel?.addEventListener('message', hear);

  return {
    load: () => inTurn(load),
    save: (snapshot) => inTurn(() => save(snapshot)),
    flushSync,
    pull: () => inTurn(pull),
    async readQuarantined(key) {
      const value = await get<unknown>(key, connection.use);
      return value === undefined ? undefined : JSON.stringify(value, null, 2);
    },
    keepVersion: (scenario, reason) =>
      inTurn(async () => {
        if (outdated) return err({ code: 'outdated' });
        const { writeVersion } = await writing();
        const now = clock.now();
        await connection.use('readwrite', (store) => writeVersion(store, scenario, reason, now, codec));
        return ok(undefined);
      }),
    listVersions: (id) =>
      inTurn(async () => {
        const { readVersions } = await writing();
        return ok(await connection.use('readonly', (store) => readVersions(store, id, codec)));
      }),
    forgetLost: () =>
      inTurn(async () => {
        const { writeForgetLost } = await writing();
        const index = await connection.use('readwrite', writeForgetLost);
        ledger.lost = [];
        if (index) {
          ledger.indexRev = index.rev;
          writeIndexCopy(outside, index);
        }
        return ok(undefined);
      }),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      channel?.removeEventListener('message', hear);
      connection.close();
    },
  };
}
