/**
 * Operands that are no leaves: worked out for a whole run, node by node, before what takes them, and then read as cells are.
 * Cell by cell, every node of every cell is a call that hands its number over on the heap.
 */
import type { Expression } from '../formula/ast.ts';
import { isArithmetic, operate, type Arithmetic } from './arithmetic.ts';
import { compileKernel, readsNoCell } from './kernel.ts';
import { leafOf, leafOfRun, startOf, stepOf, type KernelContext, type Leaf } from './leaf.ts';
import type { RunKernel } from './plan.ts';

/** Longer runs are done in parts. */
export const mostAtOnce = 64;

/** `before`: gets what has to be done for a run before the leaf is read. */
export function operandOf(expression: Expression, context: KernelContext, before: RunKernel[]): Leaf {
  const leaf = leafOf(expression, context);
  if (leaf) return leaf;
  const numbers = new Float64Array(mostAtOnce);
  if (expression.kind === 'binary' && isArithmetic(expression.operator) && !readsNoCell(expression)) {
    const x = operandOf(expression.left, context, before);
    const y = operandOf(expression.right, context, before);
    before.push(operateRun(expression.operator, x, y, numbers));
  } else {
    const kernel = compileKernel(expression, context);
    before.push(({ row, at, count, rowStep, atStep }) => {
      for (let k = 0; k < count; k++) numbers[k] = kernel(row + k * rowStep, at + k * atStep);
    });
  }
  return leafOfRun(numbers);
}

function operateRun(operator: Arithmetic, x: Leaf, y: Leaf, numbers: Float64Array): RunKernel {
  const xs = x.array;
  const ys = y.array;
  return (run) => {
    const { count } = run;
    const xStep = stepOf(x, run);
    const yStep = stepOf(y, run);
    for (let k = 0, i = startOf(x, run), j = startOf(y, run); k < count; k++) {
      numbers[k] = operate(operator, xs[i] as number, ys[j] as number);
      i += xStep;
      j += yStep;
    }
  };
}
