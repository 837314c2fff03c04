/**
 * Which key does what in which mode. Pure: a key that is not answered here belongs to the text field, the page or the browser,
 * so typing, input methods and the browser's own shortcuts need no exception anywhere else.
 */
import type { GridMode } from '../../state/selection.svelte.ts';

/** What of a key press decides. */
export interface KeyFacts {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** An input method is at work: the key is its own. */
  readonly composing: boolean;
}

/** What the keys mean just now. */
export interface KeyContext {
  readonly mode: GridMode;
  /** The draft is a formula and a reference can stand at the caret. */
  readonly canPoint: boolean;
  /** The list of names is open; `chosen`: an entry of it was picked with the arrows. */
  readonly completion: 'closed' | 'open' | 'chosen';
}

export type Direction = 'up' | 'down' | 'left' | 'right';
/** `edge`: to the edge of the data, as Ctrl+arrow; `page`: a screenful; `end`: to the end of the row or sheet. */
export type Stride = 'cell' | 'edge' | 'page';
/** Where the selection goes once an entry is in. `fill`: the entry goes to every selected cell. */
export type AfterCommit = Direction | 'tab' | 'backTab' | 'enter' | 'backEnter' | 'fill' | 'save';

/** Those whose code comes a moment after the sheet. */
export type RareAction =
  | { readonly kind: 'fill'; readonly direction: 'down' | 'right' }
  | { readonly kind: 'numberFormat' | 'sum' | 'cycleReference' | 'meetTarget' }
  | { readonly kind: 'trace'; readonly to: 'precedents' | 'dependents' }
  | { readonly kind: 'fold'; readonly folded: boolean }
  | {
      readonly kind: 'point';
      readonly direction: Direction;
      readonly stride: 'cell' | 'edge';
      readonly extend: boolean;
    };

export type GridAction =
  | RareAction
  | { readonly kind: 'move'; readonly direction: Direction; readonly stride: Stride; readonly extend: boolean }
  | { readonly kind: 'jump'; readonly to: 'rowStart' | 'rowEnd' | 'sheetStart' | 'sheetEnd'; readonly extend: boolean }
  | { readonly kind: 'next'; readonly step: 'tab' | 'backTab' | 'enter' | 'backEnter' }
  | { readonly kind: 'commit'; readonly then: AfterCommit }
  | { readonly kind: 'cancel' | 'edit' | 'toggleEdit' | 'clear' | 'erase' }
  | { readonly kind: 'undo' | 'redo' | 'selectAll' | 'selectRow' | 'selectColumn' }
  | { readonly kind: 'goTo' | 'showFormulas' | 'menu' }
  | { readonly kind: 'valuesOnly' }
  | { readonly kind: 'complete'; readonly move: -1 | 1 }
  | { readonly kind: 'acceptCompletion' | 'closeCompletion' };

const directions = new Map<string, Direction>([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
]);

/** The action of a key press; `undefined` leaves the key to the text field and the browser. */
export function actionFor(facts: KeyFacts, context: KeyContext): GridAction | undefined {
  if (facts.composing || facts.key === 'Process') return undefined;
  if (context.mode === 'ready') return readyAction(facts);
  return (
    (context.completion === 'closed' ? undefined : completionAction(facts, context)) ?? editingAction(facts, context)
  );
}

function readyAction(facts: KeyFacts): GridAction | undefined {
  const { key, ctrl, shift, alt } = facts;
  if (alt) return altAction(facts);
  const direction = directions.get(key);
  if (direction) return { kind: 'move', direction, stride: ctrl ? 'edge' : 'cell', extend: shift };
  if (ctrl) return controlAction(facts);
  switch (key) {
    case 'Home':
      return { kind: 'jump', to: 'rowStart', extend: shift };
    case 'End':
      return { kind: 'jump', to: 'rowEnd', extend: shift };
    case 'PageUp':
      return { kind: 'move', direction: 'up', stride: 'page', extend: shift };
    case 'PageDown':
      return { kind: 'move', direction: 'down', stride: 'page', extend: shift };
    case 'Tab':
      return { kind: 'next', step: shift ? 'backTab' : 'tab' };
    case 'Enter':
      return { kind: 'next', step: shift ? 'backEnter' : 'enter' };
    case ' ':
      return shift ? { kind: 'selectRow' } : undefined;
    case 'Delete':
      return { kind: 'clear' };
    case 'Backspace':
      return { kind: 'erase' };
    case 'Escape':
      return { kind: 'cancel' };
    case 'F2':
      return { kind: 'edit' };
    case 'F5':
      return { kind: 'goTo' };
    case 'F10':
      return shift ? { kind: 'menu' } : undefined;
    case 'ContextMenu':
      return { kind: 'menu' };
    default:
      return undefined;
  }
}

