/** Holding a year, and letting it go: what the cells are to hold. No part of what the sheet is first shown with. */
import { cellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { CellInput, CellInputs } from '../model/input.ts';

/** In order, so that the same years always print alike. */
export function printHeld(years: Iterable<Year>): string {
  return [...years].sort((a, b) => a - b).join(',');
}

/**
 * Holds a year. `value`: its present number, written in place of a formula, so that it stays when the growth changes;
 * absent where the cell computes to no number and keeps what it has.
 */
export function holdYear(indicator: IndicatorId, held: ReadonlySet<Year>, year: Year, value?: number): CellInputs {
  const inputs = new Map<CellKey, CellInput | null>([heldInput(indicator, new Set(held).add(year))]);
  if (value !== undefined) inputs.set(valueKey(indicator, year), { kind: 'number', value });
  return inputs;
}

/**
 * Lets a held year go. `formula`: what the row's path writes into that year, so that it moves with the others again;
 * absent where the path writes none and the year keeps what it has.
 */
export function releaseYear(indicator: IndicatorId, held: ReadonlySet<Year>, year: Year, formula?: string): CellInputs {
  const rest = new Set(held);
  rest.delete(year);
  const inputs = new Map<CellKey, CellInput | null>([heldInput(indicator, rest)]);
  if (formula !== undefined) inputs.set(valueKey(indicator, year), { kind: 'formula', source: formula });
  return inputs;
}

function heldInput(indicator: IndicatorId, held: ReadonlySet<Year>): readonly [CellKey, CellInput | null] {
  return [cellKey(indicator, { kind: 'held' }), held.size === 0 ? null : { kind: 'text', text: printHeld(held) }];
}
