import type { CellKey } from '../../core/model/cell.ts';
import { findCell } from '../../state/find-cell.ts';
import type { GridSession } from './session.svelte.ts';

/** How a cell is called in a sentence: `高新技术企业[2023]`. */
export function placeLabel(key: CellKey, { planner }: GridSession): string {
  const { workspace } = planner;
  const found = findCell(workspace, key);
  return found ? workspace.addressLabel(found.indicator, found.column, planner.preferences.language) : key;
}
