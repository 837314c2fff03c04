/**
 * Runs: cells that one formula fills, evenly apart, one after the other. A kernel that does a whole run in one loop, storing
 * as it goes, costs a fifth of one that is called for every cell and hands back its number (which V8 puts on the heap).
 */
import type { Expression } from '../formula/ast.ts';
import { add, divide, isArithmetic, subtract, type Arithmetic } from './arithmetic.ts';
import type { Changes } from './changes.ts';
import { compoundField, compoundRun, isCellBefore, multiplyOn } from './compound.ts';
import { compileKernel } from './kernel.ts';
import { leafOf, startOf, stepOf, type Kernel, type KernelContext, type Leaf } from './leaf.ts';
import { mostAtOnce, operandOf } from './operand.ts';
import type { RunKernel } from './plan.ts';

export interface RunContext extends KernelContext {
  readonly changes: Changes;
}

/** Any formula, cell by cell. */
function cellByCell(kernel: Kernel, changes: Changes): RunKernel {
  return (run) => {
    const { count, rowStep, atStep } = run;
    for (let k = 0, { slot, row, at } = run; k < count; k++) {
      changes.store(slot, kernel(row, at));
      slot += rowStep + atStep;
      row += rowStep;
      at += atStep;
    }
  };
}

export interface Compiled {
  readonly run: RunKernel;
  /** For several years of a block, each of which reads the one before in its own row; `undefined` for most formulas. */
  readonly field?: RunKernel | undefined;
}

/**
 * One loop for the formulas that most cells of a sheet hold: operations (`rd_spend/gdp`), one range's sum, and the compound path
 * `prev*(1+growth)`, also with one more summand. All others go cell by cell.
 */
export function compileFormula(expression: Expression, context: RunContext): Compiled {
  const { changes, layout } = context;
  const product = productOf(expression, context);
  if (product) {
    const { x, summands } = product;
    const readsYearBefore = x.rowMask !== 0 && x.yearMask !== 0 && x.offset === -layout.rows;
    const isField = readsYearBefore && summands.every(({ yearMask }) => yearMask === 0);
    return { run: compoundRun(x, summands, changes), field: isField ? compoundField(summands, changes) : undefined };
  }
  const run = foldRun(expression, context) ?? operationRun(expression, context);
  return { run: run ?? cellByCell(compileKernel(expression, context), changes) };
}

/** An operation. Operands that are no leaves need a run none of whose cells reads another: down a column none does. */
function operationRun(expression: Expression, context: RunContext): RunKernel | undefined {
  if (expression.kind !== 'binary') return undefined;
  const { operator } = expression;
  if (!isArithmetic(operator) || operator === '^') return undefined;
  const before: RunKernel[] = [];
  const x = operandOf(expression.left, context, before);
  const y = operandOf(expression.right, context, before);
  const last = pairRun(operator, x, y, context.changes);
  if (before.length === 0) return last;
  const atOnce: RunKernel = (run) => {
    for (let i = 0; i < before.length; i++) (before[i] as RunKernel)(run);
    last(run);
  };
  // A cell of the base year that read itself would be on a ring.
  const readsNoOtherYear = context.formula.reads.every((read) => read.kind === 'cell' && read.spot.years === 0);
  const alongRow = readsNoOtherYear ? atOnce : cellByCell(compileKernel(expression, context), context.changes);
  return (run) => {
    const { slot, row, count, rowStep } = run;
    if (rowStep === 0) alongRow(run);
    else {
      for (let k = 0; k < count; k += mostAtOnce) {
        const done = k * rowStep;
        atOnce({ ...run, slot: slot + done, row: row + done, count: Math.min(mostAtOnce, count - k) });
      }
    }
  };
}

/** A formula that is nothing but one range's sum or count, as a node holds it. */
function foldRun(
  expression: Expression,
  { formula, layout: { cells }, ranges, changes }: RunContext,
): RunKernel | undefined {
  if (expression.kind !== 'call' || (expression.name !== 'SUM' && expression.name !== 'COUNT')) return undefined;
  const [range, more] = expression.arguments;
  const nodes = range && !more ? formula.ranges.get(range)?.nodes?.get(expression.name) : undefined;
  if (!nodes) return undefined;
  return (run) => {
    const { count, rowStep, atStep, byYears } = run;
    for (let k = 0, { slot, year } = run; k < count; k++) {
      changes.store(slot, ranges.values[(nodes[year] as number) - cells] as number);
      slot += rowStep + atStep;
      year += byYears;
    }
  };
}

interface Product {
  readonly x: Leaf;
  /** Two or three. */
  readonly summands: readonly Leaf[];
}

/** `x*(a+b)` or `x*(a+b+c)`. */
function productOf(expression: Expression, context: KernelContext): Product | undefined {
  if (expression.kind !== 'binary' || expression.operator !== '*') return undefined;
  const x = leafOf(expression.left, context);
  const summands = leavesOfSum(expression.right, context);
  return x && summands && summands.length <= 3 ? { x, summands } : undefined;
}

/** The summands of `a+b+c`; undefined unless they are leaves, and two at least. */
function leavesOfSum(expression: Expression, context: KernelContext): readonly Leaf[] | undefined {
  if (expression.kind !== 'binary' || expression.operator !== '+') return undefined;
  const last = leafOf(expression.right, context);
  const first = leafOf(expression.left, context);
  const before = first ? [first] : leavesOfSum(expression.left, context);
  return last && before && [...before, last];
}

/** Written out four times: with a `switch` inside the loop a chain of products takes half as long again. */
function pairRun(operator: Exclude<Arithmetic, '^'>, x: Leaf, y: Leaf, changes: Changes): RunKernel {
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
        if (yStep === 0 && isCellBefore(x, run, changes)) {
          multiplyOn(run, ys[startOf(y, run)] as number, changes);
          return;
        }
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
