/** Keys that mean the same wherever the focus is. Those that the grid has already answered never come here. */
export type FrameCommand =
  | { readonly kind: 'save' | 'find' | 'goTo' | 'shortcuts' | 'undo' | 'redo' | 'library' | 'replay' }
  | { readonly kind: 'region'; readonly backwards: boolean };

export interface FrameKey {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** The key goes to a text field, which has an undo of its own. */
  readonly inText: boolean;
}

/** `undefined` leaves the key to the browser. */
export function frameCommand({ key, ctrl, shift, alt, inText }: FrameKey): FrameCommand | undefined {
  if (alt) return undefined;
  if (key === 'F6' && !ctrl) return { kind: 'region', backwards: shift };
  if (key === 'F8' && !ctrl && !shift) return { kind: 'replay' };
  if (!ctrl) return undefined;
  switch (key.toLowerCase()) {
    case 's':
      return shift ? undefined : { kind: 'save' };
    case 'f':
      return shift ? undefined : { kind: 'find' };
    case 'g':
      return shift ? undefined : { kind: 'goTo' };
    case 'o':
      return shift ? undefined : { kind: 'library' };
    case '/':
      return { kind: 'shortcuts' };
    case 'z':
      return inText ? undefined : { kind: shift ? 'redo' : 'undo' };
    case 'y':
      return inText || shift ? undefined : { kind: 'redo' };
    default:
      return undefined;
  }
}

/** Whether typing into the element writes text. */
export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type);
}
