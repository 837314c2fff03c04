/**
 * Formulas as closures over memory, compiled once per distinct text (no `new Function`: the page's policy forbids it).
 *
 * A kernel is fast because it knows nothing of errors. Its promise: **a finite result is the formula's value; anything else
 * says only that there is no plain number**, and `CarefulEvaluator` then finds out what there is. Blanks and errors are NaN in
 * memory and flow through arithmetic by themselves; every operation that could turn a non-finite operand into a finite result
 * (a quotient, a comparison, a minimum …) checks its operands first.
 */
import type { Expression, FunctionName } from '../formula/ast.ts';
import { add, compare, divide, omittedArgument, power, scalarFunctions, subtract } from './arithmetic.ts';
import { startFold, stepFold } from './fold.ts';
import { locate, type Fold, type RangeRead, type Spot } from './formula.ts';
import { addressOf, leafOf, leafPairKernel, type Kernel, type KernelContext, type Leaf } from './leaf-kernel.ts';
import { blankCode } from './memory.ts';

/** Only for a formula that parsed; only valid in the years where all its references have cells. */
export function compileKernel(expression: Expression, context: KernelContext): Kernel {
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
    case 'reference': {
      const spot = locate(expression, context.layout);
      return spot ? referenceKernel(spot, context) : noNumber;
    }
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

/** Whether `growth` here means the row's growth whatever the year says. */
export function isRowGrowth(spot: Spot, ownGrowth: boolean): boolean {
  return spot.growth && ownGrowth && spot.row === undefined && spot.relative && spot.years === 0;
}

function referenceKernel(spot: Spot, { layout, memory, ownGrowth }: KernelContext): Kernel {
  const { values, filled } = memory;
  const { rowMask, yearMask, offset } = addressOf(spot, layout);
  if (!spot.growth) return (row, at) => values[(row & rowMask) + (at & yearMask) + offset] as number;
  const { growthOffset } = layout;
  const ofRow = (spot.row ?? 0) + growthOffset;
  if (isRowGrowth(spot, ownGrowth)) return (row) => values[row + growthOffset] as number;
  return (row, at) => {
    const ofYear = (row & rowMask) + (at & yearMask) + offset + growthOffset;
    return values[filled[ofYear] === 1 ? ofYear : (row & rowMask) + ofRow] as number;
  };
}

type Binary = Expression & { readonly kind: 'binary' };

function binaryKernel(expression: Binary, context: KernelContext): Kernel {
  const x = leafOf(expression.left, context);
  const y = leafOf(expression.right, context);
  const small = x && y ? leafPairKernel(expression.operator, x, y) : x && leafTimesSum(x, expression, context);
  if (small) return small;
  const left = compileKernel(expression.left, context);
  const right = compileKernel(expression.right, context);
  const { operator } = expression;
  switch (operator) {
    case '+': {
      if (expression.left.kind !== 'number') return (row, at) => add(left(row, at), right(row, at));
      const { value } = expression.left;
      return (row, at) => add(value, right(row, at));
    }
    case '-':
      return (row, at) => subtract(left(row, at), right(row, at));
    case '*':
      return (row, at) => left(row, at) * right(row, at);
    case '/':
      return (row, at) => divide(left(row, at), right(row, at));
    case '^':
      return (row, at) => whenFinite(power, left(row, at), right(row, at));
    default: {
      const decide = (a: number, b: number): number => compare(operator, a, b);
      return (row, at) => whenFinite(decide, left(row, at), right(row, at));
    }
  }
}

/**
 * `cell*(a+b)` in one closure: the shape of every compound growth path, `prev*(1+growth)`, and so of most cells of a sheet. It
 * saves two calls in five. Undefined for any other shape.
 */
function leafTimesSum(
  { array, rowMask, yearMask, offset }: Leaf,
  { operator, right }: Binary,
  context: KernelContext,
): Kernel | undefined {
  if (operator !== '*' || right.kind !== 'binary' || right.operator !== '+') return undefined;
  const b = compileKernel(right.right, context);
  if (right.left.kind === 'number') {
    const { value } = right.left;
    return (row, at) => (array[(row & rowMask) + (at & yearMask) + offset] as number) * add(value, b(row, at));
  }
  const a = compileKernel(right.left, context);
  return (row, at) => (array[(row & rowMask) + (at & yearMask) + offset] as number) * add(a(row, at), b(row, at));
}

function whenFinite(operation: (a: number, b: number) => number, a: number, b: number): number {
  return isFinite(a) && isFinite(b) ? operation(a, b) : NaN;
}

function isFinite(x: number): boolean {
  return x - x === 0;
}

function callKernel(name: FunctionName, parameters: readonly Expression[], context: KernelContext): Kernel {
  switch (name) {
    case 'IF': {
      const [test = noNumber, then = noNumber, otherwise = () => 0] = parameters.map((p) => compileKernel(p, context));
      return (row, at) => {
        const chosen = test(row, at);
        return isFinite(chosen) ? (chosen !== 0 ? then : otherwise)(row, at) : NaN;
      };
    }
    case 'IFERROR': {
      const [tried = noNumber, fallback = noNumber] = parameters.map((p) => compileKernel(p, context));
      return (row, at) => {
        const value = tried(row, at);
        return isFinite(value) ? value : fallback(row, at);
      };
    }
    case 'AND':
      return junctionKernel(parameters, 0, context);
    case 'OR':
      return junctionKernel(parameters, 1, context);
    case 'SUM':
      return sumKernel(foldParts(parameters, 'SUM', context));
    case 'COUNT':
      return sumKernel(foldParts(parameters, 'COUNT', context));
    case 'AVERAGE': {
      const sum = sumKernel(foldParts(parameters, 'SUM', context));
      const count = sumKernel(foldParts(parameters, 'COUNT', context));
      return (row, at) => divide(sum(row, at), count(row, at));
    }
    case 'MIN':
      return extremeKernel(foldParts(parameters, 'MIN', context), Math.min, Infinity);
    case 'MAX':
      return extremeKernel(foldParts(parameters, 'MAX', context), Math.max, -Infinity);
    case 'MEDIAN': {
      const collect = collector(parameters, context);
      return (row, at) => medianOf(collect(row, at));
    }
    default:
      return scalarKernel(name, parameters, context);
  }
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
      return isFinite(x) ? apply(x, omitted, omitted, omitted, omitted) : NaN;
    };
  }
  return (row, at) => {
    const v = a(row, at);
    const w = b(row, at);
    const x = c(row, at);
    const y = d(row, at);
    const z = e(row, at);
    return isFinite(v + w + x + y + z) ? apply(v, w, x, y, z) : NaN;
  };
}

