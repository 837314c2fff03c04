import { describe, expect, it } from 'vitest';
import { frameCommand, isTextField, type FrameKey } from '../../../src/view/frame/frame-keys.ts';

const press = (key: string, facts: Partial<FrameKey> = {}) =>
  frameCommand({ key, ctrl: false, shift: false, alt: false, inText: false, ...facts });

describe('[V31] keys that mean the same everywhere', () => {
  it.each([
    ['s', 'save'],
    ['S', 'save'],
    ['f', 'find'],
    ['g', 'goTo'],
    ['o', 'library'],
    ['/', 'shortcuts'],
    ['z', 'undo'],
    ['y', 'redo'],
  ])('Ctrl+%s: %s', (key, kind) => {
    expect(press(key, { ctrl: true })).toEqual({ kind });
  });

  it('F6 goes on, Shift+F6 back', () => {
    expect(press('F6')).toEqual({ kind: 'region', backwards: false });
    expect(press('F6', { shift: true })).toEqual({ kind: 'region', backwards: true });
  });

  it('F8 flips between before and after', () => {
    expect(press('F8')).toEqual({ kind: 'replay' });
    expect(press('F8', { shift: true })).toBeUndefined();
  });

  it('a text field keeps its own undo', () => {
    expect(press('z', { ctrl: true, inText: true })).toBeUndefined();
    expect(press('y', { ctrl: true, inText: true })).toBeUndefined();
    expect(press('s', { ctrl: true, inText: true })).toEqual({ kind: 'save' });
  });

  it.each([
    ['w', { ctrl: true }],
    ['t', { ctrl: true }],
    ['s', {}],
    ['S', { ctrl: true, shift: true }],
    ['G', { ctrl: true, shift: true }],
    ['g', {}],
    ['f', { ctrl: true, alt: true }],
    ['F6', { alt: true }],
  ])('%s is left to the browser', (key, facts) => {
    expect(press(key, facts)).toBeUndefined();
  });

  it('a slider is no text field, a search box is one', () => {
    const range = Object.assign(document.createElement('input'), { type: 'range' });
    const search = Object.assign(document.createElement('input'), { type: 'search' });
    expect([isTextField(range), isTextField(search), isTextField(document.body), isTextField(null)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});
