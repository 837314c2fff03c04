/**
 * Cuts a topological order into runs, and gathers the runs into steps. Where a level is wide, the cells of one column that hold
 * one formula are a block, and blocks that only carry one another on from year to year become one field; all other cells wait
 * until a block reads them, and then become runs from year to year.
 */
import type { Changes } from './changes.ts';
import type { FormulaCells } from './formula-cells.ts';
import type { Layout } from './layout.ts';
import type { RangeNodes } from './range-nodes.ts';
import type { Run, RunKernel, Step } from './plan.ts';

/** Calculated nodes by level: those of one level do not read one another. */
export interface Order {
  readonly nodes: number[];
  /** Where each level begins, and at last where the last one ends. */
  readonly levels: number[];
}

export interface CutterParts {
  readonly layout: Layout;
  readonly formulas: FormulaCells;
  readonly ranges: RangeNodes;
  readonly changes: Changes;
}

/** From so many cells on, a block is worth a step of its own. */
const leastBlock = 16;
/** What is skipped together must stay small, or one changed cell would drag a long chain along. */
const mostInStep = 64;

/** Marks below all that a plan leaves in the array, so that a node of an earlier plan is never taken for one of this. */
const waiting = -2;
const firstStep = -3;
/** Of a node that is placed in this step, or after it. */
const placedIn = (step: number): number => firstStep - step;
const noSuccessors: readonly number[] = [];

export class StepCutter {
  readonly #parts: CutterParts;
  readonly #rangeKernel: RunKernel;
  readonly #carefulKernel: RunKernel;

