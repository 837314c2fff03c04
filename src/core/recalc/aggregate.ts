/**
 * Functions over ranges and any number of arguments, as kernels: SUM, COUNT, AVERAGE, MIN, MAX, MEDIAN, AND, OR. The promise is
 * that of every kernel: a finite result is the value, anything else says only that there is no plain number.
 */
import { divide, isPlain } from './arithmetic.ts';
import { startFold, stepFold } from './fold.ts';
import type { Fold, RangeRead } from './formula.ts';
import { addressOf, type Kernel, type KernelContext } from './leaf.ts';
import { blankCode } from './memory.ts';

/** An argument: a range, or what gives a single value. */
export type Operand = RangeRead | Kernel;

export function aggregateKernel(
  name: 'SUM' | 'COUNT' | 'AVERAGE' | 'MIN' | 'MAX' | 'MEDIAN',
  operands: readonly Operand[],
  context: KernelContext,
): Kernel {
  switch (name) {
    case 'SUM':
    case 'COUNT':
      return sumKernel(foldParts(operands, name, context));
    case 'AVERAGE': {
      const sum = sumKernel(foldParts(operands, 'SUM', context));
      const count = sumKernel(foldParts(operands, 'COUNT', context));
      return (row, at) => divide(sum(row, at), count(row, at));
    }
    case 'MIN':
      return extremeKernel(foldParts(operands, 'MIN', context), Math.min, Infinity);
    case 'MAX':
      return extremeKernel(foldParts(operands, 'MAX', context), Math.max, -Infinity);
    case 'MEDIAN': {
      const collect = collector(operands, context);
      return (row, at) => medianOf(collect(row, at));
    }
  }
}

/** Stops at the first argument that settles it: a zero for AND, anything else for OR. */
export function junctionKernel(operands: readonly Operand[], settling: 0 | 1, context: KernelContext): Kernel {
  const parts = operands.map((operand) => collector([operand], context));
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
  operands: readonly Operand[],
  context: KernelContext,
): (row: number, at: number) => number[] | undefined {
  const { values, codes } = context.memory;
  const parts = operands.map((operand) =>
    typeof operand === 'function' ? { value: operand } : { walk: rangeWalk(operand, context) },
  );
  return (row, at) => {
    const found: number[] = [];
    let sound = true;
    for (const { walk, value } of parts) {
      if (value) found.push(value(row, at));
      walk?.(row, at, (slot) => {
        if (codes[slot] !== blankCode) found.push(values[slot] as number);
      });
    }
    for (const x of found) sound &&= isPlain(x);
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
function foldParts(operands: readonly Operand[], fold: Fold, context: KernelContext): Kernel[] {
  return operands.map((operand) => {
    if (typeof operand !== 'function') return rangeKernel(operand, fold, context);
    if (fold === 'COUNT') return (row, at) => (isPlain(operand(row, at)) ? 1 : 0);
    if (fold === 'SUM') return operand;
    return (row, at) => {
      const x = operand(row, at);
      return isPlain(x) ? x : NaN;
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
        else visit(filled[year + r] === 1 ? layout.ownGrowthSlot(year + r) : growthOffset + r);
      }
    }
  };
}
