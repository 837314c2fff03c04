/** The hands of a sheet: clipboard, fill, dragging, and what else comes a moment after it. */
import type { IndicatorId } from '../../core/model/cell.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Beside } from '../../state/beside.svelte.ts';
import { completionsOf } from '../../state/completion.ts';
import { findCell } from '../../state/find-cell.ts';
import { guardBeside } from '../../state/identity-guard.svelte.ts';
import { describeCellError } from '../format/error-words.ts';
import type { ClipboardCodec } from './clipboard-codec.ts';
import { CompletionList } from './completion-list.svelte.ts';
import { drag, drop, fillDown } from './drag.ts';
import { drawPath } from './draw-path.ts';
import { fitColumn } from './fit-column.ts';
import { placeLabel } from './place-label.ts';
import { pointAt } from './pointing.ts';
import { presentBroken } from './present-broken.ts';
import { performRare } from './rare-actions.ts';
import { suggestRows } from './row-suggestions.ts';
import type { GridHands, GridSession } from './session.svelte.ts';
import { statusHint } from './status-hint.ts';
import { copyCells, pasteCells } from './transfer.ts';

export function makeHands(
  session: GridSession,
  beside: Beside,
  clipboard: ClipboardCodec,
  messages: () => Messages,
): GridHands {
  const { preferences, workspace } = session.planner;
  const guard = guardBeside(workspace, beside);
  const describeBroken = (indicator: IndicatorId): string | undefined => {
    const years = guard.brokenYears.get(indicator);
    return years && messages().frame.status.broken.inYears(years);
  };
  return {
    completion: new CompletionList(session.planner),
    suggest: (text) => suggestRows((prefix, most) => completionsOf(workspace, prefix, most), text),
    resolve: (text) => findCell(workspace, text),
    drawPath,
    copy: (data, cut) => copyCells(session, clipboard, data, cut),
    paste: (text) => pasteCells(session, clipboard, text),
    perform: (action) => performRare(action, session),
    pointAt: (place, extend) => pointAt(session, place, extend),
    drag: (gesture, event, hit) => drag(gesture, event, hit, session),
    drop: (gesture) => drop(gesture, session),
    fillDown: (source) => fillDown(source, session),
    fitColumn: (id) => fitColumn(session, id, { language: preferences.language, words: messages().grid }),
    describeStatus: (gap) => statusHint(gap, { language: preferences.language, words: messages().grid }),
    guard,
    describeBroken,
    presentName: (indicator, name) => presentBroken(name, describeBroken(indicator)),
    describeError: (error, own) => describeCellError(error, own, messages().error, (key) => placeLabel(key, session)),
  };
}
