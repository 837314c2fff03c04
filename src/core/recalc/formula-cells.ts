/** Which cells hold formulas, each distinct text parsed and compiled once however many cells hold it. */
import type { Expression, FormulaError } from '../formula/ast.ts';
import type { Result } from '../model/result.ts';
import type { Changes } from './changes.ts';
import { analyseFormula, areaOf, areaSlots, slotAt, type Formula } from './formula.ts';
import type { Graph } from './graph.ts';
import { compileKernel } from './kernel.ts';
import type { KernelContext } from './leaf.ts';
import type { Layout } from './layout.ts';
import type { Memory } from './memory.ts';
import type { RangeNodes } from './range-nodes.ts';
import type { RunKernel } from './plan.ts';
import { cellByCell, fieldRun, fusedRun } from './run.ts';

/** Canonical text, without `=`, to its tree. */
export type ParseSource = (source: string) => Result<Expression, FormulaError>;

interface Compiled {
  readonly run: RunKernel;
  /** `undefined` is an answer, too. */
  field?: RunKernel | undefined;
}

export interface FormulaParts {
  readonly layout: Layout;
  readonly memory: Memory;
  readonly graph: Graph;
  readonly ranges: RangeNodes;
  readonly changes: Changes;
  readonly parse: ParseSource;
}

export class FormulaCells {
  readonly #layout: Layout;
  readonly #memory: Memory;
  readonly #graph: Graph;
  readonly #ranges: RangeNodes;
  readonly #changes: Changes;
  readonly #parse: ParseSource;
  readonly #bySource = new Map<string, Formula>();
  readonly #bySlot: (Formula | undefined)[];
  /** Apart for a year's own growth, where `growth` means another cell. */
  readonly #compiled = new Map<Formula, Compiled>();
  readonly #compiledOwnGrowth = new Map<Formula, Compiled>();

  constructor({ layout, memory, graph, ranges, changes, parse }: FormulaParts) {
    this.#layout = layout;
    this.#memory = memory;
    this.#graph = graph;
    this.#ranges = ranges;
    this.#changes = changes;
    this.#parse = parse;
    this.#bySlot = new Array<Formula | undefined>(layout.cells).fill(undefined);
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
    this.#compiled.delete(old);
    this.#compiledOwnGrowth.delete(old);
  }

  /** Brings the graph to what the cell reads now. `onMade`: called with each range node that had to be made. */
  link(slot: number, onMade: (node: number) => void): void {
    const before = [...this.#graph.precedents(slot)].filter((node) => node >= this.#layout.cells);
    const formula = this.#bySlot[slot];
    this.#graph.link(slot, formula ? this.#precedentNodes(formula, slot, onMade) : []);
    for (const node of before) if (!this.#graph.hasDependents(node)) this.#ranges.release(node);
  }

  /** Undefined where the formula does not parse or a reference has no cell: only the careful evaluator can do it. */
  runKernel(slot: number): RunKernel | undefined {
    return this.#compiledAt(slot)?.run;
  }

  /** For several years of a block, each of which reads the one before in its own row; `undefined` for most formulas. */
  fieldKernel(slot: number): RunKernel | undefined {
    const formula = this.#bySlot[slot];
    const compiled = this.#compiledAt(slot);
    if (!formula?.parsed.ok || !compiled) return undefined;
    if ('field' in compiled) return compiled.field;
    return (compiled.field = fieldRun(formula.parsed.value, this.#context(formula, slot), this.#changes, compiled.run));
  }

  #formulaOf(source: string): Formula {
    const known = this.#bySource.get(source);
    if (known) return known;
    const formula = analyseFormula(source, this.#parse(source), this.#layout);
    this.#bySource.set(source, formula);
    return formula;
  }

  #precedentNodes(formula: Formula, slot: number, onMade: (node: number) => void): number[] {
    const place = this.#layout.placeOf(slot);
    const nodes: number[] = [];
    for (const read of formula.reads) {
      if (read.kind === 'cell') {
        const precedent = slotAt(read.spot, place, this.#layout, this.#memory.filled);
        if (precedent >= 0) nodes.push(precedent);
        continue;
      }
      const area = areaOf(read, place, this.#layout);
      if (!area) continue;
      if (read.nodes) {
        for (const fold of read.folds) {
          const node = this.#ranges.ensure(fold, area, onMade);
          const nodeByYear = read.nodes.get(fold);
          if (nodeByYear) nodeByYear[place.year] = node;
          nodes.push(node);
        }
      } else nodes.push(...areaSlots(area, read.from.growth, this.#layout, this.#memory.filled));
    }
    return nodes;
  }

  #compiledAt(slot: number): Compiled | undefined {
    const formula = this.#bySlot[slot];
    if (!formula?.parsed.ok) return undefined;
    const { year, ownGrowth } = this.#layout.placeOf(slot);
    if (year < formula.firstYear || year > formula.lastYear) return undefined;
    const cache = ownGrowth ? this.#compiledOwnGrowth : this.#compiled;
    const known = cache.get(formula);
    if (known) return known;
    const context = this.#context(formula, slot);
    const single = cellByCell(compileKernel(formula.parsed.value, context), this.#changes);
    const compiled: Compiled = { run: fusedRun(formula.parsed.value, context, this.#changes, single) };
    cache.set(formula, compiled);
    return compiled;
  }

  #context(formula: Formula, slot: number): KernelContext {
    return {
      layout: this.#layout,
      memory: this.#memory,
      ranges: this.#ranges,
      formula,
      ownGrowth: this.#layout.isYearGrowth(slot),
    };
  }
}
