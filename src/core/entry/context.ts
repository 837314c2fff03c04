/** What the meaning of a typed text depends on: the cell it goes into. */
import type { Unit } from '../model/dataset.ts';
import type { NumberFormat } from '../model/view.ts';
import type { FormulaContext } from '../formula/parse.ts';

export interface EntryContext extends FormulaContext {
  /** How the cell's numbers are shown. With a `shift` of 2 the cell is read and shown in per cent and holds a fraction. */
  readonly format: NumberFormat;
  /** The row's unit: what `万` and `亿元` are relative to where the format has no shift. */
  readonly unit: Pick<Unit, 'label'>;
}
