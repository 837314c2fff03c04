import { describe, expect, it } from 'vitest';
import { cellKey, parseIndicatorId, parseYear, valueKey } from '../../../src/core/model/cell.ts';
import type { Indicator } from '../../../src/core/model/dataset.ts';
import { rateFormat } from '../../../src/core/model/format.ts';
import type { SheetColumn } from '../../../src/core/model/sheet.ts';
import type { CellView, NumberFormat } from '../../../src/core/model/view.ts';
import { zh } from '../../../src/i18n/zh.ts';
import { describeCellError } from '../../../src/view/format/error-words.ts';
import { statusHint } from '../../../src/view/grid/status-hint.ts';
import { presentBroken } from '../../../src/view/grid/present-broken.ts';
import { presentCell, type PresentContext } from '../../../src/view/grid/present-cell.ts';

const id = parseIndicatorId('firms') ?? expect.fail();
const year = parseYear(2023) ?? expect.fail();
const key = valueKey(id, year);
const indicator: Indicator = {
  id,
  label: { zh: '高新技术企业数', en: 'High-tech firms' },
  shortName: '高新技术企业',
  aliases: [],
  pinyin: 'gxjsqy',
  unit: { id: 'jia', label: { zh: '家', en: 'no.' }, decimals: 0, percent: false, whole: true },
  kind: 'stock',
  better: 'up',
  chapter: 'one',
  origin: 'report',
};
const count: NumberFormat = { decimals: 0, shift: 0, mark: 'none' };
const points: NumberFormat = { decimals: 2, shift: 2, mark: 'points' };
const yearColumn: SheetColumn = { id: '2023', role: 'year', year, column: { kind: 'value', year } };
const growthColumn: SheetColumn = { id: 'growth', role: 'growth', column: { kind: 'growth' } };
const context: PresentContext = {
  language: 'zh',
  words: zh.grid,
  rangeText: () => '6%~10%',
  describeStatus: (gap) => statusHint(gap, { language: 'zh', words: zh.grid }),
  describeError: (error, own) => describeCellError(error, own, zh.error, (cell) => `<${cell}>`),
  entryText: undefined,
  decimals: () => undefined,
};
const view: CellView = {
  id: 'firms@2023',
  key,
  kind: 'value',
  changed: false,
  value: { kind: 'number', value: 7025.4 },
  format: count,
  source: 'calculated',
  held: false,
};

describe('[V10] a drawn cell', () => {
  it('shows a rounded number and carries the whole one', () => {
    expect(presentCell(view, indicator, yearColumn, context)).toMatchObject({
      text: '7,025',
      dataValue: '7025.4',
      changed: undefined,
    });
  });
  it('[A19] marks the name of a row that breaks a relation, in a shape, in words and for a screen reader', () => {
    const name: CellView = { id: 'firms@name', kind: 'label', text: '企业', changed: false };
    const column: SheetColumn = { id: 'name', role: 'name' };
    const whole = presentCell(name, indicator, column, context);
    expect(whole).toMatchObject({ hint: indicator.label.zh, described: undefined });
    const shown = presentBroken(whole, '勾稽关系不成立：2023 年');
    expect(shown.looks.split(' ')).toContain('broken');
    expect(shown.hint).toBe(`${indicator.label.zh}\n勾稽关系不成立：2023 年`);
    expect(shown.described).toBe('mark-broken');
    expect(presentBroken(presentCell({ ...name, changed: true }, indicator, column, context), '2023').described).toBe(
      'mark-changed mark-broken',
    );
  });
  it('[A19] leaves a name alone whose row keeps its relations', () => {
    const name = presentCell(
      { id: 'firms@name', kind: 'label', text: '企业', changed: false },
      indicator,
      { id: 'name', role: 'name' },
      context,
    );
    expect(presentBroken(name, undefined)).toBe(name);
  });
  it('[A15] says with a sign and in its hint that a growth is a range', () => {
    const growth: CellView = { ...view, format: rateFormat, value: { kind: 'number', value: 0.08 }, isRange: true };
    const shown = presentCell(growth, indicator, growthColumn, context);
    expect(shown).toMatchObject({ text: '8.00', described: 'mark-range', hint: zh.grid.rangeHint('6%~10%') });
    expect(shown.looks.split(' ')).toContain('range');
    expect(presentCell({ ...view, format: rateFormat }, indicator, growthColumn, context)).toMatchObject({
      described: undefined,
      hint: undefined,
    });
  });
  it('is marked, in looks and in words, when this scenario changed it or holds it', () => {
    const shown = presentCell({ ...view, changed: true, held: true }, indicator, yearColumn, context);
    expect(shown.changed).toBe('true');
    expect(shown.looks.split(' ')).toEqual(expect.arrayContaining(['year', 'calculated', 'changed', 'held']));
    expect(shown.described).toBe('mark-changed mark-held');
  });
  it('shows its error and says which cell to mend', () => {
    const origin = cellKey(id, { kind: 'growth' });
    const error: CellView = { ...view, value: { kind: 'error', error: { code: '#VALUE!', origin } } };
    const shown = presentCell(error, indicator, yearColumn, context);
    expect(shown).toMatchObject({ text: '#VALUE!', dataValue: '#VALUE!' });
    expect(shown.hint).toContain('<firms@growth>');
  });
  it('shows what was put in while formulas are shown, and its value to scripts all the same', () => {
    const shown = presentCell(view, indicator, yearColumn, { ...context, entryText: () => '=prev*2' });
    expect(shown).toMatchObject({ text: '=prev*2', dataValue: '7025.4' });
  });
  it('names points, which are not the per cent of the column', () => {
    const growth: CellView = { ...view, id: 'firms@growth', value: { kind: 'number', value: 0.001 }, format: points };
    expect(presentCell(growth, indicator, growthColumn, context)).toMatchObject({ text: '0.10', suffix: '百分点' });
    expect(presentCell({ ...growth, format: count }, indicator, growthColumn, context).suffix).toBeUndefined();
  });
});

