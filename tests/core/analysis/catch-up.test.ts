import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import {
  catchUpYear,
  gapIn,
  growthToCatchUp,
  latestGrowth,
  rankAmong,
  valueIn,
  wholeGrowth,
  type Course,
  type Pace,
  type Race,
} from '../../../src/core/analysis/catch-up.ts';
import { y } from '../../support/plan.ts';

const course = (known: Readonly<Record<number, number>>, growth?: number, pace: Pace = 'rate'): Course => ({
  known: new Map(Object.entries(known).map(([year, value]) => [y(Number(year)), value])),
  pace,
  ...(growth !== undefined && { growth }),
});

/** What HyperFormula answers, without its rounding of results. */
function exactly(formula: string): number {
  const options = { licenseKey: 'gpl-v3', smartRounding: false, precisionEpsilon: 0 };
  return Number(HyperFormula.buildFromArray([[`=${formula}`]], options).getCellValue({ sheet: 0, row: 0, col: 0 }));
}

const race = (ours: Course, peer: Course, better: Race['better'] = 'up'): Race => ({
  ours,
  peer,
  better,
  from: y(2020),
});

describe('[A40] a course between and beyond its known years', () => {
  const known = course({ 2016: 100, 2018: 144, 2020: 200 }, 0.1);

  it.each([
    [2016, 100],
    [2017, 120],
    [2020, 200],
    [2022, 242],
  ])('in %d is %d', (year, value) => {
    expect(valueIn(known, y(year))).toBeCloseTo(value, 9);
  });

  it('is not known before the first year, nor after the last without a growth', () => {
    expect(valueIn(known, y(2015))).toBeUndefined();
    expect(valueIn(course({ 2020: 5 }), y(2021))).toBeUndefined();
    expect(valueIn(course({}, 0.1), y(2021))).toBeUndefined();
  });

  it('goes in equal steps from or to nothing', () => {
    expect(valueIn(course({ 2020: 0, 2024: 8 }), y(2021))).toBe(2);
  });

  it('in points goes in equal steps, between known years and after them', () => {
    const points = course({ 2020: 0.02, 2022: 0.024 }, 0.001, 'step');
    expect(valueIn(points, y(2021))).toBeCloseTo(0.022, 15);
    expect(valueIn(points, y(2025))).toBeCloseTo(0.027, 15);
  });

  it('grew between its ends, and of late, as RRI answers', () => {
    expect(wholeGrowth(known.known, 'rate')).toEqual({
      value: expect.closeTo(exactly('RRI(4,100,200)'), 13) as number,
      first: 2016,
      last: 2020,
    });
    expect(latestGrowth(known.known, 'rate')).toEqual({
      value: expect.closeTo(exactly('RRI(2,144,200)'), 13) as number,
      first: 2018,
      last: 2020,
    });
    expect(latestGrowth(known.known, 'step')?.value).toBe(28);
  });

  it('has no growth with one year, nor a rate from nothing; what stays at nothing stands still', () => {
    expect(wholeGrowth(course({ 2020: 5 }).known, 'rate')).toBeUndefined();
    expect(wholeGrowth(course({ 2020: 0, 2021: 5 }).known, 'rate')).toBeUndefined();
    expect(wholeGrowth(course({ 2020: 0, 2021: 0 }).known, 'rate')?.value).toBe(0);
    expect(latestGrowth(course({}).known, 'rate')).toBeUndefined();
  });
});

