import { describe, expect, it } from 'vitest';
import { withUnit } from '../../../src/view/shared/with-unit.ts';
import { units } from '../../support/plan.ts';

describe('[V37] a number and its unit in running text', () => {
  it.each([
    ['4,222', units.firms, 'zh', '4,222 家'],
    ['2.1', units.percent, 'zh', '2.1%'],
    ['16.07', { ...units.firms, label: { zh: '万人', en: '10,000 persons' } }, 'en', '16.07 (10,000 persons)'],
    ['16.07', { ...units.firms, label: { zh: '万人', en: '10,000 persons' } }, 'zh', '16.07 万人'],
  ] as const)('%s', (number, unit, language, text) => {
    expect(withUnit(number, unit, language)).toBe(text);
  });
});
