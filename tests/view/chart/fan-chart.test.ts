import { describe, expect, it } from 'vitest';
import { fanChart } from '../../../src/view/chart/fan-chart.ts';
import { pathChart } from '../../../src/view/chart/path-chart-config.ts';
import type { PathData } from '../../../src/view/chart/path-data.ts';

const data: PathData = {
  baseYear: 2020,
  history: [{ year: 2020, value: 4 }],
  projection: [
    { year: 2020, value: 4 },
    { year: 2021, value: 5 },
  ],
  targets: [],
  actuals: [],
};
const words = { history: '历史', projection: '中间值', target: '目标', actual: '实际' };
const look = {
  colours: { paper: '#ffffff', ink: '#000000', soft: '#555555', line: '#cccccc', accent: '#8a1f2d', ok: '#007700' },
  font: 'sans-serif',
  words: { ...words, outer: '5%～95%', inner: '25%～75%', median: '中位数' },
  isRank: false,
  formatValue: String,
  formatTick: String,
};
const fan = [{ year: 2021, percentiles: [1, 2, 3, 4, 5] }];

describe('[A32] a fan over a path', () => {
  const { config } = fanChart(data, fan, look);
  const added = config.data.datasets.slice(pathChart(data, look).config.data.datasets.length);

  it('opens from the base year, and has each percentile once, the median alone without a band', () => {
    expect(added.map((line) => [line.label, line.data.map(({ y }) => y), line.fill])).toEqual([
      ['中位数', [4, 3], undefined],
      ['25%～75%', [4, 4], '+1'],
      ['25%～75%', [4, 2], undefined],
      ['5%～95%', [4, 5], '+1'],
      ['5%～95%', [4, 1], undefined],
    ]);
    expect(added.every((line) => line.data.map(({ x }) => x).join() === '2020,2021')).toBe(true);
  });

  it('tells bands and lines apart by their strokes, not by colour alone', () => {
    const dashes = [added[0], added[1], added[3]].map((line) => String(line?.borderDash));
    expect(new Set(dashes).size).toBe(3);
  });

  it('leaves the path as it is where nothing was sampled', () => {
    const { config: bare } = fanChart(data, [], look);
    expect(bare.data.datasets.slice(-5).every((line) => line.data.length === 0)).toBe(true);
  });
});
