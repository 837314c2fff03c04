/** The format of a row's numbers, by its unit. */
import type { Unit } from './dataset.ts';
import { shiftDecimal } from './decimal.ts';
import type { NumberFormat } from './view.ts';

/** Values of a row. */
export function valueFormat(unit: Unit): NumberFormat {
  return { decimals: unit.decimals, shift: unit.percent ? 2 : 0, mark: unit.percent ? 'percent' : 'none' };
}

/** A rate of growth, stored as a fraction and shown in per cent. */
export const rateFormat: NumberFormat = { decimals: 2, shift: 2, mark: 'percent' };

/** The number as shown, at full precision: 0.021 of a per cent row is 2.1. */
export function shownNumber(value: number, format: NumberFormat): number {
  return shiftDecimal(value, format.shift);
}

/** The stored number for one that is shown: the inverse of {@link shownNumber}. */
export function storedNumber(shown: number, format: NumberFormat): number {
  return shiftDecimal(shown, -format.shift);
}
