/**
 * The dependency graph: which nodes read which. Nodes are slots of cells, then range nodes. Edges lie in typed arrays, about
 * 20 bytes each; the edges of one reader lie together in reading order, those of one precedent are a linked list, so that a
 * changed formula costs its own edges and nothing else.
 */
/** No edge. */
export const none = 0;
/** No node. */
const nobody = -1;

export class Graph {
  /** By node: the first edge to a dependent, or 0. Follow with {@link next}. */
  head: Int32Array;
  /** By edge: the next edge of the same precedent, or 0. */
  next = new Int32Array(0);
  /** By edge: the node that reads, or −1 where there is room. */
  reader = new Int32Array([nobody]);
  #previous = new Int32Array(0);
  #precedent = new Int32Array(0);
  /** By reader: where its edges begin, or 0. They end where another reader's do, or nobody's. */
  #first: Int32Array;
  /** Edge 0 is nobody's. */
  #edges = 1;
  /** Blocks of edges given back, by size. */
  readonly #free = new Map<number, number[]>();

  constructor(nodes: number) {
    this.head = new Int32Array(nodes);
    this.#first = new Int32Array(nodes);
  }

  /** How many nodes there is room for. */
  get nodes(): number {
    return this.head.length;
  }

  makeRoom(nodes: number): void {
    if (nodes <= this.nodes) return;
    this.head = enlarged(this.head, nodes);
    this.#first = enlarged(this.#first, nodes);
  }

  /** Makes a reader read these nodes and no others. */
  link(reader: number, precedents: readonly number[]): void {
    this.unlink(reader);
    if (precedents.length === 0) return;
    let edge = this.#allocate(precedents.length);
    this.#first[reader] = edge;
    for (const precedent of precedents) {
      const after = this.head[precedent] as number;
      this.reader[edge] = reader;
      this.#precedent[edge] = precedent;
      this.next[edge] = after;
      this.#previous[edge] = none;
      if (after !== none) this.#previous[after] = edge;
      this.head[precedent] = edge;
      edge++;
    }
  }

  unlink(reader: number): void {
    const first = this.#first[reader] as number;
    if (first === none) return;
    let edge = first;
    for (; this.reader[edge] === reader; edge++) {
      const before = this.#previous[edge] as number;
      const after = this.next[edge] as number;
      if (before !== none) this.next[before] = after;
      else this.head[this.#precedent[edge] as number] = after;
      if (after !== none) this.#previous[after] = before;
      this.reader[edge] = nobody;
    }
    this.#first[reader] = none;
    const count = edge - first;
    const blocks = this.#free.get(count);
    if (blocks) blocks.push(first);
    else this.#free.set(count, [first]);
  }

  /** The nodes that a node reads, in reading order. */
  precedents(reader: number): Int32Array {
    const first = this.#first[reader] as number;
    let end = first;
    while (this.reader[end] === reader) end++;
    return this.#precedent.subarray(first, end);
  }

  /** Whether a node reads one that passes the test. */
  somePrecedent(reader: number, test: (precedent: number) => boolean): boolean {
    for (let edge = this.#first[reader] as number; this.reader[edge] === reader; edge++) {
      if (test(this.#precedent[edge] as number)) return true;
    }
    return false;
  }

  hasDependents(node: number): boolean {
    return this.head[node] !== none;
  }

  /** The nodes that read a node, each as often as it does. */
  dependents(node: number): number[] {
    const readers: number[] = [];
    for (let edge = this.head[node] as number; edge !== none; edge = this.next[edge] as number) {
      readers.push(this.reader[edge] as number);
    }
    return readers;
  }

  #allocate(count: number): number {
    const reused = this.#free.get(count)?.pop();
    if (reused !== undefined) return reused;
    const first = this.#edges;
    this.#edges += count;
    // One more than is used, so that nothing reads beyond the end.
    if (this.#edges >= this.next.length)
      this.#makeEdges(Math.max(64, this.#edges + 1, Math.ceil(this.next.length * 1.5)));
    return first;
  }

  /** Gives back the room for edges that a build left. */
  trim(): void {
    this.#makeEdges(this.#edges + 1);
  }

  #makeEdges(room: number): void {
    this.next = enlarged(this.next, room);
    this.reader = enlarged(this.reader, room).fill(nobody, this.#edges);
    this.#previous = enlarged(this.#previous, room);
    this.#precedent = enlarged(this.#precedent, room);
  }
}

export function enlarged(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array.subarray(0, length));
  return larger;
}
