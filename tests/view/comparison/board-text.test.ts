import { describe, expect, it } from 'vitest';
import { parseColumn } from '../../../src/core/model/cell.ts';
import type { AssumptionCell, AssumptionRow, ResultCell, ResultRow } from '../../../src/core/model/comparison.ts';
import { rateFormat, valueFormat } from '../../../src/core/model/format.ts';
import { grid as gridEn } from '../../../src/i18n/en/grid.ts';
import { comparison as zh } from '../../../src/i18n/zh/comparison.ts';
import { grid as gridZh } from '../../../src/i18n/zh/grid.ts';
import { boardContext, type BoardContext } from '../../../src/view/comparison/board-context.ts';
import {
  assumptionItem,
  assumptionText,
  assumptionUnit,
  differenceText,
  relativeText,
  statusHint,
  statusText,
  valueData,
} from '../../../src/view/comparison/board-text.ts';
import { firms, share, units, y } from '../../support/plan.ts';

const facts = { baseYear: y(2020), layers: [], regions: [{ zh: '四川', en: 'Sichuan' }] };
const chinese: BoardContext = boardContext('zh', facts, { grid: gridZh });
const english: BoardContext = boardContext('en', facts, { grid: gridEn });

/** A number or a text is also what was put in. */
const cell = (given: Partial<AssumptionCell>): AssumptionCell => ({
  value: { kind: 'blank' },
  entry: '',
  path: 'compound',
  changed: false,
  differs: false,
  ...(given.entry && { input: { kind: 'text', text: given.entry } }),
  ...(given.value?.kind === 'number' && { input: given.value }),
  ...given,
});

function row(columnId: string, given: Partial<AssumptionCell>, of = firms): AssumptionRow {
  const column = parseColumn(columnId);
  if (!column) throw new Error(`No such column: ${columnId}`);
  return { indicator: of, column, cells: [cell(given)] };
}

const number = (value: number) => ({ kind: 'number', value }) as const;

describe('[C11] an assumption is shown as it was made', () => {
  it.each([
    ['a rate', 'growth', { value: number(0.185), format: rateFormat, entry: '18.5%' }, '18.50', '%', '年均增速'],
    ['a path', 'path', { entry: 'hold', path: 'hold' }, '持平', '', '增长路径'],
    [
      'a path to a year',
      'path',
      { entry: 'target-linear:2021', path: 'target-linear' },
      '按目标倒推：等差（2021 年）',
      '',
      '增长路径',
    ],
    ['a path with a ceiling', 'path', { entry: 'scurve:9000', path: 'scurve' }, 'S 曲线（上限 9000）', '', '增长路径'],
    ['no growth', 'growth', { path: 'hold' }, '不用增速', '', '年均增速'],
    ['a blank year', '2023', { format: valueFormat(units.firms) }, '空白', '家', '2023 年改写'],
    [
      'the base figure',
      '2020',
      { value: number(4222), format: valueFormat(units.firms) },
      '4,222',
      '家',
      '2020 年数值',
    ],
    ['held years', 'held', { entry: '2023,2024' }, '2023、2024', '', '锁定年份'],
    ['a growth of one year', 'growth-2022', { value: number(0.1), format: rateFormat }, '10.00', '%', '2022 年增速'],
    ['a blank growth of one year', 'growth-2022', { format: rateFormat }, '随整行', '%', '2022 年增速'],
    [
      'an own target',
      'target-2025',
      { entry: 'averageGrowth >=0.1', format: valueFormat(units.firms) },
      '年均 ≥10%',
      '家',
      '2025 年目标',
    ],
    ['no target', 'target-2025', { format: valueFormat(units.firms) }, '无目标', '家', '2025 年目标'],
    ['a range', 'range', { entry: '0.06~0.1', format: rateFormat }, '6%~10%', '', '增速区间'],
    ['no range of one year', 'range-2023', { format: rateFormat }, '无', '', '2023 年增速区间'],
    ['growth of other regions', 'peers', { entry: '四川=0.12;湖北=0.1' }, '四川 12%、湖北 10%', '', '外地增速假设'],
    ['no assumption about other regions', 'peers', {}, '按公布值', '', '外地增速假设'],
    [
      'an amount a year',
      'growth',
      { value: number(50), format: valueFormat(units.firms), path: 'step' },
      '50',
      '家',
      '年均增量',
    ],
  ] as const)('%s', (_, column, given, text, unit, item) => {
    const shown = row(column, given);
    expect(assumptionText(shown.cells[0] ?? cell({}), shown, chinese)).toBe(text);
    expect(assumptionUnit(shown, chinese)).toBe(unit);
    expect(assumptionItem(shown, chinese)).toBe(item);
  });

  it('a formula by its text, not by its value', () => {
    const given = { input: { kind: 'formula', source: 'prev*2' }, entry: '=prev*2', value: number(8) } as const;
    const shown = row('2023', { ...given, format: valueFormat(units.firms) });
    expect(assumptionText(cell({ ...given }), shown, chinese)).toBe('=prev*2');
  });

  it('points of a per cent row', () => {
    const shown = row(
      'growth',
      { value: number(0.001), format: { ...rateFormat, mark: 'points' }, path: 'points' },
      share,
    );
    expect(assumptionUnit(shown, chinese)).toBe('点');
    expect(assumptionUnit(shown, english)).toBe('pts');
  });
});

