/** Cells, names and notes that this window and another one both changed, for as long as nobody has decided between them. */
import { conflictPlace, isOpen, nameTaken, type Conflict } from '../core/scenario/conflict.ts';
import type { Workspace } from './workspace.svelte.ts';
import { takeTheirs } from './scenario-steps.ts';

export { conflictPlace, type Conflict };

export class Conflicts {
  readonly #workspace: Workspace;
  #met = $state.raw<readonly Conflict[]>([]);

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Those to decide. What was changed again since, here or there, is decided by that. */
  readonly open: readonly Conflict[] = $derived.by(() =>
    this.#met.filter((conflict) => isOpen(conflict, this.#workspace.scenarios)),
  );

  /** What is met again is asked about once, with what the other side holds now. */
  meet(conflicts: readonly Conflict[]): void {
    const places = new Set(conflicts.map(conflictPlace));
    this.#met = [...this.#met.filter((old) => !places.has(conflictPlace(old))), ...conflicts];
  }

  /** The name that taking the other side's gives, where that is another one because a scenario here has theirs. */
  numbered(conflict: Conflict): string | undefined {
    if (conflict.kind !== 'head' || conflict.head !== 'name') return undefined;
    const name = nameTaken(this.#workspace.scenarios, conflict);
    return name === conflict.theirs ? undefined : name;
  }

  /** Keeps what is here, or takes what the other side holds, as one step of undo. Those not named stay open. */
  settle(choices: ReadonlyMap<Conflict, 'mine' | 'theirs'>): void {
    const theirs = this.open.filter((conflict) => choices.get(conflict) === 'theirs');
    if (theirs.length > 0 && !takeTheirs(this.#workspace, theirs)) return;
    this.#met = this.#met.filter((conflict) => !choices.has(conflict));
  }
}
