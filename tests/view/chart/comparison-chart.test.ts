import { describe, expect, it } from 'vitest';
import { comparisonChart, lineColours, lineStyle } from '../../../src/view/chart/comparison-chart.ts';
import type { PathData } from '../../../src/view/chart/path-data.ts';
import { spread } from '../../../src/view/chart/spread.ts';

const shared: PathData = {
  baseYear: 2020,
  history: [
    { year: 2019, value: 3 },
    { year: 2020, value: 4 },
  ],
  projection: [{ year: 2025, value: 999 }],
  targets: [{ year: 2025, value: 9, text: '>9' }],
  actuals: [],
};
const look = {
  colours: { paper: 'paper', ink: 'ink', soft: 'soft', line: 'line', accent: 'accent', ok: 'ok' },
  font: 'sans-serif',
  words: { history: '历史', projection: '预测', target: '目标', actual: '实际值' },
  isRank: false,
  formatValue: String,
  formatTick: String,
  lines: ['one', 'two', 'three', 'four', 'five', 'six'],
};
const line = (name: string, last: number) => ({
  name,
  points: [
    { year: 2020, value: 4 },
    { year: 2025, value: last },
  ],
});

describe('[C18] lines side by side differ in more than their colour', () => {
  it('no two of the first twenty have the same dashes and mark', () => {
    const styles = Array.from({ length: 20 }, (_, index) => lineStyle(index));
    expect(new Set(styles.map(({ dash, mark }) => `${dash.join()} ${mark}`)).size).toBe(20);
    expect(Math.max(...styles.map(({ colour }) => colour))).toBe(lineColours - 1);
    expect(styles.slice(1).every(({ width }) => width < lineStyle(0).width)).toBe(true);
  });

  it('history is drawn once, solid; each scenario dashed under its name; the projection of none alone', () => {
    const { config } = comparisonChart(shared, [line('基准', 10), line('进取', 8)], look);
    const drawn = config.data.datasets.map(({ label, borderDash }) => [label, Array.isArray(borderDash)]);
    expect(drawn.slice(0, 3)).toEqual([
      ['历史', false],
      ['基准', true],
      ['进取', true],
    ]);
    expect(drawn.map(([label]) => label)).not.toContain('预测');
    expect(drawn.map(([label]) => label)).toContain('目标');
  });

  it('each name stands at the end of its line, the target among them, a long name shortened', () => {
    const { decoration } = comparisonChart(shared, [line('基准', 10), line('名字很长很长的一个方案', 8)], look);
    expect(decoration.ends).toEqual([
      { x: 2025, y: 10, text: '基准', colour: 'one' },
      { x: 2025, y: 8, text: '名字很长很长的一…', colour: 'two' },
      { x: 2025, y: 9, text: '目标 >9', colour: 'soft' },
    ]);
  });

  it('a name is shortened by its width, not by its letters', () => {
    const names = ['As of 2021', 'A name of more letters than that'].map((name) => line(name, 10));
    const { decoration } = comparisonChart(shared, names, look);
    expect(decoration.ends?.map(({ text }) => text).slice(0, 2)).toEqual(['As of 2021', 'A name of more…']);
  });

  it('a scenario without numbers has a line without points and no name on the picture', () => {
    const { config, decoration } = comparisonChart(shared, [line('基准', 10), { name: '空', points: [] }], look);
    expect(config.data.datasets[2]?.data).toEqual([]);
    expect(decoration.ends?.map(({ text }) => text)).toEqual(['基准', '目标 >9']);
  });
});

describe('[C19] names close together are moved apart', () => {
  it.each([
    ['those with room stay', [10, 50, 90], [10, 50, 90]],
    ['in the order of their places, not of the list', [52, 50], [63, 50]],
    ['kept above the floor', [95, 97, 99], [74, 87, 100]],
    ['kept below the ceiling', [-5, 0], [0, 13]],
  ])('%s', (_, places, expected) => {
    expect(spread(places, 13, 0, 100)).toEqual(expected);
  });
});