describe('[C12] a difference has a shape for its direction before any colour', () => {
  it.each([
    [{ absolute: 3507 }, firms, { mark: '▲', amount: '3,507', unit: '' }],
    [{ absolute: -0.001 }, share, { mark: '▼', amount: '0.10', unit: '点' }],
    [{ absolute: 0.4 }, firms, { mark: '▲', amount: '0.4', unit: '' }],
    [{ absolute: 0 }, firms, { mark: '', amount: '相同', unit: '' }],
  ])('%j', (difference, of, text) => {
    expect(differenceText(difference, valueFormat(of.unit), chinese)).toEqual(text);
  });

  it.each([
    [{ absolute: 1, relative: 0.5397 }, '+54.0'],
    [{ absolute: -1, relative: -0.0884 }, '−8.8'],
    [{ absolute: -1, relative: -0.00331 }, '−0.33'],
    [{ absolute: 1, relative: 0.0000004 }, '+0.00004'],
    [{ absolute: 0, relative: 0 }, ''],
    [{ absolute: 1 }, ''],
  ])('the share of %j is %s', (difference, text) => {
    expect(relativeText(difference, 'zh')).toBe(text);
  });
});

describe('[C13] a status is a word, and a turn against the reference is said', () => {
  const result: ResultRow = {
    indicator: firms,
    year: y(2025),
    format: valueFormat(units.firms),
    target: { comparison: { op: 'gt', value: 10_000 } },
    cells: [],
  };
  const missed: ResultCell = { value: number(9865), changed: false, differs: true, status: 'missed', gap: 135 };

  it.each([
    [missed, '未达', '距目标还差 135'],
    [{ ...missed, gap: 0 }, '未达', '正好等于目标数，而目标要求“超过”'],
    [{ ...missed, turn: 'lost' }, '失去', '距目标还差 135。参照方案达标，本方案未达标'],
    [{ ...missed, status: 'met', gap: -1, turn: 'won' }, '新达标', '已达到目标。参照方案未达标，本方案达标'],
  ] as const)('%#', (given, word, hint) => {
    expect(statusText(given, zh)).toBe(word);
    expect(statusHint(given, result, chinese)).toBe(hint);
  });

  it('nothing without a target', () => {
    const bare: ResultCell = { value: number(1), changed: false, differs: false };
    expect([statusText(bare, zh), statusHint(bare, result, chinese)]).toEqual(['', '']);
  });
});

describe('[C14] a script reads the number at full precision in the shown unit', () => {
  it.each([
    [number(0.0253), valueFormat(units.percent), '2.53'],
    [number(1 / 3), valueFormat(units.firms), '0.3333333333333333'],
    [{ kind: 'blank' }, valueFormat(units.firms), ''],
  ] as const)('%j', (value, format, text) => {
    expect(valueData(value, format)).toBe(text);
  });
});
