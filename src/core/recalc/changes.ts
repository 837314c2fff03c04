/** Writes what was calculated into memory, and collects the cells that came out different from before. */
import { numberCode, type Fault, type Memory } from './memory.ts';

export class Changes {
  /** Cells that changed in this edit, each once: the first {@link count}. */
  slots = new Int32Array(64);
  count = 0;
  /** How many range nodes changed: they are no cells, but their readers have to look. */
  ranges = 0;
  /** What the cells hold now; to be read only. */
  readonly values: Float64Array;
  readonly #memory: Memory;
  /** To be set to {@link numberCode} where a number replaces what was none. */
  readonly codes: Uint8Array;
  readonly #calculate: (slot: number) => number | Fault;

  /** `calculate`: the full meaning of the formula in a slot, asked where a kernel found no plain number. */
  constructor(memory: Memory, calculate: (slot: number) => number | Fault) {
    this.#memory = memory;
    this.values = memory.values;
    this.codes = memory.codes;
    this.#calculate = calculate;
  }

  /** Gives back the room that a build took. What it changed is not asked for. */
  trim(): void {
    this.begin();
    this.slots = new Int32Array(64);
  }

  begin(): void {
    this.count = 0;
    this.ranges = 0;
  }

  makeRoom(more: number): void {
    const needed = this.count + more;
    if (needed > this.slots.length) this.slots = enlarged(this.slots, Math.max(needed, this.slots.length * 2));
  }

  /** There must be room. */
  note(slot: number): void {
    this.slots[this.count++] = slot;
  }

  /** Takes what a kernel found for a cell. */
  store(slot: number, value: number): void {
    const old = this.values[slot] as number;
    if (old === value) return;
    if (value - value === 0) {
      if (old !== old) this.codes[slot] = numberCode;
      // −0 becomes 0. Not by adding 0: down a chain of cells that addition would be waited for, every time.
      this.values[slot] = value === 0 ? 0 : value;
      this.slots[this.count++] = slot;
    } else this.storeCarefully(slot);
  }

  /** For a cell whose kernel found no plain number, or that has none. */
  storeCarefully(slot: number): void {
    const outcome = this.#calculate(slot);
    const changed =
      typeof outcome === 'number' ? this.#memory.setNumber(slot, outcome) : this.#memory.setFault(slot, outcome);
    if (changed) this.note(slot);
  }
}

function enlarged(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array.subarray(0, length));
  return larger;
}
