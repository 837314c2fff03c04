/** Cells that this window and another one both changed, for as long as nobody has decided between them. */
import { isOpen, type CellConflict } from '../core/scenario/merge.ts';
import type { Workspace } from './workspace.svelte.ts';
import { takeTheirs } from './scenario-steps.ts';

export type { CellConflict };

export class Conflicts {
  readonly #workspace: Workspace;
  #met = $state.raw<readonly CellConflict[]>([]);

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Those to decide. A cell that was changed again since, here or there, is decided by that. */
  readonly open: readonly CellConflict[] = $derived.by(() =>
    this.#met.filter((conflict) => isOpen(conflict, this.#workspace.scenarios)),
  );

  /** A cell that is met again is asked about once, with what the other side holds now. */
  meet(conflicts: readonly CellConflict[]): void {
    const isNew = (old: CellConflict): boolean =>
      !conflicts.some(({ scenario, cell }) => scenario === old.scenario && cell === old.cell);
    this.#met = [...this.#met.filter(isNew), ...conflicts];
  }

  /** Keeps what is here, or takes what the other side holds, as one step of undo. Those not named stay open. */
  settle(choices: ReadonlyMap<CellConflict, 'mine' | 'theirs'>): void {
    const theirs = this.open.filter((conflict) => choices.get(conflict) === 'theirs');
    if (theirs.length > 0 && !takeTheirs(this.#workspace, theirs)) return;
    this.#met = this.#met.filter((conflict) => !choices.has(conflict));
  }
}
