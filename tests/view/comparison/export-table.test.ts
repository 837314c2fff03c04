import { describe, expect, it } from 'vitest';
import { compareScenarios } from '../../../src/core/projection/comparison.ts';
import { comparisonLines } from '../../../src/core/projection/comparison-lines.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { grid } from '../../../src/i18n/zh/grid.ts';
import { boardContext } from '../../../src/view/comparison/board-context.ts';
import { exportTable } from '../../../src/view/comparison/export-table.ts';
import { cells, f, n, t } from '../../core/scenario/builders.ts';
import { dataset, firms, layer, row, share, target, y } from '../../support/plan.ts';

const workbook = makeWorkbook(
  dataset(
    [row(firms, 1000, { path: 'compound', growth: 0.1 }), row(share, 0.02, { path: 'points', growth: 0.001 })],
    [layer('plan', [target('firms', 2021, { op: 'gt', value: 1150 })])],
  ),
);
const table = compareScenarios(
  [
    new Projection(workbook, new Map()),
    new Projection(
      workbook,
      cells({
        'firms@growth': n(0.2),
        'share@growth': n(0.0015),
        'firms@2023': f('prev+1'),
        'scenario@set-lights': t('linear 0.9 0.5'),
        'firms@target-2025': t('>1600'),
      }),
    ),
  ],
  { years: [y(2021)], changedOnly: true, withTargetOnly: false },
);

describe('[C15] the copied table has the numbers at full precision and the words of the page', () => {
  const rows = exportTable(
    {
      lines: comparisonLines(table, { byChapter: true, folded: new Set() }),
      names: ['基准', '进取'],
      summaries: table.summaries,
    },
    boardContext('zh', workbook.dataset, { grid }),
  );

  it('row by row', () => {
    expect(rows).toEqual([
      [
        '部分',
        '指标',
        '项目',
        '单位',
        '基准',
        '基准 达标情况',
        '进取',
        '进取 差',
        '进取 差（%）',
        '进取 达标情况',
        '目标',
      ],
      [
        '整体设置',
        '整个方案',
        '亮灯规则',
        '',
        '默认',
        '',
        '逐年等量，绿灯不低于 0.9 倍，黄灯不低于 0.5 倍',
        '',
        '',
        '',
        '',
      ],
      ['假设', 'firms', '年均增速', '%', 10, '', 20, 10, '', '', ''],
      [
        '假设',
        'firms',
        '2023 年改写',
        '家',
        '公式 prev*(1+growth)',
        '',
        '公式 prev+1',
        expect.any(Number),
        expect.any(Number),
        '',
        '',
      ],
      ['假设', 'firms', '2025 年目标', '家', '无目标', '', '>1,600', '', '', '', ''],
      ['假设', 'share', '年均百分点', '点', 0.1, '', 0.15, expect.closeTo(0.05, 12), '', '', ''],
      ['结果', 'firms', '2021 年', '家', 1100, '未达', 1200, 100, expect.closeTo(9.0909090909, 9), '新达标', '>1,150'],
      [
        '结果',
        'share',
        '2021 年',
        '%',
        2.1,
        '',
        expect.closeTo(2.15, 12),
        expect.closeTo(0.05, 12),
        expect.closeTo(2.380952381, 8),
        '',
        '',
      ],
      ['结果', '可完成 / 有目标', '', '项', '0 / 1', '', '2 / 2', 2, '', '新增达标 1 · 失去 0', ''],
    ]);
  });

  it('no text begins as a formula does, so that no other program runs one', () => {
    expect(rows.flat().filter((field) => typeof field === 'string' && /^[=+@]/.test(field))).toEqual([]);
  });
});
