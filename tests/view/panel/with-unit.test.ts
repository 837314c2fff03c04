import { describe, expect, it } from 'vitest';
import { amountWithUnit, withUnit } from '../../../src/view/shared/with-unit.ts';
import { firms, rank, share, units } from '../../support/plan.ts';

const persons = { ...firms, unit: { ...units.firms, label: { zh: '万人', en: '10,000 persons' } } };

describe('[V37] a number and its unit in running text', () => {
  it.each([
    ['4,222', firms, 'zh', '4,222 家'],
    ['2.1', share, 'zh', '2.1%'],
    ['16.07', persons, 'en', '16.07 (10,000 persons)'],
    ['16.07', persons, 'zh', '16.07 万人'],
    ['7', rank, 'en', 'rank 7'],
    ['≤7', rank, 'en', 'rank ≤7'],
    ['7', rank, 'zh', '第 7 位'],
    ['≤7', rank, 'zh', '≤7 位'],
  ] as const)('%s', (number, indicator, language, text) => {
    expect(withUnit(number, indicator, language)).toBe(text);
  });

  it.each([
    ['1', rank, 'en', '1 place'],
    ['2', rank, 'en', '2 places'],
    ['2', rank, 'zh', '2 位'],
    ['2', firms, 'zh', '2 家'],
  ] as const)('a difference of %s is an amount', (number, indicator, language, text) => {
    expect(amountWithUnit(number, indicator, language)).toBe(text);
  });
});
