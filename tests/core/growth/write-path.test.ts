import { describe, expect, it } from 'vitest';
import { aimOf } from '../../../src/core/growth/aim.ts';
import { literal } from '../../../src/core/growth/literal.ts';
import { parsePath, type GrowthPath } from '../../../src/core/growth/path.ts';
import { pathProblem } from '../../../src/core/growth/path-problem.ts';
import { pathFormulas, type PathContext } from '../../../src/core/growth/write-path.ts';
import type { Comparison, Indicator } from '../../../src/core/model/dataset.ts';
import { firms, indicator, planYears, rank, share, target, units, y } from '../../support/plan.ts';
import { evaluateRow } from './evaluate-row.ts';

function context(of: Indicator, base: number, targets: readonly (readonly [number, Comparison])[] = []): PathContext {
  return {
    indicator: of,
    base,
    years: planYears,
    targets: new Map(targets.map(([year, comparison]) => [y(year), target(of.id, year, comparison)])),
  };
}

const path = (text: string): GrowthPath => parsePath(text) ?? { kind: 'formula' };

function write(text: string, of: PathContext) {
  const formulas = pathFormulas(path(text), of);
  if (!formulas.ok) throw new Error(formulas.error.code);
  return formulas.value;
}

const more = (value: number): Comparison => ({ op: 'gt', value });
const least = (value: number): Comparison => ({ op: 'gte', value });
const doubled = context(firms, 4222, [
  [2021, more(4500)],
  [2025, least(10000)],
]);

describe('[G5] a path writes plain formulas into the projected years', () => {
  it.each([
    ['compound', firms, 'prev*(1+growth)'],
    ['step', firms, 'prev+growth'],
    ['hold', firms, 'prev'],
    ['scurve:120000', firms, 'prev*(1+growth*(1-prev/120000))'],
    ['hold', share, 'prev'],
    ['compound', indicator('rise', units.percent, 'flow'), 'prev*(1+growth)'],
  ] as const)('%s of %o', (text, of, formula) => {
    expect([...write(text, context(of, 0.5))]).toEqual(planYears.slice(1).map((year) => [year, formula]));
  });

  it.each([
    // Expected by hand: 4222 × 1.1⁵; 4222 + 5 × 300.
    ['compound', 0.1, 6799.57322],
    ['step', 300, 5722],
    ['hold', 0, 4222],
  ])('%s by %d ends at %d', (text, growth, end) => {
    expect(evaluateRow(4222, write(text, context(firms, 4222)), growth).get(2025)).toBeCloseTo(end, 8);
  });

  it('writes the own formula of the row where it has one, else nothing', () => {
    expect(write('formula', { ...context(share, 0.021), ownFormula: 'rd_spend/gdp' }).get(y(2023))).toBe(
      'rd_spend/gdp',
    );
    expect(write('formula', context(share, 0.021)).size).toBe(0);
  });
});

describe('[G6] shares stay within 0–100 %, ranks at 1 or more', () => {
  it.each([
    ['points', share, 'MIN(1,MAX(0,prev+growth))'],
    ['compound', share, 'MIN(1,MAX(0,prev*(1+growth)))'],
    ['step', rank, 'MAX(1,prev+growth)'],
    ['compound', rank, 'MAX(1,prev*(1+growth))'],
  ] as const)('%s', (text, of, formula) => {
    expect(write(text, context(of, 0.5)).get(y(2024))).toBe(formula);
  });

  it.each([
    ['a share rising', 'points', share, 0.9, 0.04, 1],
    ['a share falling', 'points', share, 0.1, -0.04, 0],
    ['a rank improving', 'step', rank, 3, -1, 1],
  ] as const)('%s stops at its bound', (_, text, of, base, growth, end) => {
    expect(evaluateRow(base, write(text, context(of, base)), growth).get(2025)).toBe(end);
  });

  it('binds a path toward a target only beyond it, where it could leave the bounds', () => {
    const formulas = write('target-linear:2021', context(share, 0.5, [[2021, least(0.8)]]));
    expect(formulas.get(y(2021))).toBe('base+(0.8-base)*(year-2020)');
    expect(formulas.get(y(2022))).toBe('MIN(1,MAX(0,base+(0.8-base)*(year-2020)))');
    expect(evaluateRow(0.5, formulas).get(2025)).toBe(1);
  });
});

