import { describe, expect, it } from 'vitest';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { exchange } from '../../../src/i18n/zh/exchange.ts';
import { grid } from '../../../src/i18n/zh/grid.ts';
import { sheetTable, type SheetTableContext } from '../../../src/view/exchange/sheet-table.ts';
import type { Patch } from '../../../src/core/scenario/scenario.ts';
import { cells, f, n } from '../../core/scenario/builders.ts';
import { dataset, firms, layer, rank, row, share, target } from '../../support/plan.ts';

const workbook = makeWorkbook(
  dataset(
    [
      row(firms, 1000, { path: 'compound', growth: 0.1 }),
      row(share, 0.021, { path: 'points', growth: 0.001 }),
      row(rank, 7, { path: 'hold' }),
    ],
    [layer('plan', [target('firms', 2021, { op: 'gt', value: 1150 })])],
  ),
);

const context: SheetTableContext = {
  language: 'zh',
  words: grid,
  exchange,
  pathName: ({ kind }) => `path ${kind}`,
};

/** The table of a scenario, by header and then by the row's name. */
function read(patch: Patch = cells({})) {
  const projection = new Projection(workbook, patch);
  const [header = [], ...rows] = sheetTable(
    {
      sheet: workbook.sheet,
      dataset: workbook.dataset,
      indicator: (id) => {
        const found = workbook.rows.get(id);
        if (!found) throw new Error(id);
        return found;
      },
      cell: (id, column) => {
        const found = workbook.rows.get(id);
        if (!found) throw new Error(id);
        return projection.cell(found, column);
      },
      path: (id) => projection.path(id),
    },
    context,
  );
  const at = (name: string, title: string) => rows.find((fields) => fields[1] === name)?.[header.indexOf(title)];
  return { header, rows, at };
}

describe('[L26] the exported sheet', () => {
  it('has every indicator once, under its chapter', () => {
    expect(read().rows.map(([chapter, name]) => [chapter, name])).toEqual([
      ['a', 'firms'],
      ['a', 'share'],
      ['a', 'rank'],
    ]);
  });

  it('has numbers at full precision in the shown unit', () => {
    const { at } = read(cells({ 'firms@growth': n(0.1234567), 'share@2022': n(0.0254321) }));
    expect(at('firms', '2020 基期')).toBe(1000);
    expect(at('firms', '2021')).toBe(1000 * (1 + 0.1234567));
    expect(at('firms', '年均 增速 %')).toBe(12.34567);
    expect(at('share', '2022')).toBe(2.54321);
  });

  it('says what is no number as the page does', () => {
    const { at } = read(cells({ 'firms@2023': f('1/0') }));
    expect(at('firms', '2023')).toBe('#DIV/0!');
    expect(at('rank', '年均 增速 %')).toBe('持平');
    expect(at('firms', '2021 目标')).toBe('>1,150');
    expect(at('firms', '路径')).toBe('path compound');
  });

  it('gives the gap as a number that is positive where the target is missed', () => {
    expect(read().at('firms', '2021 差距（正数为缺口）')).toBeCloseTo(50, 9);
    expect(read(cells({ 'firms@growth': n(0.2) })).at('firms', '2021 差距（正数为缺口）')).toBeCloseTo(-50, 9);
  });

  it('leaves out a column in which no row has anything', () => {
    expect(read().header).not.toContain('2025 目标');
    expect(read().header.some((title) => title === '2022 增速 %')).toBe(false);
    expect(read(cells({ 'firms@growth-2022': n(0.3) })).at('firms', '2022 增速 %')).toBe(30);
  });

  it('is a rectangle', () => {
    const { header, rows } = read();
    expect(new Set([header, ...rows].map(({ length }) => length)).size).toBe(1);
  });
});
