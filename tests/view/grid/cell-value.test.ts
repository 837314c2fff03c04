import { describe, expect, it } from 'vitest';
import { valueKey, parseIndicatorId, parseYear } from '../../../src/core/model/cell.ts';
import type { CellView, NumberFormat } from '../../../src/core/model/view.ts';
import { dataValue } from '../../../src/view/grid/cell-value.ts';

const percent: NumberFormat = { decimals: 2, shift: 2, mark: 'percent' };
const count: NumberFormat = { decimals: 0, shift: 0, mark: 'none' };
const base = { id: 'x@2023', changed: false } as const;
const origin = valueKey(parseIndicatorId('x') ?? expect.fail(), parseYear(2022) ?? expect.fail());

function number(value: number, format: NumberFormat): CellView {
  return { ...base, kind: 'value', value: { kind: 'number', value }, format, source: 'typed', held: false };
}

describe('[V10] data-value is the number at full precision in the shown unit', () => {
  it.each<[string, CellView, string]>([
    ['a count', number(6799.57322, count), '6799.57322'],
    ['per cent, without the noise of multiplying', number(0.07, percent), '7'],
    ['per cent', number(0.021, percent), '2.1'],
    ['nothing', { ...base, kind: 'value', value: { kind: 'blank' }, format: count, source: 'blank', held: false }, ''],
    [
      'an error',
      {
        ...base,
        kind: 'value',
        value: { kind: 'error', error: { code: '#DIV/0!', origin } },
        format: count,
        source: 'calculated',
        held: false,
      },
      '#DIV/0!',
    ],
    ['a target', { ...base, kind: 'target', comparison: { op: 'gt', value: 4500 }, format: count }, '4500'],
    [
      'a target in per cent',
      { ...base, kind: 'target', comparison: { op: 'gt', value: 0.0215 }, format: percent },
      '2.15',
    ],
    ['a gap', { ...base, kind: 'gap', status: 'missed', gap: 0.001, format: percent }, '0.1'],
    ['a gap that is met', { ...base, kind: 'gap', status: 'met', gap: -135.5, format: count }, '-135.5'],
    ['an unknown gap', { ...base, kind: 'gap', status: 'unknown', format: count }, ''],
    ['no growth', { ...base, kind: 'noGrowth', path: 'formula' }, ''],
    ['a name', { ...base, kind: 'label', text: '高新技术企业' }, '高新技术企业'],
    ['an empty cell', { ...base, kind: 'empty' }, ''],
  ])('%s', (_, view, text) => {
    expect(dataValue(view)).toBe(text);
  });
});