/** Stops at the first argument that settles it: a zero for AND, anything else for OR. */
function junctionKernel(parameters: readonly Expression[], settling: 0 | 1, context: KernelContext): Kernel {
  const parts = parameters.map((parameter) => collector([parameter], context));
  return (row, at) => {
    let tested = 0;
    for (const part of parts) {
      const values = part(row, at);
      if (values === undefined) return NaN;
      if (values.some((value) => (value !== 0 ? 1 : 0) === settling)) return settling;
      tested += values.length;
    }
    return tested > 0 ? 1 - settling : NaN;
  };
}

/** All numbers that the arguments give, blanks in ranges left out; `undefined` if one of them is no number. */
function collector(
  parameters: readonly Expression[],
  context: KernelContext,
): (row: number, at: number) => number[] | undefined {
  const { values, codes } = context.memory;
  const parts = parameters.map((parameter) => {
    const range = context.formula.ranges.get(parameter);
    return range ? { walk: rangeWalk(range, context) } : { value: compileKernel(parameter, context) };
  });
  return (row, at) => {
    const found: number[] = [];
    let sound = true;
    for (const { walk, value } of parts) {
      if (value) found.push(value(row, at));
      walk?.(row, at, (slot) => {
        if (codes[slot] !== blankCode) found.push(values[slot] as number);
      });
    }
    for (const x of found) sound &&= isFinite(x);
    return sound ? found : undefined;
  };
}

/** NaN if there is nothing in the middle. */
export function medianOf(numbers: number[] | undefined): number {
  if (!numbers) return NaN;
  numbers.sort((a, b) => a - b);
  const middle = numbers.length >> 1;
  const upper = numbers[middle] ?? NaN;
  return numbers.length % 2 === 1 ? upper : ((numbers[middle - 1] ?? NaN) + upper) / 2;
}

/** Each range is summed by itself and the sums are added in order. */
function sumKernel(parts: readonly Kernel[]): Kernel {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return (row, at) => {
    let sum = 0;
    for (const part of parts) sum += part(row, at);
    return sum;
  };
}

function extremeKernel(parts: readonly Kernel[], pick: (a: number, b: number) => number, none: number): Kernel {
  return (row, at) => {
    let extreme = none;
    for (const part of parts) extreme = pick(extreme, part(row, at));
    return extreme === none ? 0 : extreme;
  };
}

/** One kernel per argument, each giving that argument's own fold. An empty minimum is ∞, an empty maximum −∞. */
function foldParts(parameters: readonly Expression[], fold: Fold, context: KernelContext): Kernel[] {
  return parameters.map((parameter) => {
    const range = context.formula.ranges.get(parameter);
    if (range) return rangeKernel(range, fold, context);
    const value = compileKernel(parameter, context);
    if (fold === 'COUNT') return (row, at) => (isFinite(value(row, at)) ? 1 : 0);
    if (fold === 'SUM') return value;
    return (row, at) => {
      const x = value(row, at);
      return isFinite(x) ? x : NaN;
    };
  });
}

function rangeKernel(range: RangeRead, fold: Fold, context: KernelContext): Kernel {
  const { memory, ranges } = context;
  const nodes = range.nodes?.get(fold);
  if (nodes) {
    const { rows, cells } = context.layout;
    return (_row, at) => ranges.values[(nodes[at / rows] as number) - cells] as number;
  }
  const walk = rangeWalk(range, context);
  return (row, at) => {
    let folded = startFold(fold);
    walk(row, at, (slot) => {
      folded = stepFold(fold, folded, memory, slot);
    });
    return folded;
  };
}

/** Visits the cells of a range that has no nodes, row by row. */
function rangeWalk(
  { from, to }: RangeRead,
  { layout, memory }: KernelContext,
): (row: number, at: number, visit: (slot: number) => void) => void {
  const { rows, growthOffset } = layout;
  const { filled } = memory;
  const start = addressOf({ ...from, row: 0 }, layout);
  const end = addressOf({ ...to, row: 0 }, layout);
  return (row, at, visit) => {
    const a = (at & start.yearMask) + start.offset;
    const b = (at & end.yearMask) + end.offset;
    const fromRow = from.row ?? row;
    const toRow = to.row ?? row;
    const lastRow = Math.max(fromRow, toRow);
    const lastYear = Math.max(a, b);
    for (let r = Math.min(fromRow, toRow); r <= lastRow; r++) {
      for (let year = Math.min(a, b); year <= lastYear; year += rows) {
        if (!from.growth) visit(year + r);
        else visit(filled[growthOffset + year + r] === 1 ? growthOffset + year + r : growthOffset + r);
      }
    }
  };
}
