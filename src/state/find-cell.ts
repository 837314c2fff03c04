import { resolveAddress, type CellAddress } from '../core/projection/address.ts';
import type { OpenSheet } from './open-sheet.svelte.ts';

export type { CellAddress };

/** The cell that a text means, as in the name box; `undefined` where it means none. */
export function findCell({ sheet, names }: OpenSheet, text: string): CellAddress | undefined {
  return resolveAddress(text, sheet, (name) => names.find(name));
}
