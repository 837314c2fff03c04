import { beforeEach, describe, expect, it } from 'vitest';
import { Selection, type CellPlace } from '../../src/state/selection.svelte.ts';

const at = (row: number, column: string): CellPlace => ({ row, column });
let selection: Selection;
beforeEach(() => {
  selection = new Selection(at(5, '2021'));
});

describe('[V4] the active cell and the selected block', () => {
  it('one cell is its own block', () => {
    selection.moveTo(at(6, '2022'));
    expect(selection.active).toEqual(at(6, '2022'));
    expect(selection.range).toEqual({ anchor: at(6, '2022'), head: at(6, '2022') });
    expect(selection.isSingle).toBe(true);
  });
  it('stretching keeps the active cell', () => {
    selection.extendTo(at(8, '2024'));
    expect(selection.active).toEqual(at(5, '2021'));
    expect(selection.range.head).toEqual(at(8, '2024'));
    expect(selection.isSingle).toBe(false);
  });
  it('walking inside keeps the block', () => {
    selection.select({ anchor: at(5, '2021'), head: at(8, '2024') });
    selection.walkTo(at(6, '2023'));
    expect(selection.active).toEqual(at(6, '2023'));
    expect(selection.range).toEqual({ anchor: at(5, '2021'), head: at(8, '2024') });
  });
  it('moving ends the block', () => {
    selection.extendTo(at(8, '2024'));
    selection.moveTo(at(1, 'name'));
    expect(selection.isSingle).toBe(true);
  });
});

describe('[V3] a run of Tabs remembers where it began', () => {
  it('until anything else moves', () => {
    selection.tabTo(at(5, '2022'));
    selection.tabTo(at(5, '2023'));
    expect(selection.tabColumn).toBe('2021');
    selection.moveTo(at(6, '2021'));
    expect(selection.tabColumn).toBeUndefined();
  });
});

describe('[V1] modes', () => {
  it('typing, editing, done', () => {
    expect(selection.mode).toBe('ready');
    selection.beginEnter('1');
    expect([selection.mode, selection.draft]).toEqual(['enter', { text: '1', caret: 1 }]);
    selection.toggleEdit();
    expect([selection.mode, selection.draft.text]).toEqual(['edit', '1']);
    selection.endEditing();
    expect([selection.mode, selection.draft.text, selection.isEditing]).toEqual(['ready', '', false]);
  });
  it('moving drops a draft', () => {
    selection.beginEdit('=1');
    selection.moveTo(at(6, '2021'));
    expect([selection.mode, selection.draft.text]).toEqual(['ready', '']);
  });
  it('writing without having begun does nothing', () => {
    selection.write('5', 1);
    expect([selection.mode, selection.draft.text]).toEqual(['ready', '']);
  });
});

describe('[V5] picking a reference', () => {
  const range = { anchor: at(4, '2021'), head: at(4, '2021') };
  beforeEach(() => {
    selection.beginEnter('=');
    selection.point({ range, start: 1, end: 4, from: 'enter' }, '=gdp');
  });
  it('is a mode of its own, with the caret behind the reference', () => {
    expect([selection.mode, selection.draft]).toEqual(['point', { text: '=gdp', caret: 4 }]);
    expect(selection.pointing?.range).toEqual(range);
  });
  it('ends when something is typed, and goes back to the mode it began in', () => {
    selection.write('=gdp*', 5);
    expect([selection.mode, selection.pointing]).toEqual(['enter', undefined]);
  });
  it('ends when the caret is moved, so that the next pick does not overwrite this one', () => {
    selection.write('=gdp', 2);
    expect([selection.mode, selection.pointing]).toEqual(['enter', undefined]);
  });
  it('goes on while nothing changes', () => {
    selection.write('=gdp', 4);
    expect(selection.mode).toBe('point');
  });
});
