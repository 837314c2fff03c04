import { describe, expect, it } from 'vitest';
import { actionFor, type GridAction, type KeyContext, type KeyFacts } from '../../../src/view/grid/keymap.ts';

/** `Ctrl+Shift+ArrowDown` as facts. */
function press(text: string): KeyFacts {
  const parts = text.split('+').map((part) => (part === 'Plus' ? '+' : part));
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  const key = parts.at(-1) ?? '';
  return {
    key: key === 'Space' ? ' ' : key,
    ctrl: has('Ctrl'),
    shift: has('Shift'),
    alt: has('Alt'),
    composing: false,
  };
}

const ready: KeyContext = { mode: 'ready', canPoint: false, completion: 'closed' };
const enter: KeyContext = { ...ready, mode: 'enter' };
const edit: KeyContext = { ...ready, mode: 'edit' };
const pointing: KeyContext = { ...ready, mode: 'point', canPoint: true };
const offering: KeyContext = { ...enter, completion: 'open' };

function expectActions(context: KeyContext, table: readonly (readonly [string, GridAction | undefined])[]): void {
  it.each(table.map(([keys, action]) => ({ keys, action })))('$keys', ({ keys, action }) => {
    expect(actionFor(press(keys), context)).toEqual(action);
  });
}

describe('[V1] ready: keys move', () => {
  expectActions(ready, [
    ['ArrowDown', { kind: 'move', direction: 'down', stride: 'cell', extend: false }],
    ['Shift+ArrowLeft', { kind: 'move', direction: 'left', stride: 'cell', extend: true }],
    ['Ctrl+ArrowRight', { kind: 'move', direction: 'right', stride: 'edge', extend: false }],
    ['Ctrl+Shift+ArrowUp', { kind: 'move', direction: 'up', stride: 'edge', extend: true }],
    ['PageDown', { kind: 'move', direction: 'down', stride: 'page', extend: false }],
    ['Shift+PageUp', { kind: 'move', direction: 'up', stride: 'page', extend: true }],
    ['Home', { kind: 'jump', to: 'rowStart', extend: false }],
    ['Shift+End', { kind: 'jump', to: 'rowEnd', extend: true }],
    ['Ctrl+Home', { kind: 'jump', to: 'sheetStart', extend: false }],
    ['Ctrl+Shift+End', { kind: 'jump', to: 'sheetEnd', extend: true }],
    ['Tab', { kind: 'next', step: 'tab' }],
    ['Shift+Tab', { kind: 'next', step: 'backTab' }],
    ['Enter', { kind: 'next', step: 'enter' }],
    ['Shift+Enter', { kind: 'next', step: 'backEnter' }],
    ['F2', { kind: 'edit' }],
    ['Delete', { kind: 'clear' }],
    ['Backspace', { kind: 'erase' }],
    ['Ctrl+d', { kind: 'fill', direction: 'down' }],
    ['Ctrl+r', { kind: 'fill', direction: 'right' }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Ctrl+Z', { kind: 'undo' }],
    ['Ctrl+y', { kind: 'redo' }],
    ['Ctrl+1', { kind: 'numberFormat' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Ctrl+a', { kind: 'selectAll' }],
    ['Shift+Space', { kind: 'selectRow' }],
    ['Ctrl+Space', { kind: 'selectColumn' }],
    ['F5', { kind: 'goTo' }],
    ['Ctrl+`', { kind: 'showFormulas' }],
    ['Ctrl+[', { kind: 'trace', to: 'precedents' }],
    ['Ctrl+]', { kind: 'trace', to: 'dependents' }],
    ['Alt+=', { kind: 'sum' }],
    ['Alt+Enter', { kind: 'meetTarget' }],
    ['Alt+Shift+Enter', undefined],
    ['Alt+Shift+ArrowLeft', { kind: 'fold', folded: true }],
    ['Alt+Shift+ArrowRight', { kind: 'fold', folded: false }],
    ['Shift+F10', { kind: 'menu' }],
    ['ContextMenu', { kind: 'menu' }],
    ['Ctrl+Shift+V', { kind: 'valuesOnly' }],
    ['Escape', { kind: 'cancel' }],
  ]);
});

describe('[V1] ready: what is not the grid’s is left alone', () => {
  expectActions(ready, [
    ['a', undefined],
    ['=', undefined],
    ['Space', undefined],
    ['Ctrl+f', undefined],
    ['Ctrl+g', undefined],
    ['Ctrl+s', undefined],
    ['Ctrl+/', undefined],
    ['F6', undefined],
    ['Ctrl+c', undefined],
    ['Ctrl+x', undefined],
    ['Ctrl+v', undefined],
    ['Ctrl+w', undefined],
    ['Ctrl+t', undefined],
    ['Ctrl+n', undefined],
    ['Ctrl+Shift+R', undefined],
    ['Alt+ArrowLeft', undefined],
    ['F10', undefined],
    ['F12', undefined],
    ['Shift', undefined],
  ]);
});

describe('[V1] enter: arrows commit', () => {
  expectActions(enter, [
    ['ArrowDown', { kind: 'commit', then: 'down' }],
    ['ArrowLeft', { kind: 'commit', then: 'left' }],
    ['Enter', { kind: 'commit', then: 'enter' }],
    ['Shift+Enter', { kind: 'commit', then: 'backEnter' }],
    ['Ctrl+Enter', { kind: 'commit', then: 'fill' }],
    ['Tab', { kind: 'commit', then: 'tab' }],
    ['Shift+Tab', { kind: 'commit', then: 'backTab' }],
    ['Escape', { kind: 'cancel' }],
    ['F2', { kind: 'toggleEdit' }],
    ['F4', { kind: 'cycleReference' }],
    ['Ctrl+s', { kind: 'commit', then: 'save' }],
    ['Ctrl+z', undefined],
    ['Delete', undefined],
    ['Home', undefined],
    ['5', undefined],
  ]);
});

describe('[V1] edit: arrows move the caret', () => {
  expectActions(edit, [
    ['ArrowLeft', undefined],
    ['Shift+ArrowRight', undefined],
    ['Enter', { kind: 'commit', then: 'enter' }],
    ['Escape', { kind: 'cancel' }],
  ]);
  it('even where a reference could stand', () => {
    expect(actionFor(press('ArrowLeft'), { ...edit, canPoint: true })).toBeUndefined();
  });
});

describe('[V1] point: arrows pick cells', () => {
  expectActions(pointing, [
    ['ArrowUp', { kind: 'point', direction: 'up', stride: 'cell', extend: false }],
    ['Shift+ArrowRight', { kind: 'point', direction: 'right', stride: 'cell', extend: true }],
    ['Ctrl+ArrowLeft', { kind: 'point', direction: 'left', stride: 'edge', extend: false }],
    ['Enter', { kind: 'commit', then: 'enter' }],
  ]);
  it('from enter mode, where a reference can stand', () => {
    expect(actionFor(press('ArrowUp'), { ...enter, canPoint: true })).toMatchObject({ kind: 'point', direction: 'up' });
  });
});

describe('[V13] the list of names takes Tab and the arrows, Enter only once an entry was picked', () => {
  expectActions(offering, [
    ['ArrowDown', { kind: 'complete', move: 1 }],
    ['ArrowUp', { kind: 'complete', move: -1 }],
    ['Tab', { kind: 'acceptCompletion' }],
    ['Escape', { kind: 'closeCompletion' }],
    ['Enter', { kind: 'commit', then: 'enter' }],
    ['Shift+Tab', { kind: 'commit', then: 'backTab' }],
  ]);
  it('Enter, picked', () => {
    expect(actionFor(press('Enter'), { ...offering, completion: 'chosen' })).toEqual({ kind: 'acceptCompletion' });
  });
});

describe('[V1] while an input method composes, no key is the grid’s', () => {
  it.each(['Enter', 'ArrowDown', 'Escape', 'Tab', 'Delete', 'F2'])('%s', (keys) => {
    for (const context of [ready, enter, edit, pointing]) {
      expect(actionFor({ ...press(keys), composing: true }, context)).toBeUndefined();
    }
  });
  it('nor the key it sends in place of a letter', () => {
    expect(actionFor(press('Process'), ready)).toBeUndefined();
  });
});
