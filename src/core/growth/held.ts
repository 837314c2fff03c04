/** Held years: those that a path must not rewrite, kept as text in `indicator@held`, such as `2023,2024`. */
import { cellKey, parseYear, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { CellInput, CellInputs } from '../model/input.ts';

/** Reads what {@link printHeld} writes. What is not a year is passed over: holding too little is mended with a click. */
export function readHeld(input: CellInput | null): ReadonlySet<Year> {
  const years = new Set<Year>();
  if (input?.kind !== 'text') return years;
  for (const part of input.text.split(',')) {
    const year = /^\d{4}$/.test(part) ? parseYear(Number(part)) : undefined;
    if (year !== undefined) years.add(year);
  }
  return years;
}

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
