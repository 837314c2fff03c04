/** What the meaning of a typed text depends on: the cell it goes into. */
import type { Unit } from '../model/dataset.ts';
import type { CellInput } from '../model/input.ts';
import type { Result } from '../model/result.ts';
import type { NumberFormat } from '../model/view.ts';
import type { FormulaContext } from '../formula/parse.ts';
import type { NumberError } from './number-error.ts';

/** How targets are read and written. No part of what the sheet is first shown with, so it is fetched later. */
export interface TargetEntries {
  /** `null`: there is to be none. */
  readonly read: (text: string, context: Omit<EntryContext, 'own'>) => Result<CellInput | null, NumberError>;
  /** A stored target as it would be typed. */
  readonly print: (text: string, context: Pick<EntryContext, 'format'>) => string;
}

export interface EntryContext extends FormulaContext {
  /** How the cell's numbers are shown. With a `shift` of 2 the cell is read and shown in per cent and holds a fraction. */
  readonly format: NumberFormat;
  /** The row's unit: what `万` and `亿元` are relative to where the format has no shift. */
  readonly unit: Pick<Unit, 'label'>;
  /** Absent until it is fetched: a target cannot be read before, and its stored text is shown. */
  readonly targets?: TargetEntries;
}
