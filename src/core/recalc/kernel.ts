/**
 * Formulas as closures over memory, compiled once per distinct text (no `new Function`: the page's policy forbids it).
 *
 * A kernel is fast because it knows nothing of errors. Its promise: **a finite result is the formula's value; anything else
 * says only that there is no plain number**, and `CarefulEvaluator` then finds out what there is. Blanks and errors are NaN in
 * memory and flow through arithmetic by themselves; every operation that could turn a non-finite operand into a finite result
 * (a quotient, a comparison, a minimum …) checks its operands first.
 */
import type { Expression, FunctionName, Reference } from '../formula/ast.ts';
import { aggregateKernel, junctionKernel, type Operand } from './aggregate.ts';
import { compare, isArithmetic, isPlain, omittedArgument, operate, scalarFunctions } from './arithmetic.ts';
import { locate } from './formula.ts';
import { addressOf, leafOf, type Kernel, type KernelContext } from './leaf.ts';

/** Only for a formula that parsed; only valid in the years where all its references have cells. */
export function compileKernel(expression: Expression, context: KernelContext): Kernel {
  const kernel = compileNode(expression, context);
  return expression.kind === 'binary' && readsNoCell(expression) ? yearKernel(kernel, context) : kernel;
}

/** Whether it is made of numbers and years alone. */
export function readsNoCell(node: Expression): boolean {
  if (node.kind === 'binary') return readsNoCell(node.left) && readsNoCell(node.right);
  return node.kind === 'number' || node.kind === 'year';
}

/** For what reads no cell: its value in each year, worked out once. */
function yearKernel(kernel: Kernel, { layout: { years, rows } }: KernelContext): Kernel {
  const byYear = Float64Array.from(years, (_, year) => kernel(0, year * rows));
  return (_row, at) => byYear[at / rows] as number;
}

function compileNode(expression: Expression, context: KernelContext): Kernel {
  switch (expression.kind) {
    case 'number':
    case 'boolean': {
      const value = Number(expression.value);
      return () => value;
    }
    case 'year': {
      const { rows, baseYear } = context.layout;
      return (_row, at) => baseYear + at / rows;
    }
    case 'reference':
      return referenceKernel(expression, context);
    case 'unary': {
      const operand = compileKernel(expression.operand, context);
      if (expression.operator === '-') return (row, at) => -operand(row, at);
      return expression.operator === '%' ? (row, at) => operand(row, at) / 100 : operand;
    }
    case 'binary':
      return binaryKernel(expression, context);
    case 'call':
      return callKernel(expression.name, expression.arguments, context);
    case 'range':
      return noNumber;
  }
}

const noNumber: Kernel = () => NaN;

function referenceKernel(reference: Reference, context: KernelContext): Kernel {
  const leaf = leafOf(reference, context);
  const { layout, memory } = context;
  const spot = locate(reference, layout);
  if (!spot) return noNumber;
  const { values, filled } = memory;
  const { rowMask, yearMask, offset } = leaf ?? addressOf(spot, layout);
  if (leaf) return (row, at) => values[(row & rowMask) + (at & yearMask) + offset] as number;
  const { growthOffset } = layout;
  const ofRow = (spot.row ?? 0) + growthOffset;
  return (row, at) => {
    const value = (row & rowMask) + (at & yearMask) + offset;
    return values[filled[value] === 1 ? layout.ownGrowthSlot(value) : (row & rowMask) + ofRow] as number;
  };
}

type Binary = Expression & { readonly kind: 'binary' };

function binaryKernel(expression: Binary, context: KernelContext): Kernel {
  const { operator } = expression;
  const left = compileKernel(expression.left, context);
  const right = compileKernel(expression.right, context);
  if (isArithmetic(operator)) return (row, at) => operate(operator, left(row, at), right(row, at));
  return (row, at) => {
    const a = left(row, at);
    const b = right(row, at);
    return isPlain(a) && isPlain(b) ? compare(operator, a, b) : NaN;
  };
}

function callKernel(name: FunctionName, parameters: readonly Expression[], context: KernelContext): Kernel {
  switch (name) {
    case 'IF': {
      const [test = noNumber, then = noNumber, otherwise = () => 0] = parameters.map((p) => compileKernel(p, context));
      return (row, at) => {
        const chosen = test(row, at);
        return isPlain(chosen) ? (chosen !== 0 ? then : otherwise)(row, at) : NaN;
      };
    }
    case 'IFERROR': {
      const [tried = noNumber, fallback = noNumber] = parameters.map((p) => compileKernel(p, context));
      return (row, at) => {
        const value = tried(row, at);
        return isPlain(value) ? value : fallback(row, at);
      };
    }
    case 'AND':
      return junctionKernel(operandsOf(parameters, context), 0, context);
    case 'OR':
      return junctionKernel(operandsOf(parameters, context), 1, context);
    case 'SUM':
    case 'COUNT':
    case 'AVERAGE':
    case 'MIN':
    case 'MAX':
    case 'MEDIAN':
      return aggregateKernel(name, operandsOf(parameters, context), context);
    default:
      return scalarKernel(name, parameters, context);
  }
}

function operandsOf(parameters: readonly Expression[], context: KernelContext): Operand[] {
  return parameters.map((parameter) => context.formula.ranges.get(parameter) ?? compileKernel(parameter, context));
}

function scalarKernel(name: FunctionName, parameters: readonly Expression[], context: KernelContext): Kernel {
  const apply = scalarFunctions.get(name);
  const given = parameters.map((parameter) => compileKernel(parameter, context));
  const omitted = omittedArgument(name);
  const leftOut: Kernel = () => omitted;
  const [a = leftOut, b = leftOut, c = leftOut, d = leftOut, e = leftOut] = given;
  if (!apply) return noNumber;
  if (given.length === 1) {
    return (row, at) => {
      const x = a(row, at);
      return isPlain(x) ? apply(x, omitted, omitted, omitted, omitted) : NaN;
    };
  }
  return (row, at) => {
    const v = a(row, at);
    const w = b(row, at);
    const x = c(row, at);
    const y = d(row, at);
    const z = e(row, at);
    return isPlain(v + w + x + y + z) ? apply(v, w, x, y, z) : NaN;
  };
}
