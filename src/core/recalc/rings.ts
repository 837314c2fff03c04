/** Circular references, found on the graph whatever the values are: a branch that is not taken counts. */
import type { Graph } from './graph.ts';

/**
 * The rings among some nodes: each is a largest set of nodes that all read one another, directly or not, or one node that reads
 * itself. (Tarjan's strongly connected components, with an explicit stack: a ring can be as long as the sheet.)
 */
export function findRings(nodes: readonly number[], graph: Graph): number[][] {
  const member = new Set(nodes);
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const rings: number[][] = [];
  for (const root of nodes) {
    if (index.has(root)) continue;
    const path: { node: number; dependents: readonly number[]; followed: number }[] = [];
    const enter = (node: number): void => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      open.push(node);
      isOpen.add(node);
      path.push({ node, dependents: graph.dependents(node), followed: 0 });
    };
    const lower = (node: number, to: number | undefined): void => {
      low.set(node, Math.min(low.get(node) ?? 0, to ?? 0));
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const dependent = top.dependents[top.followed++];
      if (dependent !== undefined) {
        if (!member.has(dependent)) continue;
        if (!index.has(dependent)) enter(dependent);
        else if (isOpen.has(dependent)) lower(top.node, index.get(dependent));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) lower(parent.node, low.get(top.node));
      if (low.get(top.node) !== index.get(top.node)) continue;
      const ring: number[] = [];
      for (let node = open.pop(); node !== undefined; node = node === top.node ? undefined : open.pop()) {
        ring.push(node);
        isOpen.delete(node);
      }
      if (ring.length > 1 || top.dependents.includes(top.node)) rings.push(ring);
    }
  }
  return rings;
}

/**
 * The cells of a ring as a person follows it: from its first cell in the sheet to what that reads, and so on. Where a cell reads
 * several cells of the ring, the one that its formula names first comes first. `reads`: the cells a cell reads, in that order.
 */
export function ringInReadingOrder(
  ring: readonly number[],
  readingOrder: (slot: number) => number,
  reads: (slot: number) => readonly number[],
): number[] {
  const member = new Set(ring);
  const seen = new Set<number>();
  const ordered: number[] = [];
  const stack = [ring.reduce((a, b) => (readingOrder(b) < readingOrder(a) ? b : a))];
  for (let slot = stack.pop(); slot !== undefined; slot = stack.pop()) {
    if (seen.has(slot)) continue;
    seen.add(slot);
    ordered.push(slot);
    for (const read of reads(slot).toReversed()) if (member.has(read)) stack.push(read);
  }
  return ordered;
}
