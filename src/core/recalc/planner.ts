/** Makes plans: what an edit reaches, in topological order, cut into steps. Never recursive: a chain is as long as the sheet. */
import type { Changes } from './changes.ts';
import type { FormulaCells } from './formula-cells.ts';
import type { Graph } from './graph.ts';
import type { Layout } from './layout.ts';
import type { Plan, Step } from './plan.ts';
import type { Order, StepCutter } from './step-cutter.ts';

/** A node's state: not in the plan under way; in it and waiting for nothing (one more for each precedent to wait for); not waited for. */
const unreached = 0;
const free = 1;
const never = 2 ** 30;

/** States that are kept from plan to plan: to make so many takes less than to find what an edit reaches. */
const mostKept = 2 ** 18;

export class Planner {
  readonly #layout: Layout;
  readonly #graph: Graph;
  readonly #formulas: FormulaCells;
  readonly #cutter: StepCutter;
  readonly #changes: Changes;
  /** By node, of what the plan under way has reached: {@link free} and the precedents still to be placed; then one more than its step. */
  #state = new Int32Array(0);

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
    const steps = this.#cutter.cut(order, this.#state);
    const first = this.#connect(steps, seeds, reached);
    this.#forget(reached);
    return { steps, first };
  }

  #makeRoom(): void {
    const { nodes } = this.#graph;
    if (nodes > this.#state.length) this.#state = new Int32Array(nodes);
  }

  /** All are {@link unreached} between plans. Of a long sheet they are made anew for each plan: 5 MB at 100,000 rows. */
  #forget(reached: readonly number[]): void {
    if (this.#state.length > mostKept) this.#state = new Int32Array(0);
    else for (const node of reached) this.#state[node] = unreached;
  }

  #reach(seeds: readonly number[], isSettled: (node: number) => boolean): number[] {
    const state = this.#state;
    const reached: number[] = [];
    for (const seed of seeds) {
      if (state[seed] !== unreached) continue;
      state[seed] = free;
      reached.push(seed);
    }
    for (let i = 0; i < reached.length; i++) {
      this.#graph.eachDependent(reached[i] as number, (dependent) => {
        if (state[dependent] !== unreached || isSettled(dependent)) return;
        state[dependent] = free;
        reached.push(dependent);
      });
    }
    return reached;
  }

  /** Kahn's algorithm, a level at a time. */
  #sort(reached: readonly number[], onRings: (stuck: readonly number[]) => readonly number[]): Order {
    const waiting = this.#state;
    for (const node of reached) this.#eachReached(node, (dependent) => void addTo(waiting, dependent, 1));
    const order: Order = { nodes: [], levels: [] };
    const placed = this.#place(
      reached.filter((node) => waiting[node] === free),
      order,
    );
    if (placed < reached.length) {
      const settled = onRings(reached.filter((node) => (waiting[node] as number) > free));
      for (const node of settled) waiting[node] = never;
      const freed: number[] = [];
      for (const node of settled) {
        this.#eachReached(node, (dependent) => {
          if (addTo(waiting, dependent, -1) === free) freed.push(dependent);
        });
      }
      this.#place(freed, order);
    }
    order.levels.push(order.nodes.length);
    return order;
  }

  /** Appends a level and all that can follow; how many nodes that placed. */
  #place(level: readonly number[], order: Order): number {
    const waiting = this.#state;
    let placed = 0;
    for (let now = level; now.length > 0;) {
      placed += now.length;
      order.levels.push(order.nodes.length);
      const following: number[] = [];
      for (const node of now) {
        if (this.#isCalculated(node)) order.nodes.push(node);
        this.#eachReached(node, (dependent) => {
          if (addTo(waiting, dependent, -1) === free) following.push(dependent);
        });
      }
      now = following;
    }
    return placed;
  }

  #eachReached(node: number, visit: (dependent: number) => void): void {
    const state = this.#state;
    this.#graph.eachDependent(node, (dependent) => {
      if (state[dependent] !== unreached) visit(dependent);
    });
  }

  #isCalculated(node: number): boolean {
    return node >= this.#layout.cells || this.#formulas.at(node) !== undefined;
  }

  /** Tells each step which ones read from it, and gives those that a change of the seeds touches directly. */
  #connect(steps: readonly Step[], seeds: readonly number[], reached: readonly number[]): number[] {
    const stepOf = this.#state;
    for (const node of reached) stepOf[node] = -1;
    const noted = new Int32Array(steps.length).fill(-1);
    steps.forEach((step, index) => {
      eachNode(step, (node) => (stepOf[node] = index + 1));
    });
    const note = (node: number, reader: number, found: number[]): void => {
      this.#eachReached(node, (dependent) => {
        add((stepOf[dependent] as number) - 1, reader, found);
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
      add((stepOf[seed] as number) - 1, steps.length, first);
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
