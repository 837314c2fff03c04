import { describe, expect, it } from 'vitest';
import type { CellInput } from '../../../src/core/model/input.ts';
import type { Observation } from '../../../src/core/model/dataset.ts';
import {
  actualsApart,
  actualsOf,
  backTestScenario,
  lastActual,
  rebaseOn,
  targetsInHindsight,
} from '../../../src/core/projection/actuals.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { changesTo } from '../../../src/core/scenario/changes.ts';
import { applyChanges } from '../../../src/core/scenario/edit.ts';
import { key } from '../../support/calculation.ts';
import { dataset, figure, firms, id, indicator, layer, row, target, units, y } from '../../support/plan.ts';
import { loadShipped } from '../../support/shipped-tables.ts';

const seen = (name: string, year: number, value: number, extra: Partial<Observation> = {}): Observation => ({
  kind: 'actual',
  indicator: id(name),
  region: '重庆',
  year: y(year),
  figure: figure(value),
  comparable: true,
  ...extra,
});

const money = indicator('money', units.money, 'flow');
const aimed = indicator('aimed');
const double = indicator('double', units.money, 'flow');
const data = {
  ...dataset(
    [
      row(firms, 1000, { path: 'compound', growth: 0.1 }),
      row(aimed, 100, { path: 'target-geometric' }),
      row(money, 500, { path: 'compound', growth: 0.1 }),
      row(double, 1000, { path: 'formula', formula: 'money*2' }),
    ],
    [
      layer('plan', [
        target('firms', 2021, { op: 'gt', value: 1150 }),
        target('firms', 2025, { op: 'gt', value: 1500 }),
        target('aimed', 2025, { op: 'gte', value: 200 }),
      ]),
    ],
  ),
  observations: [
    seen('firms', 2022, 1300),
    seen('firms', 2021, 1200),
    seen('firms', 2023, 9, { comparable: false }),
    seen('firms', 2023, 8, { since: y(2021) }),
    seen('firms', 2019, 7, { kind: 'history' }),
    seen('aimed', 2021, 130),
    seen('money', 2021, 600),
    seen('double', 2021, 1190),
    seen('firms', 2030, 5000),
    seen('money', 2022, 999, { figure: { ...figure(999), standing: 'estimate' } }),
  ],
};

const patch = new Map<ReturnType<typeof key>, CellInput>();
const projection = new Projection(makeWorkbook(data), patch);

describe('[A17] a scenario against the actuals', () => {
  it('takes comparable actuals of single years only, in order', () => {
    expect([...(actualsOf(data).get(firms.id) ?? [])]).toEqual([
      [2021, 1200],
      [2022, 1300],
      [2030, 5000],
    ]);
    expect(lastActual(actualsOf(data), money.id)).toEqual({ year: 2021, value: 600 });
    expect(lastActual(actualsOf(data), id('nobody'))).toBeUndefined();
  });

  it('tells those that do not count apart, with the reason', () => {
    expect(actualsApart(data).map(({ observation: { indicator: of, year }, reason }) => [of, year, reason])).toEqual([
      ['firms', 2023, 'incomparable'],
      ['firms', 2023, 'severalYears'],
      ['money', 2022, 'estimate'],
    ]);
  });

  it('has an error for each year of the sheet with an actual', () => {
    const test = backTestScenario(projection);
    expect(test.errors.map(({ indicator: of, year, error }) => [of, year, Math.round(error)])).toEqual([
      ['firms', 2021, -100],
      ['firms', 2022, -90],
      ['aimed', 2021, Math.round(100 * 2 ** 0.2 - 130)],
      ['money', 2021, -50],
      ['double', 2021, -90],
    ]);
  });

  it('says which targets were really met', () => {
    const told = targetsInHindsight(projection).map(({ target: { indicator: of, year }, projected, actual }) => [
      `${of}@${year}`,
      projected.status,
      actual.status,
    ]);
    expect(told).toEqual([
      ['firms@2021', 'missed', 'met'],
      ['firms@2025', 'met', 'unknown'],
      ['aimed@2025', 'thin', 'unknown'],
    ]);
  });

  it('of the shipped data: 2021 was met, by more than planned for firms', () => {
    const shipped = new Projection(makeWorkbook(loadShipped()), new Map());
    const met = targetsInHindsight(shipped).filter(({ target: { year } }) => year === 2021);
    expect(met.map(({ indicator: of, actual }) => [of, actual.status])).toEqual([
      ['rd_intensity', 'thin'],
      ['tech_firms', 'met'],
      ['hightech_firms', 'met'],
    ]);
    const firmsErrors = backTestScenario(shipped).indicators.find(({ indicator: of }) => of === 'hightech_firms');
    expect(firmsErrors?.errors[0]?.error).toBeCloseTo(4222 * 1.3246940200973736 - 5108, 6);
  });
});

describe('[A18] starting again from an actual year', () => {
  const again = (until: number): Projection => {
    const inputs = rebaseOn(projection, y(until));
    return new Projection(projection.workbook, applyChanges(patch, changesTo(projection.underlying, patch, inputs)));
  };
  const number = (from: Projection, cell: string): number => {
    const value = from.value(key(cell));
    return value.kind === 'number' ? value.value : NaN;
  };

  it('puts the actuals up to it into the rows, held, and the rows go on by their growth', () => {
    const rebased = again(2022);
    expect(number(rebased, 'firms@2021')).toBe(1200);
    expect(number(rebased, 'firms@2022')).toBe(1300);
    expect(number(rebased, 'firms@2023')).toBeCloseTo(1430, 9);
    expect([...rebased.held(firms.id)]).toEqual([2021, 2022]);
    expect(number(again(2021), 'firms@2022')).toBeCloseTo(1320, 9);
  });

  it('a path toward a target runs from the actual to where the row was going', () => {
    const rebased = again(2021);
    expect(number(rebased, 'aimed@2021')).toBe(130);
    expect(number(rebased, 'aimed@2025')).toBeCloseTo(number(projection, 'aimed@2025'), 9);
    expect(number(rebased, 'aimed@2023')).toBeCloseTo(Math.sqrt(130 * number(projection, 'aimed@2025')), 9);
  });

  it('a calculated row keeps its formula, and follows the actuals of what it reads', () => {
    const rebased = again(2021);
    expect(rebased.input(key('double@2021'))).toMatchObject({ kind: 'formula' });
    expect(number(rebased, 'double@2021')).toBe(1200);
  });

  it('changes nothing where nothing is known yet', () => {
    expect(rebaseOn(projection, y(2020)).size).toBe(0);
  });
});
