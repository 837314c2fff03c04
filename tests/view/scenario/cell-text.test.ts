import { describe, expect, it } from 'vitest';
import { parseColumn } from '../../../src/core/model/cell.ts';
import { rateFormat } from '../../../src/core/model/format.ts';
import { grid as gridEn } from '../../../src/i18n/en/grid.ts';
import { grid as gridZh } from '../../../src/i18n/zh/grid.ts';
import { wordSetting, wordText } from '../../../src/view/scenario/cell-text.ts';
import { textLanguage } from '../../../src/view/scenario/text-language.ts';
import { firms, layer, share } from '../../support/plan.ts';

const named = (id: string, zh: string, en: string, byDefault: boolean) => ({
  ...layer(id, [], byDefault),
  label: { zh, en },
});
const dataset = {
  layers: [
    named('report', '工作报告', 'Bureau report', true),
    named('plan', '“十四五”规划', '14th Five-Year Plan', true),
    named('work', '2022年度工作目标', 'Work targets for 2022', false),
  ],
  regions: [{ zh: '四川', en: 'Sichuan' }],
};
const zh = textLanguage('zh', dataset, { grid: gridZh });
const en = textLanguage('en', dataset, { grid: gridEn });

describe('[S15] a choice of the scenario as a whole is told in words', () => {
  it.each([
    ['layers', undefined, '默认', 'as usual'],
    ['layers', 'report,plan', '默认', 'as usual'],
    ['layers', '', '全部停用', 'none'],
    ['layers', 'report,plan,work', '另加《2022年度工作目标》', 'with Work targets for 2022'],
    [
      'layers',
      'report,work',
      '另加《2022年度工作目标》；停用《“十四五”规划》',
      'with Work targets for 2022; without 14th Five-Year Plan',
    ],
    ['known-until', undefined, '不限', 'none'],
    ['known-until', '2021-12-31', '2021年12月31日', '31 December 2021'],
    ['known-until', '2021-13-41', '2021-13-41', '2021-13-41'],
    ['lights', undefined, '默认', 'as usual'],
    [
      'lights',
      'geometric 0.9 0.5',
      '逐年等速，绿灯不低于 0.9 倍，黄灯不低于 0.5 倍',
      'at a constant rate, green from 0.9 ×, yellow from 0.5 ×',
    ],
    ['lights', 'linear 9', '默认（“linear 9”无法识别）', 'as usual (“linear 9” cannot be read)'],
  ] as const)('%s %s', (name, text, chinese, english) => {
    expect(wordSetting(name, text, zh)).toBe(chinese);
    expect(wordSetting(name, text, en)).toBe(english);
  });
});

describe('[S15] a stored text is told in words', () => {
  const place = (name: string, indicator = firms) => {
    const column = parseColumn(name);
    if (!column) throw new Error(`No such column: ${name}`);
    return { column, format: rateFormat, indicator };
  };

  it.each([
    ['peers', '四川=0.12;青海=0.1', firms, '四川 12%、青海 10%', 'Sichuan 12%, 青海 10%'],
    ['peers', '四川=0.0004', share, '四川 0.04 个百分点', 'Sichuan 0.04 points'],
    ['peers', '?', firms, '?', '?'],
    ['range', '0.06~0.1', firms, '6%~10%', '6%~10%'],
    ['range-2023', 'x', firms, 'x', 'x'],
    ['target-2025', 'averageGrowth >=0.1 binding', firms, '年均 ≥10%', 'average growth ≥10%'],
    ['target-2025', 'soon', firms, 'soon', 'soon'],
    [
      'set-lights',
      'linear 1 0.5',
      firms,
      '逐年等量，绿灯不低于 1 倍，黄灯不低于 0.5 倍',
      'in equal steps, green from 1 ×, yellow from 0.5 ×',
    ],
  ] as const)('%s %s', (column, text, indicator, chinese, english) => {
    expect(wordText(text, place(column, indicator), zh)).toBe(chinese);
    expect(wordText(text, place(column, indicator), en)).toBe(english);
  });
});
