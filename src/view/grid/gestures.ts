/** What the mouse does on the sheet: select, pick references, fill, select whole rows and columns, set widths. */
import { fillFrom } from '../../state/fill.ts';
import { selectBlock, sheetBlock } from './actions.ts';
import { beginEditing, canPoint, pointAt, settleDraft } from './editing.ts';
import { dragFill, type FillDrag } from './fill-drag.ts';
import type { Block, Hit } from './geometry.ts';
import { hitAt } from './hit-at.ts';
import type { GridSession } from './session.svelte.ts';

type Gesture =
  | { readonly kind: 'select' | 'point' }
  | { readonly kind: 'rows' | 'columns'; readonly from: number }
  | { readonly kind: 'fill'; readonly source: Block; drag?: FillDrag }
  | { readonly kind: 'resize'; readonly column: string; readonly startX: number; readonly startWidth: number };

/** While the pointer is held outside the sheet, it scrolls a step in this many milliseconds. */
const scrollEvery = 50;

/**
 * Begins a gesture on a press of the main button; it follows the pointer until release. The focus stays where it is.
 * `fit`: makes a column as wide as its widest text, for a double click on its border.
 */
export function beginGesture(
  event: MouseEvent,
  scroller: HTMLElement,
  session: GridSession,
  fit: (column: string) => void,
): void {
  if (event.button !== 0 || !(event.target instanceof Element)) return;
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  if (event.target.closest('button')) return;
  const hit = hitAt(event, scroller, session);
  const border = event.target.closest('[data-resize]')?.getAttribute('data-resize');
  const gesture = event.target.closest('[data-fill-handle]')
    ? pressHandle(event.detail, session)
    : border
      ? pressBorder(border, event, session, fit)
      : press(hit, event, session);
  if (gesture) follow(gesture, scroller, session);
}

function pressHandle(clicks: number, session: GridSession): Gesture | undefined {
  const source = session.selectedBlock;
  if (clicks < 2) return { kind: 'fill', source };
  const { rows } = session.sheet;
  let end = source.bottom;
  while (rows[end + 1]?.row.kind === 'indicator') end++;
  finishFill(source, dragFill(source, end, source.right), session);
  return undefined;
}

function pressBorder(
  id: string,
  event: MouseEvent,
  { sheet }: GridSession,
  fit: (column: string) => void,
): Gesture | undefined {
  const box = sheet.geometry.boxes.find(({ column }) => column.id === id);
  if (event.detail < 2) return box && { kind: 'resize', column: id, startX: event.clientX, startWidth: box.width };
  fit(id);
  return undefined;
}

function press(hit: Hit, event: MouseEvent, session: GridSession): Gesture | undefined {
  const { selection } = session.planner;
  const { sheet } = session;
  const place = sheet.placeAt(hit);
  if (hit.area === 'cell' && canPoint(session)) {
    if (hit.outside) return undefined;
    pointAt(session, place, event.shiftKey);
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
function spread(gesture: Extract<Gesture, { kind: 'rows' | 'columns' }>, hit: Hit, session: GridSession): Gesture {
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

function follow(gesture: Gesture, scroller: HTMLElement, session: GridSession): void {
  const { ownerDocument: page } = scroller;
  let last: MouseEvent | undefined;
  const move = (event: MouseEvent): void => {
    last = event;
    drag(gesture, event, hitAt(event, scroller, session), session);
  };
  const again = setInterval(() => {
    if (last && gesture.kind !== 'resize' && isOutside(last, scroller)) move(last);
  }, scrollEvery);
  const end = (): void => {
    clearInterval(again);
    page.removeEventListener('pointermove', move);
    page.removeEventListener('pointerup', end);
    page.removeEventListener('pointercancel', end);
    if (gesture.kind === 'fill') finishFill(gesture.source, gesture.drag, session);
  };
  page.addEventListener('pointermove', move);
  page.addEventListener('pointerup', end);
  page.addEventListener('pointercancel', end);
}

function isOutside({ clientX, clientY }: MouseEvent, scroller: HTMLElement): boolean {
  const box = scroller.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}

function drag(gesture: Gesture, event: MouseEvent, hit: Hit, session: GridSession): void {
  const { selection } = session.planner;
  const place = session.sheet.placeAt(hit);
  switch (gesture.kind) {
    case 'resize':
      return session.sheet.resize(gesture.column, gesture.startWidth + event.clientX - gesture.startX);
    case 'rows':
    case 'columns':
      spread(gesture, hit, session);
      return;
    case 'select':
      if (selection.range.head.row === place.row && selection.range.head.column === place.column) return;
      selection.extendTo(place);
      return session.sheet.show(place);
    case 'point':
      if (selection.mode === 'point') pointAt(session, place, true);
      return;
    case 'fill': {
      const filled = dragFill(gesture.source, hit.row, hit.column);
      if (filled) gesture.drag = filled;
      else delete gesture.drag;
      session.previewFill(filled?.whole);
      return session.sheet.show(place);
    }
  }
}

function finishFill(source: Block, filled: FillDrag | undefined, session: GridSession): void {
  session.previewFill(undefined);
  if (!filled) return;
  const { workspace, outline } = session.planner;
  fillFrom(workspace, outline, sheetBlock(session, source), sheetBlock(session, filled.target), filled.direction);
  selectBlock(session, filled.whole);
}
