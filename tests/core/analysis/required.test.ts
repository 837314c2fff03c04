import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import { marginOf, requiredOnPath, type RequiredQuestion } from '../../../src/core/analysis/required.ts';
import { y } from '../../support/plan.ts';

const ask = (question: Partial<RequiredQuestion>) =>
  requiredOnPath({
    start: { year: y(2020), value: 100 },
    year: y(2025),
    comparison: { op: 'gte', value: 200 },
    path: { kind: 'compound' },
    percent: false,
    ...question,
  });

describe('[A5] the growth a path needs to meet a target', () => {
  it('compound, as HyperFormula’s RRI answers', () => {
    const options = { licenseKey: 'gpl-v3', smartRounding: false, precisionEpsilon: 0 };
    const engine = HyperFormula.buildFromArray([['=RRI(1,26371,30000)', '=RRI(5,4222,10000)']], options);
    const rri = (col: number): number => Number(engine.getCellValue({ sheet: 0, row: 0, col }));
    const oneYear = ask({
      start: { year: y(2020), value: 26371 },
      year: y(2021),
      comparison: { op: 'gt', value: 30000 },
    });
    const fiveYears = ask({ start: { year: y(2020), value: 4222 }, comparison: { op: 'gt', value: 10000 } });
    expect(oneYear.ok && oneYear.value).toBeCloseTo(rri(0), 14);
    expect(fiveYears.ok && fiveYears.value).toBeCloseTo(rri(1), 14);
    expect(oneYear.ok && oneYear.value).toBeCloseTo(0.13761328732, 10);
    expect(fiveYears.ok && fiveYears.value).toBeCloseTo(0.18821862134, 10);
  });

  it('in equal steps, in points, and as a rate where the path reads no growth', () => {
    expect(ask({ path: { kind: 'step' } })).toEqual({ ok: true, value: 20 });
    const points = ask({
      path: { kind: 'points' },
      percent: true,
      start: { year: y(2020), value: 0.021 },
      comparison: { op: 'gte', value: 0.026 },
    });
    expect(points.ok && points.value).toBeCloseTo(0.001, 15);
    expect(ask({ path: { kind: 'hold' }, year: y(2021) })).toEqual({ ok: true, value: 1 });
  });

  it('from a later year or an actual only the years that are left count', () => {
    const left = ask({ start: { year: y(2023), value: 150 }, comparison: { op: 'gte', value: 216 } });
    expect(left.ok && left.value).toBeCloseTo(0.2, 14);
    expect(ask({ start: { year: y(2025), value: 150 } })).toEqual({ ok: false, error: { code: 'noYears' } });
  });

  it('toward a ceiling it solves the curve’s own recurrence', () => {
    const path = { kind: 'scurve', ceiling: 400 } as const;
    const found = ask({ path });
    let value = 100;
    for (let year = 2021; year <= 2025; year += 1) value *= 1 + (found.ok ? found.value : NaN) * (1 - value / 400);
    expect(value).toBeCloseTo(200, 9);
  });

  it('says that a number above the ceiling is out of reach, and what comes closest', () => {
    const found = ask({ path: { kind: 'scurve', ceiling: 180 } });
    expect(found).toMatchObject({ ok: false, error: { code: 'outOfReach', closest: { growth: 1 } } });
    const closest = !found.ok && found.error.code === 'outOfReach' ? found.error.closest.reached : NaN;
    expect(closest).toBeGreaterThan(179);
    expect(closest).toBeLessThanOrEqual(180);
  });

  it('says why there is no growth: from nothing, or without time', () => {
    expect(ask({ start: { year: y(2020), value: 0 } })).toMatchObject({ error: { code: 'baseNotPositive' } });
    const curve = { path: { kind: 'scurve', ceiling: 400 } } as const;
    expect(ask({ ...curve, start: { year: y(2020), value: 0 } })).toMatchObject({ error: { code: 'baseNotPositive' } });
    expect(ask({ ...curve, year: y(2020) })).toMatchObject({ error: { code: 'noYears' } });
  });
});

describe('[A6] the margin is how far the assumed growth may move before the target is missed', () => {
  it.each([
    ['more than needed', 'gte', 'up', 0.012],
    ['a target from above', 'lte', 'down', -0.012],
    ['a plain number where more is better', 'eq', 'up', 0.012],
  ] as const)('%s', (_, op, better, margin) => {
    expect(marginOf(0.2, 0.188, { op, value: 1 }, better)).toBeCloseTo(margin, 14);
  });

  it('has none where a goal is to be about or between', () => {
    expect(marginOf(0.2, 0.1, { op: 'between', low: 1, high: 2 }, 'up')).toBeUndefined();
    expect(marginOf(0.2, 0.1, { op: 'eq', value: 1 }, 'neither')).toBeUndefined();
  });
});
