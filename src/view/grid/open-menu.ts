/** The right button: selects the cell under it unless it is selected already, and opens the menu there. */
import { settleDraft } from './editing.ts';
import { hitTest } from './geometry.ts';
import type { GridSession } from './session.svelte.ts';

export function openMenuAt(event: MouseEvent, scroller: HTMLElement, session: GridSession): void {
  // In an open editor the browser's own menu has paste, which ours cannot have.
  if (event.target instanceof HTMLInputElement && session.planner.selection.isEditing) return;
  event.preventDefault();
  if (!settleDraft(session)) return;
  const { sheet, planner } = session;
  const frame = scroller.getBoundingClientRect();
  const hit = hitTest(
    sheet.geometry,
    sheet.rows.length,
    event.clientX - frame.left,
    event.clientY - frame.top,
    sheet.viewport,
  );
  const { top, bottom, left, right } = session.selectedBlock;
  const inside = hit.row >= top && hit.row <= bottom && hit.column >= left && hit.column <= right;
  if (hit.area === 'cell' && !inside) planner.selection.moveTo(sheet.placeAt(hit));
  session.focusGrid();
  session.openMenu({ left: event.clientX, top: event.clientY });
}
