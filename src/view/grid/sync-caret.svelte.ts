/** Keeps the caret of a text field where the draft has it, after a reference or a completion was put in by the program. */
import type { GridSession, Surface } from './session.svelte.ts';

/** For an attachment: ends with it. Leaves the field alone while an input method composes in it. */
export function syncCaret(
  field: HTMLInputElement,
  session: GridSession,
  surface: Surface,
  isComposing: () => boolean,
): void {
  $effect(() => {
    const { draft, isEditing } = session.planner.selection;
    if (!isEditing || session.surface !== surface || isComposing()) return;
    if (field.selectionEnd !== draft.caret) field.setSelectionRange(draft.caret, draft.caret);
  });
}
