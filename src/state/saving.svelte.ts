/** Whether the work is kept, and what a person has to know about it. */
import type { Quarantined, SaveState, StoredWorkspace, StoreFailure } from '../core/scenario/store.ts';

export type StorageNotice =
  /** Nothing can be kept in this browser; work goes on in memory. */
  | { readonly kind: 'unavailable'; readonly failure: StoreFailure }
  | { readonly kind: 'quarantined'; readonly record: Quarantined }
  | { readonly kind: 'lost'; readonly scenarios: StoredWorkspace['lost'] }
  /** Edits of the last moment of the visit before were brought back. */
  | { readonly kind: 'recovered'; readonly edits: number };

export class Saving {
  #state = $state.raw<SaveState>({ kind: 'saved' });
  #notices = $state.raw<readonly StorageNotice[]>([]);
  readonly #saveNow: () => void;

  /** `saveNow` writes at once what autosave would write in a moment. */
  constructor(saveNow: () => void) {
    this.#saveNow = saveNow;
  }

  get state(): SaveState {
    return this.#state;
  }
  get notices(): readonly StorageNotice[] {
    return this.#notices;
  }

  saveNow(): void {
    this.#saveNow();
  }

  show(state: SaveState): void {
    this.#state = state;
  }

  notify(notice: StorageNotice): void {
    this.#notices = [...this.#notices, notice];
  }

  dismiss(notice: StorageNotice): void {
    this.#notices = this.#notices.filter((shown) => shown !== notice);
  }
}
