import { describe, expect, it } from 'vitest';
import { listChanges } from '../../../src/core/projection/listed-changes.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { review } from '../../../src/core/projection/review.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { grid } from '../../../src/i18n/zh/grid.ts';
import { library } from '../../../src/i18n/zh/library.ts';
import { panel } from '../../../src/i18n/zh/panel.ts';
import { wordChange } from '../../../src/view/library/change-words.ts';
import { textLanguage } from '../../../src/view/scenario/text-language.ts';
import { cells, n, t } from '../../core/scenario/builders.ts';
import { dataset, firms, layer, row, target } from '../../support/plan.ts';

const workbook = makeWorkbook(
  dataset(
    [row(firms, 1000, { path: 'compound', growth: 0.1 })],
    [layer('plan', [target('firms', 2025, { op: 'gt', value: 1500 })])],
  ),
);
const spoken = { ...textLanguage('zh', workbook.dataset, { grid }), words: library, paths: panel.path.kinds };

describe('[S15] [B9] a change in words', () => {
  it.each([
    ['scenario@set-lights', t('geometric 1 0.7'), '亮灯规则', '默认', '逐年等速，绿灯不低于 1 倍，黄灯不低于 0.7 倍'],
    ['scenario@set-known-until', t('2021-12-31'), '只用此日以前发布的目标和数据', '不限', '2021年12月31日'],
    ['scenario@set-layers', t(''), '启用的目标文件', '默认', '全部停用'],
    ['firms@target-2025', t('>1600'), 'firms 2025 年目标', '>1,500', '>1,600'],
    ['firms@target-2025', null, 'firms 2025 年目标', '>1,500', '无目标'],
    ['firms@target-2024', t('>1300'), 'firms 2024 年目标', '无目标', '>1,300'],
    ['firms@range', t('0.06~0.14'), 'firms 增速区间', '无', '6%~14%'],
    ['firms@peers', t('四川=0.12'), 'firms 外地增速假设', '按公布值', '四川 12%'],
    ['firms@growth', n(0.2), 'firms 增速', '10.00%', '20.00%'],
  ])('%s', (cell, input, label, from, to) => {
    const both = [new Map(), cells({ [cell]: input })].map((patch) => new Projection(workbook, patch));
    const [mine, theirs] = both;
    if (!mine || !theirs) throw new Error('Two were made');
    const [change] = listChanges(review(mine, theirs), []);
    expect(change && wordChange(change, spoken)).toEqual({ label, from, to });
  });
});