  constructor(parts: CutterParts) {
    const { ranges, changes } = parts;
    this.#parts = parts;
    this.#rangeKernel = ({ slot, count }) => {
      changes.ranges += ranges.update(slot, count);
    };
    this.#carefulKernel = ({ slot }) => {
      changes.storeCarefully(slot);
    };
  }

  /** `state`: a number per node to work with, none below −1; those of the nodes in the order are afterwards for the caller to set. */
  cut({ nodes, levels }: Order, state: Int32Array): Step[] {
    const steps: Step[] = [];
    /** The steps that are fields or may become one, by the slot from which they would go on. */
    const fields = new Map<number, number>();
    let rest: number[] = [];
    const placeRest = (): void => {
      gather(this.#runs(rest, state, placedIn(steps.length)), steps);
      rest = [];
    };
    for (let level = 0; level + 1 < levels.length; level++) {
      const peers = nodes.slice(levels[level], levels[level + 1]);
      const { blocks, single } = peers.length >= leastBlock ? this.#blocks(peers) : { blocks: [], single: peers };
      if (rest.length > 0 && blocks.some((block) => this.#readsWaiting(block, state))) placeRest();
      for (const block of blocks) this.#placeBlock(block, steps, fields, state);
      for (const node of single) {
        state[node] = waiting;
        rest.push(node);
      }
    }
    placeRest();
    return steps;
  }

  /** Makes it one more year of a field, or else a step of its own. */
  #placeBlock(block: Run, steps: Step[], fields: Map<number, number>, state: Int32Array): void {
    const { slot, count, rowStep, yearStep } = block;
    const field = fields.get(slot);
    const longer = field === undefined ? undefined : this.#lengthened(steps, field, block, state);
    const at = field !== undefined && longer ? field : steps.length;
    steps[at] = longer ?? { runs: [block], size: count, successors: noSuccessors };
    for (let k = 0; k < count; k++) state[slot + k * rowStep] = placedIn(at);
    if (this.#parts.formulas.compiledAt(slot)?.field) fields.set(slot + yearStep, at);
  }

  /** The field in a step with one more year; undefined if that year reads what is calculated in that step or after it. */
  #lengthened(steps: readonly Step[], at: number, block: Run, state: Int32Array): Step | undefined {
    const { formulas } = this.#parts;
    const [field] = steps[at]?.runs ?? [];
    const kernel = formulas.compiledAt(block.slot)?.field;
    if (!field || !kernel || kernel !== formulas.compiledAt(field.slot)?.field) return undefined;
    if (field.count !== block.count || field.rowStep !== block.rowStep) return undefined;
    for (let k = 0; k < block.count; k++) {
      const slot = block.slot + k * block.rowStep;
      const comesLater = (node: number): boolean =>
        node !== slot - block.yearStep && (state[node] as number) <= placedIn(at);
      if (formulas.precedents(slot).some(comesLater)) return undefined;
    }
    const years = field.years + 1;
    return { runs: [{ ...field, kernel, years }], size: years * field.count, successors: noSuccessors };
  }

  #readsWaiting({ slot, count, rowStep }: Run, state: Int32Array): boolean {
    const isWaiting = (node: number): boolean => state[node] === waiting;
    for (let k = 0; k < count; k++) {
      if (this.#parts.formulas.precedents(slot + k * rowStep).some(isWaiting)) return true;
    }
    return false;
  }

  /** Takes out of one level the cells that stand evenly in a column with one formula. */
  #blocks(level: readonly number[]): { blocks: Run[]; single: number[] } {
    const { layout, formulas } = this.#parts;
    const groups = new Map<RunKernel, number[]>();
    const single: number[] = [];
    for (const node of level) {
      // Of years' own growths neighbours in memory are none in the sheet.
      const kernel = node < layout.ownGrowthOffset ? formulas.compiledAt(node)?.run : undefined;
      const group = kernel && groups.get(kernel);
      if (group) group.push(node);
      else if (kernel) groups.set(kernel, [node]);
      else single.push(node);
    }
    const blocks: Run[] = [];
    for (const group of groups.values()) {
      if (group.length < leastBlock) single.push(...group);
      else this.#even(Int32Array.from(group).sort(), blocks, single);
    }
    return { blocks, single };
  }

  /** Cuts sorted slots of one formula into blocks of one column and one stride. */
  #even(slots: Int32Array, blocks: Run[], single: number[]): void {
    const { layout, formulas } = this.#parts;
    const { rows } = layout;
    for (let from = 0; from < slots.length;) {
      const slot = slots[from] as number;
      const { row, year } = layout.placeOf(slot);
      const columnEnd = slot - row + rows;
      const rowStep = (slots[from + 1] ?? columnEnd) - slot;
      let end = from + 1;
      while (
        end < slots.length &&
        (slots[end] as number) - (slots[end - 1] as number) === rowStep &&
        (slots[end] as number) < columnEnd
      ) {
        end++;
      }
      const count = end - from;
      const compiled = count >= leastBlock ? formulas.compiledAt(slot) : undefined;
      if (compiled)
        blocks.push({
          kernel: compiled.run,
          slot,
          row,
          year,
          at: year * rows,
          count,
          rowStep,
          atStep: 0,
          byYears: 0,
          years: 1,
          yearStep: rows,
        });
      else single.push(...slots.subarray(from, end));
      from = end;
    }
  }

  /** Runs of nodes in topological order: cells go on to the next years, ranges to the next ones, while all that those read is placed. */
  #runs(nodes: readonly number[], state: Int32Array, placed: number): Run[] {
    const { layout, formulas } = this.#parts;
    const { cells, rows } = layout;
    const kernelAt = (node: number): RunKernel | undefined =>
      node < cells ? formulas.compiledAt(node)?.run : this.#rangeKernel;
    const isWaiting = (node: number): boolean => state[node] === waiting;
    const runs: Run[] = [];
    for (const slot of nodes) {
      if (!isWaiting(slot)) continue;
      state[slot] = placed;
      // Of a range these say nothing, and its kernel does not ask.
      const { row, year } = layout.placeOf(slot);
      const kernel = kernelAt(slot);
      const atStep = slot < cells ? rows : 1;
      const goesOn = kernel !== undefined && !layout.isYearGrowth(slot);
      let count = 1;
      for (let next = slot + atStep; goesOn && count < mostInStep && isWaiting(next); next += atStep) {
        const isSame = kernelAt(next) === kernel && (slot >= cells || layout.placeOf(next).year === year + count);
        if (!isSame || formulas.precedents(next).some(isWaiting)) break;
        state[next] = placed;
        count++;
      }
      runs.push({
        kernel: kernel ?? this.#carefulKernel,
        slot,
        row,
        year,
        at: year * rows,
        count,
        rowStep: 0,
        atStep,
        byYears: 1,
        years: 1,
        yearStep: rows,
      });
    }
    return runs;
  }
}

function gather(runs: readonly Run[], steps: Step[]): void {
  let gathered: Run[] = [];
  let size = 0;
  const close = (): void => {
    if (size > 0) steps.push({ runs: gathered, size, successors: noSuccessors });
    gathered = [];
    size = 0;
  };
  for (const run of runs) {
    if (size + run.count > mostInStep) close();
    gathered.push(run);
    size += run.count;
  }
  close();
}
