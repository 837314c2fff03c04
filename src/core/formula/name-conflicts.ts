/** Names in a dataset that cannot mean their row. A decoded dataset has none. */
import type { IndicatorId } from '../model/cell.ts';
import { reservedNames, type NamedRow } from './names.ts';
import { foldName } from './normalize.ts';
import { wordNames } from './words.ts';

/** A name that cannot mean the row, since something else already has it. */
export interface NameConflict {
  readonly name: string;
  readonly indicator: IndicatorId;
  readonly with:
    | { readonly kind: 'function' }
    | { readonly kind: 'word' }
    | { readonly kind: 'indicator'; readonly indicator: IndicatorId };
}

/** By the rule of `createNames`: earlier rows win, and ids win over short names, short names over aliases. */
export function nameConflicts(rows: readonly NamedRow[]): readonly NameConflict[] {
  const holders = new Map<string, IndicatorId>();
  const conflicts: NameConflict[] = [];

  function add(name: string, indicator: IndicatorId): void {
    const key = foldName(name);
    const holder = holders.get(key);
    if (holder === indicator || key === '') return;
    if (holder !== undefined) conflicts.push({ name, indicator, with: { kind: 'indicator', indicator: holder } });
    else if (reservedNames.has(key))
      conflicts.push({ name, indicator, with: { kind: wordNames.includes(key) ? 'word' : 'function' } });
    else holders.set(key, indicator);
  }
  for (const { id } of rows) add(id, id);
  for (const { id, shortName } of rows) add(shortName, id);
  for (const { id, aliases } of rows) for (const alias of aliases) add(alias, id);
  return conflicts;
}
