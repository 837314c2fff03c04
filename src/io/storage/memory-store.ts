/** The store of a browser that keeps nothing: work goes on in memory, and every save says why it is not kept. */
import { err, ok } from '../../core/model/result.ts';
import type { ScenarioStore, StoreFailure, VersionStore } from '../../core/scenario/store.ts';

export function createMemoryStore(failure: StoreFailure): ScenarioStore & VersionStore {
  return {
    load: () => Promise.resolve(ok({ scenarios: [], quarantined: [], lost: [], recovered: 0 })),
    save: () => Promise.resolve(err(failure)),
    flushSync: () => false,
    readQuarantined: () => Promise.resolve(undefined),
    keepVersion: () => Promise.resolve(err(failure)),
    listVersions: () => Promise.resolve(err(failure)),
  };
}
