/**
 * Keys pressed while an earlier one still waits for its code are kept and answered after it, in their order: whoever types an address,
 * Enter and a number in the first moments finds the number in that cell.
 */
import { flushSync } from 'svelte';
import type { ToCome } from '../../state/to-come.svelte.ts';
import { isTextField } from './frame-keys.ts';

/** `awaited`: what some keys need. */
export function keepTypeAhead(page: Window, awaited: readonly Pick<ToCome<unknown>, 'isAwaited' | 'use'>[]): void {
  const keep = (event: KeyboardEvent): void => {
    const blocking = awaited.find(({ isAwaited }) => isAwaited);
    if (!blocking || event.isComposing || isClipboardKey(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
    const again = { key, code, ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true };
    blocking.use(() => press(page.document, again));
  };
  page.addEventListener('keydown', keep, { capture: true });
}

/** Only the real press of such a key lets the page reach the clipboard. */
function isClipboardKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && ['c', 'x', 'v'].includes(key.toLowerCase());
}

function press(page: Document, key: KeyboardEventInit & { readonly key: string }): void {
  // The field of a cell is where the key before has put it, with the text that this has left in it.
  flushSync();
  const target = page.activeElement ?? page.body;
  const isLeftAlone = target.dispatchEvent(new KeyboardEvent('keydown', key));
  const writes = key.key.length === 1 && key.ctrlKey !== true && key.metaKey !== true && key.altKey !== true;
  if (!isLeftAlone || !writes || !(target instanceof HTMLInputElement) || !isTextField(target)) return;
  target.setRangeText(key.key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
  target.dispatchEvent(new InputEvent('input', { bubbles: true, data: key.key, inputType: 'insertText' }));
}
