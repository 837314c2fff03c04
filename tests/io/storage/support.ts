/** A browser's storage that tests can break: database, small storage, channel between tabs, and time. */
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { entries } from 'idb-keyval';
import { vi } from 'vitest';
import { parseCellKey, type CellKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import type { Result } from '../../../src/core/model/result.ts';
import { encodeScenario } from '../../../src/core/scenario/document.ts';
import { parseScenarioId, type Scenario, type ScenarioId } from '../../../src/core/scenario/scenario.ts';
import type { WorkspaceSnapshot } from '../../../src/core/scenario/store.ts';
import type { Channel, Message } from '../../../src/io/storage/channel.ts';
import { createConnection } from '../../../src/io/storage/connection.ts';
import type { TextStorage } from '../../../src/io/storage/outside.ts';
import {
  createScenarioStore,
  type ClosableStore,
  type ScenarioStoreOptions,
} from '../../../src/io/storage/scenario-store.ts';
import { storeWriting } from '../../../src/io/storage/store-writing.ts';
import { after, type After } from '../../../src/io/storage/timer.ts';

export function scenarioId(text: string): ScenarioId {
  const id = parseScenarioId(text);
  if (id === undefined) throw new Error(`Not a scenario id: ${text}`);
  return id;
}

export function key(text: string): CellKey {
  if (!parseCellKey(text)) throw new Error(`Not a cell: ${text}`);
  return text as CellKey;
}

/** A number, a formula (`=…`), or `null` for blanked on purpose. */
export type Cells = Readonly<Record<string, number | string | null>>;

export function scenario(id: string, cells: Cells = {}, name = `方案 ${id}`): Scenario {
  return {
    id: scenarioId(id),
    name,
    note: '',
    author: '',
    dataset: { id: 'report-2020', version: 'v1' },
    created: '2021-03-01T08:00:00.000Z',
    modified: '2021-03-01T08:00:00.000Z',
    patch: new Map(Object.entries(cells).map(([cell, value]) => [key(cell), input(value)])),
  };
}

export function input(value: number | string | null): CellInput | null {
  if (value === null) return null;
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'formula', source: value.replace(/^=/, '') };
}

export function edited(before: Scenario, cells: Cells): Scenario {
  return { ...before, patch: new Map([...before.patch, ...scenario('x', cells).patch]) };
}

export function snapshot(...scenarios: readonly Scenario[]): WorkspaceSnapshot {
  const [first] = scenarios;
  if (!first) throw new Error('A workspace has a scenario');
  return { scenarios, active: first.id };
}

/** Comparable text: what a person would see again. */
export function text(scenarios: readonly Scenario[]): string {
  return JSON.stringify(scenarios.map(encodeScenario));
}

export function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

class FakeTextStorage implements TextStorage {
  readonly texts = new Map<string, string>();
  broken = false;

  #check(): void {
    if (this.broken) throw new DOMException('No', 'QuotaExceededError');
  }
  get length(): number {
    return this.texts.size;
  }
  key(place: number): string | null {
    return [...this.texts.keys()][place] ?? null;
  }
  getItem(name: string): string | null {
    return this.texts.get(name) ?? null;
  }
  setItem(name: string, content: string): void {
    this.#check();
    this.texts.set(name, content);
  }
  removeItem(name: string): void {
    this.#check();
    this.texts.delete(name);
  }
}

/** One browser profile; every `open` is another page in it. */
export class Browser {
  factory = new IDBFactory();
  readonly local = new FakeTextStorage();
  time = '2021-03-02T08:00:00.000Z';
  readonly #ends = new Set<FakeChannel>();
  #ids = 0;

  readonly newId = (): ScenarioId => {
    this.#ids += 1;
    return scenarioId(`made-${String(this.#ids)}`);
  };

