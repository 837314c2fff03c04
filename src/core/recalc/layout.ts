/**
 * Where every calculating cell stands in memory. Column by column, so that one year of neighbouring rows is one run of numbers:
 * `slot = column × rows + row`. The columns are the years, then `growth`, then each projected year's own growth; so the growth
 * in force in a year stands exactly `years × rows` after the value of that year, and the base year's is the row's `growth`.
 */
import { cellKey, columnName, type CellKey, type Column, type IndicatorId, type Year } from '../model/cell.ts';

export interface CalculationSheet {
  readonly indicators: readonly IndicatorId[];
  /** In order, without gaps; the first is the base year. */
  readonly years: readonly Year[];
  /** Where each indicator stands among them, for callers who know. */
  readonly rowOf?: ReadonlyMap<string, number>;
}

/** How a cell reads relative references: all of a year's columns share this except for {@link CellPlace.ownGrowth}. */
export interface CellPlace {
  readonly row: number;
  /** Index of the year; 0 in the `growth` column, which has no year of its own. */
  readonly year: number;
  /** Whether the cell is one year's own growth, where `growth` means the row's. */
  readonly ownGrowth: boolean;
}

export class Layout {
  readonly rows: number;
  readonly years: readonly Year[];
  readonly baseYear: number;
  /** Slots of cells; range nodes come after. */
  readonly cells: number;
  /** From a value to the growth in force in its year; also the first slot of `growth`. */
  readonly growthOffset: number;
  readonly #indicators: readonly IndicatorId[];
  readonly #columns: readonly Column[];
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #columnOf: ReadonlyMap<string, number>;

  constructor({ indicators, years, rowOf }: CalculationSheet) {
    this.rows = indicators.length;
    this.years = years;
    this.baseYear = years[0] ?? 0;
    this.#indicators = indicators;
    this.#columns = [
      ...years.map((year): Column => ({ kind: 'value', year })),
      { kind: 'growth' },
      ...years.slice(1).map((year): Column => ({ kind: 'yearGrowth', year })),
    ];
    this.cells = this.#columns.length * this.rows;
    this.growthOffset = years.length * this.rows;
    this.#rowOf = rowOf ?? new Map(indicators.map((indicator, row) => [indicator, row]));
    this.#columnOf = new Map(this.#columns.map((column, index) => [columnName(column), index]));
  }

  /** −1 for a cell that is not in the sheet or takes no part in calculation. */
  slotOf(key: CellKey): number {
    const at = key.indexOf('@');
    const row = this.#rowOf.get(key.slice(0, at));
    const column = this.#columnOf.get(key.slice(at + 1));
    return row === undefined || column === undefined ? -1 : column * this.rows + row;
  }

  keyOf(slot: number): CellKey {
    const row = slot % this.rows;
    const indicator = this.#indicators[row];
    const column = this.#columns[(slot - row) / this.rows];
    if (indicator === undefined || column === undefined) throw new Error(`No cell at slot ${slot}`);
    return cellKey(indicator, column);
  }

  placeOf(slot: number): CellPlace {
    const row = slot % this.rows;
    const column = (slot - row) / this.rows;
    const years = this.years.length;
    return column < years
      ? { row, year: column, ownGrowth: false }
      : { row, year: column - years, ownGrowth: column > years };
  }

  /** A number that sorts slots as the sheet is read: row by row, in a row years, then growth, then each year's growth. */
  readingOrder(slot: number): number {
    const row = slot % this.rows;
    return row * this.#columns.length + (slot - row) / this.rows;
  }

  rowOf(indicator: string): number | undefined {
    return this.#rowOf.get(indicator);
  }

  /** −1 for a year outside the sheet. */
  yearIndex(year: number): number {
    return this.#columnOf.get(String(year)) ?? -1;
  }

  /** Whether the cell is one projected year's own growth. */
  isYearGrowth(slot: number): boolean {
    return slot >= this.growthOffset + this.rows && slot < this.cells;
  }
}
