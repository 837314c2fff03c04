import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import { driverBounds, type DriverCell } from '../../../src/core/analysis/driver-bounds.ts';
import { seekByDriver, seekByMultiplier, type Driver } from '../../../src/core/analysis/goal-seek.ts';
import { trialsOn } from '../../../src/core/analysis/trial.ts';
import { key, sheetOf } from '../../support/calculation.ts';
import { near } from '../../support/near.ts';
import { firms, indicator, rank, share, units, y } from '../../support/plan.ts';

const path = { '@2021': '=prev*(1+growth)', '@2022': '=prev*(1+growth)', '@2023': '=prev*(1+growth)' };
const years = { ...path, '@2024': '=prev*(1+growth)', '@2025': '=prev*(1+growth)' };

function rows(...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => Object.entries(years).map(([cell, formula]) => [`${name}${cell}`, formula])),
  );
}

/** What HyperFormula answers, without its rounding of results. */
function exactly(formula: string): number {
  const options = { licenseKey: 'gpl-v3', smartRounding: false, precisionEpsilon: 0 };
  return Number(HyperFormula.buildFromArray([[`=${formula}`]], options).getCellValue({ sheet: 0, row: 0, col: 0 }));
}

const driver = (cell: string, present: number, low = -0.99, high = 10): Driver => ({
  cell: key(cell),
  present,
  low,
  high,
});

const firmsSheet = () => sheetOf('a', 5, { 'a@2020': 4222, 'a@growth': 0.1, ...rows('a') });