describe('[G7] a path toward a target reaches it in its year', () => {
  it('geometric: the same rate every year', () => {
    const formulas = write('target-geometric', doubled);
    expect(new Set(formulas.values())).toEqual(new Set(['base*(10000/base)^((year-2020)/5)']));
    const values = evaluateRow(4222, formulas);
    expect(values.get(2025)).toBeCloseTo(10000, 8);
    for (const year of planYears.slice(1)) {
      expect((values.get(year) ?? 0) / (values.get(year - 1) ?? 0)).toBeCloseTo(1.18821862134, 10);
    }
  });

  it('linear: the same step every year', () => {
    const formulas = write('target-linear', doubled);
    expect(formulas.get(y(2023))).toBe('base+(10000-base)*((year-2020)/5)');
    expect(evaluateRow(4222, formulas).get(2023)).toBeCloseTo(7688.8, 9);
    expect(evaluateRow(4222, formulas).get(2025)).toBeCloseTo(10000, 9);
  });

  it('checkpoints: through 2021 and 2025, each stretch at its own rate', () => {
    const formulas = write('checkpoints', doubled);
    expect(formulas.get(y(2021))).toBe('base*(4501/base)^(year-2020)');
    expect(formulas.get(y(2022))).toBe('4501*(10000/4501)^((year-2021)/4)');
    const values = evaluateRow(4222, formulas);
    expect(values.get(2021)).toBeCloseTo(4501, 9);
    // 4501 × (10000/4501)^(1/2), by a pocket calculator.
    expect(values.get(2023)).toBeCloseTo(6708.949247, 5);
    expect(values.get(2025)).toBeCloseTo(10000, 8);
  });

  it('can aim at an earlier target and then goes on at the same rate', () => {
    const values = evaluateRow(4222, write('target-geometric:2021', doubled));
    expect(values.get(2021)).toBeCloseTo(4501, 9);
    expect(values.get(2022)).toBeCloseTo((4501 * 4501) / 4222, 8);
  });

  it('passes over targets after the last projected year', () => {
    const late = context(firms, 4222, [
      [2025, least(10000)],
      [2027, more(12800)],
    ]);
    expect(write('target-geometric', late).get(y(2025))).toContain('10000/base');
  });
});

describe('[G8] the aim of a strict target is one visible step beyond its number', () => {
  it.each([
    ['> 4500 firms', { op: 'gt', value: 4500 }, units.firms, 4501],
    ['> 2.15 %', { op: 'gt', value: 0.0215 }, units.percent, 0.0216],
    ['> 2.155 %', { op: 'gt', value: 0.02155 }, units.percent, 0.0216],
    ['> 0.29 %', { op: 'gt', value: 0.0029 }, units.percent, 0.003],
    ['> 1200 of money', { op: 'gt', value: 1200 }, units.money, 1200.01],
    ['< 3rd', { op: 'lt', value: 3 }, units.rank, 2],
    ['≥ 8000', { op: 'gte', value: 8000 }, units.firms, 8000],
    ['≤ 8', { op: 'lte', value: 8 }, units.rank, 8],
    ['= 2.6 %', { op: 'eq', value: 0.026 }, units.percent, 0.026],
    ['≈ 1200', { op: 'approx', value: 1200, tolerance: 60 }, units.money, 1200],
    ['10 to 20', { op: 'between', low: 10, high: 20 }, units.firms, 15],
  ] as const)('%s', (_, comparison, unit, aim) => {
    expect(aimOf(comparison, unit)).toBe(aim);
  });
});

describe('[G9] a path that cannot be written says why', () => {
  it.each([
    ['no target', 'target-geometric', context(firms, 5), { code: 'fewTargets', found: 0, needed: 1 }],
    [
      'one checkpoint',
      'checkpoints',
      context(firms, 5, [[2021, least(6)]]),
      { code: 'fewTargets', found: 1, needed: 2 },
    ],
    ['no target that year', 'target-linear:2023', doubled, { code: 'noTarget', year: 2023 }],
    ['from zero', 'target-geometric', { ...doubled, base: 0 }, { code: 'notPositive', value: 0 }],
    ['to zero', 'target-geometric', context(firms, 5, [[2025, least(0)]]), { code: 'notPositive', value: 0 }],
  ] as const)('%s', (_, text, of, problem) => {
    expect(pathProblem(path(text), of)).toEqual(problem);
  });

  it('a blank base gives nothing to start from', () => {
    const { base: _, ...blank } = doubled;
    expect(pathProblem(path('target-linear'), blank)).toEqual({ code: 'noBase' });
    expect(pathProblem(path('compound'), blank)).toBeUndefined();
  });

  it('zero is a start for equal steps', () => {
    expect(pathProblem(path('target-linear'), { ...doubled, base: 0 })).toBeUndefined();
  });
});

describe('[G10] an S-curve levels off at its ceiling', () => {
  it('grows at the given rate where the ceiling is far, and never passes it', () => {
    const formulas = write('scurve:120000', context(firms, 4222));
    const values = evaluateRow(4222, formulas, 0.2);
    // 4222 × (1 + 0.2 × (1 − 4222/120000)), by hand.
    expect(values.get(2021)).toBeCloseTo(5036.6911933333, 8);
    let value = 4222;
    for (let year = 0; year < 200; year += 1) value = evaluateRow(value, formulas, 0.2).get(2021) ?? Number.NaN;
    expect(value).toBeLessThanOrEqual(120000);
    expect(value).toBeCloseTo(120000, 3);
  });
});

describe('[G11] numbers stand in formulas as plain digits', () => {
  it.each([
    [120000, '120000'],
    [0.0215, '0.0215'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [1e-7, '0.0000001'],
    [1.25e-9, '0.00000000125'],
    [-5, '(-5)'],
    [0, '0'],
  ])('%d', (value, text) => {
    expect(literal(value)).toBe(text);
    expect(Number(text.replace(/[()]/g, ''))).toBe(value);
  });

  it('nothing else does', () => {
    expect(() => literal(Number.NaN)).toThrow();
    expect(() => literal(Number.POSITIVE_INFINITY)).toThrow();
  });
});
