/** In which order a scenario's changes were made, as far as that is known. */
import type { CellKey } from '../model/cell.ts';
import type { History } from './history.ts';
import type { Scenario } from './scenario.ts';

/**
 * The changed cells of a scenario, newest first: those of this session's steps by their last step, then those of earlier
 * sessions, the last of the patch first. Cells that a step has since given back to the base are not changes.
 */
export function newestFirst({ id, patch }: Scenario, { done }: Pick<History, 'done'>): readonly CellKey[] {
  const ordered = new Set<CellKey>();
  for (const edit of done.toReversed()) {
    if (edit.kind !== 'cells' || edit.scenario !== id) continue;
    for (const { cell } of edit.changes.toReversed()) if (patch.has(cell)) ordered.add(cell);
  }
  for (const cell of [...patch.keys()].reverse()) ordered.add(cell);
  return [...ordered];
}
