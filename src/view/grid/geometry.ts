/** Where rows and columns lie on the screen, in pixels. Rows are all of one height, so that 10,000 of them cost no more than 30. */
import type { SheetColumn } from '../../core/model/sheet.ts';

export const ROW_HEIGHT = 28;
export const HEADER_HEIGHT = 52;
/** The gutter with row numbers. */
export const GUTTER_WIDTH = 28;
/** The picture of a path in its cell. */
export const PATH_WIDTH = 66;
/** Rows drawn beyond each edge of the window, so that a quick scroll shows no gap. */
export const OVERSCAN = 8;
export const MIN_COLUMN_WIDTH = 32;
export const MAX_COLUMN_WIDTH = 480;

/** Name and unit stay in sight while the years scroll. */
export function isFrozen(column: SheetColumn): boolean {
  return column.role === 'name' || column.role === 'unit';
}

/** A column's left edge, from the left edge of the gutter. */
export interface ColumnBox {
  readonly column: SheetColumn;
  /** Among the columns on view, counted from 0. */
  readonly index: number;
  readonly left: number;
  readonly width: number;
  readonly frozen: boolean;
}

export interface Geometry {
  readonly boxes: readonly ColumnBox[];
  readonly width: number;
  readonly frozenWidth: number;
}

/** Lays columns out from left to right. `chosen`: what a person set, by column id; the rest have their own width. */
export function layColumns(
  columns: readonly SheetColumn[],
  widths: ReadonlyMap<string, number>,
  chosen: ReadonlyMap<string, number>,
): Geometry {
  let left = GUTTER_WIDTH;
  let frozenWidth = GUTTER_WIDTH;
  const boxes = columns.map((column, index): ColumnBox => {
    const box = {
      column,
      index,
      left,
      width: chosen.get(column.id) ?? widths.get(column.id) ?? MIN_COLUMN_WIDTH,
      frozen: isFrozen(column),
    };
    left += box.width;
    if (box.frozen) frozenWidth = left;
    return box;
  });
  return { boxes, width: left, frozenWidth };
}

/** The tracks of a row's CSS grid, gutter first. */
export function gridTracks(boxes: readonly ColumnBox[]): string {
  return [GUTTER_WIDTH, ...boxes.map(({ width }) => width)].map((width) => `${width}px`).join(' ');
}

export interface Window {
  readonly start: number;
  /** One past the last. */
  readonly end: number;
}

/** The rows to draw for a scroll position. `height`: of the part of the viewport that shows rows. */
export function rowWindow(scrollTop: number, height: number, count: number, overscan: number): Window {
  const start = Math.max(0, Math.min(count, Math.floor(scrollTop / ROW_HEIGHT)) - overscan);
  const end = Math.min(count, Math.ceil((scrollTop + height) / ROW_HEIGHT) + overscan);
  return { start, end: Math.max(start, end) };
}

export interface Scroll {
  readonly top: number;
  readonly left: number;
}

export interface Viewport extends Scroll {
  readonly width: number;
  readonly height: number;
}

/** The least scrolling that brings a cell wholly into sight, beside the frozen columns and below the header. */
export function scrollToShow(geometry: Geometry, row: number, column: number, view: Viewport): Scroll {
  const box = geometry.boxes[column];
  const top = reach(row * ROW_HEIGHT, ROW_HEIGHT, view.top, view.height - HEADER_HEIGHT);
  if (!box || box.frozen) return { top, left: view.left };
  const left = reach(box.left - geometry.frozenWidth, box.width, view.left, view.width - geometry.frozenWidth);
  return { top, left };
}

function reach(start: number, size: number, scroll: number, room: number): number {
  if (start < scroll) return start;
  return start + size > scroll + room ? Math.max(0, Math.min(start, start + size - room)) : scroll;
}

/** Whether a point of the viewport lies in the header, the gutter or on a cell. Row and column are clamped to what exists. */
export interface Hit {
  readonly area: 'corner' | 'header' | 'gutter' | 'cell';
  readonly row: number;
  readonly column: number;
  /** Below the last row or right of the last column. */
  readonly outside: boolean;
}

/** What lies under a point given from the top left corner of the viewport. */
export function hitTest(geometry: Geometry, rows: number, x: number, y: number, scroll: Scroll): Hit {
  const inHeader = y < HEADER_HEIGHT;
  const inGutter = x < GUTTER_WIDTH;
  const area = inHeader ? (inGutter ? 'corner' : 'header') : inGutter ? 'gutter' : 'cell';
  const along = x < geometry.frozenWidth ? x : x + scroll.left;
  const found = geometry.boxes.findIndex(({ left, width }) => along >= left && along < left + width);
  const column = found >= 0 ? found : along < GUTTER_WIDTH ? 0 : geometry.boxes.length - 1;
  const at = Math.floor((y - HEADER_HEIGHT + scroll.top) / ROW_HEIGHT);
  return {
    area,
    row: Math.max(0, Math.min(rows - 1, at)),
    column,
    outside: at >= rows || along >= geometry.width,
  };
}

/** A block of cells by index, both ends included. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangle of a block in the frozen or the scrolling part; `undefined` where it has no share in that part. */
export function blockBox(geometry: Geometry, block: Block, frozen: boolean): Box | undefined {
  const own = geometry.boxes.slice(block.left, block.right + 1).filter((box) => box.frozen === frozen);
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last || block.bottom < block.top) return undefined;
  return {
    top: block.top * ROW_HEIGHT,
    left: first.left,
    width: last.left + last.width - first.left,
    height: (block.bottom - block.top + 1) * ROW_HEIGHT,
  };
}
