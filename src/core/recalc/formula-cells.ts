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

  constructor(parts: FormulaParts) {
    this.#parts = parts;
    this.#bySlot = new Array<Formula | undefined>(parts.layout.cells).fill(undefined);
  }

  at(slot: number): Formula | undefined {
    return this.#bySlot[slot];
  }

  /** Puts a formula into a cell, or takes it out. The graph follows with {@link link}. */
  set(slot: number, source: string | undefined): void {
    const old = this.#bySlot[slot];
    const formula = source === undefined ? undefined : this.#formulaOf(source);
    if (formula) formula.uses++;
    this.#bySlot[slot] = formula;
    if (!old || --old.uses > 0) return;
    this.#bySource.delete(old.source);
    for (const compiled of this.#compiled) compiled.delete(old);
  }

  /** Brings the graph to what the cell reads now. `onMade`: called with each range node that had to be made. */
  link(slot: number, onMade: (node: number) => void): void {
    const { layout, graph, ranges } = this.#parts;
    const before = [...graph.precedents(slot)].filter((node) => node >= layout.cells);
    const formula = this.#bySlot[slot];
    graph.link(slot, formula ? this.#precedentNodes(formula, slot, onMade) : []);
    for (const node of before) if (!graph.hasDependents(node)) ranges.release(node);
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

  #precedentNodes(formula: Formula, slot: number, onMade: (node: number) => void): number[] {
    const { layout, memory, ranges } = this.#parts;
    const place = layout.placeOf(slot);
    const nodes: number[] = [];
    for (const read of formula.reads) {
      if (read.kind === 'cell') {
        const precedent = slotAt(read.spot, place, layout, memory.filled);
        if (precedent >= 0) nodes.push(precedent);
        continue;
      }
      const area = areaOf(read, place, layout);
      if (!area) continue;
      if (read.nodes) {
        for (const fold of read.folds) {
          const node = ranges.ensure(fold, area, onMade);
          const nodeByYear = read.nodes.get(fold);
          if (nodeByYear) nodeByYear[place.year] = node;
          nodes.push(node);
        }
      } else nodes.push(...areaSlots(area, read.from.growth, layout, memory.filled));
    }
    return nodes;
  }
}
