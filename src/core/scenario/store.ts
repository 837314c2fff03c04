/** Ports: what the app needs of the outside world to keep scenarios. `io` implements them; tests run on a `Map`. */
import type { Result } from '../model/result.ts';
import type { Scenario, ScenarioId } from './scenario.ts';
import type { Version } from './versions.ts';

/** Why something could not be kept or read. Facts only; the view words them. */
export type StoreFailure =
  | { readonly code: 'denied' | 'timeout' | 'closed' | 'unknown' }
  /** A newer version of the app is at work on the same store: this one must be reloaded before it may write again. */
  | { readonly code: 'outdated' }
  | { readonly code: 'full'; readonly used?: number; readonly quota?: number }
  /** The stored revision is not the one this tab last read: another tab has saved since. */
  | { readonly code: 'conflict'; readonly id: ScenarioId };

/** A record that could not be read and was put aside; its bytes are kept under `key`. */
export interface Quarantined {
  readonly key: string;
  readonly name: string;
  readonly reason: 'shape' | 'checksum' | 'length' | 'newer' | 'migration';
}

/** A scenario that the browser no longer holds as it was saved. `older`: an earlier state of it is still there and was opened. */
export interface LostScenario {
  readonly name: string;
  readonly savedAt: string;
  readonly older?: true;
}

/** All that was kept, in tab order. `lost`: named by the index outside the database but no longer in it. */
export interface StoredWorkspace {
  readonly scenarios: readonly Scenario[];
  readonly active?: ScenarioId;
  readonly quarantined: readonly Quarantined[];
  readonly lost: readonly LostScenario[];
  /** Edits of the last moment that had not reached the database and were recovered from the write-ahead note. */
  readonly recovered: number;
}

/** What changed since the last save: scenarios written whole, scenarios removed, and the order of tabs. */
export interface WorkspaceSnapshot {
  readonly scenarios: readonly Scenario[];
  readonly active: ScenarioId;
}

export interface ScenarioStore {
  load(): Promise<Result<StoredWorkspace, StoreFailure>>;
  /** Brings what is stored to the snapshot in one transaction; writes only scenarios whose identity (`===`) changed since last time. */
  save(snapshot: WorkspaceSnapshot): Promise<Result<void, StoreFailure>>;
  /** For the moment the page goes: starts and commits the write before returning. Whether it could be started. */
  flushSync(snapshot: WorkspaceSnapshot): boolean;
  /** The bytes of a quarantined record, for download. */
  readQuarantined(key: string): Promise<string | undefined>;
}

/** Keeps earlier states of scenarios; see `versions.ts` for how many. */
export interface VersionStore {
  /**
   * Keeps the scenario as it is now as a version of it. Keeps nothing where the newest version already says the same.
   */
  keepVersion(scenario: Scenario, reason: Version['reason']): Promise<Result<void, StoreFailure>>;
  /** The versions of a scenario that can be read, newest first. */
  listVersions(id: ScenarioId): Promise<Result<readonly Version[], StoreFailure>>;
}

/** What another tab stored since this one last read or wrote. `base` is what both began with; `theirs` is absent where it was deleted. */
export interface OutsideChange {
  readonly id: ScenarioId;
  readonly base?: Scenario;
  readonly theirs?: Scenario;
}

/** What a store tells without being asked. */
export type StoreNotice =
  /** Another tab has saved: `pull` has something to read. */
  | { readonly code: 'outside' }
  /** The storage was emptied from elsewhere, and what is open here was saved into it again. */
  | { readonly code: 'cleared' }
  /** See the failure of the same name. */
  | { readonly code: 'outdated' };

/** A store that several tabs of one browser work on. */
export interface SharedStore extends ScenarioStore {
  /**
   * Reads what other tabs stored since the last time. From then on their state counts as the base of the next save,
   * so the caller must merge the answer into what it holds before it saves again.
   */
  pull(): Promise<Result<readonly OutsideChange[], StoreFailure>>;
  /** Calls back on every notice; the answer ends it. */
  watch(listener: (notice: StoreNotice) => void): () => void;
  /** The person has read the list of lost scenarios: it is not reported again. */
  forgetLost(): Promise<Result<void, StoreFailure>>;
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: StoreFailure };

export interface Clock {
  /** ISO 8601, for display only. */
  now(): string;
}

export type NewId = () => ScenarioId;
