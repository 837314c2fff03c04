/** Everything as one file, and back: what the app needs of the outside world for it. `io` implements the codec. */
import type { Result } from '../model/result.ts';
import type { Scenario } from './scenario.ts';

export interface Backup {
  readonly scenarios: readonly Scenario[];
  /** ISO 8601. */
  readonly savedAt: string;
}

/** What restoring would do. It only ever adds. */
export interface Restoration {
  /** Each with an id and a name that nothing here has. */
  readonly added: readonly Scenario[];
  /** How many are here already, the same in everything a person set. */
  readonly skipped: number;
}

/** Why a file was not restored. Nothing of it was used. */
export type BackupError =
  /** In bytes; the file was not even read. */
  | { readonly code: 'tooLarge'; readonly limit: number; readonly given: number }
  | { readonly code: 'encoding' | 'damaged' }
  /** No JSON; line and column from 1. */
  | { readonly code: 'syntax'; readonly line: number; readonly column: number }
  | { readonly code: 'tooDeep'; readonly line: number; readonly column: number; readonly limit: number }
  | { readonly code: 'newer'; readonly version: number }
  /** JSON, but no backup of ours. `at`: the place inside, such as `scenarios[0].cells[3]`. */
  | { readonly code: 'shape'; readonly at: string }
  | { readonly code: 'limit'; readonly at: string; readonly limit: number; readonly given: number };

export interface BackupCodec {
  encode(scenarios: readonly Scenario[], savedAt: string): string;
  decode(bytes: Uint8Array): Result<Backup, BackupError>;
  plan(here: readonly Scenario[], saved: readonly Scenario[]): Restoration;
}
