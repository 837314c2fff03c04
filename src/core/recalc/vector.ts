/**
 * Kernels over a block of cells at once: one loop per operation instead of one chain of calls per cell. Arithmetic runs in
 * these loops; any other part of a formula falls back on its ordinary kernel, cell by cell. The promise is that of `Kernel`.
 */
import type { Expression } from '../formula/ast.ts';
import { add, divide, subtract } from './arithmetic.ts';
import { locate } from './formula.ts';
import { addressOf, compileKernel, isRowGrowth, type KernelContext } from './kernel.ts';

/** How many cells a block is cut into: its intermediate results stay in the fastest cache. */
export const chunkSize = 512;

/** Writes the values of `count ≤ chunkSize` cells, from `row` on in steps of `stride` rows, of one year. */
export type VectorKernel = (row: number, stride: number, count: number, at: number, out: Float64Array) => void;

/** Where the operand of a loop lies: in memory, or in a buffer that `load` has just filled. */
interface Operand {
  array: Float64Array;
  start: number;
  stride: number;
  load: (row: number, stride: number, count: number, at: number) => void;
}

/** Buffers are shared by depth: an operation's left side uses its own depth, its right side the next. */
const buffers: Float64Array[] = [];

function bufferAt(depth: number): Float64Array {
  return (buffers[depth] ??= new Float64Array(chunkSize));
}

export function compileVectorKernel(expression: Expression, context: KernelContext): VectorKernel {
  const result = compileOperand(expression, context, 0);
  return (row, stride, count, at, out) => {
    result.load(row, stride, count, at);
    const { array, start, stride: step } = result;
    for (let k = 0, i = start; k < count; k++, i += step) out[k] = array[i] as number;
  };
}

function compileOperand(expression: Expression, context: KernelContext, depth: number): Operand {
  switch (expression.kind) {
    case 'number':
    case 'boolean': {
      const constant = Float64Array.of(Number(expression.value));
      return { array: constant, start: 0, stride: 0, load: () => undefined };
    }
    case 'reference':
      return referenceOperand(expression, context, depth);
    case 'binary':
      return binaryOperand(expression, context, depth) ?? cellByCell(expression, context, depth);
    default:
      return cellByCell(expression, context, depth);
  }
}

function referenceOperand(
  expression: Expression & { kind: 'reference' },
  context: KernelContext,
  depth: number,
): Operand {
  const { layout, memory } = context;
  const spot = locate(expression, layout);
  if (!spot) return cellByCell(expression, context, depth);
  const { rowMask, yearMask, offset } = addressOf(spot, layout);
  const gather = spot.growth ? cellByCell(expression, context, depth) : undefined;
  const always = isRowGrowth(spot, context.ownGrowth);
  const operand: Operand = {
    array: memory.values,
    start: 0,
    stride: 0,
    load(row, stride, count, at) {
      if (gather && !always && memory.filledCells > 0) {
        gather.load(row, stride, count, at);
        operand.array = gather.array;
        operand.start = 0;
        operand.stride = 1;
        return;
      }
      operand.array = memory.values;
      operand.start =
        (row & rowMask) + (spot.growth ? layout.growthOffset + (spot.row ?? 0) : (at & yearMask) + offset);
      operand.stride = stride & rowMask;
    },
  };
  return operand;
}

function cellByCell(expression: Expression, context: KernelContext, depth: number): Operand {
  const kernel = compileKernel(expression, context);
  const out = bufferAt(depth);
  return {
    array: out,
    start: 0,
    stride: 1,
    load(row, stride, count, at) {
      for (let k = 0, r = row; k < count; k++, r += stride) out[k] = kernel(r, at);
    },
  };
}

type Loop = (out: Float64Array, count: number, a: Operand, b: Operand) => void;

/** Undefined for an operator that has no loop. */
function binaryOperand(
  { operator, left, right }: Expression & { kind: 'binary' },
  context: KernelContext,
  depth: number,
): Operand | undefined {
  const loop = loops.get(operator);
  if (!loop) return undefined;
  const a = compileOperand(left, context, depth);
  const b = compileOperand(right, context, depth + 1);
  const out = bufferAt(depth);
  return {
    array: out,
    start: 0,
    stride: 1,
    load(row, stride, count, at) {
      a.load(row, stride, count, at);
      b.load(row, stride, count, at);
      loop(out, count, a, b);
    },
  };
}

/** Written out four times: a loop that calls a function it is given runs five times as long. */
const loops: ReadonlyMap<string, Loop> = new Map<string, Loop>([
  [
    '+',
    (out, count, { array: x, start: i, stride: s }, { array: y, start: j, stride: t }) => {
      for (let k = 0; k < count; k++, i += s, j += t) out[k] = add(x[i] as number, y[j] as number);
    },
  ],
  [
    '-',
    (out, count, { array: x, start: i, stride: s }, { array: y, start: j, stride: t }) => {
      for (let k = 0; k < count; k++, i += s, j += t) out[k] = subtract(x[i] as number, y[j] as number);
    },
  ],
  [
    '*',
    (out, count, { array: x, start: i, stride: s }, { array: y, start: j, stride: t }) => {
      for (let k = 0; k < count; k++, i += s, j += t) out[k] = (x[i] as number) * (y[j] as number);
    },
  ],
  [
    '/',
    (out, count, { array: x, start: i, stride: s }, { array: y, start: j, stride: t }) => {
      for (let k = 0; k < count; k++, i += s, j += t) out[k] = divide(x[i] as number, y[j] as number);
    },
  ],
]);
