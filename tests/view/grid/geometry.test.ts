import { describe, expect, it } from 'vitest';
import { sheetColumns, yearsFrom } from '../../../src/core/model/sheet.ts';
import {
  blockBox,
  GUTTER_WIDTH,
  HEADER_HEIGHT,
  hitTest,
  layColumns,
  ROW_HEIGHT,
  rowWindow,
  scrollToShow,
} from '../../../src/view/grid/geometry.ts';

const years = yearsFrom(2020, 5);
const columns = sheetColumns(
  years,
  [years[1], years[5]].flatMap((year) => year ?? []),
).filter(({ role }) => role !== 'yearGrowth');
const geometry = layColumns(columns, new Map(), new Map(columns.map(({ id }) => [id, id === 'name' ? 168 : 74])));
const at = (id: string): number => columns.findIndex((column) => column.id === id);
const left = (id: string): number => geometry.boxes[at(id)]?.left ?? Number.NaN;

describe('[V12] columns lie side by side from the gutter on', () => {
  it('without gaps', () => {
    let edge = GUTTER_WIDTH;
    for (const box of geometry.boxes) {
      expect(box.left).toBe(edge);
      edge += box.width;
    }
    expect(geometry.width).toBe(edge);
  });
  it('name and unit are frozen', () => {
    expect(geometry.boxes.filter(({ frozen }) => frozen).map(({ column }) => column.id)).toEqual(['name', 'unit']);
    expect(geometry.frozenWidth).toBe(left('2020'));
  });
  it('a chosen width moves what follows', () => {
    const wider = layColumns(
      columns,
      new Map(columns.map(({ id }) => [id, id === 'name' ? 168 : 74])),
      new Map([['2020', 174]]),
    );
    expect((wider.boxes[at('growth')]?.left ?? 0) - left('growth')).toBe(100);
  });
});

describe('[V12] only rows near the window are drawn', () => {
  it.each([
    [0, 600, 100, { start: 0, end: 30 }],
    [28 * 50, 560, 100, { start: 42, end: 78 }],
    [28 * 95, 560, 100, { start: 87, end: 100 }],
    [0, 600, 3, { start: 0, end: 3 }],
    [0, 600, 0, { start: 0, end: 0 }],
    [99999, 600, 10, { start: 2, end: 10 }],
  ])('scrolled to %d, %d high, of %d rows', (top, height, count, window) => {
    expect(rowWindow(top, height, count, 8)).toEqual(window);
  });
});

describe('[V2] the active cell is brought into sight by the least scrolling', () => {
  const view = { top: 280, left: 100, width: 600, height: HEADER_HEIGHT + 10 * ROW_HEIGHT };
  it.each([
    ['in sight', 12, '2021', { top: 280, left: 100 }],
    ['above', 3, '2021', { top: 3 * ROW_HEIGHT, left: 100 }],
    ['below', 25, '2021', { top: 16 * ROW_HEIGHT, left: 100 }],
    ['under the frozen columns', 12, '2020', { top: 280, left: 0 }],
    ['a frozen column', 12, 'name', { top: 280, left: 100 }],
  ])('%s', (_, row, column, scroll) => {
    expect(scrollToShow(geometry, row, at(column), view)).toEqual(scroll);
  });
  it('to the right, as far as the cell needs', () => {
    const { left: scrolled } = scrollToShow(geometry, 12, at('required-2025'), view);
    const box = geometry.boxes[at('required-2025')];
    expect(scrolled).toBe((box?.left ?? 0) + (box?.width ?? 0) - view.width);
  });
});

describe('[V2] what lies under the pointer', () => {
  const scroll = { top: 56, left: 150 };
  it('a cell of a scrolled column', () => {
    const x = left('2024') - 150 + 5;
    expect(hitTest(geometry, 20, x, HEADER_HEIGHT + 5, scroll)).toEqual({
      area: 'cell',
      row: 2,
      column: at('2024'),
      outside: false,
    });
  });
  it('a frozen column, which did not scroll', () => {
    expect(hitTest(geometry, 20, GUTTER_WIDTH + 5, HEADER_HEIGHT + 30, scroll)).toMatchObject({
      area: 'cell',
      row: 3,
      column: 0,
    });
  });
  it('header, gutter and corner', () => {
    expect(hitTest(geometry, 20, left('2024') - 150 + 5, 10, scroll)).toMatchObject({
      area: 'header',
      column: at('2024'),
    });
    expect(hitTest(geometry, 20, 5, HEADER_HEIGHT + 5, scroll)).toMatchObject({ area: 'gutter', row: 2 });
    expect(hitTest(geometry, 20, 5, 5, scroll)).toMatchObject({ area: 'corner' });
  });
  it('below the last row', () => {
    expect(hitTest(geometry, 3, 100, 700, { top: 0, left: 0 })).toMatchObject({ row: 2, outside: true });
  });
});

describe('[V4] a block is drawn in its frozen and its scrolling part', () => {
  const block = { top: 2, bottom: 4, left: 1, right: 3 };
  it('each where it belongs', () => {
    expect(blockBox(geometry, block, true)).toEqual({
      top: 56,
      left: left('unit'),
      width: left('2020') - left('unit'),
      height: 84,
    });
    expect(blockBox(geometry, block, false)).toEqual({
      top: 56,
      left: left('2020'),
      width: left('2021') - left('2020'),
      height: 84,
    });
  });
  it('none where it has no share', () => {
    expect(blockBox(geometry, { ...block, right: 1 }, false)).toBeUndefined();
  });
});
