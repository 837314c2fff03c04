/**
 * Runs: cells that one formula fills, evenly apart, one after the other. A kernel that does a whole run in one loop, storing
 * as it goes, costs a fifth of one that is called for every cell and hands back its number (which V8 puts on the heap).
 */
import type { Expression } from '../formula/ast.ts';
import { add, divide, isArithmetic, subtract, type Arithmetic } from './arithmetic.ts';
import type { Changes } from './changes.ts';
import { compoundField, compoundRun, multiplyRun } from './compound.ts';
import { compileKernel } from './kernel.ts';
import { leafOf, startOf, stepOf, type Kernel, type KernelContext, type Leaf } from './leaf.ts';
import type { RunKernel } from './plan.ts';

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

/**
 * One loop for the formulas that most cells of a sheet hold: an operation on two leaves (`rd_spend/gdp`), one range's sum, and the
 * compound path `prev*(1+growth)`, also with one more summand. All others go cell by cell.
 */
export function compileRun(expression: Expression, context: KernelContext, changes: Changes): RunKernel {
  const pair = pairOf(expression, context);
  if (pair) return pairRun(pair.operator, pair.x, pair.y, changes);
  const product = productOf(expression, context);
  if (product) return compoundRun(product.x, product.summands, changes);
  return foldRun(expression, context, changes) ?? cellByCell(compileKernel(expression, context), changes);
}

/**
 * A kernel for several years of a run down a column, each of which reads the year before: the compound path alone, where the
 * growth is the same for all years. `undefined` for all other formulas.
 */
export function compileField(expression: Expression, context: KernelContext, changes: Changes): RunKernel | undefined {
  const product = productOf(expression, context);
  if (!product) return undefined;
  const { x, summands } = product;
  const readsYearBefore = x.rowMask !== 0 && x.yearMask !== 0 && x.offset === -context.layout.rows;
  if (!readsYearBefore || summands.some(({ yearMask }) => yearMask !== 0)) return undefined;
  return compoundField(summands, changes);
}

/** A formula that is nothing but one range's sum or count, as a node holds it. */
function foldRun(
  expression: Expression,
  { formula, layout: { cells }, ranges }: KernelContext,
  changes: Changes,
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

interface Pair {
  readonly operator: Arithmetic;
  readonly x: Leaf;
  readonly y: Leaf;
}

/** An operation on two leaves. */
function pairOf(expression: Expression, context: KernelContext): Pair | undefined {
  if (expression.kind !== 'binary' || !isArithmetic(expression.operator)) return undefined;
  const x = leafOf(expression.left, context);
  const y = leafOf(expression.right, context);
  return x && y && { operator: expression.operator, x, y };
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
        if (yStep === 0) {
          multiplyRun(run, x, ys[startOf(y, run)] as number, changes);
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
