/** What a gesture does while the pointer moves, and when it is let go. Its code comes a moment after the sheet. */
import { fillFrom } from '../../state/fill.ts';
import { selectBlock, sheetBlock } from './actions.ts';
import { dragFill, type FillDrag } from './fill-drag.ts';
import type { Block, Hit } from './geometry.ts';
import type { Gesture } from './gesture.ts';
import { spread } from './gestures.ts';
import { pointAt } from './pointing.ts';
import type { GridSession } from './session.svelte.ts';

export function drag(gesture: Gesture, event: MouseEvent, hit: Hit, session: GridSession): void {
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

/** The button was released. */
export function drop(gesture: Gesture, session: GridSession): void {
  if (gesture.kind === 'fill') finishFill(gesture.source, gesture.drag, session);
}

/** A double click on the fill handle: down to the end of the chapter. */
export function fillDown(source: Block, session: GridSession): void {
  const { rows } = session.sheet;
  let end = source.bottom;
  while (rows.at(end + 1)?.row.kind === 'indicator') end++;
  finishFill(source, dragFill(source, end, source.right), session);
}

function finishFill(source: Block, filled: FillDrag | undefined, session: GridSession): void {
  session.previewFill(undefined);
  if (!filled) return;
  const { workspace, outline } = session.planner;
  fillFrom(workspace, outline, sheetBlock(session, source), sheetBlock(session, filled.target), filled.direction);
  selectBlock(session, filled.whole);
}
