/** Picking references into a formula by arrows and mouse. */
import type { CellPlace } from '../../state/selection.svelte.ts';
import { splice } from './draft.ts';
import type { Direction } from './keymap.ts';
import { stepFrom } from './navigation.ts';
import { rangeText } from './reference-text.ts';
import type { GridSession } from './session.svelte.ts';

/** Picks the cell next to the one picked last, or next to the active cell. */
export function pointBy(session: GridSession, direction: Direction, stride: 'cell' | 'edge', extend: boolean): void {
  const { selection } = session.planner;
  const { sheet } = session;
  const from = sheet.indexOf(selection.pointing?.range.head ?? selection.active);
  pointAt(session, sheet.placeAt(stepFrom(from, direction, stride, sheet.terrain)), extend);
}

/** Picks a cell, or with `extend` the range up to it, and writes its reference where the last one stood or at the caret. */
export function pointAt(session: GridSession, place: CellPlace, extend: boolean): void {
  const { selection, workspace } = session.planner;
  const { pointing, draft } = selection;
  const anchor = extend && pointing ? pointing.range.anchor : place;
  const own = session.activeCell;
  const { top, bottom, left, right } = session.sheet.block({ anchor, head: place });
  const first = session.sheet.cellAt({ row: top, column: left });
  const last = session.sheet.cellAt({ row: bottom, column: right });
  const text = own && first && last && rangeText(own, first, last, workspace.names);
  if (text === undefined) {
    // The pick moves on over a cell that cannot be read, so that an arrow can cross it; only a formula's text stays as it was.
    if (pointing) selection.point({ ...pointing, range: { anchor, head: place } }, draft.text);
    session.hooks.onmessage({ kind: 'cannotPoint' });
    return;
  }
  const next = splice(draft.text, pointing?.start ?? draft.caret, pointing?.end ?? draft.caret, text);
  const from = pointing?.from ?? (selection.mode === 'edit' ? 'edit' : 'enter');
  selection.point({ range: { anchor, head: place }, start: next.start, end: next.end, from }, next.text);
  session.sheet.show(place);
}
