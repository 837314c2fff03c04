/** The same sheet in our calculation, in HyperFormula, and in mathjs's compiled formulas under a dirty graph of our own. */
import { HyperFormula } from 'hyperformula';
import { compile, type EvalFunction } from 'mathjs';
import type { Expression, Reference } from '../../../src/core/formula/ast.ts';
import { createNames } from '../../../src/core/formula/names.ts';
import { parseCanonical } from '../../../src/core/formula/parse.ts';
import { cellKey, parseIndicatorId, type CellKey, type IndicatorId } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { columnLetters, yearsFrom } from '../../../src/core/model/sheet.ts';
import { Calculation } from '../../../src/core/recalc/calculation.ts';
import { baseYear, type BenchSheet, type Cell } from './workload.ts';

function indicatorsOf(rows: number): IndicatorId[] {
  return Array.from({ length: rows }, (_, row) => {
    const id = parseIndicatorId(`r${row}`);
    if (!id) throw new Error('Not an id');
    return id;
  });
}

function parserFor(indicators: readonly IndicatorId[]): (source: string) => ReturnType<typeof parseCanonical> {
  const names = createNames(
    indicators.map((id) => ({ id, shortName: id, aliases: [], pinyin: id, label: { zh: id, en: id } })),
  );
  return (source) => parseCanonical(source, names);
}

/** What the calculation is built from; making this is not part of building it. */
export interface OurInputs {
  readonly build: () => Calculation;
  readonly slotOf: (calculation: Calculation, cell: Cell) => number;
}

export function ourInputs(sheet: BenchSheet): OurInputs {
  const indicators = indicatorsOf(sheet.rows);
  const years = yearsFrom(baseYear, sheet.years - 1);
  const parse = parserFor(indicators);
  const keyOf = ([row, column]: Cell): CellKey => {
    const id = indicators[row];
    const year = years[column];
    if (id === undefined) throw new Error(`No row ${row}`);
    return cellKey(id, year === undefined ? { kind: 'growth' } : { kind: 'value', year });
  };
  const inputs = new Map<CellKey, CellInput>();
  forEachCell(sheet, (entry, cell) => {
    inputs.set(
      keyOf(cell),
      typeof entry === 'number' ? { kind: 'number', value: entry } : { kind: 'formula', source: entry.slice(1) },
    );
  });
  return {
    build: () => new Calculation({ indicators, years }, inputs, parse),
    slotOf: (calculation, cell) => calculation.slotOf(keyOf(cell)),
  };
}

export function forEachCell(sheet: BenchSheet, visit: (entry: number | string, cell: Cell) => void): void {
  for (let row = 0; row < sheet.rows; row++) {
    for (let column = 0; column <= sheet.years; column++) {
      const entry = sheet.at(row, column);
      if (entry !== undefined) visit(entry, [row, column]);
    }
  }
}

/** The sheet's entries as HyperFormula takes them, formulas in A1 style. */
export function a1Sheet(sheet: BenchSheet): (number | string | null)[][] {
  const parse = parserFor(indicatorsOf(sheet.rows));
  return Array.from({ length: sheet.rows }, (_, row) =>
    Array.from({ length: sheet.years + 1 }, (_, column) => {
      const entry = sheet.at(row, column);
      if (typeof entry !== 'string') return entry ?? null;
      const tree = parse(entry.slice(1));
      if (!tree.ok) throw new Error(`Not a formula: ${entry}`);
      return `=${a1(tree.value, [row, column], sheet.years)}`;
    }),
  );
}

export function hyperFormula(cells: (number | string | null)[][]): HyperFormula {
  return HyperFormula.buildFromArray(cells, { licenseKey: 'gpl-v3', maxRows: 200_000, smartRounding: false });
}

function cellOf({ measure, row, year }: Reference, [ownRow, ownColumn]: Cell, years: number): Cell {
  const target = row.kind === 'own' ? ownRow : Number(row.indicator.slice(1));
  if (measure === 'growth') return [target, years];
  switch (year.kind) {
    case 'same':
      return [target, ownColumn];
    case 'offset':
      return [target, ownColumn + year.years];
    case 'base':
      return [target, 0];
    case 'year':
      return [target, year.year - baseYear];
  }
}

