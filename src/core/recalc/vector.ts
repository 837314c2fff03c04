/**
 * Kernels over a block of cells at once: one loop per operation instead of one chain of calls per cell. Arithmetic runs in
 * these loops; any other part of a formula falls back on its ordinary kernel, cell by cell. The promise is that of `Kernel`.
 */
import type { Expression } from '../formula/ast.ts';
import { add, divide, subtract } from './arithmetic.ts';
import { locate } from './formula.ts';
import type { Changes } from './changes.ts';
import { compileKernel } from './kernel.ts';
import { addressOf, isRowGrowth, type KernelContext } from './leaf.ts';
import type { RunKernel } from './plan.ts';

/** How many cells a block is cut into: its intermediate results stay in the fastest cache. */
const chunkSize = 512;

/**
 * The values of `count ≤ chunkSize` cells of one year, from `row` on every `stride` rows: after `load` they are `array[start]`,
 * `array[start + stride]`, …, be that in memory itself or in a buffer that `load` has filled.
 */
interface VectorKernel {
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

/** For runs down one column whose cells do not read one another. */
export function blockRun(expression: Expression, context: KernelContext, changes: Changes): RunKernel {
  const kernel = compileAt(expression, context, 0);
  return ({ slot, row, at, count, rowStep }) => {
    for (let done = 0; done < count; done += chunkSize) {
      const length = Math.min(chunkSize, count - done);
      kernel.load(row + done * rowStep, rowStep, length, at);
      const { array, start, stride } = kernel;
      const first = slot + done * rowStep;
      for (let k = 0; k < length; k++) changes.store(first + k * rowStep, array[start + k * stride] as number);
    }
  };
}

function compileAt(expression: Expression, context: KernelContext, depth: number): VectorKernel {
  switch (expression.kind) {
    case 'number':
    case 'boolean': {
      const constant = Float64Array.of(Number(expression.value));
      return { array: constant, start: 0, stride: 0, load: () => undefined };
    }
    case 'reference':
      return referenceKernel(expression, context, depth);
    case 'binary':
      return binaryKernel(expression, context, depth) ?? cellByCell(expression, context, depth);
    default:
      return cellByCell(expression, context, depth);
  }
}

function referenceKernel(
  expression: Expression & { kind: 'reference' },
  context: KernelContext,
  depth: number,
): VectorKernel {
  const { layout, memory } = context;
  const spot = locate(expression, layout);
  if (!spot) return cellByCell(expression, context, depth);
  const { rowMask, yearMask, offset } = addressOf(spot, layout);
  const gather = spot.growth ? cellByCell(expression, context, depth) : undefined;
  const always = isRowGrowth(spot, context.ownGrowth);
  const operand: VectorKernel = {
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

function cellByCell(expression: Expression, context: KernelContext, depth: number): VectorKernel {
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

type Loop = (out: Float64Array, count: number, a: VectorKernel, b: VectorKernel) => void;

/** Undefined for an operator that has no loop. */
function binaryKernel(
  { operator, left, right }: Expression & { kind: 'binary' },
  context: KernelContext,
  depth: number,
): VectorKernel | undefined {
  const loop = loops.get(operator);
  if (!loop) return undefined;
  const a = compileAt(left, context, depth);
  const b = compileAt(right, context, depth + 1);
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
