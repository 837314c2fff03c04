/**
 * What to calculate after an edit, and in which order. A plan depends on the formulas and not on the values, so the plan of an
 * edit that comes again (a slider being dragged) is kept until a formula changes.
 */
import type { Kernel } from './leaf-kernel.ts';
import type { VectorKernel } from './vector.ts';

/** Nodes that are calculated together; skipped together when nothing they read has changed. */
export type Step = SequenceStep | BlockStep;

/** Nodes one after the other, in topological order. */
export interface SequenceStep {
  readonly kind: 'sequence';
  readonly slots: Int32Array;
  readonly rows: Int32Array;
  /** First slot of the year, as a kernel takes it. */
  readonly ats: Int32Array;
  /** Undefined for a range node, and for a cell that only the careful evaluator can do. */
  readonly kernels: readonly (Kernel | undefined)[];
  /** Steps that read from this one. */
  successors: Int32Array;
}

/** Cells of one column that hold one formula at even distances and do not read one another. */
export interface BlockStep {
  readonly kind: 'block';
  readonly firstSlot: number;
  readonly firstRow: number;
  readonly stride: number;
  readonly count: number;
  readonly at: number;
  readonly kernel: VectorKernel;
  successors: Int32Array;
}

export interface Plan {
  readonly steps: readonly Step[];
  /** Steps to begin with: those that hold or read a seed. */
  readonly first: Int32Array;
  /** How many nodes the steps hold. */
  readonly size: number;
}
