/**
 * Operations on two leaves, a leaf being a cell or a number: one closure each instead of three. Most formulas of a sheet are no
 * larger (`prev*1.05`, `rd_spend/gdp`), and a chain of them runs three times as fast.
 */
import type { BinaryOperator, Expression } from '../formula/ast.ts';
import { add, divide, subtract } from './arithmetic.ts';
import { locate, type Formula, type Spot } from './formula.ts';
import type { Layout } from './layout.ts';
import type { Memory } from './memory.ts';
import type { RangeNodes } from './range-nodes.ts';

/** The value for a cell of `row`, in the year whose first slot is `at` (`year × rows`). */
export type Kernel = (row: number, at: number) => number;

export interface KernelContext {
  readonly layout: Layout;
  readonly memory: Memory;
  readonly ranges: RangeNodes;
  readonly formula: Formula;
  /** Whether it stands in a year's own growth cell, where `growth` means the row's. */
  readonly ownGrowth: boolean;
}

/**
 * Where a spot lies in memory, without a branch: `(row & rowMask) + (at & yearMask) + offset`, a mask being all ones where the
 * reference is relative and zero where it is fixed.
 */
export interface Address {
  readonly rowMask: number;
  readonly yearMask: number;
  readonly offset: number;
}

export function addressOf({ row, relative, years }: Spot, { rows }: Layout): Address {
  return { rowMask: row === undefined ? -1 : 0, yearMask: relative ? -1 : 0, offset: (row ?? 0) + years * rows };
}

/** A cell or a number, both as a place in an array of numbers. */
export interface Leaf extends Address {
  readonly array: Float64Array;
}

/** Undefined for anything that is not a number or the value of a cell. */
export function leafOf(expression: Expression, { layout, memory }: KernelContext): Leaf | undefined {
  if (expression.kind === 'number') {
    return { array: Float64Array.of(expression.value), rowMask: 0, yearMask: 0, offset: 0 };
  }
  const spot = expression.kind === 'reference' ? locate(expression, layout) : undefined;
  return spot && !spot.growth ? { array: memory.values, ...addressOf(spot, layout) } : undefined;
}

/** Undefined for an operator that has no such closure. */
export function leafPairKernel(operator: BinaryOperator, left: Leaf, right: Leaf): Kernel | undefined {
  const { array: x, rowMask: xRow, yearMask: xYear, offset: i } = left;
  const { array: y, rowMask: yRow, yearMask: yYear, offset: j } = right;
  switch (operator) {
    case '+':
      return (row, at) =>
        add(x[(row & xRow) + (at & xYear) + i] as number, y[(row & yRow) + (at & yYear) + j] as number);
    case '-':
      return (row, at) =>
        subtract(x[(row & xRow) + (at & xYear) + i] as number, y[(row & yRow) + (at & yYear) + j] as number);
    case '*':
      return (row, at) =>
        (x[(row & xRow) + (at & xYear) + i] as number) * (y[(row & yRow) + (at & yYear) + j] as number);
    case '/':
      return (row, at) =>
        divide(x[(row & xRow) + (at & xYear) + i] as number, y[(row & yRow) + (at & yYear) + j] as number);
    default:
      return undefined;
  }
}