describe('[V15] a number in a narrow column', () => {
  const money: NumberFormat = { decimals: 2, shift: 0, mark: 'none' };
  const long: CellView = { ...view, value: { kind: 'number', value: 25977.9 }, format: money };
  it('is shortened, and whole in the hint and for scripts', () => {
    expect(presentCell(long, indicator, yearColumn, context, 62)).toMatchObject({
      text: '25,977.9',
      hint: '25,977.90',
      dataValue: '25977.9',
    });
    expect(presentCell(long, indicator, yearColumn, context, 90)).toMatchObject({ text: '25,977.90', hint: undefined });
  });
});

describe('[V15] what may be wider than its cell is cut off, and nothing else is', () => {
  const isCut = (shown: CellView, column: SheetColumn, width: number): boolean =>
    presentCell(shown, indicator, column, context, width).looks.split(' ').includes('cut');
  const name: CellView = { id: 'firms@name', kind: 'label', text: '高新技术企业', changed: false };
  const nameColumn: SheetColumn = { id: 'name', role: 'name' };
  const path: CellView = { id: 'firms@path', kind: 'path', changed: false, values: [1, 2] };

  it('a name', () => {
    expect([94, 93].map((width) => isCut(name, nameColumn, width))).toEqual([false, true]);
  });
  it('a number that could not be made short enough', () => {
    expect([56, 32].map((width) => isCut(view, yearColumn, width))).toEqual([false, true]);
  });
  it('a number with its unit', () => {
    const growth: CellView = { ...view, format: points, value: { kind: 'number', value: 0.001 } };
    expect([96, 50].map((width) => isCut(growth, growthColumn, width))).toEqual([false, true]);
  });
  it('the pill of a status', () => {
    const column: SheetColumn = { id: 'gap-2025', role: 'gap', year };
    const met: CellView = { id: 'firms@gap-2025', changed: false, kind: 'gap', status: 'met', gap: -5, format: count };
    expect([53, 52].map((width) => isCut(met, column, width))).toEqual([false, true]);
  });
  it('a path', () => {
    const column: SheetColumn = { id: 'path', role: 'path' };
    expect([76, 60].map((width) => isCut(path, column, width))).toEqual([false, true]);
  });
  it('a year with a lock, a name with a mark', () => {
    expect(isCut({ ...view, held: true }, yearColumn, 200)).toBe(true);
    expect(presentBroken(presentCell(name, indicator, nameColumn, context), '2023').looks.split(' ')).toContain('cut');
  });
});

describe('[V16] decimals that a person chose for a row', () => {
  const chosen: PresentContext = { ...context, decimals: (row) => (row === id ? 3 : undefined) };
  it('hold for its years and gaps, not for its growth', () => {
    expect(presentCell(view, indicator, yearColumn, chosen)).toMatchObject({ text: '7,025.400', dataValue: '7025.4' });
    const growth: CellView = { ...view, id: 'firms@growth', value: { kind: 'number', value: 0.1 }, format: points };
    expect(presentCell(growth, indicator, growthColumn, chosen).text).toBe('10.00');
  });
});

describe('[V9] a status is a shape and a word before it is a colour', () => {
  it.each([
    ['met', -5, '✓ 达标'],
    ['thin', -5, '△ 险达'],
    ['missed', 135, '✗ 差 135'],
  ] as const)('%s', (status, gap, text) => {
    const column: SheetColumn = { id: 'gap-2025', role: 'gap', year };
    const shown = presentCell(
      { id: 'firms@gap-2025', changed: false, kind: 'gap', status, gap, format: count },
      indicator,
      column,
      context,
    );
    expect(shown).toMatchObject({ text, dataValue: String(gap) });
    expect(shown.looks).toContain(`pill ${status}`);
  });
});
