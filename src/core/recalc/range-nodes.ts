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
  /** Place of the node of the same fold that holds the first rows; −1 if none does. */
  readonly prefix: number;
  /** First row that the prefix does not hold. */
  readonly tailRow: number;
  /** For the sum of one column: the slots that the prefix does not hold. The last is −1 for all other nodes. */
  readonly first: number;
  readonly last: number;
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
  /** Places of the nodes that share fold, years and first row, by last row: where a prefix is looked for. */
  readonly #families = new Map<string, number[]>();

  constructor(layout: Layout, memory: Memory, graph: Graph) {
    this.#layout = layout;
    this.#memory = memory;
    this.#graph = graph;
  }

  /** The graph node of a range, made if it is not there yet. Whoever is told of one made has to link it in the graph. */
  ensure(fold: Fold, area: Area, onMade: (node: number) => void): number {
    const family = `${fold} ${area.firstYear} ${area.lastYear} ${area.firstRow}`;
    const key = `${family} ${area.lastRow}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const relatives = this.#families.get(family) ?? [];
    let position = relatives.length;
    while (position > 0 && this.#at(relatives[position - 1] as number).area.lastRow > area.lastRow) position--;
    const prefix = relatives[position - 1] ?? -1;
    const tailRow = prefix < 0 ? area.firstRow : this.#at(prefix).area.lastRow + 1;
    const index = this.#free.pop() ?? this.#nodes.length;
    const column = area.firstYear * this.#layout.rows;
    const last = fold === 'SUM' && area.firstYear === area.lastYear ? column + area.lastRow : -1;
    this.#nodes[index] = { fold, area, key, prefix, tailRow, first: column + tailRow, last };
    if (index >= this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[index] = NaN;
    const node = this.#layout.cells + index;
    relatives.splice(position, 0, index);
    this.#families.set(family, relatives);
    this.#byKey.set(key, node);
    this.#graph.nodes = this.#layout.cells + this.#nodes.length;
    onMade(node);
    return node;
  }

  /** The nodes there are, in order. */
  *[Symbol.iterator](): Generator<number> {
    for (const index of this.#nodes.keys()) if (this.#nodes[index]) yield this.#layout.cells + index;
  }

  /** What a node reads: the range that holds its first rows, and the cells of the others. */
  precedents(node: number): number[] {
    const index = node - this.#layout.cells;
    const { prefix } = this.#at(index);
    return [...(prefix < 0 ? [] : [this.#layout.cells + prefix]), ...this.#tail(index)];
  }

  /** Forgets a node that nothing reads any more, and then perhaps its prefix. A node already forgotten stays so. */
  release(node: number): void {
    const { cells } = this.#layout;
    for (let idle = node - cells; idle >= 0 && !this.#graph.hasDependents(cells + idle);) {
      const known: RangeNode | undefined = this.#nodes[idle];
      if (!known) return;
      const { key, prefix }: RangeNode = known;
      this.#graph.unlink(cells + idle, this.precedents(cells + idle));
      this.#byKey.delete(key);
      const family = key.slice(0, key.lastIndexOf(' '));
      const left = (this.#families.get(family) ?? []).filter((relative) => relative !== idle);
      if (left.length > 0) this.#families.set(family, left);
      else this.#families.delete(family);
      this.#nodes[idle] = undefined;
      this.#free.push(idle);
      idle = prefix;
    }
  }

  /** Calculates so many nodes in a row again; of how many the readers have to look. */
  update(node: number, count: number): number {
    const { values } = this;
    const cells = this.#memory.values;
    const end = node - this.#layout.cells + count;
    let changed = 0;
    for (let index = end - count; index < end; index++) {
      const { fold, prefix, first, last } = this.#at(index);
      let sum = sumOn(cells, first, last, prefix < 0 ? 0 : (values[prefix] as number));
      if (last < 0 || sum !== sum) sum = this.#foldTail(index);
      if (values[index] !== sum || fold === 'ALL') changed++;
      values[index] = sum;
    }
    return changed;
  }

  /** Any fold, cell by cell. */
  #foldTail(index: number): number {
    const { fold, prefix } = this.#at(index);
    let value = prefix < 0 ? startFold(fold) : (this.values[prefix] as number);
    for (const slot of this.#tail(index)) value = stepFold(fold, value, this.#memory, slot);
    return value;
  }

  /** The cells of a node that its prefix does not hold, row by row. */
  *#tail(index: number): Generator<number> {
    const { area, tailRow } = this.#at(index);
    const { rows } = this.#layout;
    for (let row = tailRow; row <= area.lastRow; row++) {
      for (let year = area.firstYear; year <= area.lastYear; year++) yield year * rows + row;
    }
  }

  #at(index: number): RangeNode {
    const found = this.#nodes[index];
    if (!found) throw new Error(`No range node ${index}`);
    return found;
  }
}

/**
 * What long columns of numbers take: no test per cell. NaN if there was a blank or an error. Four in a row, still added one
 * after the other: of each turn of a loop, V8 spends more on the array than the addition takes (10,000 cells: 5 µs, not 7).
 */
function sumOn(cells: Float64Array, first: number, last: number, start: number): number {
  let sum = start;
  let slot = first;
  for (; slot + 3 <= last; slot += 4) {
    sum =
      sum +
      (cells[slot] as number) +
      (cells[slot + 1] as number) +
      (cells[slot + 2] as number) +
      (cells[slot + 3] as number);
  }
  for (; slot <= last; slot++) sum += cells[slot] as number;
  return sum;
}
