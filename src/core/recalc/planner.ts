/** Makes plans: what an edit reaches, in topological order, cut into steps. Never recursive: a chain is as long as the sheet. */
import type { FormulaCells } from './formula-cells.ts';
import { enlarged, type Graph } from './graph.ts';
import type { Kernel } from './leaf-kernel.ts';
import type { Layout } from './layout.ts';
import type { BlockStep, Plan, SequenceStep, Step } from './plan.ts';

/** From so many cells on, a block is worth a loop of its own. */
const leastBlock = 16;
/** What is skipped together must stay small, or one changed cell would drag a long chain along. */
const longestSequence = 64;

/** More precedents than any node has: it is not waited for. */
const never = 2 ** 30;

/** Calculated nodes by level: those of one level do not read one another. */
interface Order {
  readonly nodes: number[];
  /** Where each level begins. */
  readonly levels: number[];
}

export class Planner {
  readonly #layout: Layout;
  readonly #graph: Graph;
  readonly #formulas: FormulaCells;
  /** By node: the number of the plan that reached it last. */
  #reachedBy = new Int32Array(0);
  /** By node: precedents still to be placed; afterwards the node's step. */
  #scratch = new Int32Array(0);
  #plans = 0;

  constructor(layout: Layout, graph: Graph, formulas: FormulaCells) {
    this.#layout = layout;
    this.#graph = graph;
    this.#formulas = formulas;
  }

