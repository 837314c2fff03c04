/** Carries out what the keys and the menu ask for. The keymap decides which action; this decides what it does to the open scenario. */
import { redoStep, undoStep } from '../../state/step.ts';
import { assertNever } from '../../core/model/result.ts';
import { activeIndex, beginEditing, beginTyping, cancelEditing, canWrite, commitDraft, moveNext } from './editing.ts';
import type { Block } from './geometry.ts';
import type { GridAction } from './keymap.ts';
import { nearestStop, stepFrom, type GridIndex } from './navigation.ts';
import type { GridSession } from './session.svelte.ts';

export function perform(action: GridAction, session: GridSession): void {
  const { selection, workspace } = session.planner;
  switch (action.kind) {
    case 'move':
    case 'jump':
      return move(action, session);
    case 'next':
      return next(action.step, session);
    case 'commit':
      if (commitDraft(session, action.then)) session.focusGrid();
      return;
    case 'cancel':
      if (selection.mode === 'ready') session.markCut(undefined);
      else cancelEditing(session);
      return session.focusGrid();
    case 'edit':
      return beginEditing(session);
    case 'toggleEdit':
      return selection.toggleEdit();
    case 'clear':
      return workspace.clear(session.selectedKeys());
    case 'erase':
      return canWrite(session) ? beginTyping(session, '', 0) : undefined;
    case 'selectAll':
    case 'selectRow':
    case 'selectColumn':
      return selectWhole(action.kind, session);
    case 'goTo':
      return session.focusNameBox();
    case 'showFormulas':
      return session.sheet.toggleFormulas();
    case 'menu':
      return session.openMenu(session.fieldCorner());
    case 'undo':
      return undoStep(session.planner);
    case 'redo':
      return redoStep(session.planner);
    case 'fill':
    case 'numberFormat':
    case 'sum':
    case 'cycleReference':
    case 'meetTarget':
    case 'trace':
    case 'fold':
    case 'point':
      return session.hands.use((hands) => hands.perform(action));
    case 'valuesOnly':
      session.valuesOnly = true;
      return;
    case 'complete':
      return session.completion?.move(action.move);
    case 'acceptCompletion':
      return session.completion?.accept();
    case 'closeCompletion':
      return session.completion?.close();
    default:
      return assertNever(action);
  }
}

function move(action: Extract<GridAction, { kind: 'move' | 'jump' }>, session: GridSession): void {
  const { selection } = session.planner;
  const { sheet } = session;
  const from = sheet.indexOf(action.extend ? selection.range.head : selection.active);
  const to =
    action.kind === 'move'
      ? stepFrom(from, action.direction, action.stride, sheet.terrain, sheet.pageRows)
      : jump(action.to, from.row, session);
  const place = sheet.placeAt(to);
  if (!action.extend) return selection.moveTo(place);
  selection.extendTo(place);
  sheet.show(place);
}

/** Home goes to the first column that scrolls, as in a spreadsheet with frozen panes. */
function jump(to: Extract<GridAction, { kind: 'jump' }>['to'], row: number, { sheet }: GridSession): GridIndex {
  const last = sheet.columns.length - 1;
  const first = Math.max(
    0,
    sheet.geometry.boxes.findIndex(({ frozen }) => !frozen),
  );
  switch (to) {
    case 'rowStart':
      return { row, column: first };
    case 'rowEnd':
      return { row, column: last };
    case 'sheetStart':
      return { row: nearestStop(0, sheet.terrain) ?? 0, column: first };
    case 'sheetEnd':
      return { row: nearestStop(sheet.rows.length - 1, sheet.terrain) ?? 0, column: last };
  }
}

/** On the heading of a folded chapter Enter unfolds it: that is all there is to do there. */
function next(step: Extract<GridAction, { kind: 'next' }>['step'], session: GridSession): void {
  const chapter = session.sheet.chapterAt(activeIndex(session).row);
  if (step === 'enter' && chapter !== undefined && session.planner.outline.isFolded(chapter)) {
    session.planner.outline.foldChapter(chapter, false);
    return;
  }
  moveNext(session, step);
}

function selectWhole(what: 'selectAll' | 'selectRow' | 'selectColumn', session: GridSession): void {
  const { sheet } = session;
  const { top, bottom, left, right } = session.selectedBlock;
  const lastRow = sheet.rows.length - 1;
  const lastColumn = sheet.columns.length - 1;
  const rows = what === 'selectRow' ? { top, bottom } : { top: 0, bottom: lastRow };
  const columns = what === 'selectColumn' ? { left, right } : { left: 0, right: lastColumn };
  selectBlock(session, { ...rows, ...columns });
}

/** Selects a block; the active cell stays where it is. */
export function selectBlock({ planner, sheet }: GridSession, { top, bottom, left, right }: Block): void {
  const { active } = planner.selection;
  planner.selection.select({
    anchor: sheet.placeAt({ row: top, column: left }),
    head: sheet.placeAt({ row: bottom, column: right }),
  });
  const { row, column } = sheet.indexOf(active);
  if (row >= top && row <= bottom && column >= left && column <= right) planner.selection.walkTo(active);
}

/** A block of what is on view as a block of the whole sheet. */
export function sheetBlock({ sheet, planner }: GridSession, { top, bottom, left, right }: Block): Block {
  const { columns } = planner.workspace.sheet;
  const columnOf = (index: number): number => columns.findIndex(({ id }) => id === sheet.columns[index]?.id);
  return {
    top: (sheet.rows.at(top)?.number ?? 1) - 1,
    bottom: (sheet.rows.at(bottom)?.number ?? 1) - 1,
    left: columnOf(left),
    right: columnOf(right),
  };
}
