/** Makes plans: what an edit reaches, in topological order, cut into steps. Never recursive: a chain is as long as the sheet. */
import type { Changes } from './changes.ts';
import type { FormulaCells } from './formula-cells.ts';
import { enlarged, type Graph } from './graph.ts';
import type { Layout } from './layout.ts';
import type { Plan, Step } from './plan.ts';
import type { Order, StepCutter } from './step-cutter.ts';

/** More precedents than any node has: it is not waited for. */
const never = 2 ** 30;

export class Planner {
  readonly #layout: Layout;
  readonly #graph: Graph;
  readonly #formulas: FormulaCells;
  readonly #cutter: StepCutter;
  readonly #changes: Changes;
  /** By node: the number of the plan that reached it last. */
  #reachedBy = new Int32Array(0);
  /** By node: precedents still to be placed; afterwards the node's step. */
  #scratch = new Int32Array(0);
  #plans = 0;

  constructor(layout: Layout, graph: Graph, formulas: FormulaCells, cutter: StepCutter, changes: Changes) {
    this.#layout = layout;
    this.#graph = graph;
    this.#formulas = formulas;
    this.#cutter = cutter;
    this.#changes = changes;
  }

  /**
   * All that follows from the seeds, and room to note it as changed. `isSettled`: cells that keep their value whatever they read (those on a ring).
   * `onRings` is given the nodes that cannot be put in order because of a ring and says which of them are settled by that.
   */
  plan(
    seeds: readonly number[],
    isSettled: (node: number) => boolean,
    onRings: (stuck: readonly number[]) => readonly number[],
  ): Plan {
    this.#makeRoom();
    const reached = this.#reach(seeds, isSettled);
    this.#changes.makeRoom(reached.length);
    const order = this.#sort(reached, onRings);
    const steps = this.#cutter.cut(order, this.#scratch);
    return { steps, first: this.#connect(steps, seeds, reached) };
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

  /** Tells each step which ones read from it, and gives those that a change of the seeds touches directly. */
  #connect(steps: readonly Step[], seeds: readonly number[], reached: readonly number[]): number[] {
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
      step.successors = found;
    });
    const first: number[] = [];
    for (const seed of seeds) {
      add(stepOf[seed] as number, steps.length, first);
      note(seed, steps.length, first);
    }
    return first;
  }
}

function addTo(counts: Int32Array, index: number, change: 1 | -1): number {
  const sum = (counts[index] as number) + change;
  counts[index] = sum;
  return sum;
}

function eachNode({ runs }: Step, visit: (node: number) => void): void {
  for (const { slot, count, rowStep, atStep, years, yearStep } of runs) {
    for (let year = 0; year < years; year++) {
      for (let k = 0; k < count; k++) visit(slot + year * yearStep + k * (rowStep + atStep));
    }
  }
}