  /**
   * All that follows from the seeds. `isSettled`: cells that keep their value whatever they read (those on a ring).
   * `onRings` is given the nodes that cannot be put in order because of a ring and says which of them are settled by that.
   */
  plan(
    seeds: readonly number[],
    isSettled: (node: number) => boolean,
    onRings: (stuck: readonly number[]) => readonly number[],
  ): Plan {
    this.#makeRoom();
    const reached = this.#reach(seeds, isSettled);
    const order = this.#sort(reached, onRings);
    const steps = this.#cut(order);
    return { steps, first: this.#connect(steps, seeds, reached), size: order.nodes.length };
  }

  #makeRoom(): void {
    const { nodes } = this.#graph;
    if (nodes <= this.#reachedBy.length) return;
    this.#reachedBy = enlarged(this.#reachedBy, nodes);
    this.#scratch = enlarged(this.#scratch, nodes);
  }

  #reach(seeds: readonly number[], isSettled: (node: number) => boolean): number[] {
    const { head, next, reader } = this.#graph;
    const plan = ++this.#plans;
    const reached: number[] = [];
    for (const seed of seeds) {
      if (this.#reachedBy[seed] === plan) continue;
      this.#reachedBy[seed] = plan;
      reached.push(seed);
    }
    for (let i = 0; i < reached.length; i++) {
      for (let edge = head[reached[i] as number] as number; edge >= 0; edge = next[edge] as number) {
        const dependent = reader[edge] as number;
        if (this.#reachedBy[dependent] === plan || isSettled(dependent)) continue;
        this.#reachedBy[dependent] = plan;
        reached.push(dependent);
      }
    }
    return reached;
  }

  /** Kahn's algorithm, a level at a time. */
  #sort(reached: readonly number[], onRings: (stuck: readonly number[]) => readonly number[]): Order {
    const waiting = this.#scratch;
    for (const node of reached) waiting[node] = 0;
    for (const node of reached) this.#eachReached(node, (dependent) => void addTo(waiting, dependent, 1));
    const order: Order = { nodes: [], levels: [] };
    const placed = this.#place(
      reached.filter((node) => waiting[node] === 0),
      order,
    );
    if (placed < reached.length) {
      const settled = onRings(reached.filter((node) => (waiting[node] as number) > 0));
      for (const node of settled) waiting[node] = never;
      const free: number[] = [];
      for (const node of settled) {
        this.#eachReached(node, (dependent) => {
          if (addTo(waiting, dependent, -1) === 0) free.push(dependent);
        });
      }
      this.#place(free, order);
    }
    order.levels.push(order.nodes.length);
    return order;
  }

  /** Appends a level and all that can follow; how many nodes that placed. */
  #place(level: readonly number[], order: Order): number {
    const waiting = this.#scratch;
    let placed = 0;
    for (let now = level; now.length > 0;) {
      placed += now.length;
      order.levels.push(order.nodes.length);
      const following: number[] = [];
      for (const node of now) {
        if (this.#isCalculated(node)) order.nodes.push(node);
        this.#eachReached(node, (dependent) => {
          if (addTo(waiting, dependent, -1) === 0) following.push(dependent);
        });
      }
      now = following;
    }
    return placed;
  }

  #eachReached(node: number, visit: (dependent: number) => void): void {
    const { head, next, reader } = this.#graph;
    for (let edge = head[node] as number; edge >= 0; edge = next[edge] as number) {
      const dependent = reader[edge] as number;
      if (this.#reachedBy[dependent] === this.#plans) visit(dependent);
    }
  }

  #isCalculated(node: number): boolean {
    return node >= this.#layout.cells || this.#formulas.at(node) !== undefined;
  }

  #cut({ nodes, levels }: Order): Step[] {
    const steps: Step[] = [];
    let sequence: number[] = [];
    const close = (): void => {
      if (sequence.length > 0) steps.push(this.#sequence(sequence));
      sequence = [];
    };
    for (let level = 0; level + 1 < levels.length; level++) {
      const peers = nodes.slice(levels[level], levels[level + 1]);
      const blocks = peers.length >= leastBlock ? this.#blocks(peers) : { steps: [], rest: peers };
      if (blocks.steps.length > 0) {
        close();
        steps.push(...blocks.steps);
      }
      for (const node of blocks.rest) {
        sequence.push(node);
        if (sequence.length === longestSequence) close();
      }
    }
    close();
    return steps;
  }

  #sequence(nodes: readonly number[]): SequenceStep {
    const { cells, rows } = this.#layout;
    const rowOf = new Int32Array(nodes.length);
    const ats = new Int32Array(nodes.length);
    const kernels: (Kernel | undefined)[] = [];
    nodes.forEach((node, i) => {
      kernels.push(node < cells ? this.#formulas.kernel(node) : undefined);
      if (node >= cells) return;
      const place = this.#layout.placeOf(node);
      rowOf[i] = place.row;
      ats[i] = place.year * rows;
    });
    return { kind: 'sequence', slots: Int32Array.from(nodes), rows: rowOf, ats, kernels, successors: none };
  }

  /** Takes out of one level the cells that stand evenly in a column with one formula. */
  #blocks(level: readonly number[]): { steps: BlockStep[]; rest: number[] } {
    const groups = new Map<unknown, number[]>();
    const rest: number[] = [];
    for (const node of level) {
      const kernel = node < this.#layout.cells ? this.#formulas.kernel(node) : undefined;
      const group = kernel && groups.get(kernel);
      if (group) group.push(node);
      else if (kernel) groups.set(kernel, [node]);
      else rest.push(node);
    }
    const steps: BlockStep[] = [];
    for (const group of groups.values()) {
      if (group.length < leastBlock) rest.push(...group);
      else this.#even(Int32Array.from(group).sort(), steps, rest);
    }
    return { steps, rest };
  }

  /** Cuts sorted slots of one formula into runs of one column and one stride. */
  #even(slots: Int32Array, steps: BlockStep[], rest: number[]): void {
    const { rows } = this.#layout;
    for (let from = 0; from < slots.length;) {
      const firstSlot = slots[from] as number;
      const firstRow = firstSlot % rows;
      const columnEnd = firstSlot - firstRow + rows;
      const stride = (slots[from + 1] ?? columnEnd) - firstSlot;
      let end = from + 1;
      while (
        end < slots.length &&
        (slots[end] as number) - (slots[end - 1] as number) === stride &&
        (slots[end] as number) < columnEnd
      ) {
        end++;
      }
      const kernel = end - from >= leastBlock ? this.#formulas.vectorKernel(firstSlot) : undefined;
      if (kernel) {
        const at = this.#layout.placeOf(firstSlot).year * rows;
        steps.push({ kind: 'block', firstSlot, firstRow, stride, count: end - from, at, kernel, successors: none });
      } else for (const slot of slots.subarray(from, end)) rest.push(slot);
      from = end;
    }
  }

  /** Tells each step which ones read from it, and gives those that a change of the seeds touches directly. */
  #connect(steps: readonly Step[], seeds: readonly number[], reached: readonly number[]): Int32Array {
    const stepOf = this.#scratch;
    for (const node of reached) stepOf[node] = -1;
    const noted = new Int32Array(steps.length).fill(-1);
    steps.forEach((step, index) => {
      eachNode(step, (node) => (stepOf[node] = index));
    });
    const note = (node: number, reader: number, found: number[]): void => {
      this.#eachReached(node, (dependent) => {
        add(stepOf[dependent] as number, reader, found);
      });
    };
    const add = (step: number, reader: number, found: number[]): void => {
      if (step < 0 || step === reader || noted[step] === reader) return;
      noted[step] = reader;
      found.push(step);
    };
    steps.forEach((step, index) => {
      const found: number[] = [];
      eachNode(step, (node) => {
        note(node, index, found);
      });
      step.successors = Int32Array.from(found);
    });
    const first: number[] = [];
    for (const seed of seeds) {
      add(stepOf[seed] as number, steps.length, first);
      note(seed, steps.length, first);
    }
    return Int32Array.from(first);
  }
}

function addTo(counts: Int32Array, index: number, change: 1 | -1): number {
  const sum = (counts[index] as number) + change;
  counts[index] = sum;
  return sum;
}

const none = new Int32Array(0);

function eachNode(step: Step, visit: (node: number) => void): void {
  if (step.kind === 'sequence')
    step.slots.forEach((slot) => {
      visit(slot);
    });
  else for (let i = 0, slot = step.firstSlot; i < step.count; i++, slot += step.stride) visit(slot);
}
