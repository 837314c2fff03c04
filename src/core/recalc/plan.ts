/**
 * What to calculate after an edit, and in which order. A plan depends on the formulas and not on the values, so the plan of an
 * edit that comes again (a slider being dragged) is kept until a formula changes.
 */

/** Cells that one formula fills, evenly apart, one after the other. */
export interface Run {
  readonly kernel: RunKernel;
  readonly slot: number;
  readonly row: number;
  readonly year: number;
  /** First slot of the year, as a kernel takes it. */
  readonly at: number;
  readonly count: number;
  /** From each cell to the next: so many rows, and so many slots of whole years. From each range node to the next: 0 and 1. */
  readonly rowStep: number;
  readonly atStep: number;
  /** And so many years: 0 down a column, 1 along a row. */
  readonly byYears: 0 | 1;
  /** How many such lines of cells there are, a year and so many slots apart: more than one only for a field kernel. */
  readonly years: number;
  readonly yearStep: number;
}

/** Calculates and stores the cells of a run in order, so that each may read the one before. */
export type RunKernel = (run: Run) => void;

/** Runs that are calculated together; skipped together when nothing they read has changed. */
export interface Step {
  readonly runs: readonly Run[];
  /** How many nodes they hold. */
  readonly size: number;
  /** Steps that read from this one. */
  successors: readonly number[];
}

export interface Plan {
  /** In topological order. */
  readonly steps: readonly Step[];
  /** Steps to begin with: those that hold or read a seed. */
  readonly first: readonly number[];
}
