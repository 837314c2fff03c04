import { describe, expect, it } from 'vitest';
import type { CellKey, IndicatorId } from '../../../src/core/model/cell.ts';
import type { Dataset } from '../../../src/core/model/dataset.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { dataset, firms, layer, rank, row, share, target } from '../../support/plan.ts';

function inputsOf(given: Dataset): Record<string, CellInput> {
  return Object.fromEntries(makeWorkbook(given).base);
}

describe('[G18] the workbook before any scenario holds base figures, default growth and paths, and year formulas', () => {
  it('compound', () => {
    expect(inputsOf(dataset([row(firms, 4222, { path: 'compound', growth: 0.1 })]))).toEqual({
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
    const inputs = inputsOf(
      dataset([row(rank, 8, { path: 'hold' }), row(share, 0.021, { path: 'formula', formula: 'rd_spend/gdp' })]),
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
    const inputs = inputsOf(dataset([row(firms, 4222, { path: 'target-geometric' })], layers));
    expect(inputs).toHaveProperty('firms@2023', { kind: 'formula', source: 'base*(8000/base)^((year-2020)/5)' });
  });

  it.each([
    ['an unknown path', { path: 'spiral' }],
    ['no growth where one is read', { path: 'compound' }],
    ['no target to aim at', { path: 'target-linear' }],
  ])('a dataset with %s is broken', (_, path) => {
    expect(() => inputsOf(dataset([row(firms, 1, path)]))).toThrow('firms');
  });

  it('answers for one cell what it holds among all, row by row and column by column', () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      row({ ...firms, id: `firms_${i}` as IndicatorId }, i, { path: 'compound', growth: i / 100 }),
    );
    const { base } = makeWorkbook(dataset(rows));
    const byRow = [...base];
    const byColumn = byRow.toSorted(([a], [b]) => (a.split('@')[1] ?? '').localeCompare(b.split('@')[1] ?? ''));
    expect(byRow).toHaveLength(12 * 8);
    for (const [cell, input] of [...byRow, ...byColumn]) expect(base.get(cell), cell).toEqual(input);
  });

  it('answers for no cell that holds nothing', () => {
    const { base } = makeWorkbook(dataset([row(firms, 4222, { path: 'compound', growth: 0.1 })]));
    for (const cell of ['firms@held', 'firms@2026', 'firm@2021', 'firms', '@2021', 'scenario@set-layers']) {
      expect(base.get(cell as CellKey)).toBeUndefined();
    }
  });
});
