import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/core/model/dataset.ts';
import { peerTables } from '../../../src/core/projection/peers.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { unbasedTables } from '../../../src/core/projection/unbased-peers.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { peers as en } from '../../../src/i18n/en/peers.ts';
import { peers as zh } from '../../../src/i18n/zh/peers.ts';
import { peersTable } from '../../../src/view/peers/peers-export.ts';
import { dataset, figure, firms, id, indicator, row, share, units, y } from '../../support/plan.ts';

const seen = (name: string, region: string, year: number, value: number): Observation => ({
  kind: 'peer',
  indicator: id(name),
  region,
  year: y(year),
  figure: figure(value),
  comparable: true,
});

const projection = new Projection(
  makeWorkbook({
    ...dataset([
      row(firms, 4222, { path: 'compound', growth: 0.2 }),
      row(share, 0.021, { path: 'points', growth: 0.001 }),
    ]),
    observations: [
      seen('firms', '四川', 2022, 12379),
      seen('firms', '四川', 2024, 18000),
      seen('firms', '上海', 2020, 17012),
      seen('firms', '全国', 2020, 270000),
      seen('share', '全国', 2023, 0.0265),
      seen('share', '全国', 2024, 0.0269),
    ],
    unbased: [
      {
        ...indicator('patents', units.money, 'ratio'),
        ...{ targets: [], peerTargets: [] },
        observations: [seen('patents', '全国', 2020, 6.3), seen('patents', '全国', 2025, 16)],
      },
    ],
  }),
  new Map(),
);
const found = { tables: peerTables(projection), unbased: unbasedTables(projection) };
const years = [y(2020), y(2025)] as const;
const rows = peersTable(found, { words: zh, region: (name) => name, language: 'zh', years });

function line(name: string, region: string): Record<string, string | number> {
  const fields = rows.find((one) => one[0] === name && one[1] === region);
  if (!fields) throw new Error(`${name} ${region}`);
  return Object.fromEntries(fields.map((field, index) => [String(rows[0]?.[index]), field]));
}

describe('[A45] the copied table of other regions', () => {
  it('has as many fields in every row as there are columns', () => {
    expect(new Set(rows.map((one) => one.length))).toEqual(new Set([rows[0]?.length]));
    expect(new Set(rows[0]).size).toBe(rows[0]?.length);
  });

  it('has a line for us and for each region of every table', () => {
    expect(rows.slice(1).map(([, region]) => region)).toEqual([
      ...[zh.ours, '四川', '上海', '全国'],
      ...[zh.ours, '全国'],
      ...[zh.unbased.ours, '全国'],
    ]);
  });

  it('tells numbers at full precision in the shown unit, words as on screen', () => {
    const growth = (18000 / 12379) ** 0.5 - 1;
    expect(line('firms', '四川')).toMatchObject({
      单位: '家',
      最新公布年份: 2024,
      最新公布值: 18000,
      来源: '科技局，2021',
      '2020 年': '',
      '2025 年': expect.closeTo(18000 * (1 + growth), 6) as number,
      年均增速: expect.closeTo(100 * growth, 9) as number,
      增速单位: '%',
      增速依据: '按 2022—2024 年',
      差距年份: 2022,
    });
    expect(line('firms', '上海')).toMatchObject({
      差距年份: 2020,
      '差距（外地减本市）': 17012 - 4222,
      '本市为其（%）': expect.closeTo((100 * 4222) / 17012, 9) as number,
      增速依据: '公布值不足两年，请填写',
      何时追上: '增速未定',
    });
    expect(line('firms', '全国')).toMatchObject({ '差距（外地减本市）': '', 何时追上: '全国总量，不作比较' });
    expect(line('firms', zh.ours)).toMatchObject({ '2020 年': 4222, '2020 年位次': '第 2 位，共 2 个地区' });
    expect(line('share', '全国')).toMatchObject({
      最新公布值: 2.69,
      年均增速: expect.closeTo(0.04, 9) as number,
      增速单位: '百分点',
    });
  });

  it('[A44] tells of an indicator without a row what was published, and no path of ours', () => {
    expect(line('patents', '全国')).toMatchObject({ '2020 年': 6.3, '2025 年': 16, 何时追上: '无本市路径，不作比较' });
    expect(line('patents', '本市')).toMatchObject({ '2025 年': '', 增速依据: '未列入规划表' });
  });

  it('has English headings as well', () => {
    const [header] = peersTable(found, { words: en, region: (name) => name, language: 'en', years });
    expect(header?.every((heading) => !/[\u4e00-\u9fff]/.test(String(heading)))).toBe(true);
  });
});
