/** Writing into a cell: beginning, committing, picking references. The draft lives in the selection; these are the verbs on it. */
import type { GridSession } from './session.svelte.ts';
import { errorPlace } from '../format/error-place.ts';
import { canPointAt } from './draft.ts';
import type { AfterCommit } from './keymap.ts';
import { nextInBlock, stepFrom, type GridIndex } from './navigation.ts';

/** Whether the active cell takes an entry; says so where it does not. */
export function canWrite(session: GridSession): boolean {
  if (session.activeKey) return true;
  session.hooks.onmessage({ kind: 'readOnly' });
  return false;
}

/** The first letter was typed, or a composition began: what the cell held is replaced on commit. */
export function beginTyping(session: GridSession, text: string, caret: number): void {
  session.completion?.reset();
  session.showProblem(undefined);
  session.planner.selection.beginEnter(text, caret);
  session.sheet.show(session.planner.selection.active);
}

/** F2, a double click or a click into the formula bar: the cell's own entry is changed. */
export function beginEditing(session: GridSession, caret?: number): void {
  if (!canWrite(session) || !session.activeKey) return;
  const text = session.planner.workspace.entryText(session.activeKey);
  session.completion?.reset();
  session.showProblem(undefined);
  session.planner.selection.beginEdit(text, caret ?? text.length);
  session.sheet.show(session.planner.selection.active);
}

/** The text field changed under the person's hands. */
export function writeDraft(session: GridSession, text: string, caret: number): void {
  if (text !== session.planner.selection.draft.text) session.showProblem(undefined);
  session.planner.selection.write(text, caret);
}

/** Esc: the draft is dropped and the cell is as it was. */
export function cancelEditing(session: GridSession): void {
  session.planner.selection.endEditing();
  session.showProblem(undefined);
}

/**
 * Puts the draft into the active cell, or with `fill` into every selected one, and moves on. A text that cannot be read
 * stays in the editor, caret at the place, with the reason below it; then `false`. Before the hands are there, which bring what reads
 * ranges and targets, it waits for them and is tried once more.
 */
export function commitDraft(session: GridSession, then?: AfterCommit): boolean {
  const { selection, workspace } = session.planner;
  const { text } = selection.draft;
  const key = session.activeKey;
  const unchanged =
    key !== undefined && selection.mode === 'edit' && then !== 'fill' && text === workspace.entryText(key);
  if (key && !unchanged) {
    const cells = then === 'fill' ? session.selectedKeys() : [key];
    if (text.trim() === '') workspace.clear(cells);
    else {
      const entered = workspace.enter(cells, text);
      if (!entered.ok) {
        if (!session.hands.current) {
          session.hands.use(() => {
            if (selection.mode !== 'ready' && commitDraft(session, then) && then) session.focusGrid();
          });
          return false;
        }
        session.showProblem(entered.error);
        selection.beginEdit(text, Math.min(errorPlace(entered.error), text.length));
        return false;
      }
    }
  }
  selection.endEditing();
  session.showProblem(undefined);
  moveAfterCommit(session, then);
  return true;
}

/** Commits an open draft before something else happens; `false` if it cannot be committed, and then nothing else should. */
export function settleDraft(session: GridSession): boolean {
  return session.planner.selection.mode === 'ready' || commitDraft(session);
}

function moveAfterCommit(session: GridSession, then: AfterCommit | undefined): void {
  switch (then) {
    case undefined:
    case 'fill':
      return;
    case 'save':
      session.hooks.onsave();
      return;
    case 'tab':
    case 'backTab':
    case 'enter':
    case 'backEnter':
      moveNext(session, then);
      return;
    default:
      session.planner.selection.moveTo(
        session.sheet.placeAt(stepFrom(activeIndex(session), then, 'cell', session.sheet.terrain)),
      );
  }
}

/** Tab and Enter: round the selected block, or to the neighbour; Enter after a run of Tabs goes back to where it began. */
export function moveNext(session: GridSession, step: 'tab' | 'backTab' | 'enter' | 'backEnter'): void {
  const { selection } = session.planner;
  const { sheet } = session;
  const from = activeIndex(session);
  if (!selection.isSingle) {
    const { top, bottom, left, right } = session.selectedBlock;
    const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index).filter((row) =>
      sheet.terrain.isStop(row),
    );
    selection.walkTo(sheet.placeAt(nextInBlock(from, { rows, left, right }, step)));
    return;
  }
  if (step === 'tab' || step === 'backTab') {
    selection.tabTo(sheet.placeAt(stepFrom(from, step === 'tab' ? 'right' : 'left', 'cell', sheet.terrain)));
    return;
  }
  const column = selection.tabColumn;
  const next = sheet.placeAt(stepFrom(from, step === 'enter' ? 'down' : 'up', 'cell', sheet.terrain));
  selection.moveTo(column === undefined ? next : { row: next.row, column });
}

export function activeIndex(session: GridSession): GridIndex {
  return session.sheet.indexOf(session.planner.selection.active);
}

/** Whether a click or an arrow would pick a cell into the formula being written. */
export function canPoint(session: GridSession): boolean {
  const { mode, draft } = session.planner.selection;
  return mode === 'point' || (mode !== 'ready' && canPointAt(draft.text, draft.caret));
}
