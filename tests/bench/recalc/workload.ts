/** What the engines are measured on: a sheet, a kind of edit, and a hand-written loop that does the same work. */

/** A rectangular sheet. Columns are the years, then `growth`; rows are called `r0`, `r1`, …; formulas begin with `=`. */
export interface BenchSheet {
  readonly rows: number;
  readonly years: number;
  readonly at: (row: number, column: number) => number | string | undefined;
}

/** A cell by row and column. */
export type Cell = readonly [row: number, column: number];

/** One engine with one workload's sheet in it. */
export interface Contestant {
  /** Does the work once more; `round` varies the numbers, so that something changes each time. */
  readonly work: (round: number) => void;
  /** Numbers that every engine must have after the same round. */
  readonly results: () => readonly number[];
}

export type Engine = 'ours' | 'hyperformula' | 'mathjs' | 'loops';

export interface Workload {
  readonly title: string;
  /** Measured once, in a fresh process: what the first time costs a person. */
  readonly cold?: boolean;
  readonly engines: Readonly<Partial<Record<Engine, () => Contestant>>>;
  /** So many times as fast as HyperFormula, and at most so many times as slow as the loops. */
  readonly goal: { readonly hyperformula?: number; readonly loops?: number };
}

export const baseYear = 2020;
