/**
 * The sheet's values, kept true to its inputs. An edit costs what depends on it, not what the sheet holds; a value that comes
 * out as before stops the edit there. What must come out is defined by the plain evaluator of the tests, bit for bit.
 */
import { isTextColumn, parseCellKey, type CellKey } from '../model/cell.ts';
import { sameInput, type CellError, type CellInput, type CellValue } from '../model/input.ts';
import { isPlain } from './arithmetic.ts';
import { CarefulEvaluator } from './careful.ts';
import { Changes } from './changes.ts';
import { FormulaCells, type ParseSource } from './formula-cells.ts';
import { precedentSlots } from './formula.ts';
import { Graph } from './graph.ts';
import { Layout, type CalculationSheet } from './layout.ts';
import { blankCode, codeOfError, errorOfCode, Memory, numberCode } from './memory.ts';
import type { Plan } from './plan.ts';
import { Planner } from './planner.ts';
import { RangeNodes } from './range-nodes.ts';
import { RingCells } from './ring-cells.ts';
import { Runner } from './runner.ts';
import { StepCutter } from './step-cutter.ts';

export type { CalculationSheet } from './layout.ts';
export type { ParseSource } from './formula-cells.ts';

export interface InputChange {
  readonly cell: CellKey;
  /** Undefined: the cell becomes blank. */
  readonly input: CellInput | undefined;
}

/** Plans of repeated edits that are kept. */
const keptPlans = 64;

export class Calculation {
  readonly #layout: Layout;
  readonly #memory: Memory;
  readonly #graph: Graph;
  readonly #formulas: FormulaCells;
  readonly #planner: Planner;
  readonly #rings: RingCells;
  readonly #changes: Changes;
  readonly #runner: Runner;
  /** By slot: inputs that give an error. Of all others memory and formulas know what was put in. */
  readonly #faulty = new Map<number, CellInput>();
  /** Inputs of the columns that hold text and do not calculate: by column, then by row. A map by key was 6 MB at 100,000 rows. */
  readonly #texts = new Map<string, (CellInput | undefined)[]>();
  /** By the one slot that is edited; emptied when a formula changes. */
  readonly #plans = new Map<number, Plan>();
  /** The plan of a full recalculation, once asked for. */
  #everything: Plan | undefined;

