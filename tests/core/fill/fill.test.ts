import { describe, expect, it } from 'vitest';
import { fillBlocks, fillInputs, type Block, type Fill, type FillDirection } from '../../../src/core/fill/fill.ts';
import type { CellRef } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { sheetColumns, type Sheet } from '../../../src/core/model/sheet.ts';
import { id, planYears, y } from '../../support/plan.ts';

const n = (value: number): CellInput => ({ kind: 'number', value });
const f = (source: string): CellInput => ({ kind: 'formula', source });

/** Row 0 heading, 1 firms, 2 staff, 3 heading, 4 share (per cent). Column 2 is 2020, 3 growth, 4 to 8 are 2021 to 2025. */
const sheet: Sheet = {
  baseYear: y(2020),
  years: planYears,
  columns: sheetColumns(planYears, [y(2025)]),
  rows: [
    { kind: 'heading', chapter: 'a' },
    { kind: 'indicator', indicator: id('firms') },
    { kind: 'indicator', indicator: id('staff') },
    { kind: 'heading', chapter: 'b' },
    { kind: 'indicator', indicator: id('share') },
  ],
};

function shift({ indicator, column }: CellRef): number | undefined {
  if (column.kind === 'path' || column.kind === 'held') return undefined;
  return column.kind !== 'value' || indicator === 'share' ? 2 : 0;
}

const block = (top: number, left: number, bottom = top, right = left): Block => ({ top, bottom, left, right });

function fill(
  cells: Record<string, CellInput>,
  source: Block,
  target: Block,
  direction: FillDirection,
  series = false,
): Record<string, CellInput | null> {
  const given: Fill = { sheet, source, target, direction, series, shift, read: (key) => cells[key] ?? null };
  return Object.fromEntries(fillInputs(given));
}

describe('[S2] a fill copies inputs as they are', () => {
  it('formulas are relative as they stand', () => {
    expect(fill({ 'firms@2021': f('prev*(1+growth)') }, block(1, 4), block(1, 5, 1, 6), 'right')).toEqual({
      'firms@2022': f('prev*(1+growth)'),
      'firms@2023': f('prev*(1+growth)'),
    });
    expect(fill({ 'firms@2021': f('base*2') }, block(1, 4), block(2, 4), 'down')).toEqual({
      'staff@2021': f('base*2'),
    });
  });

  it('blanks too', () => {
    expect(fill({}, block(1, 4), block(2, 4), 'down')).toEqual({ 'staff@2021': null });
  });

  it('several columns at once, each by itself', () => {
    const cells = { 'firms@2021': n(1), 'firms@2022': f('prev') };
    expect(fill(cells, block(1, 4, 1, 5), block(2, 4, 2, 5), 'down')).toEqual({
      'staff@2021': n(1),
      'staff@2022': f('prev'),
    });
  });

  it('a block of several lines repeats', () => {
    const cells = { 'firms@2021': n(1), 'firms@2022': n(7) };
    expect(fill(cells, block(1, 4, 1, 5), block(1, 6, 1, 8), 'right')).toEqual({
      'firms@2023': n(1),
      'firms@2024': n(7),
      'firms@2025': n(1),
    });
  });

  it('passes over headings, paths and columns that take no input', () => {
    expect(Object.keys(fill({ 'firms@2021': n(1) }, block(1, 4), block(2, 4, 4, 4), 'down'))).toEqual([
      'staff@2021',
      'share@2021',
    ]);
    const path = sheet.columns.findIndex(({ role }) => role === 'path');
    expect(fill({ 'firms@path': { kind: 'text', text: 'hold' } }, block(1, path), block(2, path), 'down')).toEqual({});
    expect(Object.keys(fill({ 'firms@2025': n(1) }, block(1, 8), block(1, 9, 1, 11), 'right'))).toEqual([]);
  });
});

describe('[S3] a number keeps what is shown', () => {
  it.each<readonly [string, string, number, Block, Block, FillDirection, string, number]>([
    ['5 into a per cent row is 5 %', 'staff@2021', 5, block(2, 4), block(4, 4), 'down', 'share@2021', 0.05],
    ['7 % into a row of counts is 7', 'share@2021', 0.07, block(4, 4), block(2, 4), 'up', 'staff@2021', 7],
    ['10 % of growth stays 10 %', 'firms@growth', 0.1, block(1, 3), block(2, 3), 'down', 'staff@growth', 0.1],
    ['10 % of growth into a count is 10', 'firms@growth', 0.1, block(1, 3), block(1, 4), 'right', 'firms@2021', 10],
  ])('%s', (_, from, value, source, target, direction, to, filled) => {
    expect(fill({ [from]: n(value) }, source, target, direction)).toEqual({ [to]: n(filled) });
  });
});

