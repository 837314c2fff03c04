/**
 * The dependency graph: which nodes read a node. Nodes are slots of cells, then range nodes. What a node reads is not kept, formulas
 * and ranges say it: see `FormulaCells.precedents`. Kept in both directions, as linked lists, the edges of 100,000 rows were 14 MB;
 * these are 5.
 */
export class Graph {
  /** How many nodes there are. */
  nodes: number;
  /** By node: where its readers of the build begin in {@link #readers}. They end where the next node's begin. */
  #first = new Int32Array(1);
  /** In order of their numbers for each node. One that no longer reads is negative, `~reader`: it keeps its place, to be put back. */
  #readers = new Int32Array(0);
  /** By node: the readers that have come since the build. */
  readonly #later = new Map<number, Set<number>>();

  constructor(nodes: number) {
    this.nodes = nodes;
  }

  /**
   * Takes in all edges at once. `eachEdge` tells them, readers in order of their numbers; it is called twice, to count and to place
   * them, so that nobody has to hold them all.
   */
  build(eachEdge: (tell: (precedent: number, reader: number) => void) => void): void {
    const first = new Int32Array(this.nodes + 1);
    eachEdge((precedent) => {
      first[precedent + 1] = (first[precedent + 1] as number) + 1;
    });
    for (let node = 0; node < this.nodes; node++)
      first[node + 1] = (first[node + 1] as number) + (first[node] as number);
    const readers = new Int32Array(first[this.nodes] as number);
    const next = first.slice();
    eachEdge((precedent, reader) => {
      const place = next[precedent] as number;
      readers[place] = reader;
      next[precedent] = place + 1;
    });
    this.#first = first;
    this.#readers = readers;
    this.#later.clear();
  }

  get isEmpty(): boolean {
    return this.#readers.length === 0 && this.#later.size === 0;
  }

  /** Makes a node a reader of others. */
  link(reader: number, precedents: readonly number[]): void {
    for (const precedent of precedents) {
      if (this.#replace(precedent, ~reader, reader)) continue;
      const later = this.#later.get(precedent);
      if (later) later.add(reader);
      else this.#later.set(precedent, new Set([reader]));
    }
  }

  /** The other way about: `precedents` are all that it was made a reader of. */
  unlink(reader: number, precedents: readonly number[]): void {
    for (const precedent of precedents) {
      if (this.#replace(precedent, reader, ~reader)) continue;
      const later = this.#later.get(precedent);
      later?.delete(reader);
      if (later?.size === 0) this.#later.delete(precedent);
    }
  }

  /** Calls with the nodes that read a node; with some of them more than once, if they read it more than once. */
  eachDependent(node: number, visit: (reader: number) => void): void {
    const end = this.#end(node);
    for (let place = this.#begin(node); place < end; place++) {
      const reader = this.#readers[place] as number;
      if (reader >= 0) visit(reader);
    }
    if (this.#later.size > 0) this.#later.get(node)?.forEach(visit);
  }

  /** The nodes of {@link eachDependent}. */
  dependents(node: number): number[] {
    const readers: number[] = [];
    this.eachDependent(node, (reader) => void readers.push(reader));
    return readers;
  }

  hasDependents(node: number): boolean {
    return this.dependents(node).length > 0;
  }

  #begin(node: number): number {
    return this.#first[node] ?? 0;
  }

  /** Before the beginning for a node that has come since the build. */
  #end(node: number): number {
    return this.#first[node + 1] ?? 0;
  }

  /** Looks among the readers of the build for one as it stands there, to let it stand there otherwise. Whether it was found. */
  #replace(node: number, from: number, to: number): boolean {
    const readers = this.#readers;
    const reader = numberOf(from);
    const end = this.#end(node);
    let low = this.#begin(node);
    for (let high = end; low < high;) {
      const middle = (low + high) >>> 1;
      if (numberOf(readers[middle] as number) < reader) low = middle + 1;
      else high = middle;
    }
    for (; low < end && numberOf(readers[low] as number) === reader; low++) {
      if (readers[low] !== from) continue;
      readers[low] = to;
      return true;
    }
    return false;
  }
}

/** Whether it still reads or not. */
function numberOf(reader: number): number {
  return reader < 0 ? ~reader : reader;
}