  /** `inputs`: what each cell holds, a cell once. */
  constructor(sheet: CalculationSheet, inputs: Iterable<readonly [CellKey, CellInput]>, parse: ParseSource) {
    const layout = new Layout(sheet);
    const memory = new Memory(layout.cells, layout.growthOffset);
    const graph = new Graph(layout.cells);
    const ranges = new RangeNodes(layout, memory, graph);
    const careful = new CarefulEvaluator(layout, memory);
    const changes: Changes = new Changes(memory, (slot) => {
      const formula = formulas.at(slot);
      if (!formula) throw new Error(`No formula at slot ${slot}`);
      return careful.evaluate(formula, slot);
    });
    const formulas: FormulaCells = new FormulaCells({ layout, memory, graph, ranges, changes, parse });
    this.#layout = layout;
    this.#memory = memory;
    this.#graph = graph;
    this.#changes = changes;
    this.#formulas = formulas;
    this.#planner = new Planner(
      layout,
      graph,
      formulas,
      new StepCutter({ layout, formulas, ranges, changes }),
      changes,
    );
    this.#rings = new RingCells({ layout, memory, graph, changes, precedentsAt: (slot) => this.#precedentsAt(slot) });
    this.#runner = new Runner(changes);
    this.#edit(Array.from(inputs, ([cell, input]) => ({ cell, input })));
    changes.trim();
  }

  /**
   * Changes inputs and recalculates. Returns the cells whose value changed (by `Object.is`, or another error), row by row; in a
   * row the years, then `growth`, then each year's growth; text columns last. Where a cell comes twice the later change counts.
   */
  apply(changes: readonly InputChange[]): readonly CellKey[] {
    const texts = this.#edit(changes);
    const slots = Array.from(this.changedSlots());
    slots.sort((a, b) => this.#layout.readingOrder(a) - this.#layout.readingOrder(b));
    return [...slots.map((slot) => this.#layout.keyOf(slot)), ...texts];
  }

  value(key: CellKey): CellValue {
    const slot = this.#layout.slotOf(key);
    if (slot >= 0) return this.#valueAt(slot);
    const input = this.#textAt(key);
    if (input === undefined) return { kind: 'blank' };
    if (input.kind === 'number') return input;
    return { kind: 'text', text: input.kind === 'text' ? input.text : input.source };
  }

  input(key: CellKey): CellInput | undefined {
    const slot = this.#layout.slotOf(key);
    return slot >= 0 ? this.#inputAt(slot) : this.#textAt(key);
  }

  /** The cells that the cell's formula reads directly, in reading order; of a range every cell. */
  precedents(key: CellKey): readonly CellKey[] {
    const slot = this.#layout.slotOf(key);
    const slots = slot >= 0 ? this.#precedentsAt(slot) : [];
    return [...new Set(slots)].map((precedent) => this.#layout.keyOf(precedent));
  }

  /** The cells whose formulas read the cell directly, row by row. */
  dependents(key: CellKey): readonly CellKey[] {
    const { cells } = this.#layout;
    const readers = new Set<number>();
    const open = [this.#layout.slotOf(key)].filter((slot) => slot >= 0);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const reader of this.#graph.dependents(node)) {
        if (reader < cells) readers.add(reader);
        else open.push(reader);
      }
    }
    return [...readers]
      .sort((a, b) => this.#layout.readingOrder(a) - this.#layout.readingOrder(b))
      .map((reader) => this.#layout.keyOf(reader));
  }

  /**
   * The place of a calculating cell in memory, for callers that read and write numbers in a loop; −1 for any other key. There must be
   * room for it.
   */
  slotOf(key: CellKey): number {
    return this.#layout.takeSlot(key);
  }

  /** Whether all these cells can be given inputs: of years' own growths there may be more than the sheet was said to have. */
  hasRoomFor(keys: readonly CellKey[]): boolean {
    return this.#layout.hasRoomFor(keys);
  }

  keyOf(slot: number): CellKey {
    return this.#layout.keyOf(slot);
  }

  /** The number in a slot; NaN for a blank and an error. */
  numberAt(slot: number): number {
    return this.#memory.values[slot] ?? NaN;
  }

  /** Enters a number into the cell of a slot and recalculates. How many cells changed: see {@link changedSlots}. */
  setNumber(slot: number, value: number): number {
    // Where a plan is kept there is no formula.
    const plan = this.#plans.get(slot);
    if (plan && this.#memory.codes[slot] === numberCode && isPlain(value)) {
      this.#beginEdit();
      if (this.#memory.setNumber(slot, value)) {
        this.#changes.note(slot);
        this.#runner.run(plan, false);
      }
    } else this.#change(new Map([[slot, { kind: 'number', value }]]));
    return this.#changes.count;
  }

  /** The slots that the last edit changed, each once, in no order. Good until the next edit. */
  changedSlots(): Int32Array {
    return this.#changes.slots.subarray(0, this.#changes.count);
  }

  /** How many cells and ranges the last edit calculated, whether they changed or not. */
  get evaluated(): number {
    return this.#runner.evaluated;
  }

  /** Calculates every formula anew, trusting no old value. Changes nothing; it measures and checks the rest. */
  recalculate(): void {
    this.#beginEdit();
    this.#everything ??= this.#plan(
      Array.from({ length: this.#layout.cells }, (_, slot) => slot).filter((slot) => this.#formulas.at(slot)),
    );
    this.#runner.run(this.#everything, true);
  }

  /**
   * Tries many sets of numbers: `vectors` holds one number for each input slot, vector after vector; the result likewise one
   * number for each output slot, NaN where there is none. The sheet is afterwards as it was.
   */
  sample(inputs: readonly number[], vectors: Float64Array, outputs: readonly number[]): Float64Array {
    const before = new Map(inputs.map((slot) => [slot, this.#inputAt(slot)]));
    this.#change(new Map(inputs.map((slot) => [slot, { kind: 'number', value: 0 }])));
    const plan = this.#plan(inputs);
    const { values } = this.#memory;
    const results = new Float64Array(inputs.length === 0 ? 0 : (vectors.length / inputs.length) * outputs.length);
    for (let from = 0, to = 0; from < vectors.length;) {
      this.#beginEdit();
      for (const slot of inputs) this.#setNumber(slot, vectors[from++] as number);
      this.#runner.run(plan, true);
      for (const slot of outputs) results[to++] = values[slot] as number;
    }
    this.#change(before);
    return results;
  }

  /** Takes in changes of any kind; the text cells that changed are returned, the others are in the runner. */
  #edit(changes: readonly InputChange[]): CellKey[] {
    const texts = new Map<CellKey, CellInput | undefined>();
    const cells = new Map<number, CellInput | undefined>();
    for (const { cell, input } of changes) {
      const slot = input ? this.#layout.takeSlot(cell) : this.#layout.slotOf(cell);
      if (slot >= 0) cells.set(slot, input);
      else if (this.#holdsText(cell)) texts.set(cell, input);
    }
    for (const [slot, input] of cells) if (sameInput(this.#inputAt(slot), input)) cells.delete(slot);
    this.#change(cells);
    return Array.from(texts)
      .filter(([cell, input]) => !sameInput(this.#textAt(cell), input))
      .map(([cell, input]) => {
        const { row, column } = this.#textPlace(cell);
        const inputs = this.#texts.get(column) ?? [];
        this.#texts.set(column, inputs);
        inputs[row] = input;
        return cell;
      });
  }

  #textAt(key: CellKey): CellInput | undefined {
    const { row, column } = this.#textPlace(key);
    return this.#texts.get(column)?.[row];
  }

  /** `row`: −1 for one that is not in the sheet. */
  #textPlace(key: CellKey): { readonly row: number; readonly column: string } {
    const [indicator = '', column = ''] = key.split('@');
    return { row: this.#layout.rowOf(indicator) ?? -1, column };
  }

  #holdsText(key: CellKey): boolean {
    const ref = parseCellKey(key);
    return ref !== undefined && isTextColumn(ref.column) && this.#layout.rowOf(ref.indicator) !== undefined;
  }

  #beginEdit(): void {
    this.#changes.begin();
    this.#runner.evaluated = 0;
  }

  #change(cells: ReadonlyMap<number, CellInput | undefined>): void {
    this.#beginEdit();
    this.#changes.makeRoom(cells.size);
    const seeds: number[] = [];
    const relinked = this.#growthReaders(cells);
    for (const [slot, input] of cells) if (input?.kind === 'formula' || this.#formulas.at(slot)) relinked.add(slot);
    for (const slot of relinked) this.#formulas.unlink(slot);
    for (const [slot, input] of cells) {
      if (this.#layout.isYearGrowth(slot)) this.#memory.setFilled(this.#layout.valueSlot(slot), input !== undefined);
      this.#formulas.set(slot, input?.kind === 'formula' ? input.source : undefined);
      if (this.#setPlain(slot, input)) this.#changes.note(slot);
      seeds.push(slot);
    }
    if (relinked.size === 0) {
      const [only] = seeds;
      if (only !== undefined) this.#runner.run(seeds.length === 1 ? this.#planOf(only) : this.#plan(seeds), false);
      return;
    }
    this.#plans.clear();
    this.#everything = undefined;
    for (const slot of relinked) seeds.push(slot);
    this.#formulas.link(relinked, (node) => seeds.push(node));
    this.#runner.run(this.#planAnew(seeds), true);
    this.#rings.forgetOpened();
  }

  #holdsNumber(slot: number): boolean {
    return this.#memory.codes[slot] === numberCode && !this.#formulas.at(slot);
  }

  #inputAt(slot: number): CellInput | undefined {
    const formula = this.#formulas.at(slot);
    if (formula) return { kind: 'formula', source: formula.source };
    return this.#holdsNumber(slot) ? { kind: 'number', value: this.numberAt(slot) } : this.#faulty.get(slot);
  }

  /** The formula cells that read another growth than before, because a year's own is filled or emptied. */
  #growthReaders(cells: ReadonlyMap<number, CellInput | undefined>): Set<number> {
    const readers = new Set<number>();
    for (const [slot, input] of cells) {
      if (!this.#layout.isYearGrowth(slot)) continue;
      const wasFilled = this.#memory.filled[this.#layout.valueSlot(slot)] === 1;
      if (wasFilled === (input !== undefined)) continue;
      const before = wasFilled ? slot : this.#layout.growthOffset + this.#layout.placeOf(slot).row;
      for (const reader of this.#graph.dependents(before)) readers.add(reader);
    }
    return readers;
  }

  /** Sets what needs no calculation. Whether the value changed. */
  #setPlain(slot: number, input: CellInput | undefined): boolean {
    this.#faulty.delete(slot);
    if (!input) return this.#memory.setBlank(slot);
    if (input.kind === 'formula') return false;
    if (input.kind === 'text' || !isPlain(input.value)) this.#faulty.set(slot, input);
    if (input.kind === 'number') return this.#setNumber(slot, input.value);
    return this.#memory.setFault(slot, { code: codeOfError('#VALUE!'), origin: slot, detail: -1 });
  }

  #setNumber(slot: number, value: number): boolean {
    if (isPlain(value)) return this.#memory.setNumber(slot, value);
    return this.#memory.setFault(slot, { code: codeOfError('#NUM!'), origin: slot, detail: -1 });
  }

  #planOf(slot: number): Plan {
    const known = this.#plans.get(slot);
    if (known) return known;
    if (this.#plans.size === keptPlans) this.#plans.clear();
    const plan = this.#plan([slot]);
    this.#plans.set(slot, plan);
    return plan;
  }

  /** For an edit of numbers only: cells on a ring stay what they are. */
  #plan(seeds: readonly number[]): Plan {
    return this.#planner.plan(
      seeds,
      (node) => this.#rings.has(node),
      (stuck) => stuck.filter((node) => this.#rings.has(node)),
    );
  }

  /** For an edit of formulas: rings may open and close, and their cells are settled on the way. */
  #planAnew(seeds: readonly number[]): Plan {
    return this.#planner.plan(
      seeds,
      () => false,
      (stuck) => this.#rings.settle(stuck),
    );
  }

  #precedentsAt(slot: number): readonly number[] {
    const formula = this.#formulas.at(slot);
    return formula ? precedentSlots(formula, this.#layout.placeOf(slot), this.#layout, this.#memory.filled) : [];
  }

  #valueAt(slot: number): CellValue {
    const code = this.#memory.codes[slot];
    if (code === numberCode) return { kind: 'number', value: this.numberAt(slot) };
    return code === blankCode ? { kind: 'blank' } : { kind: 'error', error: this.#errorAt(slot) };
  }

  #errorAt(slot: number): CellError {
    const fault = this.#memory.fault(slot);
    const code = fault && errorOfCode(fault.code);
    if (!code) throw new Error(`No error at slot ${slot}`);
    const origin = this.#layout.keyOf(fault.origin);
    if (code === '#CYCLE!') {
      return { code, origin, ring: this.#rings.ring(fault.detail).map((cell) => this.#layout.keyOf(cell)) };
    }
    return fault.detail < 0 ? { code, origin } : { code, origin, missing: this.#layout.keyOf(fault.detail) };
  }
}
