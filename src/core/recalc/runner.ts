/** Carries plans out: calculates step after step, skipping those that nothing changed for, and collects the cells that changed. */
import type { CarefulEvaluator } from './careful.ts';
import { enlarged } from './graph.ts';
import type { FormulaCells } from './formula-cells.ts';
import type { Layout } from './layout.ts';
import { numberCode, type Memory } from './memory.ts';
import type { BlockStep, Plan, SequenceStep } from './plan.ts';
import type { RangeNodes } from './range-nodes.ts';
import { chunkSize } from './vector.ts';

export interface RunnerParts {
  readonly layout: Layout;
  readonly memory: Memory;
  readonly ranges: RangeNodes;
  readonly formulas: FormulaCells;
  readonly careful: CarefulEvaluator;
}

export class Runner {
  /** Slots that changed in this edit, each once: the first {@link changedCount} of the array. */
  changed: Int32Array;
  changedCount = 0;
  /** How many nodes the last plan really calculated. */
  evaluated = 0;
  readonly #parts: RunnerParts;
  readonly #cells: number;
  readonly #values: Float64Array;
  readonly #codes: Uint8Array;
  /** By step of the plan under way: whether something it reads has changed. All zero between plans. */
  #due = new Uint8Array(64);

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#cells = parts.layout.cells;
    this.#values = parts.memory.values;
    this.#codes = parts.memory.codes;
    this.changed = new Int32Array(64);
  }

  beginEdit(): void {
    this.changedCount = 0;
    this.evaluated = 0;
  }

  noteChanged(slot: number): void {
    if (this.changedCount === this.changed.length) this.changed = enlarged(this.changed, this.changed.length * 2);
    this.changed[this.changedCount++] = slot;
  }

  /** `all`: do not trust old values, calculate every step. */
  run({ steps, first, size }: Plan, all: boolean): void {
    if (this.#due.length < steps.length) this.#due = new Uint8Array(steps.length * 2);
    if (this.changed.length < this.changedCount + size) this.changed = enlarged(this.changed, this.changedCount + size);
    const due = this.#due;
    if (all) due.fill(1, 0, steps.length);
    else for (let i = 0; i < first.length; i++) due[first[i] as number] = 1;
    for (let i = 0; i < steps.length; i++) {
      if (due[i] === 0) continue;
      due[i] = 0;
      const step = steps[i] as Plan['steps'][number];
      const changed = step.kind === 'block' ? this.#runBlock(step) : this.#runSequence(step);
      if (!changed) continue;
      const { successors } = step;
      for (let j = 0; j < successors.length; j++) due[successors[j] as number] = 1;
    }
  }

  #runSequence({ slots, rows, ats, kernels }: SequenceStep): boolean {
    const values = this.#values;
    const { changed } = this;
    const countBefore = this.changedCount;
    let count = countBefore;
    let nodesChanged = false;
    this.evaluated += slots.length;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number;
      const kernel = kernels[i];
      const value = kernel ? kernel(rows[i] as number, ats[i] as number) : NaN;
      if (value - value === 0) {
        const old = values[slot] as number;
        if (old === value) continue;
        if (old !== old) this.#codes[slot] = numberCode;
        values[slot] = value + 0; // −0 becomes 0
        changed[count++] = slot;
      } else if (slot >= this.#cells) {
        if (this.#parts.ranges.update(slot)) nodesChanged = true;
      } else if (this.#setCarefully(slot)) changed[count++] = slot;
    }
    this.changedCount = count;
    return nodesChanged || count > countBefore;
  }

  #runBlock({ firstSlot, firstRow, stride, count, at, kernel }: BlockStep): boolean {
    const values = this.#values;
    const codes = this.#codes;
    const { changed } = this;
    let found = this.changedCount;
    this.evaluated += count;
    for (let done = 0; done < count; done += chunkSize) {
      const length = Math.min(chunkSize, count - done);
      kernel.load(firstRow + done * stride, stride, length, at);
      const { array, start, stride: step } = kernel;
      for (let i = 0, from = start, slot = firstSlot + done * stride; i < length; i++, from += step, slot += stride) {
        const value = array[from] as number;
        const old = values[slot] as number;
        if (old === value) continue;
        if (value - value === 0) {
          if (old !== old) codes[slot] = numberCode;
          values[slot] = value + 0; // −0 becomes 0
          changed[found++] = slot;
        } else if (this.#setCarefully(slot)) changed[found++] = slot;
      }
    }
    const any = found > this.changedCount;
    this.changedCount = found;
    return any;
  }

  /** For a cell whose kernel found no plain number. Whether that changed it. */
  #setCarefully(slot: number): boolean {
    const { memory, formulas, careful } = this.#parts;
    const formula = formulas.at(slot);
    if (!formula) throw new Error(`No formula at slot ${slot}`);
    const outcome = careful.evaluate(formula, slot);
    return typeof outcome === 'number' ? memory.setNumber(slot, outcome) : memory.setFault(slot, outcome);
  }
}
