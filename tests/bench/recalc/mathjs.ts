/** Compiled formulas of mathjs over one array of values, recalculated in topological order of what an edit reaches. */
import type { EvalFunction, MathJsInstance } from 'mathjs';
import type { Expression } from '../../../src/core/formula/ast.ts';
import { cellOf, forEachCell, parserFor, treeOf } from './formulas.ts';
import { baseYear, type BenchSheet, type BuiltSheet, type Cell, type Engine } from './workload.ts';

export const mathjs: Engine = async (sheet) => {
  const { compile } = await import('mathjs');
  return () => new MathSheet(sheet, compile);
};

/** A formula cell: compiled once per distinct text, with the slots that fill its variables. */
interface MathCell {
  readonly slot: number;
  readonly compiled: EvalFunction;
  readonly reads: readonly (number | readonly number[])[];
}

class MathSheet implements BuiltSheet {
  readonly #values: Float64Array;
  readonly #columns: number;
  readonly #cells = new Map<number, MathCell>();
  readonly #dependents = new Map<number, number[]>();
  /** By what is edited; made when an edit first comes. */
  readonly #plans = new Map<string, readonly MathCell[]>();

  constructor(sheet: BenchSheet, compile: MathJsInstance['compile']) {
    const parse = parserFor(sheet);
    const trees = new Map<string, Expression>();
    const compiled = new Map<string, EvalFunction>();
    this.#columns = sheet.years + 1;
    this.#values = new Float64Array(sheet.rows * this.#columns);
    forEachCell(sheet, (entry, cell) => {
      const slot = this.#slotOf(cell);
      if (typeof entry === 'number') {
        this.#values[slot] = entry;
        return;
      }
      const tree = trees.get(entry) ?? treeOf(entry, parse);
      trees.set(entry, tree);
      const reads: (number | number[])[] = [];
      const text = this.#variables(tree, cell, sheet, reads);
      const code = compiled.get(text) ?? compile(text);
      compiled.set(text, code);
      this.#cells.set(slot, { slot, compiled: code, reads });
      for (const read of new Set(reads.flat())) {
        const readers = this.#dependents.get(read);
        if (readers) readers.push(slot);
        else this.#dependents.set(read, [slot]);
      }
    });
    this.recalculate();
  }

  editOf(cell: Cell): (value: number) => void {
    const slot = this.#slotOf(cell);
    const plan = this.#plan(String(slot), [slot]);
    return (value) => {
      this.#values[slot] = value;
      this.#calculate(plan);
    };
  }

  valuesOf(cells: readonly Cell[]): number[] {
    return cells.map((cell) => this.#values[this.#slotOf(cell)] ?? NaN);
  }

  recalculate(): void {
    this.#calculate(this.#plan('everything', [...this.#cells.keys()]));
  }

  tryVectors(inputs: readonly Cell[], vectors: Float64Array, outputs: readonly Cell[]): number[] {
    const slots = inputs.map((cell) => this.#slotOf(cell));
    const plan = this.#plan(slots.join(), slots);
    for (let from = 0; from < vectors.length; from += slots.length) {
      slots.forEach((slot, i) => {
        this.#values[slot] = vectors[from + i] ?? NaN;
      });
      this.#calculate(plan);
    }
    return this.valuesOf(outputs);
  }

  #slotOf([row, column]: Cell): number {
    return row * this.#columns + column;
  }

  #calculate(plan: readonly MathCell[]): void {
    for (const { slot, compiled, reads } of plan) {
      const scope: Record<string, number | number[]> = {};
      reads.forEach((read, i) => {
        scope[`x${i}`] =
          typeof read === 'number' ? (this.#values[read] ?? 0) : read.map((each) => this.#values[each] ?? 0);
      });
      this.#values[slot] = compiled.evaluate(scope) as number;
    }
  }

  #plan(name: string, seeds: readonly number[]): readonly MathCell[] {
    const known = this.#plans.get(name);
    if (known) return known;
    const reached = new Set(seeds);
    for (const slot of reached) for (const dependent of this.#dependents.get(slot) ?? []) reached.add(dependent);
    const waiting = new Map<number, number>();
    for (const slot of reached) {
      for (const dependent of this.#dependents.get(slot) ?? [])
        waiting.set(dependent, (waiting.get(dependent) ?? 0) + 1);
    }
    const ready = [...reached].filter((slot) => !waiting.has(slot));
    for (const slot of ready) {
      for (const dependent of this.#dependents.get(slot) ?? []) {
        const left = (waiting.get(dependent) ?? 0) - 1;
        waiting.set(dependent, left);
        if (left === 0) ready.push(dependent);
      }
    }
    const plan = ready.flatMap((slot) => this.#cells.get(slot) ?? []);
    this.#plans.set(name, plan);
    return plan;
  }

  #variables(node: Expression, own: Cell, sheet: BenchSheet, reads: (number | number[])[]): string {
    const inner = (child: Expression): string => this.#variables(child, own, sheet, reads);
    switch (node.kind) {
      case 'number':
      case 'boolean':
        return String(Number(node.value));
      case 'year':
        return String(baseYear + own[1]);
      case 'reference':
        reads.push(this.#slotOf(cellOf(node, own, sheet)));
        return `x${reads.length - 1}`;
      case 'range': {
        const [firstRow, firstColumn] = cellOf(node.from, own, sheet);
        const [lastRow, lastColumn] = cellOf(node.to, own, sheet);
        const slots: number[] = [];
        for (let row = firstRow; row <= lastRow; row++) {
          for (let column = firstColumn; column <= lastColumn; column++) slots.push(this.#slotOf([row, column]));
        }
        reads.push(slots);
        return `x${reads.length - 1}`;
      }
      case 'unary':
        return node.operator === '%' ? `(${inner(node.operand)}/100)` : `(${node.operator}${inner(node.operand)})`;
      case 'binary':
        return `(${inner(node.left)}${node.operator}${inner(node.right)})`;
      case 'call':
        return `${node.name.toLowerCase()}(${node.arguments.map(inner).join(',')})`;
    }
  }
}
