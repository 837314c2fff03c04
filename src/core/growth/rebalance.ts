/** After a year was overtyped: bring the years behind it back to where the row was going. */
import { addYears, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { CellInput, CellInputs } from '../model/input.ts';
import { stretch } from './write-path.ts';

export interface Rebalancing {
  readonly indicator: IndicatorId;
  /** The year that was overtyped, and what it computes to now. */
  readonly year: Year;
  readonly value: number;
  /** The row's last year, and what it computed to before. */
  readonly lastYear: Year;
  readonly lastValue: number;
  readonly held: ReadonlySet<Year>;
}

/**
 * The years after the overtyped one run from it to the old end value at a constant rate, or in equal steps where one of
 * the two is not positive. They read the overtyped cell, so they follow when it is typed again. Held years stay.
 * Empty when nothing comes after.
 */
export function rebalance({ indicator, year, value, lastYear, lastValue, held }: Rebalancing): CellInputs {
  const inputs = new Map<CellKey, CellInput | null>();
  if (lastYear <= year) return inputs;
  const shape = value > 0 && lastValue > 0 ? 'geometric' : 'linear';
  const source = stretch({ text: `self[${year}]`, year }, { value: lastValue, year: lastYear }, shape);
  for (let next = addYears(year, 1); next <= lastYear; next = addYears(next, 1)) {
    if (!held.has(next)) inputs.set(valueKey(indicator, next), { kind: 'formula', source });
  }
  return inputs;
}
