/**
 * The store of a browser that keeps nothing: work goes on in memory, and every save says why it is not kept. When the database
 * answers after all, the real store takes its place.
 */
import { err, ok } from '../../core/model/result.ts';
import type { SharedStore, StoreFailure, StoreNotice, VersionStore } from '../../core/scenario/store.ts';

export interface MemoryStore extends SharedStore, VersionStore {
  /** From now on everything is asked of `store`. */
  connect(store: SharedStore & VersionStore): void;
}

export function createMemoryStore(failure: StoreFailure): MemoryStore {
  const refused = Promise.resolve(err(failure));
  const listeners = new Map<(notice: StoreNotice) => void, (() => void) | undefined>();
  let real: (SharedStore & VersionStore) | undefined;
  return {
    load: () => Promise.resolve(ok({ scenarios: [], quarantined: [], lost: [], recovered: 0 })),
    save: (snapshot) => real?.save(snapshot) ?? refused,
    flushSync: (snapshot) => real?.flushSync(snapshot) ?? false,
    readQuarantined: (key) => real?.readQuarantined(key) ?? Promise.resolve(undefined),
    pull: () => real?.pull() ?? refused,
    forgetLost: () => real?.forgetLost() ?? refused,
    keepVersion: (scenario, reason) => real?.keepVersion(scenario, reason) ?? refused,
    listVersions: (id) => real?.listVersions(id) ?? refused,
    watch(listener) {
      listeners.set(listener, real?.watch(listener));
      return () => {
        listeners.get(listener)?.();
        listeners.delete(listener);
      };
    },
    connect(store) {
      real = store;
      for (const listener of listeners.keys()) listeners.set(listener, store.watch(listener));
    },
  };
}
