/** The backup file: when the last one was made, whether one is due, and the way back from it. */
import type { BackupCodec, BackupError, Restoration } from '../core/scenario/backup.ts';
import { limits } from '../core/model/limits.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Clock } from '../core/scenario/store.ts';
import type { Workspace } from './workspace.svelte.ts';
import { addScenarios } from './scenario-steps.ts';

export type { BackupError };

const daysWithoutBackup = 7;
const millisecondsADay = 86_400_000;

export interface BackupsOptions {
  readonly workspace: Workspace;
  readonly clock: Clock;
  /** Fetched when first needed. */
  readonly codec: () => Promise<BackupCodec>;
  /** When the last backup was made, ISO 8601; absent where none is known. */
  readonly last?: string;
  /** Keeps the time of a backup for the next visit. */
  readonly onmade: (at: string) => void;
}

export interface BackupFile {
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  readonly scenarios: number;
}

/** What of a `File` is read. */
export interface ReadableFile {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A file that was read, and what restoring it would add right now. */
export interface BackupPreview extends Restoration {
  readonly saved: readonly Scenario[];
  readonly savedAt: string;
}

export class Backups {
  readonly #options: BackupsOptions;
  #last = $state.raw<string>();
  #isKept = $state.raw(true);
  #putOff = $state.raw(false);

  constructor(options: BackupsOptions) {
    this.#options = options;
    this.#last = options.last;
  }

  /** ISO 8601; `undefined` where none is known. */
  get last(): string | undefined {
    return this.#last;
  }

  /** Whole days since the last backup; `undefined` without one, or where the clock has gone back since. */
  get age(): number | undefined {
    return daysBetween(this.#last, this.#options.clock.now());
  }

  /** Whether to remind: there is work, the browser may drop it when it needs room, and the last seven days saw no backup. */
  get isDue(): boolean {
    if (this.#isKept || this.#putOff) return false;
    const own = this.#options.workspace.scenarios.filter(({ patch }) => patch.size > 0).map(({ created }) => created);
    // Before the first backup the days count from the first own work.
    const since = this.#last ?? own.sort()[0];
    return own.length > 0 && (daysBetween(since, this.#options.clock.now()) ?? 0) >= daysWithoutBackup;
  }

  /** Whether the browser has promised never to drop what is stored on its own account. Counts as promised until told. */
  learnPersistence(isKept: boolean): void {
    this.#isKept = isKept;
  }

  /** No reminder any more during this visit. */
  putOff(): void {
    this.#putOff = true;
  }

  async make(): Promise<BackupFile> {
    const { codec, clock, workspace, onmade } = this.#options;
    const { scenarios } = workspace;
    const at = clock.now();
    const text = (await codec()).encode(scenarios, at);
    this.#last = at;
    onmade(at);
    return { text, at, scenarios: scenarios.length };
  }

  /** Judged by its size before it is read. */
  async read(file: ReadableFile): Promise<Result<BackupPreview, BackupError>> {
    const limit = limits.importBytes;
    if (file.size > limit) return err({ code: 'tooLarge', limit, given: file.size });
    const codec = await this.#options.codec();
    const backup = codec.decode(new Uint8Array(await file.arrayBuffer()));
    if (!backup.ok) return backup;
    const { scenarios: saved, savedAt } = backup.value;
    return ok({ ...codec.plan(this.#options.workspace.scenarios, saved), saved, savedAt });
  }

  /** Adds what the file has and this browser has not, as one step of undo. Answers with how many, or `undefined` if refused. */
  async restore({ saved }: BackupPreview): Promise<number | undefined> {
    const { codec, workspace } = this.#options;
    // What is open may have changed since the preview.
    const { added } = (await codec()).plan(workspace.scenarios, saved);
    if (added.length === 0) return 0;
    return addScenarios(workspace, added) ? added.length : undefined;
  }
}

/** Whole days from one ISO time to another; `undefined` unless both are times, in that order. */
function daysBetween(from: string | undefined, to: string): number | undefined {
  const days = (Date.parse(to) - Date.parse(from ?? '')) / millisecondsADay;
  return days >= 0 ? Math.floor(days) : undefined;
}