describe('[A41] catching up with a peer', () => {
  it('two constant rates: the whole year after NPER of the quotient of the two', () => {
    const ours = course({ 2020: 4222 }, 0.2);
    const peer = course({ 2020: 17012 }, 0.1);
    // ln(17012 ÷ 4222) ÷ ln(1.2 ÷ 1.1) = 16.01…
    const years = exactly('NPER(1.2/1.1-1,0,-4222,17012)');
    expect(Math.ceil(years)).toBe(17);
    expect(catchUpYear(race(ours, peer), y(2045))).toEqual({ kind: 'year', year: 2037 });
    expect(catchUpYear(race(ours, peer), y(2035))).toEqual({ kind: 'notBefore', year: 2035 });
  });

  it('a plan of years, then its growth: looked for year by year', () => {
    const ours = course({ 2020: 100, 2021: 105, 2022: 160 }, 0);
    expect(catchUpYear(race(ours, course({ 2020: 150 }, 0)), y(2035))).toEqual({ kind: 'year', year: 2022 });
  });

  it('ahead from the start, for good or until a year', () => {
    const ours = course({ 2020: 200 }, 0.1);
    expect(catchUpYear(race(ours, course({ 2020: 200 }, 0.1)), y(2035))).toEqual({ kind: 'ahead' });
    // 200 · 1.1³ = 266.2 and 160 · 1.2³ = 276.48; a year before 242 and 230.4.
    expect(catchUpYear(race(ours, course({ 2020: 160 }, 0.2)), y(2035))).toEqual({ kind: 'ahead', overtaken: 2023 });
    expect(catchUpYear(race(ours, course({ 2020: 160 })), y(2035))).toEqual({ kind: 'ahead' });
  });

  it('what is caught up and lost again says so, and since when it is regained', () => {
    const peer = course({ 2020: 150 }, 0);
    const plan = (...values: readonly number[]) =>
      course(Object.fromEntries([100, ...values].map((value, index) => [2020 + index, value])), 0);
    const caught = (...values: readonly number[]) => catchUpYear(race(plan(...values), peer), y(2035));
    expect(caught(120, 160, 155, 140)).toEqual({ kind: 'year', year: 2022, lost: 2024 });
    expect(caught(120, 160, 140, 170)).toEqual({ kind: 'year', year: 2022, lost: 2023, regained: 2024 });
    expect(caught(160, 140, 170, 140)).toEqual({ kind: 'year', year: 2021, lost: 2022 });
    expect(caught(160, 140, 170, 140, 150)).toEqual({ kind: 'year', year: 2021, lost: 2022, regained: 2025 });
    const ahead = course({ 2020: 160, 2021: 140, 2022: 151 }, 0);
    expect(catchUpYear(race(ahead, peer), y(2035))).toEqual({ kind: 'ahead', overtaken: 2021, regained: 2022 });
    // What is not known takes nothing back.
    expect(catchUpYear(race(course({ 2020: 100, 2021: 160 }), peer), y(2035))).toEqual({ kind: 'year', year: 2021 });
  });

  it('in points: as many years as steps fit into the gap', () => {
    const behind = race(course({ 2020: 0.021 }, 0.002, 'step'), course({ 2020: 0.029 }, 0.001, 'step'));
    expect(catchUpYear(behind, y(2035))).toEqual({ kind: 'year', year: 2028 });
    expect(growthToCatchUp(behind, y(2025))).toBeCloseTo((0.034 - 0.021) / 5, 15);
  });

  it('where less is better the one below is ahead', () => {
    expect(catchUpYear(race(course({ 2020: 7 }, -0.2), course({ 2020: 5 }, 0), 'down'), y(2035))).toEqual({
      kind: 'year',
      year: 2022,
    });
  });

  it('is unknown where nobody has said how the peer grows', () => {
    expect(catchUpYear(race(course({ 2020: 1 }, 0.1), course({ 2020: 2 })), y(2035))).toEqual({ kind: 'unknown' });
  });

  it('needs a growth in closed form to be level by a year', () => {
    const behind = race(course({ 2020: 4222 }), course({ 2020: 17012 }, 0.05));
    const byHand = ((17012 * 1.05 ** 5) / 4222) ** 0.2 - 1;
    expect(growthToCatchUp(behind, y(2025))).toBeCloseTo(byHand, 12);
    expect(growthToCatchUp(behind, y(2020))).toBeUndefined();
    expect(growthToCatchUp(race(course({ 2020: 0 }), course({ 2020: 9 }, 0)), y(2025))).toBeUndefined();
  });

  it('tells the gap, and our share of theirs', () => {
    const both = race(course({ 2020: 50 }, 0), course({ 2020: 200 }, 0.1));
    expect(gapIn(both, y(2020))).toEqual({ absolute: 150, share: 0.25 });
    expect(gapIn(race(course({ 2020: 5 }), course({ 2020: 0 })), y(2020))).toEqual({ absolute: -5 });
    expect(gapIn(both, y(2019))).toBeUndefined();
  });

  it.each([
    [50, [80, 20, undefined], 'up', 2, 3],
    [80, [80, 90], 'up', 2, 3],
    [7, [5, 7, 9], 'down', 2, 4],
    [1, [], 'up', 1, 1],
  ] as const)('%d among %j has place %d of %d', (ours, peers, better, place, of) => {
    expect(rankAmong(ours, peers, better)).toEqual({ place, of });
  });
});
