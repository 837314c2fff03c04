/** Ports: what the app needs of the outside world to keep scenarios. `io` implements them; tests run on a `Map`. */
import type { Result } from '../model/result.ts';
import type { Scenario, ScenarioId } from './scenario.ts';

/** Why something could not be kept or read. Facts only; the view words them. */
export type StoreFailure =
  | { readonly code: 'denied' | 'timeout' | 'closed' | 'unknown' }
  | { readonly code: 'full'; readonly used?: number; readonly quota?: number }
  /** The stored revision is not the one this tab last read: another tab has saved since. */
  | { readonly code: 'conflict'; readonly id: ScenarioId };

/** A record that could not be read and was put aside; its bytes are kept under `key`. */
export interface Quarantined {
  readonly key: string;
  readonly name: string;
  readonly reason: 'shape' | 'checksum' | 'length' | 'newer' | 'migration';
}

/** All that was kept, in tab order. `lost`: named by the index outside the database but no longer in it. */
export interface StoredWorkspace {
  readonly scenarios: readonly Scenario[];
  readonly active?: ScenarioId;
  readonly quarantined: readonly Quarantined[];
  readonly lost: readonly { readonly name: string; readonly savedAt: string }[];
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
