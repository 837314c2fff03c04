import { describe, expect, it } from 'vitest';
import { assumptionAt, assumptionsOf, pointMove } from '../../../src/core/projection/assumptions.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { key } from '../../support/calculation.ts';
import { dataset, firms, indicator, rank, row, share, units } from '../../support/plan.ts';
import { loadShipped } from '../../support/shipped-tables.ts';

const number = (value: number): CellInput => ({ kind: 'number', value });

describe('[A13] the assumptions of a result', () => {
  const shipped = makeWorkbook(loadShipped());

  it('are the numbers it depends on, however far away, in sheet order', () => {
    const projection = new Projection(shipped, new Map());
    expect(assumptionsOf(projection, key('rd_intensity@2025')).map(({ cell }) => cell)).toEqual([
      'rd_spend@2020',
      'rd_spend@growth',
      'gdp@2020',
      'gdp@growth',
    ]);
  });

  it('follow the scenario: an overtyped year hides what came before, a year’s own growth the row’s for that year', () => {
    const patch = new Map([
      [key('rd_spend@2024'), number(700)],
      [key('gdp@growth-2022'), number(0.05)],
    ]);
    const cells = assumptionsOf(new Projection(shipped, patch), key('rd_intensity@2025')).map(({ cell }) => cell);
    expect(cells).toEqual(['rd_spend@2024', 'rd_spend@growth', 'gdp@2020', 'gdp@growth', 'gdp@growth-2022']);
  });

  it('of a number are itself, of a blank none', () => {
    const projection = new Projection(shipped, new Map([[key('gdp@2021'), null]]));
    expect(assumptionsOf(projection, key('gdp@2020')).map(({ cell }) => cell)).toEqual(['gdp@2020']);
    expect(assumptionsOf(projection, key('gdp@2021'))).toEqual([]);
    expect(assumptionAt(projection, key('gdp@path'))).toBeUndefined();
  });

  it.each([
    ['firms@growth', 0.09, 0.11],
    ['firms@2020', 4950, 5050],
    ['steps@growth', -2, 2],
    ['share@2020', 0, 0.015],
    ['share@growth', -0.009, 0.011],
    ['rank@2020', 1, 2],
  ])('one point of %s is from %d to %d', (cell, low, high) => {
    const workbook = makeWorkbook(
      dataset([
        row(firms, 5000, { path: 'compound', growth: 0.1 }),
        row(indicator('steps', units.money, 'flow'), 200, { path: 'step', growth: 0 }),
        row(share, 0.005, { path: 'points', growth: 0.001 }),
        row(rank, 1, { path: 'hold' }),
      ]),
    );
    const assumption = assumptionAt(new Projection(workbook, new Map()), key(cell));
    expect(assumption && pointMove(assumption)).toMatchObject({
      low: expect.closeTo(low, 12) as number,
      high: expect.closeTo(high, 12) as number,
    });
  });
});
