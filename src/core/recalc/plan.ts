/**
 * What to calculate after an edit, and in which order. A plan depends on the formulas and not on the values, so the plan of an
 * edit that comes again (a slider being dragged) is kept until a formula changes.
 */
import type { Run } from './run.ts';

/** Runs that are calculated together; skipped together when nothing they read has changed. */
export interface Step {
  readonly runs: readonly Run[];
  /** How many nodes they hold. */
  readonly size: number;
  /** Steps that read from this one. */
  successors: Int32Array;
}

export interface Plan {
  /** In topological order. */
  readonly steps: readonly Step[];
  /** Steps to begin with: those that hold or read a seed. */
  readonly first: Int32Array;
  /** How many nodes the steps hold. */
  readonly size: number;
}