function altAction({ key, ctrl, shift }: KeyFacts): GridAction | undefined {
  if (ctrl) return undefined;
  if (key === '=') return { kind: 'sum' };
  if (key === 'Enter' && !shift) return { kind: 'meetTarget' };
  if (shift && key === 'ArrowLeft') return { kind: 'fold', folded: true };
  if (shift && key === 'ArrowRight') return { kind: 'fold', folded: false };
  return undefined;
}

function controlAction({ key, shift }: KeyFacts): GridAction | undefined {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'Home':
      return { kind: 'jump', to: 'sheetStart', extend: shift };
    case 'End':
      return { kind: 'jump', to: 'sheetEnd', extend: shift };
    case ' ':
      return { kind: 'selectColumn' };
    case 'z':
      return { kind: shift ? 'redo' : 'undo' };
    case 'v':
      return shift ? { kind: 'valuesOnly' } : undefined;
    case '[':
    case '{':
      return { kind: 'trace', to: 'precedents' };
    case ']':
    case '}':
      return { kind: 'trace', to: 'dependents' };
    default:
      return shift ? undefined : plainControlAction(key);
  }
}

function plainControlAction(key: string): GridAction | undefined {
  switch (key.toLowerCase()) {
    case 'y':
      return { kind: 'redo' };
    case 'a':
      return { kind: 'selectAll' };
    case 'd':
      return { kind: 'fill', direction: 'down' };
    case 'r':
      return { kind: 'fill', direction: 'right' };
    case '1':
      return { kind: 'numberFormat' };
    case '`':
      return { kind: 'showFormulas' };
    default:
      return undefined;
  }
}

function completionAction({ key, ctrl, shift, alt }: KeyFacts, context: KeyContext): GridAction | undefined {
  if (ctrl || alt || shift) return undefined;
  switch (key) {
    case 'ArrowDown':
      return { kind: 'complete', move: 1 };
    case 'ArrowUp':
      return { kind: 'complete', move: -1 };
    case 'Tab':
      return { kind: 'acceptCompletion' };
    case 'Enter':
      return context.completion === 'chosen' ? { kind: 'acceptCompletion' } : undefined;
    case 'Escape':
      return { kind: 'closeCompletion' };
    default:
      return undefined;
  }
}

function editingAction(facts: KeyFacts, { mode, canPoint }: KeyContext): GridAction | undefined {
  const { key, ctrl, shift, alt } = facts;
  const direction = directions.get(key);
  if (direction) {
    if (alt || mode === 'edit') return undefined;
    if (mode === 'point' || canPoint)
      return { kind: 'point', direction, stride: ctrl ? 'edge' : 'cell', extend: shift };
    return ctrl || shift ? undefined : { kind: 'commit', then: direction };
  }
  if (alt) return undefined;
  switch (key) {
    case 'Enter':
      return { kind: 'commit', then: ctrl ? 'fill' : shift ? 'backEnter' : 'enter' };
    case 'Tab':
      return ctrl ? undefined : { kind: 'commit', then: shift ? 'backTab' : 'tab' };
    case 'Escape':
      return { kind: 'cancel' };
    case 'F2':
      return { kind: 'toggleEdit' };
    case 'F4':
      return { kind: 'cycleReference' };
    default:
      return ctrl && !shift && key.toLowerCase() === 's' ? { kind: 'commit', then: 'save' } : undefined;
  }
}
