import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/core/model/dataset.ts';
import type { CellValue } from '../../../src/core/model/input.ts';
import { buildPathData, yearSpan, type PathFacts } from '../../../src/view/chart/path-data.ts';
import { figure, id, planYears, y } from '../../support/plan.ts';

const n = (value: number): CellValue => ({ kind: 'number', value });
const blank: CellValue = { kind: 'blank' };
const plain = { decimals: 0, shift: 0, mark: 'none' } as const;

function seen(kind: Observation['kind'], year: number, value: number, other: Partial<Observation> = {}): Observation {
  return {
    kind,
    indicator: id('firms'),
    region: '重庆',
    year: y(year),
    figure: figure(value),
    comparable: true,
    ...other,
  };
}

function build(facts: Partial<PathFacts>) {
  return buildPathData({
    baseYear: 2020,
    years: planYears,
    values: [n(4222), n(5000), n(6000), n(7000), n(8000), n(9000)],
    observations: [],
    targets: [],
    format: plain,
    ...facts,
  });
}

describe('[V35] what the path chart shows', () => {
  it('history ends in the base year, where the projection begins', () => {
    const data = build({ observations: [seen('history', 2019, 3141), seen('history', 2015, 1035)] });
    expect(data.history).toEqual([
      { year: 2015, value: 1035 },
      { year: 2019, value: 3141 },
      { year: 2020, value: 4222 },
    ]);
    expect(data.projection[0]).toEqual({ year: 2020, value: 4222 });
    expect(data.projection).toHaveLength(6);
  });

  it('another figure for the base year does not replace the base value', () => {
    expect(build({ observations: [seen('history', 2020, 4300)] }).history).toEqual([{ year: 2020, value: 4222 }]);
  });

  it('leaves out what cannot be compared, totals over years, peers, and actuals beyond the plan', () => {
    const data = build({
      observations: [
        seen('actual', 2021, 5108),
        seen('actual', 2022, 6348, { comparable: false }),
        seen('actual', 2023, 30000, { since: y(2021) }),
        seen('peer', 2021, 17012, { region: '上海' }),
        seen('actual', 2027, 12800),
      ],
    });
    expect(data.actuals).toEqual([{ year: 2021, value: 5108 }]);
  });

  it('a year without a number is left out', () => {
    const data = build({ values: [n(1), blank, n(3)] });
    expect(data.projection.map(({ year }) => year)).toEqual([2020, 2022]);
  });

  it('a per cent row is drawn in per cent, exactly', () => {
    const data = build({
      values: [n(0.021), n(0.07)],
      targets: [{ year: 2025, comparison: { op: 'gte', value: 0.026 }, text: '≥2.6' }],
      format: { decimals: 2, shift: 2, mark: 'percent' },
    });
    expect(data.projection.map(({ value }) => value)).toEqual([2.1, 7]);
    expect(data.targets).toEqual([{ year: 2025, value: 2.6, text: '≥2.6' }]);
  });

  it('a span stands at its near edge', () => {
    const comparison = { op: 'between', low: 20, high: 30 } as const;
    expect(build({ targets: [{ year: 2025, comparison, text: '20–30' }] }).targets[0]?.value).toBe(20);
  });

  it('the years reach from the oldest number to the last', () => {
    expect(yearSpan(build({ observations: [seen('history', 2012, 9)] }))).toEqual({ first: 2012, last: 2025 });
    expect(yearSpan(build({ values: [] }))).toEqual({ first: 2020, last: 2020 });
  });
});
