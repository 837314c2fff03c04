/** The number a path aims at, so that the row meets its target and does not merely touch it. */
import type { Comparison, Unit } from '../model/dataset.ts';
import { shiftDecimal } from '../model/decimal.ts';

/**
 * In the stored unit. A strict target (`> 4500`, `< 3`) is not met by its own number, so the aim is the nearest number
 * beyond it that looks different on screen: one for things that are counted, else one in the last shown digit (2.15 % → 2.16 %).
 * A range is aimed at in its middle.
 */
export function aimOf(comparison: Comparison, unit: Unit): number {
  switch (comparison.op) {
    case 'gt':
    case 'lt': {
      const places = (unit.whole ? 0 : unit.decimals) + (unit.percent ? 2 : 0);
      const shown = shiftDecimal(comparison.value, places);
      return shiftDecimal(comparison.op === 'gt' ? Math.floor(shown) + 1 : Math.ceil(shown) - 1, -places);
    }
    case 'gte':
    case 'lte':
    case 'eq':
    case 'approx':
      return comparison.value;
    case 'between':
      return (comparison.low + comparison.high) / 2;
  }
}
