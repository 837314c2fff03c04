/** What the mouse does on the sheet: select, pick references, fill, select whole rows and columns, set widths. */
import { selectBlock } from './actions.ts';
import { beginEditing, canPoint, settleDraft } from './editing.ts';
import type { Hit } from './geometry.ts';
import type { Gesture } from './gesture.ts';
import { hitAt } from './hit-at.ts';
import type { GridSession } from './session.svelte.ts';

/** While the pointer is held outside the sheet, it scrolls a step in this many milliseconds. */
const scrollEvery = 50;

/**
 * Begins a gesture on a press of the main button; it follows the pointer until release. The focus stays where it is.
 */
export function beginGesture(event: MouseEvent, scroller: HTMLElement, session: GridSession): void {
  if (event.button !== 0 || !(event.target instanceof Element)) return;
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  if (event.target.closest('button')) return;
  const hit = hitAt(event, scroller, session);
  const border = event.target.closest('[data-resize]')?.getAttribute('data-resize');
  const gesture = event.target.closest('[data-fill-handle]')
    ? pressHandle(event.detail, session)
    : border
      ? pressBorder(border, event, session)
      : press(hit, event, session);
  if (gesture) follow(gesture, scroller, session);
}

function pressHandle(clicks: number, session: GridSession): Gesture | undefined {
  const source = session.selectedBlock;
  if (clicks < 2) return { kind: 'fill', source };
  session.hands.use((hands) => hands.fillDown(source));
  return undefined;
}

/** A double click on its border makes a column as wide as its widest text. */
function pressBorder(id: string, event: MouseEvent, { sheet, hands }: GridSession): Gesture | undefined {
  const box = sheet.geometry.boxes.find(({ column }) => column.id === id);
  if (event.detail < 2) return box && { kind: 'resize', column: id, startX: event.clientX, startWidth: box.width };
  hands.use(({ fitColumn }) => fitColumn(id));
  return undefined;
}

function press(hit: Hit, event: MouseEvent, session: GridSession): Gesture | undefined {
  const { selection } = session.planner;
  const { sheet } = session;
  const place = sheet.placeAt(hit);
  if (hit.area === 'cell' && canPoint(session)) {
    if (hit.outside) return undefined;
    session.hands.use((hands) => hands.pointAt(place, event.shiftKey));
    return { kind: 'point' };
  }
  if (!settleDraft(session)) return undefined;
  session.focusGrid();
  switch (hit.area) {
    case 'corner':
      selectBlock(session, { top: 0, bottom: sheet.rows.length - 1, left: 0, right: sheet.columns.length - 1 });
      return undefined;
    case 'header':
      return spread({ kind: 'columns', from: event.shiftKey ? session.selectedBlock.left : hit.column }, hit, session);
    case 'gutter':
      return spread({ kind: 'rows', from: event.shiftKey ? session.selectedBlock.top : hit.row }, hit, session);
    case 'cell':
      if (hit.outside) return undefined;
      if (event.shiftKey) selection.extendTo(place);
      else selection.moveTo(place);
      if (event.detail === 2 && sheet.cellAt(hit)) beginEditing(session);
      return event.detail === 2 ? undefined : { kind: 'select' };
  }
}

/** Whole rows or columns from where the press began to where the pointer is. */
export function spread(
  gesture: Extract<Gesture, { kind: 'rows' | 'columns' }>,
  hit: Hit,
  session: GridSession,
): Gesture {
  const { sheet } = session;
  const [low, high] = gesture.kind === 'rows' ? order(gesture.from, hit.row) : order(gesture.from, hit.column);
  selectBlock(
    session,
    gesture.kind === 'rows'
      ? { top: low, bottom: high, left: 0, right: sheet.columns.length - 1 }
      : { top: 0, bottom: sheet.rows.length - 1, left: low, right: high },
  );
  return gesture;
}

function order(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}

/** A drag of the first moments, before its code is there, does nothing: done later it would select where nobody points any more. */
function follow(gesture: Gesture, scroller: HTMLElement, session: GridSession): void {
  const { ownerDocument: page } = scroller;
  let last: MouseEvent | undefined;
  const move = (event: MouseEvent): void => {
    last = event;
    session.hands.current?.drag(gesture, event, hitAt(event, scroller, session));
  };
  const again = setInterval(() => {
    if (last && gesture.kind !== 'resize' && isOutside(last, scroller)) move(last);
  }, scrollEvery);
  const end = (): void => {
    clearInterval(again);
    page.removeEventListener('pointermove', move);
    page.removeEventListener('pointerup', end);
    page.removeEventListener('pointercancel', end);
    session.hands.current?.drop(gesture);
  };
  page.addEventListener('pointermove', move);
  page.addEventListener('pointerup', end);
  page.addEventListener('pointercancel', end);
}

function isOutside({ clientX, clientY }: MouseEvent, scroller: HTMLElement): boolean {
  const box = scroller.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
