/** Leaves of a formula, a leaf being a cell or a number: what a kernel can read without calling another. */
import type { Expression } from '../formula/ast.ts';
import { locate, type Formula, type Spot } from './formula.ts';
import type { Layout } from './layout.ts';
import type { Memory } from './memory.ts';
import type { Run } from './plan.ts';
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
  /** 1 for an array that holds one number after the other for the cells of a run; else 0. */
  readonly ownStep: number;
}

/** Undefined for anything that is not a number or a cell, and for a growth while any year has one of its own. */
export function leafOf(expression: Expression, { layout, memory, ownGrowth }: KernelContext): Leaf | undefined {
  if (expression.kind === 'number') {
    return leafAt(nowhere, Float64Array.of(expression.value));
  }
  const spot = expression.kind === 'reference' ? locate(expression, layout) : undefined;
  if (!spot) return undefined;
  const address = addressOf(spot, layout);
  if (!spot.growth) return leafAt(address, memory.values);
  if (memory.filledCells > 0 && !isRowGrowth(spot, ownGrowth)) return undefined;
  return leafAt({ ...address, yearMask: 0, offset: (spot.row ?? 0) + layout.growthOffset }, memory.values);
}

/** The first place of an array, for every cell. */
const nowhere: Address = { rowMask: 0, yearMask: 0, offset: 0 };

/** The one place that makes leaves, so that they all have one shape. */
function leafAt({ rowMask, yearMask, offset }: Address, array: Float64Array, ownStep = 0): Leaf {
  return { array, rowMask, yearMask, offset, ownStep };
}

/** Whether `growth` here means the row's growth whatever the year says. */
function isRowGrowth(spot: Spot, ownGrowth: boolean): boolean {
  return spot.growth && ownGrowth && spot.row === undefined && spot.relative && spot.years === 0;
}

/** The numbers for the cells of a run. */
export function leafOfRun(numbers: Float64Array): Leaf {
  return leafAt(nowhere, numbers, 1);
}

/** The number 0, where a sum has a summand less. */
export const zero: Leaf = leafAt(nowhere, Float64Array.of(0));

/** Where a leaf stands for the first cell of a run. */
export function startOf({ rowMask, yearMask, offset }: Address, { row, at }: Run): number {
  return (row & rowMask) + (at & yearMask) + offset;
}

/** How far it moves from each cell of a run to the next. */
export function stepOf({ rowMask, yearMask, ownStep }: Leaf, { rowStep, atStep }: Run): number {
  return (rowStep & rowMask) + (atStep & yearMask) + ownStep;
}
