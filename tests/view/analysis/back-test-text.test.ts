import { describe, expect, it } from 'vitest';
import { backTest as en } from '../../../src/i18n/en/back-test.ts';
import { backTest as words } from '../../../src/i18n/zh/back-test.ts';
import {
  errorText,
  figureText,
  projectedText,
  shareText,
} from '../../../src/view/analysis/back-test/back-test-text.ts';
import { figure, firms, rank, share } from '../../support/plan.ts';

const context = { language: 'zh', words } as const;

describe('[A17] what is told of an error', () => {
  it.each([
    [{ error: 484.9 }, firms, '▲ 高估 485 家'],
    [{ error: -12 }, firms, '▼ 低估 12 家'],
    [{ error: 0.0012 }, share, '▲ 高估 0.12 个百分点'],
    [{ error: 44, isRank: true }, rank, '▲ 排得靠后 44 位'],
    [{ error: -1, isRank: true }, rank, '▼ 排得靠前 1 位'],
    [{ error: 0 }, firms, '一致'],
  ] as const)('%j: %s', (error, indicator, text) => {
    expect(errorText(error, indicator, context)).toBe(text);
  });

  it.each([
    [{ error: 484.9 }, share, '▲ 48,490.00 points too high'],
    [{ error: 44, isRank: true }, rank, '▲ 44 places too far down'],
    [{ error: -1, isRank: true }, rank, '▼ 1 place too far up'],
    [{ error: -2, isRank: true }, rank, '▼ 2 places too far up'],
    [{ error: 0, isRank: true }, rank, 'exact'],
  ] as const)('in English the amount comes first: %j: %s', (error, indicator, text) => {
    expect(errorText(error, indicator, { language: 'en', words: en })).toBe(text);
  });

  it('a published number keeps its words, a calculated one its decimals', () => {
    expect(figureText({ ...figure(36900), bound: '≈' }, firms, context)).toBe('约 36,900 家');
    expect(figureText(figure(0.0216), share, context)).toBe('2.16%');
    expect(projectedText(0.0228, share, 'zh')).toBe('2.28%');
    expect([shareText(-0.0949, 'zh'), shareText(undefined, 'zh')]).toEqual(['9.5%', '—']);
  });
});
