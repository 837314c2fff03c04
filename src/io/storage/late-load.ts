/** A database that did not open in time may do so later: another program held its files, or an old tab held an upgrade up. */
import type { StoredWorkspace } from '../../core/scenario/store.ts';
import type { ClosableStore } from './scenario-store.ts';
import { after as systemAfter, type After } from './timer.ts';

/** Milliseconds between two attempts. */
const pause = 5000;

export interface LateLoad {
  readonly store: ClosableStore;
  readonly stored: StoredWorkspace;
}

/** Tries again until the database answers, each time with a new store. Nothing is written by it. */
export async function loadLate(create: () => ClosableStore, after: After = systemAfter): Promise<LateLoad> {
  for (;;) {
    await new Promise<void>((resolve) => {
      after(pause, resolve);
    });
    const store = create();
    const loaded = await store.load();
    if (loaded.ok) return { store, stored: loaded.value };
    store.close();
  }
}
