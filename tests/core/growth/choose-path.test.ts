import { describe, expect, it } from 'vitest';
import { choosePath, type PathRow } from '../../../src/core/growth/choose-path.ts';
import { parsePath, type GrowthPath } from '../../../src/core/growth/path.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { firms, planYears, share, target, y } from '../../support/plan.ts';
import { near } from '../../support/near.ts';

const n = (value: number): CellInput => ({ kind: 'number', value });
const f = (source: string): CellInput => ({ kind: 'formula', source });
const t = (text: string): CellInput => ({ kind: 'text', text });
const path = (text: string): GrowthPath => parsePath(text) ?? { kind: 'formula' };

const compound: PathRow = {
  indicator: firms,
  years: planYears,
  base: 4222,
  last: 6799.57322,
  targets: new Map([[y(2025), target('firms', 2025, { op: 'gte', value: 10000 })]]),
  path: { kind: 'compound' },
  growth: n(0.1),
  held: new Set(),
  defaultPath: { path: 'compound', growth: 0.08, reason: { code: 'noHistory' } },
};

function choose(text: string, row: PathRow): Record<string, CellInput | null> {
  const inputs = choosePath(path(text), row);
  if (!inputs.ok) throw new Error(inputs.error.code);
  return Object.fromEntries(inputs.value);
}

describe('[G12] choosing a path writes its name, its growth and its formulas', () => {
  it('hold', () => {
    expect(choose('hold', compound)).toEqual({
      'firms@path': t('hold'),
      'firms@growth': null,
      ...Object.fromEntries(planYears.slice(1).flatMap((year) => [[`firms@growth-${year}`, null]])),
      ...Object.fromEntries(planYears.slice(1).map((year) => [`firms@${year}`, f('prev')])),
    });
  });

  it('fails with the reason where it cannot be written', () => {
    expect(choosePath(path('checkpoints'), compound)).toEqual({
      ok: false,
      error: { code: 'fewTargets', found: 1, needed: 2 },
    });
  });

  it('its own formulas stay where a row goes over to them', () => {
    expect(Object.keys(choose('formula', compound)).filter((key) => /@\d/.test(key))).toEqual([]);
  });
});

describe('[G13] a held year keeps what it has', () => {
  it('is left out, and the others are written', () => {
    const inputs = choose('hold', { ...compound, held: new Set([y(2023)]) });
    expect(inputs).not.toHaveProperty('firms@2023');
    expect(inputs).toHaveProperty('firms@2022');
    expect(inputs).toHaveProperty('firms@2024');
  });
});

describe('[G14] the growth follows the path in its own unit', () => {
  it('the same unit keeps the growth, of the row and of single years', () => {
    const inputs = choose('scurve:120000', compound);
    expect(inputs).not.toHaveProperty('firms@growth');
    expect(inputs).not.toHaveProperty('firms@growth-2023');
  });

  it('another unit takes the growth that ends the row where it ends now', () => {
    const step = choose('step', compound);
    // (6799.57322 − 4222) ÷ 5, by hand.
    expect(step['firms@growth']).toEqual({ kind: 'number', value: near(515.514644, 9) });
    expect(step).toHaveProperty('firms@growth-2023', null);
    const back = choose('compound', { ...compound, path: path('step'), growth: n(515.514644) });
    expect(back['firms@growth']).toEqual({ kind: 'number', value: near(0.1, 12) });
    const fromTarget = choose('compound', { ...compound, path: path('target-linear'), growth: null, last: 10000 });
    expect(fromTarget['firms@growth']).toEqual({ kind: 'number', value: near(0.1882186213479, 12) });
  });

  it('a row that was held level takes its default growth', () => {
    const inputs = choose('compound', { ...compound, path: path('hold'), growth: null, last: 4222 });
    expect(inputs['firms@growth']).toEqual(n(0.08));
  });

  it('a default in another unit does not count: no growth is zero', () => {
    const held = { ...compound, path: path('hold'), growth: null, last: 4222 };
    expect(choose('step', held)['firms@growth']).toEqual(n(0));
  });

  it('a row that ends in an error takes its default growth', () => {
    const { last: _, ...broken } = compound;
    expect(choose('compound', { ...broken, path: path('formula'), growth: null })['firms@growth']).toEqual(n(0.08));
    expect(choose('compound', { ...compound, base: -1, path: path('formula'), growth: null })['firms@growth']).toEqual(
      n(0.08),
    );
  });

  it('a path that reads a growth never finds the cell blank', () => {
    expect(choose('compound', { ...compound, growth: null })['firms@growth']).toEqual({
      kind: 'number',
      value: near(0.1, 12),
    });
  });

  it('points and steps of a share are the same unit', () => {
    const points = { ...compound, indicator: share, path: path('points'), growth: n(0.001) };
    expect(choose('step', points)).not.toHaveProperty('share@growth');
  });
});
