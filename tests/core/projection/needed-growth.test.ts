import { describe, expect, it } from 'vitest';
import { settingKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import type { Dataset, Observation } from '../../../src/core/model/dataset.ts';
import {
  neededGrowths,
  startFromLastActual,
  startInYear,
  type StartOf,
} from '../../../src/core/projection/needed-growth.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import type { Patch } from '../../../src/core/scenario/scenario.ts';
import { key } from '../../support/calculation.ts';
import { dataset, figure, firms, id, indicator, layer, planYears, row, target, units, y } from '../../support/plan.ts';
import { loadShipped } from '../../support/shipped-tables.ts';

const shipped = new Projection(makeWorkbook(loadShipped()), new Map());

const patchOf = (entries: Readonly<Record<string, number>>): ReadonlyMap<ReturnType<typeof key>, CellInput> =>
  new Map(Object.entries(entries).map(([cell, value]) => [key(cell), { kind: 'number', value }]));

const seen = (kind: 'history' | 'actual', year: number, value: number, comparable = true): Observation => ({
  kind,
  indicator: id('firms'),
  region: '重庆',
  year: y(year),
  figure: figure(value),
  comparable,
});

const money = indicator('money', units.money, 'flow');
const output = indicator('output', units.money, 'flow');
const intensity = indicator('intensity', units.percent, 'ratio');

function plan(extra: Partial<Dataset> = {}): Dataset {
  const rows = [
    row(firms, 1000, { path: 'compound', growth: 0.1 }),
    row(money, 500, { path: 'compound', growth: 0.12 }),
    row(output, 25000, { path: 'compound', growth: 0.04 }),
    row(intensity, 0.02, { path: 'formula', formula: 'money/output' }),
  ];
  const targets = [
    target('firms', 2025, { op: 'gt', value: 1500 }),
    target('intensity', 2025, { op: 'gte', value: 0.025 }),
  ];
  return { ...dataset(rows, [layer('plan', targets)]), ...extra };
}

function needed(patch: Readonly<Record<string, number>> = {}, data = plan(), startOf?: StartOf) {
  const answers = neededGrowths(new Projection(makeWorkbook(data), patchOf(patch)), startOf);
  return Object.fromEntries(answers.map((one) => [one.indicator, one]));
}

describe('[A5] needed growth of every row with a target', () => {
  it('of the shipped data: what the report and the plans need', () => {
    const answers = neededGrowths(shipped).map(({ indicator: of, target: { year }, needed: growth }) => [
      `${of}@${year}`,
      growth.ok ? growth.value : NaN,
    ]);
    expect(Object.fromEntries(answers)).toMatchObject({
      'tech_firms@2021': expect.closeTo(30000 / 26371 - 1, 14) as number,
      'hightech_firms@2025': expect.closeTo((10000 / 4222) ** 0.2 - 1, 14) as number,
      // By hand, through the growth of R&D spending: 0.026 · 25002.79 · 1.039^5 ÷ 526.79, fifth root.
      'rd_intensity@2025': expect.closeTo(0.0836284717367933, 12) as number,
    });
    expect(answers.length).toBe(6);
  });

  it('of a calculated row through its first driver, in place of growths of single years', () => {
    // By hand: 500 · (1 + g)^5 = 0.025 · 25000 · 1.04^5.
    const byHand = 1.04 * (625 / 500) ** 0.2 - 1;
    expect(needed()['intensity']).toMatchObject({
      driver: 'money',
      unit: 'percentPerYear',
      needed: { ok: true, value: expect.closeTo(byHand, 13) as number },
      assumed: expect.closeTo(0.12, 13) as number,
      margin: expect.closeTo(0.12 - byHand, 12) as number,
    });
    expect(needed({ 'money@growth-2022': 0.5 })['intensity']?.needed).toMatchObject({
      value: expect.closeTo(byHand, 13) as number,
    });
  });

  it('follows the scenario: another base, another growth of the other row', () => {
    const { firms: answer } = needed({ 'firms@2020': 1200, 'firms@growth': 0.03 });
    expect(answer).toMatchObject({
      start: { year: 2020, value: 1200 },
      needed: { value: expect.closeTo(0.0456395525912732, 12) as number },
      assumed: expect.closeTo(0.03, 12) as number,
      margin: expect.closeTo(0.03 - 0.0456395525912732, 12) as number,
      assessment: { status: 'missed' },
    });
    const { intensity: ratio } = needed({ 'output@growth': 0 });
    expect(ratio?.needed).toMatchObject({ value: expect.closeTo(1.25 ** 0.2 - 1, 13) as number });
  });

  it('says that a driven row is out of reach where its driver is overtyped', () => {
    const held = Object.fromEntries(planYears.slice(1).map((year) => [`money@${year}`, 500]));
    expect(needed(held)['intensity']?.needed).toEqual({ ok: false, error: { code: 'notDriven' } });
  });

  it('counts from a projected year, or from the last comparable actual', () => {
    const data = plan({
      observations: [seen('actual', 2022, 1300), seen('actual', 2023, 1400), seen('actual', 2024, 9, false)],
    });
    const projection = new Projection(makeWorkbook(data), new Map());
    expect(needed({}, data, startInYear(projection, y(2021)))['firms']).toMatchObject({
      start: { year: 2021, value: expect.closeTo(1100, 9) as number },
      needed: { value: expect.closeTo((1500 / 1100) ** 0.25 - 1, 13) as number },
    });
    const fromActual = needed({}, data, startFromLastActual(data));
    expect(Object.keys(fromActual)).toEqual(['firms']);
    expect(fromActual['firms']).toMatchObject({
      start: { year: 2023, value: 1400 },
      needed: { value: expect.closeTo((1500 / 1400) ** 0.5 - 1, 13) as number },
    });
  });

  it('[A43] from the last one that was published by a date', () => {
    const [early, late] = [seen('actual', 2021, 1200), seen('actual', 2022, 1300)];
    const citation = { ...late.figure.citation, published: '2023-03' };
    const data = plan({ observations: [early, { ...late, figure: { ...late.figure, citation } }] });
    expect(startFromLastActual(data, '2022-12-31')(id('firms'))).toEqual({ year: 2021, value: 1200 });
    expect(startFromLastActual(data)(id('firms'))).toEqual({ year: 2022, value: 1300 });
  });
});

describe('[A7] difficulty is the needed growth as a multiple of the historical one', () => {
  it('counts history from its earliest comparable year', () => {
    const data = plan({ observations: [seen('history', 2018, 810), seen('history', 2016, 1, false)] });
    const growth = 1.5 ** 0.2 - 1;
    const past = (1000 / 810) ** 0.5 - 1;
    expect(needed({}, data)['firms']).toMatchObject({
      historical: { from: 2018, growth: expect.closeTo(past, 13) as number },
      difficulty: expect.closeTo(growth / past, 12) as number,
    });
  });

  it('[A43] counts no history that was published after the date of the scenario', () => {
    const dated = (year: number, value: number, published: string) => {
      const one = seen('history', year, value);
      return { ...one, figure: { ...one.figure, citation: { ...one.figure.citation, published } } };
    };
    const data = plan({ observations: [dated(2016, 700, '2022-05'), dated(2018, 810, '2019-03')] });
    const since = (until?: string) => {
      const patch: Patch =
        until === undefined ? new Map() : new Map([[settingKey('known-until'), { kind: 'text', text: until }]]);
      return neededGrowths(new Projection(makeWorkbook(data), patch))[0]?.historical?.from;
    };
    expect([since(), since('2021-12-31'), since('2018-12-31')]).toEqual([2016, 2018, undefined]);
  });

  it('has none without history, or where one of the two is no growth', () => {
    expect(needed()['firms']?.difficulty).toBeUndefined();
    const shrank = plan({ observations: [seen('history', 2018, 1100)] });
    expect(needed({}, shrank)['firms']?.difficulty).toBeUndefined();
    expect(needed({}, shrank)['firms']?.historical?.growth).toBeLessThan(0);
  });
});
