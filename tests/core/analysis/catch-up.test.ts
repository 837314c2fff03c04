import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import {
  catchUpYear,
  gapIn,
  growthToCatchUp,
  knownGrowth,
  rankAmong,
  valueIn,
  type Course,
  type Race,
} from '../../../src/core/analysis/catch-up.ts';
import { y } from '../../support/plan.ts';

const course = (known: Readonly<Record<number, number>>, growth?: number): Course => ({
  known: new Map(Object.entries(known).map(([year, value]) => [y(Number(year)), value])),
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

describe('[A15] a course between and beyond its known years', () => {
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

  it('has the growth that RRI answers for its ends', () => {
    expect(knownGrowth(known.known)).toBeCloseTo(exactly('RRI(4,100,200)'), 13);
    expect(knownGrowth(course({ 2020: 5 }).known)).toBeUndefined();
    expect(knownGrowth(course({ 2020: 0, 2021: 5 }).known)).toBeUndefined();
  });
});

describe('[A16] catching up with a peer', () => {
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
    expect(catchUpYear(race(ours, course({ 2020: 100 }, 0.5)), y(2035))).toEqual({ kind: 'ahead' });
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
