/** What a person put into a cell is saved; what it computes to never is. */
import type { CellKey } from './cell.ts';

/**
 * What a cell holds. Numbers are in the row's stored unit: a per cent row holds fractions (2.1 % is 0.021).
 * A formula's `source` is canonical: indicator ids, no leading `=`. It may be malformed (from an old file or a paste);
 * then the cell's value is an error and the text is kept as it came.
 */
export type CellInput =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'formula'; readonly source: string }
  | { readonly kind: 'text'; readonly text: string };

export type ErrorCode = '#DIV/0!' | '#NUM!' | '#VALUE!' | '#NAME?' | '#REF!' | '#N/A' | '#CYCLE!' | '#ERROR!';

/** What cells are to hold after an action, `null` for blank. Cells not named stay as they are. */
export type CellInputs = ReadonlyMap<CellKey, CellInput | null>;

/** The input in force in a cell: the scenario's own, else the base's; `null` where it is blank. */
export type ReadInput = (cell: CellKey) => CellInput | null;

/**
 * An error value and where it began. `origin` is the cell whose own input fails; a cell that only reads it has the same origin.
 * `ring`: the cells of a circular reference in reading order, for `#CYCLE!` alone.
 * `missing`: for `#N/A`, the blank cell that was read.
 */
export interface CellError {
  readonly code: ErrorCode;
  readonly origin: CellKey;
  readonly ring?: readonly CellKey[];
  readonly missing?: CellKey;
}

/** What a cell computes to. Numbers are finite and never −0. */
export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly error: CellError };

/** Whether two inputs would calculate and print alike. */
export function sameInput(a: CellInput | null | undefined, b: CellInput | null | undefined): boolean {
  if (a === b) return true;
  if (!a || a.kind !== b?.kind) return false;
  switch (a.kind) {
    case 'number':
      return Object.is(a.value, (b as typeof a).value);
    case 'formula':
      return a.source === (b as typeof a).source;
    case 'text':
      return a.text === (b as typeof a).text;
  }
}
