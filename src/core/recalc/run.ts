/**
 * Runs: cells that one formula fills, evenly apart, one after the other. A kernel that does a whole run in one loop, storing
 * as it goes, costs a fifth of one that is called for every cell and hands back its number (which V8 puts on the heap).
 */
import type { Expression } from '../formula/ast.ts';
import { add, divide, isArithmetic, subtract, type Arithmetic } from './arithmetic.ts';
import type { Changes } from './changes.ts';
import { leafOf, type Kernel, type KernelContext, type Leaf } from './leaf.ts';

export interface Run {
  readonly kernel: RunKernel;
  readonly slot: number;
  readonly row: number;
  /** First slot of the year, as a kernel takes it. */
  readonly at: number;
  readonly count: number;
  /** From each cell to the next: so many rows, and so many slots of whole years. */
  readonly rowStep: number;
  readonly atStep: number;
}

/** Calculates and stores the cells of a run in order, so that each may read the one before. */
export type RunKernel = (run: Run) => void;

/** Any formula, cell by cell. */
export function cellByCell(kernel: Kernel, changes: Changes): RunKernel {
  return ({ slot, row, at, count, rowStep, atStep }) => {
    for (let k = 0; k < count; k++) {
      changes.store(slot + k * (rowStep + atStep), kernel(row + k * rowStep, at + k * atStep));
    }
  };
}

/**
 * One loop for the formulas that most cells of a sheet hold: an operation on two leaves (`rd_spend/gdp`), and the compound path
 * `prev*(1+growth)`, also with one more summand. `otherwise`: for all others, and while a year's own growth is in force.
 */
export function fusedRun(
  expression: Expression,
  context: KernelContext,
  changes: Changes,
  otherwise: RunKernel,
): RunKernel {
  if (expression.kind !== 'binary') return otherwise;
  const { operator, left, right } = expression;
  const x = leafOf(left, context);
  if (!x) return otherwise;
  const { memory } = context;
  const unlessYearGrowth = (leaves: readonly Leaf[], fused: RunKernel): RunKernel => {
    if (!leaves.some((leaf) => leaf.unlessYearGrowth)) return fused;
    return (run) => {
      if (memory.filledCells === 0) fused(run);
      else otherwise(run);
    };
  };
  const y = leafOf(right, context);
  if (y) return isArithmetic(operator) ? unlessYearGrowth([x, y], pairRun(operator, x, y, changes)) : otherwise;
  const summands = operator === '*' ? leavesOfSum(right, context) : undefined;
  const [a, b, c] = summands ?? [];
  if (!a || !b || !summands || summands.length > 3) return otherwise;
  const fused = c ? productOfThreeRun(x, a, b, c, changes) : productOfTwoRun(x, a, b, changes);
  return unlessYearGrowth([x, ...summands], fused);
}

/** The summands of `a+b+c`; undefined unless they are leaves, and two at least. */
function leavesOfSum(expression: Expression, context: KernelContext): readonly Leaf[] | undefined {
  if (expression.kind !== 'binary' || expression.operator !== '+') return undefined;
  const last = leafOf(expression.right, context);
  const first = leafOf(expression.left, context);
  const before = first ? [first] : leavesOfSum(expression.left, context);
  return last && before && [...before, last];
}

function startOf({ rowMask, yearMask, offset }: Leaf, { row, at }: Run): number {
  return (row & rowMask) + (at & yearMask) + offset;
}

function stepOf({ rowMask, yearMask }: Leaf, { rowStep, atStep }: Run): number {
  return (rowStep & rowMask) + (atStep & yearMask);
}