  page(options: Partial<ScenarioStoreOptions> = {}): ClosableStore {
    return createScenarioStore({
      clock: { now: () => this.time },
      newId: this.newId,
      writing: () => Promise.resolve(storeWriting),
      app: '1.0.0',
      factory: () => this.factory,
      localStorage: () => this.local,
      channel: new FakeChannel(this.#ends),
      ...options,
    });
  }

  channel(): Channel {
    return new FakeChannel(this.#ends);
  }

  /** Everything in the database, by key. */
  async contents(): Promise<Map<string, unknown>> {
    return this.raw(async (use) => new Map(await entries<string, unknown>(use)));
  }

  /** What lies under the key, or an error. */
  async object(name: string): Promise<Record<string, unknown>> {
    const found = (await this.contents()).get(name);
    if (typeof found !== 'object' || found === null) throw new Error(`Nothing under ${name}`);
    return found as Record<string, unknown>;
  }

  async raw<T>(work: (use: ReturnType<typeof createConnection>['use']) => Promise<T>): Promise<T> {
    const connection = createConnection({
      database: 'yuce',
      factory: () => this.factory,
      after,
      openLimit: 1000,
      transactionLimit: 1000,
      onlost: () => undefined,
    });
    try {
      return await work(connection.use);
    } finally {
      connection.close();
    }
  }

  put(name: string, content: unknown): Promise<void> {
    return this.raw((use) =>
      use('readwrite', (store) => {
        store.put(content, name);
        return new Promise<void>((resolve) => {
          store.transaction.oncomplete = () => resolve();
        });
      }),
    );
  }

  remove(name: string): Promise<void> {
    return this.raw((use) =>
      use('readwrite', (store) => {
        store.delete(name);
        return new Promise<void>((resolve) => {
          store.transaction.oncomplete = () => resolve();
        });
      }),
    );
  }
}

class FakeChannel implements Channel {
  readonly #ends: Set<FakeChannel>;
  readonly #listeners = new Set<(event: MessageEvent<unknown>) => void>();

  constructor(ends: Set<FakeChannel>) {
    this.#ends = ends;
    ends.add(this);
  }
  postMessage(message: Message): void {
    for (const end of this.#ends) {
      if (end === this) continue;
      for (const listener of end.#listeners) listener(new MessageEvent('message', { data: structuredClone(message) }));
    }
  }
  addEventListener(_type: 'message', listener: (event: MessageEvent<unknown>) => void): void {
    this.#listeners.add(listener);
  }
  removeEventListener(_type: 'message', listener: (event: MessageEvent<unknown>) => void): void {
    this.#listeners.delete(listener);
  }
}

/** Lets the first writes pass and makes every later one fail as a browser does: the transaction aborts after the write was asked for. */
export function failWritesFrom(
  first: number,
  error: string,
): { readonly count: () => number; readonly heal: () => void } {
  let count = 0;
  const fail = (store: IDBObjectStore): void => {
    count += 1;
    if (count < first) return;
    const { transaction } = store;
    const abort = Reflect.get(transaction, '_abort') as (...given: readonly unknown[]) => void;
    queueMicrotask(() => abort.call(transaction, error));
  };
  const spies = (['put', 'delete'] as const).map((method) => {
    const original = Reflect.get(IDBObjectStore.prototype, method) as (...given: readonly unknown[]) => never;
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...given: readonly unknown[]
    ) {
      const request = Reflect.apply(original, this, given);
      fail(this);
      return request;
    });
  });
  return { count: () => count, heal: () => spies.forEach((spy) => spy.mockRestore()) };
}

/** Time that passes only when told to. */
export class ManualTime {
  #now = 0;
  readonly #due = new Set<{ at: number; callback: () => void }>();

  readonly after: After = (milliseconds, callback) => {
    const timer = { at: this.#now + milliseconds, callback };
    this.#due.add(timer);
    return () => this.#due.delete(timer);
  };

  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = next.at;
      this.#due.delete(next);
      next.callback();
      await settle();
    }
    this.#now = end;
    await settle();
  }
}

/** Lets everything that waits only for promises go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** A seeded generator of whole numbers below a limit. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
