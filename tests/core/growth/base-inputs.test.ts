import { describe, expect, it } from 'vitest';
import { baseInputs } from '../../../src/core/growth/base-inputs.ts';
import { dataset, firms, layer, rank, row, share, target } from '../../support/plan.ts';

describe('[G18] the workbook before any scenario holds base figures, default growth and paths, and year formulas', () => {
  it('compound', () => {
    expect(Object.fromEntries(baseInputs(dataset([row(firms, 4222, { path: 'compound', growth: 0.1 })])))).toEqual({
      'firms@2020': { kind: 'number', value: 4222 },
      'firms@path': { kind: 'text', text: 'compound' },
      'firms@growth': { kind: 'number', value: 0.1 },
      'firms@2021': { kind: 'formula', source: 'prev*(1+growth)' },
      'firms@2022': { kind: 'formula', source: 'prev*(1+growth)' },
      'firms@2023': { kind: 'formula', source: 'prev*(1+growth)' },
      'firms@2024': { kind: 'formula', source: 'prev*(1+growth)' },
      'firms@2025': { kind: 'formula', source: 'prev*(1+growth)' },
    });
  });

  it('a held rank has no growth, an identity its formula', () => {
    const inputs = Object.fromEntries(
      baseInputs(
        dataset([row(rank, 8, { path: 'hold' }), row(share, 0.021, { path: 'formula', formula: 'rd_spend/gdp' })]),
      ),
    );
    expect(inputs).not.toHaveProperty('rank@growth');
    expect(inputs).toHaveProperty('rank@2025', { kind: 'formula', source: 'prev' });
    expect(inputs).toHaveProperty('share@2020', { kind: 'number', value: 0.021 });
    expect(inputs).toHaveProperty('share@2021', { kind: 'formula', source: 'rd_spend/gdp' });
  });

  it('a path toward a target aims at the layers that are on by default', () => {
    const layers = [
      layer('plan', [target('firms', 2025, { op: 'gte', value: 8000 })]),
      layer('later', [target('firms', 2025, { op: 'gte', value: 10000 })], false),
    ];
    const inputs = Object.fromEntries(baseInputs(dataset([row(firms, 4222, { path: 'target-geometric' })], layers)));
    expect(inputs).toHaveProperty('firms@2023', { kind: 'formula', source: 'base*(8000/base)^((year-2020)/5)' });
  });

  it.each([
    ['an unknown path', { path: 'spiral' }],
    ['no growth where one is read', { path: 'compound' }],
    ['no target to aim at', { path: 'target-linear' }],
  ])('a dataset with %s is broken', (_, path) => {
    expect(() => baseInputs(dataset([row(firms, 1, path)]))).toThrow('firms');
  });
});
