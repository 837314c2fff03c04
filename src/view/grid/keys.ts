/** From a key press in either text field to the action it asks for. */
import { perform } from './actions.ts';
import { canPoint } from './editing.ts';
import { actionFor } from './keymap.ts';
import type { GridSession } from './session.svelte.ts';

/** `composing`: an input method is at work in the field. Keys that are not answered stay with the field and the browser. */
export function answerKey(event: KeyboardEvent, session: GridSession, composing: boolean): void {
  const action = actionFor(
    {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
      composing: composing || event.isComposing,
    },
    {
      mode: session.planner.selection.mode,
      canPoint: canPoint(session),
      completion: session.completion?.state ?? 'closed',
    },
  );
  if (!action) return;
  // Ctrl+Shift+V goes on to the browser, which answers it with the paste event.
  if (action.kind !== 'valuesOnly') event.preventDefault();
  event.stopPropagation();
  perform(action, session);
}
