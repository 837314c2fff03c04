/** Whether the work is kept, what a person has to know about it, and which edits can no longer be made because of it. */
import type { EditExcess, findExcess } from '../core/scenario/edit-limits.ts';
import type { Edit } from '../core/scenario/edit.ts';
import type { WorkspaceMerge } from '../core/scenario/merge.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Quarantined, SaveState, StoredWorkspace, StoreFailure } from '../core/scenario/store.ts';

export type StorageNotice =
  /** Nothing can be kept in this browser; work goes on in memory. */
  | { readonly kind: 'unavailable'; readonly failure: StoreFailure }
  /** The database that did not answer does now, and has this many scenarios. `take` brings them here and saves both. */
  | { readonly kind: 'late'; readonly scenarios: number; readonly take: () => void }
  | { readonly kind: 'quarantined'; readonly record: Quarantined }
  | { readonly kind: 'lost'; readonly scenarios: StoredWorkspace['lost'] }
  /** Storage was emptied from elsewhere; what is open was saved into it again. */
  | { readonly kind: 'cleared' }
  /** Edits of the last moment of the visit before were brought back. */
  | { readonly kind: 'recovered'; readonly edits: number };

/** Why an edit was not made. */
export type Refusal = EditExcess | { readonly code: 'outdated' };

/** What the edge of the app does when asked. */
export interface SavingActions {
  /** Writes at once what autosave would write in a moment. */
  saveNow(): void;
  /** The list of lost scenarios was read: it is not shown at the next visit. */
  forgetLost(): void;
  readQuarantined(key: string): Promise<string | undefined>;
  /** Opens the page again, in its newest version. */
  reload(): void;
}

export class Saving {
  readonly #actions: SavingActions;
  #state = $state.raw<SaveState>({ kind: 'saved' });
  #notices = $state.raw<readonly StorageNotice[]>([]);
  #merged = $state.raw<WorkspaceMerge['taken']>();
  #refusal = $state.raw<Refusal>();
  #findExcess: typeof findExcess | undefined;

  constructor(actions: SavingActions) {
    this.#actions = actions;
  }

  get state(): SaveState {
    return this.#state;
  }
  get notices(): readonly StorageNotice[] {
    return this.#notices;
  }
  /** A newer version of the app is at work on the same storage: nothing can be changed here any more. */
  readonly isOutdated: boolean = $derived.by(() => {
    if (this.#state.kind === 'failed' && this.#state.failure.code === 'outdated') return true;
    return this.#notices.some((notice) => notice.kind === 'unavailable' && notice.failure.code === 'outdated');
  });
  /** What was just taken over from other windows. */
  get merged(): WorkspaceMerge['taken'] | undefined {
    return this.#merged;
  }
  /** The edit that was just refused, and why. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  saveNow(): void {
    this.#actions.saveNow();
  }

  reload(): void {
    this.#actions.reload();
  }

  /** The bytes of a record that was put aside, as text. */
  readQuarantined(key: string): Promise<string | undefined> {
    return this.#actions.readQuarantined(key);
  }

  show(state: SaveState): void {
    this.#state = state;
  }

  notify(notice: StorageNotice): void {
    this.#notices = [...this.#notices, notice];
  }

  dismiss(notice: StorageNotice): void {
    this.#notices = this.#notices.filter((shown) => shown !== notice);
    if (notice.kind === 'lost') this.#actions.forgetLost();
  }

  /** The notices of the time when nothing could be kept. */
  dismissUnavailable(): void {
    this.#notices = this.#notices.filter(({ kind }) => kind !== 'unavailable' && kind !== 'late');
  }

  /** Adds up as long as the line is shown. */
  tellMerged({ cells, scenarios }: WorkspaceMerge['taken']): void {
    if (cells + scenarios === 0) return;
    const before = this.#merged ?? { cells: 0, scenarios: 0 };
    this.#merged = { cells: before.cells + cells, scenarios: before.scenarios + scenarios };
  }

  dismissMerged(): void {
    this.#merged = undefined;
  }

  /** From now on no edit goes beyond the limits. Before that, nothing that fills a sheet can be done. */
  heedLimits(find: typeof findExcess): void {
    this.#findExcess = find;
  }

  /** Whether an edit cannot be kept, and so must not be made; the reason is then shown. */
  refuses(edit: Edit, scenarios: readonly Scenario[]): boolean {
    this.#refusal = this.isOutdated ? { code: 'outdated' } : this.#findExcess?.(scenarios, edit);
    return this.#refusal !== undefined;
  }

  dismissRefusal(): void {
    this.#refusal = undefined;
  }
}
