/** The right button: selects the cell under it unless it is selected already, and opens the menu there. */
import { settleDraft } from './editing.ts';
import { hitAt } from './hit-at.ts';
import type { GridSession } from './session.svelte.ts';

export function openMenuAt(event: MouseEvent, scroller: HTMLElement, session: GridSession): void {
  // In an open editor the browser's own menu has paste, which ours cannot have.
  if (event.target instanceof HTMLInputElement && session.planner.selection.isEditing) return;
  event.preventDefault();
  if (!settleDraft(session)) return;
  const { sheet, planner } = session;
  const hit = hitAt(event, scroller, session);
  const { top, bottom, left, right } = session.selectedBlock;
  const inside = hit.row >= top && hit.row <= bottom && hit.column >= left && hit.column <= right;
  if (hit.area === 'cell' && !inside) planner.selection.moveTo(sheet.placeAt(hit));
  session.focusGrid();
  session.openMenu({ left: event.clientX, top: event.clientY });
}
