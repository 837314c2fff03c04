/**
 * Wide ranges as nodes of the graph: 100 formulas over the same 10,000 cells share one node with one edge per cell. A range
 * that begins like another and ends further down builds on it, so nested prefix sums cost one addition per cell in all.
 * The additions are still those of a plain loop, in the same order: the result is the same to the last bit.
 */
import type { Area, Fold } from './formula.ts';
import type { Graph } from './graph.ts';
import { startFold, stepFold } from './fold.ts';
import type { Layout } from './layout.ts';
import type { Memory } from './memory.ts';

interface RangeNode {
  readonly fold: Fold;
  readonly area: Area;
  readonly key: string;
  /** Node of the same fold that holds the first rows; `undefined` if none does. */
  readonly prefix: number | undefined;
  /** First row that the prefix does not hold. */
  readonly tailRow: number;
}

export class RangeNodes {
  /** By node, counted from the first range node. NaN where there is no plain number: its readers look at the cells then. */
  values = new Float64Array(16);
  readonly #layout: Layout;
  readonly #memory: Memory;
  readonly #graph: Graph;
  readonly #nodes: (RangeNode | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #byKey = new Map<string, number>();
  /** Nodes that share fold, years and first row, by last row: where a prefix is looked for. */
  readonly #families = new Map<string, number[]>();

  constructor(layout: Layout, memory: Memory, graph: Graph) {
    this.#layout = layout;
    this.#memory = memory;
    this.#graph = graph;
  }

  /** Nodes that there are or were: graph nodes from `layout.cells` on. */
  get count(): number {
    return this.#nodes.length;
  }

  /** The graph node of a range, made if it is not there yet. */
  ensure(fold: Fold, area: Area, onMade: (node: number) => void): number {
    const family = `${fold} ${area.firstYear} ${area.lastYear} ${area.firstRow}`;
    const key = `${family} ${area.lastRow}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const relatives = this.#families.get(family) ?? [];
    let position = relatives.length;
    while (position > 0 && this.#get(relatives[position - 1] as number).area.lastRow > area.lastRow) position--;
    const prefix = relatives[position - 1];
    const tailRow = prefix === undefined ? area.firstRow : this.#get(prefix).area.lastRow + 1;
    const index = this.#free.pop() ?? this.#nodes.length;
    this.#nodes[index] = { fold, area, key, prefix, tailRow };
    if (index >= this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[index] = NaN;
    const node = this.#layout.cells + index;
    relatives.splice(position, 0, node);
    this.#families.set(family, relatives);
    this.#byKey.set(key, node);
    this.#graph.makeRoom(this.#layout.cells + this.values.length);
    this.#graph.link(node, [...(prefix === undefined ? [] : [prefix]), ...this.#tail(node)]);
    onMade(node);
    return node;
  }

  /** Forgets a node that nothing reads any more, and then perhaps its prefix. A node already forgotten stays so. */
  release(node: number): void {
    for (let idle: number | undefined = node; idle !== undefined && !this.#graph.hasDependents(idle);) {
      const known: RangeNode | undefined = this.#nodes[idle - this.#layout.cells];
      if (!known) return;
      const { key, prefix }: RangeNode = known;
      this.#graph.unlink(idle);
      this.#byKey.delete(key);
      const family = key.slice(0, key.lastIndexOf(' '));
      const left = (this.#families.get(family) ?? []).filter((relative) => relative !== idle);
      if (left.length > 0) this.#families.set(family, left);
      else this.#families.delete(family);
      this.#nodes[idle - this.#layout.cells] = undefined;
      this.#free.push(idle - this.#layout.cells);
      idle = prefix;
    }
  }

  /** Calculates a node again; whether its readers have to look. */
  update(node: number): boolean {
    const { fold, area, prefix, tailRow } = this.#get(node);
    const start = prefix === undefined ? startFold(fold) : (this.values[prefix - this.#layout.cells] as number);
    if (fold === 'SUM' && area.firstYear === area.lastYear) {
      const column = area.firstYear * this.#layout.rows;
      const sum = this.#sumSlots(start, column + tailRow, column + area.lastRow);
      if (sum === sum) return this.#set(node, sum);
    }
    return this.#set(node, this.#foldTail(node, start)) || fold === 'ALL';
  }

  /** Called twice above, so that a column's sum does not go by way of the heap as another fold's result does. */
  #set(node: number, value: number): boolean {
    const index = node - this.#layout.cells;
    const old = this.values[index] as number;
    this.values[index] = value;
    return value !== old;
  }

  /** The loop that long columns of numbers take: no test per cell. NaN if there was a blank or an error. */
  #sumSlots(start: number, first: number, last: number): number {
    const { values } = this.#memory;
    let sum = start;
    for (let slot = first; slot <= last; slot++) sum += values[slot] as number;
    return sum;
  }

  #foldTail(node: number, start: number): number {
    const { fold } = this.#get(node);
    let value = start;
    for (const slot of this.#tail(node)) value = stepFold(fold, value, this.#memory, slot);
    return value;
  }

  /** The cells of a node that its prefix does not hold, row by row. */
  *#tail(node: number): Generator<number> {
    const { area, tailRow } = this.#get(node);
    const { rows } = this.#layout;
    for (let row = tailRow; row <= area.lastRow; row++) {
      for (let year = area.firstYear; year <= area.lastYear; year++) yield year * rows + row;
    }
  }

  #get(node: number): RangeNode {
    const found = this.#nodes[node - this.#layout.cells];
    if (!found) throw new Error(`No range node ${node}`);
    return found;
  }
}
