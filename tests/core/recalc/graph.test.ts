import { describe, expect, it } from 'vitest';
import { Graph } from '../../../src/core/recalc/graph.ts';

/** Readers 3 and 4 of cell 0, and 4 of cell 1, twice; cell 2 has none. */
function built(): Graph {
  const edges = [
    [0, 3],
    [0, 4],
    [1, 4],
    [1, 4],
  ] as const;
  const graph = new Graph(5);
  graph.build((tell) => {
    for (const [precedent, reader] of edges) tell(precedent, reader);
  });
  return graph;
}

describe('[R7] who reads a node', () => {
  it('is told as often as it reads, in order', () => {
    const graph = built();
    expect([0, 1, 2, 3].map((node) => graph.dependents(node))).toEqual([[3, 4], [4, 4], [], []]);
    expect(graph.hasDependents(1)).toBe(true);
    expect(graph.hasDependents(2)).toBe(false);
  });

  it('is not told once it reads something else, and is again when it is back', () => {
    const graph = built();
    graph.unlink(4, [0, 1, 1]);
    expect([0, 1].map((node) => graph.dependents(node))).toEqual([[3], []]);
    expect(graph.hasDependents(1)).toBe(false);
    graph.link(4, [1, 2]);
    expect([0, 1, 2].map((node) => graph.dependents(node))).toEqual([[3], [4], [4]]);
    graph.unlink(4, [1, 2]);
    graph.link(4, [0, 1, 1]);
    expect([0, 1, 2].map((node) => graph.dependents(node))).toEqual([[3, 4], [4, 4], []]);
  });

  it('may be a node that has come since, or read one', () => {
    const graph = built();
    graph.nodes = 6;
    graph.link(5, [0, 0]);
    graph.link(3, [5]);
    expect(graph.dependents(0)).toEqual([3, 4, 5]);
    expect(graph.dependents(5)).toEqual([3]);
    graph.unlink(5, [0, 0]);
    graph.unlink(3, [5]);
    expect(graph.dependents(0)).toEqual([3, 4]);
    expect(graph.hasDependents(5)).toBe(false);
  });

  it('is told as if for the first time when the edges are taken in anew', () => {
    const graph = built();
    graph.unlink(3, [0]);
    graph.link(3, [2]);
    graph.build((tell) => {
      tell(2, 3);
      tell(0, 4);
    });
    expect([0, 1, 2].map((node) => graph.dependents(node))).toEqual([[4], [], [3]]);
  });

  it('has none before it is built', () => {
    const graph = new Graph(2);
    expect(graph.isEmpty).toBe(true);
    expect(graph.dependents(1)).toEqual([]);
    expect(built().isEmpty).toBe(false);
  });
});
