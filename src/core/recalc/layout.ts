/**
 * Where every calculating cell stands in memory. Column by column, so that one year of neighbouring rows is one run of numbers:
 * `slot = column × rows + row`. The columns are the years, then `growth`. Few years have a growth of their own, so these cells have a
 * slot only once they are asked for, in the order in which they are: as columns they were 10 MB at 100,000 rows.
 */
import { cellKey, columnName, type CellKey, type Column, type IndicatorId, type Year } from '../model/cell.ts';

export interface CalculationSheet {
  readonly indicators: readonly IndicatorId[];
  /** In order, without gaps; the first is the base year. */
  readonly years: readonly Year[];
  /** Where each indicator stands among them, for callers who know. */
  readonly rowOf?: ReadonlyMap<string, number>;
  /** For how many years' own growths there is to be room; absent: for all. */
  readonly ownGrowths?: number;
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
  /** The first slot of `growth`. */
  readonly growthOffset: number;
  /** The first slot of years' own growths. */
  readonly ownGrowthOffset: number;
  readonly #indicators: readonly IndicatorId[];
  readonly #columns: readonly Column[];
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #columnOf: ReadonlyMap<string, number>;
  /** By the slot of a year's value: that of the year's own growth. */
  readonly #ownGrowths = new Map<number, number>();
  /** The other way about, in order of slots. */
  readonly #valuesOfOwnGrowths: number[] = [];

  constructor({ indicators, years, rowOf, ownGrowths = Infinity }: CalculationSheet) {
    this.rows = indicators.length;
    this.years = years;
    this.baseYear = years[0] ?? 0;
    this.#indicators = indicators;
    this.#columns = [
      ...years.map((year): Column => ({ kind: 'value', year })),
      { kind: 'growth' },
      ...years.slice(1).map((year): Column => ({ kind: 'yearGrowth', year })),
    ];
    this.growthOffset = years.length * this.rows;
    this.ownGrowthOffset = this.growthOffset + this.rows;
    this.cells = this.ownGrowthOffset + Math.min(ownGrowths, (years.length - 1) * this.rows);
    this.#rowOf = rowOf ?? new Map(indicators.map((indicator, row) => [indicator, row]));
    this.#columnOf = new Map(this.#columns.map((column, index) => [columnName(column), index]));
  }

  /**
   * −1 for a cell that is not in the sheet, takes no part in calculation, or is a year's own growth that nobody has taken a slot for:
   * it is blank, and no formula reads it.
   */
  slotOf(key: CellKey): number {
    const index = this.#indexOf(key);
    return index < this.ownGrowthOffset ? index : (this.#ownGrowths.get(index - this.growthOffset) ?? -1);
  }

  /** The same for a cell that is to hold something: a year's own growth takes a slot. There must be room: see {@link hasRoomFor}. */
  takeSlot(key: CellKey): number {
    const slot = this.slotOf(key);
    const value = this.#indexOf(key) - this.growthOffset;
    if (slot >= 0 || value < 0) return slot;
    const taken = this.ownGrowthOffset + this.#valuesOfOwnGrowths.length;
    if (taken >= this.cells) throw new Error(`No room for ${key}`);
    this.#valuesOfOwnGrowths.push(value);
    this.#ownGrowths.set(value, taken);
    return taken;
  }

  /** Whether each of these cells that has no slot yet could take one. */
  hasRoomFor(keys: readonly CellKey[]): boolean {
    const wanted = keys.filter((key) => this.slotOf(key) < 0 && this.#indexOf(key) >= 0);
    return this.ownGrowthOffset + this.#valuesOfOwnGrowths.length + wanted.length <= this.cells;
  }

  keyOf(slot: number): CellKey {
    const index = this.#indexAt(slot);
    const row = index % this.rows;
    const indicator = this.#indicators[row];
    const column = this.#columns[(index - row) / this.rows];
    if (indicator === undefined || column === undefined) throw new Error(`No cell at slot ${slot}`);
    return cellKey(indicator, column);
  }

  placeOf(slot: number): CellPlace {
    const index = this.#indexAt(slot);
    const row = index % this.rows;
    const column = (index - row) / this.rows;
    const years = this.years.length;
    return column < years
      ? { row, year: column, ownGrowth: false }
      : { row, year: column - years, ownGrowth: column > years };
  }

  /** A number that sorts slots as the sheet is read: row by row, in a row years, then growth, then each year's growth. */
  readingOrder(slot: number): number {
    const index = this.#indexAt(slot);
    const row = index % this.rows;
    return row * this.#columns.length + (index - row) / this.rows;
  }

  /** The slot of a year's own growth, by that of the year's value; the growth must have one. */
  ownGrowthSlot(value: number): number {
    return this.#ownGrowths.get(value) as number;
  }

  /** The slot of the value of a year, by that of the year's own growth. */
  valueSlot(ownGrowth: number): number {
    return this.#indexAt(ownGrowth) - this.growthOffset;
  }

  /** By what its slot would be if each year's own growths were a column; −1 for a cell that does not calculate. */
  #indexOf(key: CellKey): number {
    const at = key.indexOf('@');
    const row = this.#rowOf.get(key.slice(0, at));
    const column = this.#columnOf.get(key.slice(at + 1));
    return row === undefined || column === undefined ? -1 : column * this.rows + row;
  }

  /** The same for a slot. */
  #indexAt(slot: number): number {
    if (slot < this.ownGrowthOffset) return slot;
    return this.growthOffset + (this.#valuesOfOwnGrowths[slot - this.ownGrowthOffset] ?? NaN);
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
    return slot >= this.ownGrowthOffset && slot < this.cells;
  }
}