describe('[A3] goal seek on the real calculation', () => {
  it('finds the growth that HyperFormula’s RRI answers, to 1e-12', () => {
    const { calculation, show } = firmsSheet();
    const answer = seekByDriver(trialsOn(calculation), { cell: key('a@2025'), value: 10000 }, driver('a@growth', 0.1));
    const rri = exactly('RRI(5,4222,10000)');
    expect(answer.kind).toBe('solved');
    if (answer.kind !== 'solved') return;
    expect(Math.abs(answer.at / rri - 1)).toBeLessThan(1e-12);
    expect(Math.abs(answer.reached / 10000 - 1)).toBeLessThan(1e-12);
    expect(answer.inputs).toEqual(new Map([[key('a@growth'), answer.at]]));
    // 4222 grown by 10 % for five years: the sheet is as it was.
    expect(show('a@2025')).toBeCloseTo(4222 * 1.1 ** 5, 6);
  });

  it('finds a base figure: the present value of 10,000 at 10 % in five years', () => {
    const { calculation } = firmsSheet();
    const base = driver('a@2020', 4222, 0, 1e6);
    const answer = seekByDriver(trialsOn(calculation), { cell: key('a@2025'), value: 10000 }, base);
    const value = exactly('-PV(0.1,5,0,10000)');
    expect(answer.kind === 'solved' && answer.at).toBeCloseTo(value, 6);
  });

  it('goes through a quotient of two rows, and keeps the other as it is', () => {
    const ratio = { 'r@2025': '=a/b' };
    const { calculation } = sheetOf('a b r', 5, {
      'a@2020': 526.79,
      'b@2020': 25002.79,
      'a@growth': 0.122,
      'b@growth': 0.039,
      ...rows('a', 'b'),
      ...ratio,
    });
    const answer = seekByDriver(
      trialsOn(calculation),
      { cell: key('r@2025'), value: 0.026 },
      driver('a@growth', 0.122),
    );
    // By hand: (1 + a)^5 = 0.026 · 25002.79 · 1.039^5 ÷ 526.79.
    const byHand = ((0.026 * 25002.79 * 1.039 ** 5) / 526.79) ** 0.2 - 1;
    expect(answer.kind === 'solved' && Math.abs(answer.at / byHand - 1)).toBeLessThan(1e-12);
  });

  it('finds one multiplier for several drivers', () => {
    const { calculation } = sheetOf('a b s', 1, {
      'a@2020': 100,
      'b@2020': 200,
      'a@growth': 0.1,
      'b@growth': 0.05,
      'a@2021': '=prev*(1+growth)',
      'b@2021': '=prev*(1+growth)',
      's@2021': '=a+b',
    });
    const goal = { cell: key('s@2021'), value: 350 };
    const answer = seekByMultiplier(trialsOn(calculation), goal, [driver('a@growth', 0.1), driver('b@growth', 0.05)]);
    // By hand: 300 + m · (10 + 10) = 350.
    expect(answer).toMatchObject({ kind: 'solved', at: expect.closeTo(2.5, 12) as number });
    expect(answer.kind === 'solved' && [...answer.inputs.values()]).toEqual(
      [0.25, 0.125].map((value) => near(value, 12)),
    );
  });

  it('keeps every multiplied driver within its bounds and says what is then reached', () => {
    const { calculation } = sheetOf('a', 1, { 'a@2020': 0.4, 'a@2021': '=prev*2' });
    const share = driver('a@2020', 0.4, 0, 1);
    const answer = seekByMultiplier(trialsOn(calculation), { cell: key('a@2021'), value: 3 }, [share]);
    expect(answer).toMatchObject({ kind: 'closest', at: 2.5, reached: 2 });
    expect(() => seekByMultiplier(trialsOn(calculation), { cell: key('a@2021'), value: 3 }, [])).toThrow('Nothing');
  });

  it('says the best there is where the goal cannot be reached, with the place', () => {
    const { calculation } = sheetOf('a', 1, { 'a@2020': 0.5, 'a@growth': 0, 'a@2021': '=MIN(1,prev*(1+growth))' });
    const answer = seekByDriver(trialsOn(calculation), { cell: key('a@2021'), value: 1.2 }, driver('a@growth', 0));
    expect(answer).toMatchObject({ kind: 'closest', reached: 1 });
    const least = seekByDriver(trialsOn(calculation), { cell: key('a@2021'), value: -3 }, driver('a@growth', 0));
    expect(least).toMatchObject({ kind: 'closest', at: expect.closeTo(-0.99, 12) as number });
  });

  it('takes the root nearest to the present of a path that turns, and a goal of zero', () => {
    const { calculation } = sheetOf('a p', 1, { 'a@2020': 3, 'p@2020': '=(a-1)*(a-4)' });
    const trials = trialsOn(calculation);
    const at = (present: number) => {
      const answer = seekByDriver(trials, { cell: key('p@2020'), value: 0 }, driver('a@2020', present, 0, 100));
      return answer.kind === 'solved' ? answer.at : answer.kind;
    };
    expect(at(3)).toBeCloseTo(4, 12);
    expect(at(1.5)).toBeCloseTo(1, 12);
  });

  it('goes round where a cell is an error', () => {
    const { calculation } = sheetOf('a q', 1, { 'a@2020': 2, 'q@2020': '=1/(a-1)' });
    const answer = seekByDriver(trialsOn(calculation), { cell: key('q@2020'), value: 4 }, driver('a@2020', 2, 0, 100));
    expect(answer).toMatchObject({ kind: 'solved', at: expect.closeTo(1.25, 12) as number });
    const negative = seekByDriver(trialsOn(calculation), { cell: key('q@2020'), value: -4 }, driver('a@2020', 2, 0, 9));
    expect(negative).toMatchObject({ kind: 'solved', at: expect.closeTo(0.75, 12) as number });
  });

  it('tells a cell that does not depend on the driver, and one that is never a number', () => {
    const { calculation } = sheetOf('a b', 1, { 'a@2020': 2, 'b@2020': 7, 'b@2021': '=1/(b-b)' });
    const seek = (cell: string) =>
      seekByDriver(trialsOn(calculation), { cell: key(cell), value: 5 }, driver('a@2020', 2, 0, 9));
    expect(seek('b@2020')).toEqual({ kind: 'independent', reached: 7 });
    expect(seek('b@2021')).toEqual({ kind: 'noValue' });
    expect(() => seek('a@path')).toThrow('Not a calculating cell');
  });
});

describe('[A4] between which numbers an assumption is looked for', () => {
  const of = (cell: Partial<DriverCell>) =>
    driverBounds({
      column: { kind: 'growth' },
      indicator: firms,
      path: { kind: 'compound' },
      present: 0,
      base: 100,
      ...cell,
    });

  it.each([
    ['a rate of growth', {}, -0.99, 10],
    ['a rate already beyond', { present: 12 }, -0.99, 12],
    ['points a year', { indicator: share, path: { kind: 'points' } }, -1, 1],
    ['steps in the row’s unit', { path: { kind: 'step' } }, -100, 100_000],
    ['a share', { column: { kind: 'value', year: y(2020) }, indicator: share, present: 0.02 }, 0, 1],
    ['a rank', { column: { kind: 'value', year: y(2020) }, indicator: rank, present: 7 }, 1, 1000],
    ['a count', { column: { kind: 'value', year: y(2020) }, present: 100 }, 0, 100_000],
    [
      'money',
      { column: { kind: 'value', year: y(2020) }, indicator: indicator('m', units.money, 'flow'), present: 5 },
      0,
      100_000,
    ],
  ] as const)('%s', (_, cell, low, high) => {
    expect(of(cell)).toEqual({ low, high });
  });
});
