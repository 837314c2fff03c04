/** Ctrl+D, Ctrl+R and the fill handle: a block of cells repeated over the cells beside it. */
import { isTextColumn, cellKey, type CellKey, type CellRef } from '../model/cell.ts';
import { shiftDecimal } from '../model/decimal.ts';
import type { CellInput, CellInputs, ReadInput } from '../model/input.ts';
import { parseRange, printRange, type Range } from '../model/range.ts';
import { rangeCellOf } from '../model/range-cell.ts';
import type { Sheet } from '../model/sheet.ts';
import { findRangeSeries, findSeries } from './series.ts';

/** A block of the grid by index into the sheet's rows and columns; all four edges belong to it. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type FillDirection = 'down' | 'up' | 'right' | 'left';

export interface Fill {
  readonly sheet: Sheet;
  readonly source: Block;
  /** Beside the source in the direction, and as wide (or high) as it. */
  readonly target: Block;
  readonly direction: FillDirection;
  /** With the handle, two numbers or more with a constant step go on as a series; Ctrl+D and Ctrl+R copy. */
  readonly series: boolean;
  readonly read: ReadInput;
  /** Places that the point moves between stored and shown: 2 in a per cent cell. `undefined`: the cell takes no numbers. */
  readonly shift: (cell: CellRef) => number | undefined;
}

/**
 * What the target's cells are to hold. Formulas are relative as they stand and are copied as they are, blanks too.
 * A number keeps what is shown: 5 filled from a row of counts into a per cent row is 5 %, stored 0.05. An assumption is
 * copied with its range where both are measured alike; along a series of numbers the ends of their ranges go on as series, too.
 * Headings and columns that take no number are passed over: a growth path is chosen, for its formulas must be written.
 */
export function fillInputs(fill: Fill): CellInputs {
  const inputs = new Map<CellKey, CellInput | null>();
  for (const line of lines(fill)) {
    const first = line.source[0];
    if (first === undefined) continue;
    const shown = line.source.map(({ input, shift }) =>
      input?.kind === 'number' ? shiftDecimal(input.value, shift) : undefined,
    );
    const numbers = shown.filter((number) => number !== undefined);
    const series = fill.series && numbers.length === shown.length ? findSeries(numbers) : undefined;
    const rangeSeries = series && rangeSeriesOf(line.source, fill.read);
    line.target.forEach(({ key, shift }, index) => {
      const from = index % line.source.length;
      const number = series ? series(index + 1) : shown[from];
      const copied = line.source[from] ?? first;
      inputs.set(key, number === undefined ? copied.input : { kind: 'number', value: shiftDecimal(number, -shift) });
      const beside = rangeCellOf(key);
      const range = series ? rangeSeries?.(index + 1) : rangeIn(copied, fill.read);
      if (beside && range && copied.shift === shift) inputs.set(beside, { kind: 'text', text: printRange(range) });
    });
  }
  return inputs;
}

/**
 * What Ctrl+D (`down`) or Ctrl+R (`right`) does to a selection: its first line is the source of the others; of a selection of
 * one line, the line before it is. Headings count as no line. `undefined` where there is nothing to fill from.
 */
export function fillBlocks(
  sheet: Sheet,
  selection: Block,
  direction: 'down' | 'right',
): Pick<Fill, 'source' | 'target'> | undefined {
  if (direction === 'right') {
    const single = selection.left === selection.right;
    const from = single ? selection.left - 1 : selection.left;
    if (from < 0) return undefined;
    return { source: { ...selection, left: from, right: from }, target: { ...selection, left: from + 1 } };
  }
  const holdsCells = (row: number) => sheet.rows[row]?.kind === 'indicator';
  let from = selection.top;
  while (from < selection.bottom && !holdsCells(from)) from += 1;
  if (from === selection.bottom) from -= 1;
  while (from >= 0 && !holdsCells(from)) from -= 1;
  if (from < 0) return undefined;
  return { source: { ...selection, top: from, bottom: from }, target: { ...selection, top: from + 1 } };
}

interface TargetCell {
  readonly key: CellKey;
  readonly shift: number;
}

interface SourceCell extends TargetCell {
  readonly input: CellInput | null;
}

function rangeIn({ key }: SourceCell, read: ReadInput): Range | undefined {
  const beside = rangeCellOf(key);
  const stored = beside ? read(beside) : null;
  return stored?.kind === 'text' ? parseRange(stored.text) : undefined;
}

/** `undefined` unless all have a range, measured alike. */
function rangeSeriesOf(source: readonly SourceCell[], read: ReadInput): ReturnType<typeof findRangeSeries> {
  const ranges = source.flatMap((cell) => (cell.shift === source[0]?.shift ? (rangeIn(cell, read) ?? []) : []));
  return ranges.length === source.length ? findRangeSeries(ranges) : undefined;
}

/** The rows or columns along which the fill runs, each with its cells in the order of the fill. */
function* lines(
  fill: Fill,
): Generator<{ readonly source: readonly SourceCell[]; readonly target: readonly TargetCell[] }> {
  const { source, target, direction, read } = fill;
  const vertical = direction === 'down' || direction === 'up';
  const backward = direction === 'up' || direction === 'left';
  const along = (block: Block) => {
    const indexes = vertical ? span(block.top, block.bottom) : span(block.left, block.right);
    return backward ? indexes.reverse() : indexes;
  };
  for (const across of vertical ? span(source.left, source.right) : span(source.top, source.bottom)) {
    const cells = (block: Block) =>
      along(block).flatMap((index) => cellAt(fill, vertical ? index : across, vertical ? across : index));
    yield {
      source: cells(source).map(({ key, shift }) => ({ key, input: read(key), shift })),
      target: cells(target),
    };
  }
}

/** The cell at a place, in a list of one; an empty list where there is none that takes a number. */
function cellAt({ sheet, shift }: Fill, rowIndex: number, columnIndex: number): readonly TargetCell[] {
  const row = sheet.rows[rowIndex];
  const column = sheet.columns[columnIndex]?.column;
  if (row?.kind !== 'indicator' || !column || isTextColumn(column)) return [];
  const ref = { indicator: row.indicator, column };
  const places = shift(ref);
  return places === undefined ? [] : [{ key: cellKey(ref.indicator, column), shift: places }];
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
