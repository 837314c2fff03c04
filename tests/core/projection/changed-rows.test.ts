import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey, settingKey, valueKey, type CellKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { id, y } from '../../support/plan.ts';
import { loadShipped } from '../../support/shipped-tables.ts';

const book = makeWorkbook(loadShipped());
const { rows } = book.dataset;

/** All that a row shows. */
const picture = (projection: Projection): ReadonlyMap<string, string> =>
  new Map(
    rows.map((row) => [
      row.indicator.id,
      JSON.stringify(book.sheet.columns.map((column) => projection.cell(row, column))),
    ]),
  );

const number = (value: number): CellInput => ({ kind: 'number', value });
const text = (words: string): CellInput => ({ kind: 'text', text: words });

/** Entries of each kind that a row can take. */
const entry: fc.Arbitrary<[CellKey, CellInput | null]> = fc
  .tuple(fc.nat(rows.length - 1), fc.nat(7), fc.double({ min: -0.5, max: 2, noNaN: true }))
  .map(([at, kind, value]) => {
    const row = rows[at]?.indicator.id ?? id('');
    const cells: readonly [CellKey, CellInput | null][] = [
      [cellKey(row, { kind: 'growth' }), number(value)],
      [cellKey(row, { kind: 'growth' }), null],
      [valueKey(row, y(2020)), number(value * 1000)],
      [valueKey(row, y(2023)), text('待定')],
      [cellKey(row, { kind: 'held' }), text('2022')],
      [cellKey(row, { kind: 'target', year: y(2025) }), text('>1600 binding')],
      [cellKey(row, { kind: 'range' }), text('0.01~0.2')],
      [settingKey('layers'), text('')],
    ];
    return cells[kind] ?? [cellKey(row, { kind: 'path' }), null];
  });

describe('[V40] Projection.show tells in which rows there is anything else to show', () => {
  it('leaves out no row, whatever two patches differ in', () => {
    const projection = new Projection(book, new Map());
    let before = picture(projection);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
        const told = projection.show(new Map(entries));
        const after = picture(projection);
        const changed = rows.map(({ indicator }) => indicator.id).filter((row) => before.get(row) !== after.get(row));
        before = after;
        if (told) expect(changed.filter((row) => !told.has(row))).toEqual([]);
      }),
      { numRuns: 40, seed: 20201 },
    );
  }, 30_000);

  it('names the row of a growth and those that follow it, and no others', () => {
    const projection = new Projection(book, new Map());
    const told = projection.show(new Map([[cellKey(id('rd_spend'), { kind: 'growth' }), number(0.2)]]));
    expect(told?.has(id('rd_spend'))).toBe(true);
    expect(told?.size).toBeLessThan(10);
    expect(projection.show(projection.patch)).toEqual(new Set());
  });
});
