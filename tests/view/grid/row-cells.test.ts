import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseYear } from '../../../src/core/model/cell.ts';
import { sheetColumns } from '../../../src/core/model/sheet.ts';
import type { DrawnPath, PresentedCell } from '../../../src/view/grid/present-cell.ts';
import { emptyRow, RowCells } from '../../../src/view/grid/row-cells.ts';

const years = [2020, 2021].map((year) => parseYear(year) ?? expect.fail());
const columns = sheetColumns(years, []).filter(({ role }) => role !== 'yearGrowth');
const path: DrawnPath = { id: 'firms@path', kind: 'path', changed: false, values: [1, 2] };

function cell(id: string, role: string, more: Partial<PresentedCell> = {}): PresentedCell {
  return {
    id: `firms@${id}`,
    text: '',
    dataValue: '',
    looks: role,
    changed: undefined,
    suffix: undefined,
    hint: undefined,
    described: undefined,
    path: undefined,
    ...more,
  };
}

const cells = columns.map(({ id, role }) => cell(id, role, { text: `${role} text`, dataValue: `${role} value` }));
/** The same row with another growth. */
const edited = (more: Partial<PresentedCell>): PresentedCell[] =>
  cells.map((shown) => (shown.id === 'firms@growth' ? { ...shown, ...more } : shown));

describe('[V10] the cells of a row', () => {
  let row: HTMLElement;
  let written: RowCells;
  const at = (id: string): Element => row.querySelector(`[data-cell="firms@${id}"]`) ?? expect.fail();

  beforeEach(() => {
    row = document.createElement('div');
    written = new RowCells(row, emptyRow(columns), 7);
    written.show(cells, undefined);
  });

  it('stand in the order of their columns, the frozen ones in a part of their own behind the number of the row', () => {
    expect([...row.querySelectorAll('[data-cell]')].map((found) => found.getAttribute('data-cell'))).toEqual([
      'firms@name',
      'firms@unit',
      'firms@2020',
      'firms@growth',
      'firms@2021',
      'firms@path',
    ]);
    const frozen = row.firstElementChild;
    expect(frozen?.querySelectorAll('[data-cell]')).toHaveLength(2);
    expect(frozen?.firstElementChild?.textContent).toBe('7');
    expect(frozen?.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
  });
  it('are known to a screen reader by role, column and id', () => {
    expect(at('name').getAttribute('role')).toBe('rowheader');
    expect(at('growth').getAttribute('role')).toBe('gridcell');
    expect([at('name'), at('growth')].map((found) => found.getAttribute('aria-colindex'))).toEqual(['1', '4']);
    expect(at('growth').id).toBe('cell-firms@growth');
  });
  it('say what they show in text and at full precision', () => {
    expect(at('2021').textContent).toBe('year text');
    expect(at('2021').getAttribute('data-value')).toBe('year value');
    expect(at('2021').classList.contains('year')).toBe(true);
  });
  it('carry a value even where they show nothing', () => {
    const blank = new RowCells(row, emptyRow(columns), 1);
    blank.show(
      columns.map(({ id, role }) => cell(id, role)),
      undefined,
    );
    expect(at('2021').getAttribute('data-value')).toBe('');
  });
  it('take on marks and lose them again', () => {
    const marked = {
      changed: 'true',
      suffix: '点',
      hint: '原因',
      described: 'mark-changed',
      looks: 'growth changed',
    } as const;
    written.show(edited(marked), undefined);
    const growth = at('growth');
    const names = ['data-changed', 'data-suffix', 'title', 'aria-describedby'];
    expect(names.map((name) => growth.getAttribute(name))).toEqual(['true', '点', '原因', 'mark-changed']);
    expect(growth.classList.contains('changed')).toBe(true);
    written.show(cells, undefined);
    expect(names.filter((name) => growth.hasAttribute(name))).toEqual([]);
    expect(growth.classList.contains('changed')).toBe(false);
  });
  it('are written only where they show something new, and keep their elements', () => {
    const growth = at('growth');
    const text = growth.firstChild;
    const observer = new MutationObserver(() => undefined);
    observer.observe(row, { subtree: true, childList: true, attributes: true, characterData: true });
    written.show(edited({ text: '3.00', dataValue: '3' }), undefined);
    const changes = observer.takeRecords();
    expect(changes.map(({ type, attributeName }) => attributeName ?? type)).toEqual(['characterData', 'data-value']);
    expect(growth.firstChild).toBe(text);
    expect(growth.textContent).toBe('3.00');
  });
  it('take the place of what another set of columns showed', () => {
    const fewer = columns.slice(0, 3);
    new RowCells(row, emptyRow(fewer), 7).show(cells.slice(0, 3), undefined);
    expect(row.querySelectorAll('[data-cell]')).toHaveLength(3);
  });
  it('have their path drawn as soon as somebody can draw', () => {
    const withPath = cells.map((shown) => (shown.id === 'firms@path' ? { ...shown, path } : shown));
    written.show(withPath, undefined);
    const draw = vi.fn();
    written.show(withPath, draw);
    expect(draw.mock.calls).toEqual([[at('path'), path]]);
  });
});