describe('[S4] the handle goes on with a series, Ctrl+D and Ctrl+R copy', () => {
  const cells = { 'firms@2021': n(100), 'firms@2022': n(110) };
  const source = block(1, 4, 1, 5);

  it('to the right', () => {
    const target = block(1, 6, 1, 8);
    expect(fill(cells, source, target, 'right', true)).toEqual({
      'firms@2023': n(120),
      'firms@2024': n(130),
      'firms@2025': n(140),
    });
    expect(fill(cells, source, target, 'right')).toHaveProperty('firms@2023', n(100));
  });

  it('backward to the left', () => {
    const late = { 'firms@2024': n(100), 'firms@2025': n(110) };
    expect(fill(late, block(1, 7, 1, 8), block(1, 5, 1, 6), 'left', true)).toEqual({
      'firms@2023': n(90),
      'firms@2022': n(80),
    });
  });

  it('by the numbers that are shown, in a per cent row', () => {
    const shares = { 'share@2021': n(0.021), 'share@2022': n(0.022) };
    expect(fill(shares, block(4, 4, 4, 5), block(4, 6), 'right', true)).toEqual({ 'share@2023': n(0.023) });
  });

  it('one number alone, or a formula among them, is copied', () => {
    expect(fill(cells, block(1, 4), block(1, 5), 'right', true)).toEqual({ 'firms@2022': n(100) });
    const mixed = { 'firms@2021': n(1), 'firms@2022': f('prev+1') };
    expect(fill(mixed, source, block(1, 6, 1, 7), 'right', true)).toEqual({
      'firms@2023': n(1),
      'firms@2024': f('prev+1'),
    });
  });
});

describe('[S5] Ctrl+D and Ctrl+R fill a selection from its first line, one line from the line before', () => {
  it.each<readonly [string, 'down' | 'right', Block, Block | undefined, Block | undefined]>([
    ['rows', 'down', block(1, 4, 4, 5), block(1, 4, 1, 5), block(2, 4, 4, 5)],
    ['one row', 'down', block(2, 4), block(1, 4), block(2, 4)],
    ['one row under a heading', 'down', block(4, 4), block(2, 4), block(3, 4, 4, 4)],
    ['a heading and rows', 'down', block(0, 4, 2, 4), block(1, 4), block(2, 4)],
    ['the first row', 'down', block(1, 4), undefined, undefined],
    ['columns', 'right', block(1, 4, 2, 6), block(1, 4, 2, 4), block(1, 5, 2, 6)],
    ['one column', 'right', block(1, 5), block(1, 4), block(1, 5)],
    ['the first column', 'right', block(1, 0), undefined, undefined],
  ])('%s', (_, direction, selection, source, target) => {
    const blocks = fillBlocks(sheet, selection, direction);
    expect(blocks?.source).toEqual(source);
    expect(blocks?.target).toEqual(target);
  });
});

describe('[A15] a number is filled with its range', () => {
  const range: CellInput = { kind: 'text', text: '0.06~0.1' };
  const cells = { 'firms@growth': n(0.08), 'firms@range': range, 'staff@growth': n(0.05) };

  it('as a copy', () => {
    expect(fill(cells, block(1, 3), block(2, 3), 'down')).toEqual({ 'staff@growth': n(0.08), 'staff@range': range });
  });

  it('not into a cell that is measured otherwise, and not where the source has none', () => {
    expect(fill(cells, block(1, 3), block(1, 4), 'right')).toEqual({ 'firms@2021': n(8) });
    const series = fill(cells, block(1, 3, 2), block(4, 3), 'down', true);
    expect(Object.keys(series)).toEqual(['share@growth']);
    expect(fill(cells, block(2, 3), block(4, 3), 'down')).toEqual({ 'share@growth': n(0.05) });
  });

  it('along a series, the ends of the ranges go on as series of their own', () => {
    const source = { 'firms@2021': n(100), 'firms@2022': n(110) };
    const ranges = (first: string, second: string): Record<string, CellInput> => ({
      'firms@value-range-2021': { kind: 'text', text: first },
      'firms@value-range-2022': { kind: 'text', text: second },
    });
    const filled = (first: string, second: string) =>
      fill({ ...source, ...ranges(first, second) }, block(1, 4, 1, 5), block(1, 6, 1, 7), 'right', true);
    expect(filled('90~110', '95~125')).toEqual({
      'firms@2023': n(120),
      'firms@value-range-2023': { kind: 'text', text: '100~140' },
      'firms@2024': n(130),
      'firms@value-range-2024': { kind: 'text', text: '105~155' },
    });
    expect(filled('90/100/105', '95/110/125')).toHaveProperty('firms@value-range-2023', {
      kind: 'text',
      text: '100/120/145',
    });
    // A spread that would come to nothing, ranges of two kinds, and a number among them that has none.
    const without = { 'firms@2023': n(120), 'firms@2024': n(130) };
    expect(filled('100±20', '110±10')).toEqual(without);
    expect(filled('90~110', '110±10')).toEqual(without);
    const one = { ...source, 'firms@value-range-2021': { kind: 'text', text: '90~110' } } as const;
    expect(fill(one, block(1, 4, 1, 5), block(1, 6, 1, 7), 'right', true)).toEqual(without);
  });
});
