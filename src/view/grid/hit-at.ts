/** What of the sheet lies under the pointer. */
import { hitTest, type Hit } from './geometry.ts';
import type { GridSession } from './session.svelte.ts';

/**
 * Asks the scroller itself how far it is scrolled: its scroll event, which `sheet.viewport` follows, comes a frame later, and a press
 * right after scrolling would land on the row that stood there before.
 */
export function hitAt(event: MouseEvent, scroller: HTMLElement, { sheet }: GridSession): Hit {
  const box = scroller.getBoundingClientRect();
  const scroll = { top: scroller.scrollTop, left: scroller.scrollLeft };
  return hitTest(sheet.geometry, sheet.rows.length, event.clientX - box.left, event.clientY - box.top, scroll);
}
