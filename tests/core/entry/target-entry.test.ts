import { describe, expect, it } from 'vitest';
import { printTarget, readTarget } from '../../../src/core/entry/target-entry.ts';
import { rateFormat, valueFormat } from '../../../src/core/model/format.ts';
import { units } from '../../support/plan.ts';

const firms = { format: valueFormat(units.firms), unit: units.firms };
const share = { format: rateFormat, unit: units.percent };

describe('[E10] a target is typed as people write it', () => {
  it.each([
    ['>10000', '>10000'],
    ['＞ 1.2万', '>12000'],
    ['≥4,500', '>=4500'],
    ['4500', '>=4500'],
    ['突破4500家', '>4500'],
    ['4500家以上', '>=4500'],
    ['不超过 3', '<=3'],
    ['= 8000', '=8000'],
    ['约 100', '100±2'],
    ['≈100±5', '100±5'],
    ['100左右', '100±2'],
    ['24～26', '24~26'],
    ['>=10000 约束性', '>=10000 binding'],
    ['年均 ≥10%', 'averageGrowth >=0.1'],
    ['年均增长10% 预期性', 'averageGrowth >=0.1 anticipatory'],
    ['增速>8', 'growth >0.08'],
    ['累计增加 500', 'change >=500'],
    ['合计≥30000', 'total >=30000'],
    ['average >= 5%', 'averageGrowth >=0.05'],
  ])('%s', (typed, stored) => {
    expect(readTarget(typed, firms)).toEqual({ ok: true, value: { kind: 'text', text: stored } });
  });

  it('in a per cent row a bare number is per cent', () => {
    expect(readTarget('>2.6', share)).toEqual({ ok: true, value: { kind: 'text', text: '>0.026' } });
    expect(readTarget('2.5%~2.8%', share)).toEqual({ ok: true, value: { kind: 'text', text: '0.025~0.028' } });
  });

  it.each(['', '  ', '无', 'none', '—'])('%j says that there is none', (typed) => {
    expect(readTarget(typed, firms)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['> 许多', 2],
    ['26~24', 3],
    ['>10~x', 4],
    ['> 10 台', 5],
  ])('%s cannot be read, and the place is told', (typed, at) => {
    expect(readTarget(typed, firms)).toMatchObject({ ok: false, error: { at } });
  });

  it.each(['>10000', '>=4500 约束性', '年均 >=10%', '合计 >=30000 预期性', '≈100±5', '24~26'])(
    'what is shown to be edited, typed again, is the same: %s',
    (typed) => {
      const read = readTarget(typed, firms);
      const stored = read.ok && read.value?.kind === 'text' ? read.value.text : '';
      expect(printTarget(stored, firms)).toBe(typed);
    },
  );
});
