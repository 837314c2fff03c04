/** Which cells hold formulas, each distinct text parsed and compiled once however many cells hold it. */
import type { Expression, FormulaError } from '../formula/ast.ts';
import type { Result } from '../model/result.ts';
import type { Changes } from './changes.ts';
import { analyseFormula, areaOf, areaSlots, slotAt, type Formula } from './formula.ts';
import type { Graph } from './graph.ts';
import type { Layout } from './layout.ts';
import type { Memory } from './memory.ts';
import type { RangeNodes } from './range-nodes.ts';
import { compileFormula, type Compiled } from './run.ts';

/** Canonical text, without `=`, to its tree. */
export type ParseSource = (source: string) => Result<Expression, FormulaError>;

export interface FormulaParts {
  readonly layout: Layout;
  readonly memory: Memory;
  readonly graph: Graph;
  readonly ranges: RangeNodes;
  readonly changes: Changes;
  readonly parse: ParseSource;
}

export class FormulaCells {
  readonly #parts: FormulaParts;
  readonly #bySource = new Map<string, Formula>();
  readonly #bySlot: (Formula | undefined)[];
  /**
   * Apart for a year's own growth, where `growth` means another cell, and for a sheet in which any year has one: `growth` has to
   * look for it then. Who read a growth before the first was filled is linked again, so no plan keeps what it must not.
   */
  readonly #compiled = Array.from({ length: 4 }, () => new Map<Formula, Compiled>());

  /** Range nodes that cells unlinked since the last {@link link} have read. */
  readonly #left = new Set<number>();

  constructor(parts: FormulaParts) {
    this.#parts = parts;
    this.#bySlot = new Array<Formula | undefined>(parts.layout.cells).fill(undefined);
  }

  at(slot: number): Formula | undefined {
    return this.#bySlot[slot];
  }

  /** Puts a formula into a cell, or takes it out; between {@link unlink} and {@link link}. */
  set(slot: number, source: string | undefined): void {
    const old = this.#bySlot[slot];
    const formula = source === undefined ? undefined : this.#formulaOf(source);
    if (formula) formula.uses++;
    this.#bySlot[slot] = formula;
    if (!old || --old.uses > 0) return;
    this.#bySource.delete(old.source);
    for (const compiled of this.#compiled) compiled.delete(old);
  }

  /** Takes out of the graph what a cell reads, before it or the growths that it reads become others. */
  unlink(slot: number): void {
    const { layout, graph } = this.#parts;
    const precedents = this.precedents(slot);
    graph.unlink(slot, precedents);
    for (const node of precedents) if (node >= layout.cells) this.#left.add(node);
  }

  /**
   * Brings what the cells read now into the graph. `onMade`: called with each range node that had to be made. Where many cells read
   * something else, the graph is made anew: the formulas of 100,000 cells took 0.5 s and not 0.8, and 4 MB less.
   */
  link(slots: ReadonlySet<number>, onMade: (node: number) => void): void {
    const { layout, graph, ranges } = this.#parts;
    const made: number[] = [];
    for (const slot of slots) this.#makeRanges(slot, (node) => made.push(node));
    made.forEach(onMade);
    if (graph.isEmpty || slots.size * 4 > layout.cells) graph.build((tell) => this.#eachEdge(tell));
    else {
      for (const node of made) graph.link(node, ranges.precedents(node));
      for (const slot of slots) graph.link(slot, this.precedents(slot));
    }
    for (const node of this.#left) if (!graph.hasDependents(node)) ranges.release(node);
    this.#left.clear();
  }

  /** The nodes that a node reads, in reading order: cells, and wide ranges in the place of theirs. A cell's must be linked. */
  precedents(node: number): number[] {
    const { layout, memory, ranges } = this.#parts;
    if (node >= layout.cells) return ranges.precedents(node);
    const formula = this.#bySlot[node];
    if (!formula) return [];
    const place = layout.placeOf(node);
    const nodes: number[] = [];
    for (const read of formula.reads) {
      if (read.kind === 'cell') {
        const slot = slotAt(read.spot, place, layout, memory.filled);
        if (slot >= 0) nodes.push(slot);
        continue;
      }
      const area = areaOf(read, place, layout);
      if (!area) continue;
      if (read.nodes) for (const fold of read.folds) nodes.push(read.nodes.get(fold)?.[place.year] as number);
      else nodes.push(...areaSlots(area, read.from.growth, layout, memory.filled));
    }
    return nodes;
  }

  /** Undefined where the formula does not parse or a reference has no cell: only the careful evaluator can do it. */
  compiledAt(slot: number): Compiled | undefined {
    const formula = this.#bySlot[slot];
    if (!formula?.parsed.ok) return undefined;
    const { layout, memory } = this.#parts;
    const { year, ownGrowth } = layout.placeOf(slot);
    if (year < formula.firstYear || year > formula.lastYear) return undefined;
    const cache = this.#compiled[Number(ownGrowth) + (memory.filledCells > 0 ? 2 : 0)];
    const known = cache?.get(formula);
    if (known) return known;
    const compiled = compileFormula(formula.parsed.value, { ...this.#parts, formula, ownGrowth });
    cache?.set(formula, compiled);
    return compiled;
  }

  #formulaOf(source: string): Formula {
    const known = this.#bySource.get(source);
    if (known) return known;
    const { parse, layout } = this.#parts;
    const formula = analyseFormula(source, parse(source), layout);
    this.#bySource.set(source, formula);
    return formula;
  }

  /** Makes the nodes of the wide ranges that a cell reads. */
  #makeRanges(slot: number, onMade: (node: number) => void): void {
    const { layout, ranges } = this.#parts;
    for (const read of this.#bySlot[slot]?.reads ?? []) {
      if (read.kind === 'cell' || !read.nodes) continue;
      const place = layout.placeOf(slot);
      const area = areaOf(read, place, layout);
      if (!area) continue;
      for (const fold of read.folds) {
        const nodeByYear = read.nodes.get(fold);
        if (nodeByYear) nodeByYear[place.year] = ranges.ensure(fold, area, onMade);
      }
    }
  }

  /** Readers in order of their numbers. */
  #eachEdge(tell: (precedent: number, reader: number) => void): void {
    const { layout, ranges } = this.#parts;
    for (let slot = 0; slot < layout.cells; slot++) for (const node of this.precedents(slot)) tell(node, slot);
    for (const range of ranges) for (const node of ranges.precedents(range)) tell(node, range);
  }
}