/** Written out four times: with a `switch` inside the loop a chain of products takes half as long again. */
function pairRun(operator: Arithmetic, x: Leaf, y: Leaf, changes: Changes): RunKernel {
  const xs = x.array;
  const ys = y.array;
  switch (operator) {
    case '+':
      return (run) => {
        const { count } = run;
        const step = run.rowStep + run.atStep;
        const xStep = stepOf(x, run);
        const yStep = stepOf(y, run);
        for (let k = 0, slot = run.slot, i = startOf(x, run), j = startOf(y, run); k < count; k++) {
          changes.store(slot, add(xs[i] as number, ys[j] as number));
          slot += step;
          i += xStep;
          j += yStep;
        }
      };
    case '-':
      return (run) => {
        const { count } = run;
        const step = run.rowStep + run.atStep;
        const xStep = stepOf(x, run);
        const yStep = stepOf(y, run);
        for (let k = 0, slot = run.slot, i = startOf(x, run), j = startOf(y, run); k < count; k++) {
          changes.store(slot, subtract(xs[i] as number, ys[j] as number));
          slot += step;
          i += xStep;
          j += yStep;
        }
      };
    case '*':
      return (run) => {
        const { count } = run;
        const step = run.rowStep + run.atStep;
        const xStep = stepOf(x, run);
        const yStep = stepOf(y, run);
        for (let k = 0, slot = run.slot, i = startOf(x, run), j = startOf(y, run); k < count; k++) {
          changes.store(slot, (xs[i] as number) * (ys[j] as number));
          slot += step;
          i += xStep;
          j += yStep;
        }
      };
    case '/':
      return (run) => {
        const { count } = run;
        const step = run.rowStep + run.atStep;
        const xStep = stepOf(x, run);
        const yStep = stepOf(y, run);
        for (let k = 0, slot = run.slot, i = startOf(x, run), j = startOf(y, run); k < count; k++) {
          changes.store(slot, divide(xs[i] as number, ys[j] as number));
          slot += step;
          i += xStep;
          j += yStep;
        }
      };
  }
}

/** A cell times what is the same for the whole run: how a row grows year by year. */
function multiplyRun(run: Run, x: Leaf, factor: number, changes: Changes): void {
  const xs = x.array;
  const { count } = run;
  const step = run.rowStep + run.atStep;
  const xStep = stepOf(x, run);
  for (let k = 0, slot = run.slot, i = startOf(x, run); k < count; k++) {
    changes.store(slot, (xs[i] as number) * factor);
    slot += step;
    i += xStep;
  }
}

/**
 * The compound path. Along a row the sum is the same for every year; down a column it is not. The loops are functions of their
 * own: V8 optimises each for what it sees, and the one must not spoil the other.
 */
function productOfTwoRun(x: Leaf, a: Leaf, b: Leaf, changes: Changes): RunKernel {
  return (run) => {
    if ((stepOf(a, run) | stepOf(b, run)) !== 0) {
      multiplyBySumOfTwo(run, x, a, b, changes);
      return;
    }
    const sum = add(a.array[startOf(a, run)] as number, b.array[startOf(b, run)] as number);
    multiplyRun(run, x, sum, changes);
  };
}

function productOfThreeRun(x: Leaf, a: Leaf, b: Leaf, c: Leaf, changes: Changes): RunKernel {
  return (run) => {
    if ((stepOf(a, run) | stepOf(b, run) | stepOf(c, run)) !== 0) {
      multiplyBySumOfThree(run, x, a, b, c, changes);
      return;
    }
    const sum = add(a.array[startOf(a, run)] as number, b.array[startOf(b, run)] as number);
    multiplyRun(run, x, add(sum, c.array[startOf(c, run)] as number), changes);
  };
}

function multiplyBySumOfTwo(run: Run, x: Leaf, a: Leaf, b: Leaf, changes: Changes): void {
  const xs = x.array;
  const as = a.array;
  const bs = b.array;
  const { count } = run;
  const step = run.rowStep + run.atStep;
  const xStep = stepOf(x, run);
  const aStep = stepOf(a, run);
  const bStep = stepOf(b, run);
  let h = startOf(x, run);
  let i = startOf(a, run);
  let j = startOf(b, run);
  for (let k = 0, slot = run.slot; k < count; k++, slot += step) {
    changes.store(slot, (xs[h] as number) * add(as[i] as number, bs[j] as number));
    h += xStep;
    i += aStep;
    j += bStep;
  }
}

function multiplyBySumOfThree(run: Run, x: Leaf, a: Leaf, b: Leaf, c: Leaf, changes: Changes): void {
  const xs = x.array;
  const as = a.array;
  const bs = b.array;
  const cs = c.array;
  const { count } = run;
  const step = run.rowStep + run.atStep;
  const xStep = stepOf(x, run);
  const aStep = stepOf(a, run);
  const bStep = stepOf(b, run);
  const cStep = stepOf(c, run);
  let g = startOf(x, run);
  let h = startOf(a, run);
  let i = startOf(b, run);
  let j = startOf(c, run);
  for (let k = 0, slot = run.slot; k < count; k++, slot += step) {
    changes.store(slot, (xs[g] as number) * add(add(as[h] as number, bs[i] as number), cs[j] as number));
    g += xStep;
    h += aStep;
    i += bStep;
    j += cStep;
  }
}
