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
  run({ steps, first, size }: Plan, all: boolean): void {
    const changes = this.#changes;
    changes.makeRoom(size);
    if (this.#due.length < steps.length) this.#due = new Uint8Array(steps.length * 2);
    const due = this.#due;
    if (all) due.fill(1, 0, steps.length);
    else for (let i = 0; i < first.length; i++) due[first[i] as number] = 1;
    for (let i = 0; i < steps.length; i++) {
      if (due[i] === 0) continue;
      due[i] = 0;
      const { runs, size: nodes, successors } = steps[i] as Step;
      const before = changes.count + changes.ranges;
      for (let j = 0; j < runs.length; j++) {
        const run = runs[j] as Run;
        run.kernel(run);
      }
      this.evaluated += nodes;
      if (changes.count + changes.ranges === before) continue;
      for (let j = 0; j < successors.length; j++) due[successors[j] as number] = 1;
    }
  }
}
