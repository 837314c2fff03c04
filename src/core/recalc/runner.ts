/** Carries plans out: calculates step after step, skipping those that nothing changed for. */
import type { Changes } from './changes.ts';
import type { Plan, Run, Step } from './plan.ts';

export class Runner {
  /** How many nodes the plans of this edit really calculated. */
  evaluated = 0;
  readonly #changes: Changes;
  /** By step of the plan under way: whether something it reads has changed. All zero between plans. */
  #due = new Uint8Array(64);

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /** `all`: do not trust old values, calculate every step. */
  run({ steps, first }: Plan, all: boolean): void {
    // A plan of one step, as of an edit with few dependents, has nothing to skip.
    if (all || steps.length === 1) {
      for (let i = 0; i < steps.length; i++) this.#calculate(steps[i] as Step);
      return;
    }
    if (this.#due.length < steps.length) this.#due = new Uint8Array(steps.length * 2);
    const due = this.#due;
    for (let i = 0; i < first.length; i++) due[first[i] as number] = 1;
    for (let i = 0; i < steps.length; i++) {
      if (due[i] === 0) continue;
      due[i] = 0;
      const step = steps[i] as Step;
      if (!this.#calculate(step)) continue;
      const { successors } = step;
      for (let j = 0; j < successors.length; j++) due[successors[j] as number] = 1;
    }
  }

  /** Whether that changed anything. */
  #calculate({ runs, size }: Step): boolean {
    const changes = this.#changes;
    const before = changes.count + changes.ranges;
    for (let j = 0; j < runs.length; j++) {
      const run = runs[j] as Run;
      run.kernel(run);
    }
    this.evaluated += size;
    return changes.count + changes.ranges !== before;
  }
}
