import { describe, expect, it } from 'vitest';
import { baseOf } from '../../../src/core/projection/base-of.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { zh } from '../../../src/i18n/zh.ts';
import { wordBase } from '../../../src/view/scenario/reset-words.ts';
import { key } from '../../core/scenario/builders.ts';
import { dataset, firms, layer, row, share, target } from '../../support/plan.ts';

const workbook = makeWorkbook(
  dataset(
    [row(firms, 1000, { path: 'compound', growth: 0.1 }), row(share, 0.02, { path: 'hold' })],
    [layer('plan', [target('share', 2025, { op: 'gte', value: 0.026 })])],
  ),
);
const base = new Projection(workbook, new Map());

describe('[B9] a reset says to what', () => {
  it.each([
    ['firms@growth', '10.00%'],
    ['firms@2020', '1,000'],
    ['share@path', '持平'],
    ['share@growth', '空白'],
    ['share@target-2025', '≥2.6%'],
    ['share@target-2021', '空白'],
  ])('%s to %s', (cell, text) => {
    const held = baseOf(key(cell), base);
    expect(held && wordBase(held, zh, 'zh')).toBe(text);
  });
});
