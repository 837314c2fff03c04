/** What the keys and the menu ask for now and then. Its code comes a moment after the sheet. */
import { fillSelection } from '../../state/fill.ts';
import { writeRequired } from '../../state/growth-steps.ts';
import { placeOf, revealPlace } from '../../state/step.ts';
import { sheetBlock } from './actions.ts';
import { cycleReference } from './cycle-reference.ts';
import { activeIndex, canWrite } from './editing.ts';
import type { RareAction } from './keymap.ts';
import type { GridIndex } from './navigation.ts';
import { selectedRows } from './number-format.ts';
import { placeLabel } from './place-label.ts';
import { pointBy } from './pointing.ts';
import { rangeText } from './reference-text.ts';
import type { GridSession } from './session.svelte.ts';

export function performRare(action: RareAction, session: GridSession): void {
  switch (action.kind) {
    case 'fill':
      return fill(action.direction, session);
    case 'numberFormat':
      return formatRows(session);
    case 'sum':
      return beginSum(session);
    case 'cycleReference':
      return cycleReferenceAtCaret(session);
    case 'meetTarget':
      return meetTarget(session);
    case 'trace':
      return trace(action.to, session);
    case 'fold':
      return fold(action.folded, session);
    case 'point':
      return pointBy(session, action.direction, action.stride, action.extend);
  }
}

function fill(direction: 'down' | 'right', session: GridSession): void {
  const { workspace, outline } = session.planner;
  fillSelection(workspace, outline, sheetBlock(session, session.selectedBlock), direction);
}

/** F4: the reference at the caret turns between relative and one fixed year. */
function cycleReferenceAtCaret(session: GridSession): void {
  const { selection, workspace } = session.planner;
  const { text, caret } = selection.draft;
  const next = cycleReference(text, caret, session.activeCell?.column.year ?? workspace.sheet.baseYear);
  if (next) selection.write(next.text, next.end);
}

/** Alt+=: a SUM over the numbers directly to the left, else directly above, left open for a look before it is committed. */
function beginSum(session: GridSession): void {
  if (!canWrite(session)) return;
  const { sheet } = session;
  const own = session.activeCell;
  const run = numbersBefore(session, 'left') ?? numbersBefore(session, 'up');
  const first = run && sheet.cellAt(run.first);
  const last = run && sheet.cellAt(run.last);
  const range = own && first && last && rangeText(own, first, last, session.planner.workspace.names);
  if (range === undefined) {
    session.hooks.onmessage({ kind: 'nothingToSum' });
    return;
  }
  session.completion?.reset();
  session.planner.selection.beginEdit(`=SUM(${range})`);
}

/** The unbroken run of readable numbers that ends next to the active cell, far end first. */
function numbersBefore(
  session: GridSession,
  direction: 'left' | 'up',
): { readonly first: GridIndex; readonly last: GridIndex } | undefined {
  const { sheet } = session;
  let run: { first: GridIndex; last: GridIndex } | undefined;
  for (let at = activeIndex(session); ;) {
    at = direction === 'left' ? { row: at.row, column: at.column - 1 } : { row: at.row - 1, column: at.column };
    const cell = sheet.cellAt(at);
    const isYear = cell?.column.column?.kind === 'value';
    if (!cell?.key || !isYear || session.planner.workspace.value(cell.key).kind !== 'number') return run;
    run = { first: at, last: run?.last ?? at };
  }
}

/**
 * Alt+Enter: the growth that the row needs for the target of the active column's year, else for its last one, goes into the row that
 * drives it.
 */
function meetTarget(session: GridSession): void {
  const { workspace } = session.planner;
  const cell = session.activeCell;
  if (!cell) return;
  const years = workspace.dataset.targetYears.filter((year) => workspace.target(cell.indicator, year));
  const year = years.find((one) => one === cell.column.year) ?? years.at(-1);
  const written = year !== undefined && writeRequired(workspace, cell.indicator, year).ok;
  // What was refused is told, and offered to a copy, above the sheet.
  if (written && workspace.readOnly) return;
  session.hooks.onmessage({ kind: written ? 'growthWritten' : 'noGrowthNeeded' });
}

/** Folding leaves the active cell on the heading, which is what is left of the chapter on the screen. */
function fold(folded: boolean, { planner, sheet }: GridSession): void {
  const { outline, selection, workspace } = planner;
  const { rows } = workspace.sheet;
  const at = rows.findLastIndex((row, index) => row.kind === 'heading' && index < selection.active.row);
  const heading = rows[at];
  if (heading?.kind !== 'heading') return;
  outline.foldChapter(heading.chapter, folded);
  const place = { row: at + 1, column: selection.active.column };
  if (folded && sheet.isOnView(place)) selection.moveTo(place);
}

/** Ctrl+1. A heading alone has no numbers to show. */
function formatRows(session: GridSession): void {
  const rows = selectedRows(session);
  if (rows.length > 0) session.formatRows(rows);
}

/** Ctrl+[ and Ctrl+]: to the first cell that the active one reads, or that reads it. */
function trace(to: 'precedents' | 'dependents', session: GridSession): void {
  const { workspace } = session.planner;
  const key = session.activeKey;
  const keys = key ? workspace[to](key) : [];
  const first = keys.find((found) => placeOf(found, workspace.sheet));
  const place = first && placeOf(first, workspace.sheet);
  if (place) revealPlace(place, session.planner);
  session.hooks.onmessage({ kind: 'traced', to, count: keys.length, place: first ? placeLabel(first, session) : '' });
}
