/** Which result a question is about: an indicator in a year. It begins with the cell that is active in the sheet. */
import { valueKey, type CellKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import type { OpenSheet } from './open-sheet.svelte.ts';
import type { CellPlace } from './selection.svelte.ts';

type Read = Pick<OpenSheet, 'sheet' | 'dataset' | 'value'>;

export class ChosenResult {
  readonly #read: Read;
  #indicator: IndicatorId;
  #year: Year;

  /** Throws for a dataset without rows. */
  constructor(read: Read, active: CellPlace) {
    const { sheet, dataset } = read;
    const row = sheet.rows[active.row - 1];
    const indicator = row?.kind === 'indicator' ? row.indicator : dataset.rows[0]?.indicator.id;
    if (!indicator) throw new Error('Nothing to ask about');
    const column = sheet.columns.find(({ id }) => id === active.column);
    const isInYear = column?.role === 'year' || column?.role === 'target' || column?.role === 'gap';
    this.#read = read;
    this.#indicator = $state.raw(indicator);
    this.#year = $state.raw((isInYear ? column.year : undefined) ?? dataset.years.at(-1) ?? dataset.baseYear);
  }

  get indicator(): IndicatorId {
    return this.#indicator;
  }
  get year(): Year {
    return this.#year;
  }
  get cell(): CellKey {
    return valueKey(this.#indicator, this.#year);
  }
  /** What it is now, in the stored unit; `undefined` where it is no number. */
  get present(): number | undefined {
    const value = this.#read.value(this.cell);
    return value.kind === 'number' ? value.value : undefined;
  }
  /** The years it may be asked of: those that are projected. */
  get years(): readonly Year[] {
    return this.#read.dataset.years.slice(1);
  }

  choose(indicator: IndicatorId, year: Year): void {
    this.#indicator = indicator;
    this.#year = year;
  }
}
