/** What the engines are measured on: a sheet, kinds of work on it, and hand-written loops that do the same. */

/** A rectangular sheet. Columns are the years, then `growth`; rows are called `r0`, `r1`, …; formulas begin with `=`. */
export interface BenchSheet {
  readonly rows: number;
  readonly years: number;
  readonly at: (row: number, column: number) => number | string | undefined;
}

/** A cell by row and column. */
export type Cell = readonly [row: number, column: number];

export type Work =
  /** Making the sheet, once per process: what the first time costs a person. */
  | { readonly kind: 'build' }
  /** Writing a number into one cell; `round` varies it, so that something changes each time. */
  | { readonly kind: 'edit'; readonly cell: Cell; readonly value: (round: number) => number }
  | { readonly kind: 'recalculate' }
  /** Trying many sets of numbers: one for each input, vector after vector. */
  | { readonly kind: 'vectors'; readonly inputs: readonly Cell[]; readonly vectors: Float64Array };

/** A line of the table. */
export interface Line {
  readonly title: string;
  readonly work: Work;
  /** Cells whose values every engine must agree on after the work. */
  readonly watched: readonly Cell[];
  /** The same work on bare numbers, row by row with `columns` numbers each: the limit that an engine is held against. */
  readonly byHand?: (values: Float64Array, columns: number, round: number) => void;
  /** So many times as fast as HyperFormula, and at most so many times as slow as the loops. */
  readonly goal: { readonly hyperformula?: number; readonly loops?: number };
}

/** Lines that share a sheet, measured one after the other in one process; the sheet is put back after each. */
export interface Group {
  readonly sheet: BenchSheet;
  readonly lines: readonly Line[];
}

/** An engine with a sheet in it. */
export interface BuiltSheet {
  readonly editOf: (cell: Cell) => (value: number) => void;
  readonly valuesOf: (cells: readonly Cell[]) => readonly number[];
  readonly recalculate: () => void;
  /** The outputs under the last of the vectors. */
  readonly tryVectors: (inputs: readonly Cell[], vectors: Float64Array, outputs: readonly Cell[]) => readonly number[];
}

/** Makes a sheet ready for an engine; what it returns is the building proper. A package is loaded only by the engine that needs it. */
export type Engine = (sheet: BenchSheet) => (() => BuiltSheet) | Promise<() => BuiltSheet>;

export const baseYear = 2020;