function a1(node: Expression, own: Cell, years: number): string {
  const address = (reference: Reference): string => {
    const [row, column] = cellOf(reference, own, years);
    return `${columnLetters(column)}${row + 1}`;
  };
  switch (node.kind) {
    case 'number':
    case 'boolean':
      return String(Number(node.value));
    case 'year':
      return String(baseYear + own[1]);
    case 'reference':
      return address(node);
    case 'range':
      return `${address(node.from)}:${address(node.to)}`;
    case 'unary':
      return node.operator === '%'
        ? `(${a1(node.operand, own, years)})%`
        : `(${node.operator}${a1(node.operand, own, years)})`;
    case 'binary':
      return `(${a1(node.left, own, years)}${node.operator}${a1(node.right, own, years)})`;
    case 'call':
      return `${node.name}(${node.arguments.map((argument) => a1(argument, own, years)).join(',')})`;
  }
}

/** A formula cell for mathjs: compiled once per distinct text, with the slots that fill its variables. */
interface MathCell {
  readonly slot: number;
  readonly compiled: EvalFunction;
  readonly reads: readonly (number | readonly number[])[];
}

/** Compiled formulas of mathjs over one array of values, recalculated in topological order of what an edit reaches. */
export class MathSheet {
  readonly values: Float64Array;
  readonly #columns: number;
  readonly #cells = new Map<number, MathCell>();
  readonly #dependents = new Map<number, number[]>();
  readonly #plans = new Map<number, readonly MathCell[]>();

  constructor(sheet: BenchSheet) {
    const parse = parserFor(indicatorsOf(sheet.rows));
    const compiled = new Map<string, EvalFunction>();
    this.#columns = sheet.years + 1;
    this.values = new Float64Array(sheet.rows * this.#columns);
    forEachCell(sheet, (entry, cell) => {
      const slot = this.slotOf(cell);
      if (typeof entry === 'number') {
        this.values[slot] = entry;
        return;
      }
      const tree = parse(entry.slice(1));
      if (!tree.ok) throw new Error(`Not a formula: ${entry}`);
      const reads: (number | number[])[] = [];
      const text = this.#variables(tree.value, cell, sheet.years, reads);
      const code = compiled.get(text) ?? compile(text);
      compiled.set(text, code);
      this.#cells.set(slot, { slot, compiled: code, reads });
      for (const read of new Set(reads.flat())) {
        const readers = this.#dependents.get(read);
        if (readers) readers.push(slot);
        else this.#dependents.set(read, [slot]);
      }
    });
    this.#calculate(this.#order([...this.#cells.keys()]));
  }

  slotOf([row, column]: Cell): number {
    return row * this.#columns + column;
  }

  edit(cell: Cell, value: number): void {
    const slot = this.slotOf(cell);
    this.values[slot] = value;
    let plan = this.#plans.get(slot);
    if (!plan) this.#plans.set(slot, (plan = this.#order([slot])));
    this.#calculate(plan);
  }

  recalculate(): void {
    let plan = this.#plans.get(-1);
    if (!plan) this.#plans.set(-1, (plan = this.#order([...this.#cells.keys()])));
    this.#calculate(plan);
  }

  #calculate(plan: readonly MathCell[]): void {
    for (const { slot, compiled, reads } of plan) {
      const scope: Record<string, number | number[]> = {};
      reads.forEach((read, i) => {
        scope[`x${i}`] =
          typeof read === 'number' ? (this.values[read] ?? 0) : read.map((each) => this.values[each] ?? 0);
      });
      this.values[slot] = compiled.evaluate(scope) as number;
    }
  }

  #order(seeds: readonly number[]): MathCell[] {
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
    return ready.flatMap((slot) => this.#cells.get(slot) ?? []);
  }

  #variables(node: Expression, own: Cell, years: number, reads: (number | number[])[]): string {
    const inner = (child: Expression): string => this.#variables(child, own, years, reads);
    switch (node.kind) {
      case 'number':
      case 'boolean':
        return String(Number(node.value));
      case 'year':
        return String(baseYear + own[1]);
      case 'reference':
        reads.push(this.slotOf(cellOf(node, own, years)));
        return `x${reads.length - 1}`;
      case 'range': {
        const [firstRow, firstColumn] = cellOf(node.from, own, years);
        const [lastRow, lastColumn] = cellOf(node.to, own, years);
        const slots: number[] = [];
        for (let row = firstRow; row <= lastRow; row++) {
          for (let column = firstColumn; column <= lastColumn; column++) slots.push(this.slotOf([row, column]));
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
