/** The cells that are on rings now. An edit of formulas may open and close rings; an edit of numbers leaves them as they are. */
import type { Changes } from './changes.ts';
import type { Graph } from './graph.ts';
import type { Layout } from './layout.ts';
import { codeOfError, type Memory } from './memory.ts';
import { findRings, ringInReadingOrder } from './rings.ts';

const ringCode = codeOfError('#CYCLE!');

export interface RingParts {
  readonly layout: Layout;
  readonly memory: Memory;
  readonly graph: Graph;
  readonly changes: Changes;
  /** The cells that a cell's formula reads, in reading order. */
  readonly precedentsAt: (slot: number) => readonly number[];
}

export class RingCells {
  readonly #parts: RingParts;
  /** By number, which the fault of each of its cells carries: the cells in reading order. */
  readonly #rings = new Map<number, readonly number[]>();
  #made = 0;

  constructor(parts: RingParts) {
    this.#parts = parts;
  }

  has(node: number): boolean {
    const { memory } = this.#parts;
    return memory.codes[node] === ringCode && memory.fault(node)?.origin === node;
  }

  ring(id: number): readonly number[] {
    return this.#rings.get(id) ?? [];
  }

  /** Finds the rings among nodes that cannot be put in order, gives their cells the error, and returns these cells. */
  settle(stuck: readonly number[]): readonly number[] {
    return findRings(stuck, this.#parts.graph).flatMap((nodes) => this.#settleRing(nodes));
  }

  /** Forgets the rings that are no more. */
  forgetOpened(): void {
    for (const [id, [first]] of this.#rings) {
      const isClosed = first !== undefined && this.has(first) && this.#parts.memory.fault(first)?.detail === id;
      if (!isClosed) this.#rings.delete(id);
    }
  }

  #settleRing(nodes: readonly number[]): readonly number[] {
    const { layout, memory, changes, precedentsAt } = this.#parts;
    const ring = ringInReadingOrder(
      nodes.filter((node) => node < layout.cells),
      (slot) => layout.readingOrder(slot),
      precedentsAt,
    );
    const before = ring[0] === undefined ? undefined : memory.fault(ring[0]);
    const known = before?.code === ringCode ? before.detail : -1;
    const id = sameSlots(this.#rings.get(known), ring) ? known : this.#made++;
    this.#rings.set(id, ring);
    for (const slot of ring) {
      if (memory.setFault(slot, { code: ringCode, origin: slot, detail: id })) changes.note(slot);
    }
    return ring;
  }
}

function sameSlots(a: readonly number[] | undefined, b: readonly number[]): boolean {
  return a?.length === b.length && a.every((slot, index) => slot === b[index]);
}
