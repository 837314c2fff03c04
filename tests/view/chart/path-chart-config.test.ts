import { describe, expect, it } from 'vitest';
import { axisYears, markLabels, pathChart, type ChartLook } from '../../../src/view/chart/path-chart-config.ts';
import type { PathData } from '../../../src/view/chart/path-data.ts';

const look: ChartLook = {
  colours: { paper: '#fff', ink: '#111', soft: '#555', line: '#ddd', accent: '#800', ok: '#060' },
  font: '"Microsoft YaHei UI", sans-serif',
  words: { history: '历史', projection: '预测', target: '目标', actual: '实际' },
  isRank: false,
  formatValue: (value) => `${value} 家`,
  formatTick: String,
};
const p = (year: number, value: number) => ({ year, value });
const data: PathData = {
  baseYear: 2020,
  history: [p(2015, 1035), p(2020, 4222)],
  projection: [p(2020, 4222), p(2021, 5000), p(2025, 9865)],
  targets: [
    { ...p(2021, 4500), text: '>4,500' },
    { ...p(2025, 10000), text: '>10,000' },
  ],
  actuals: [p(2021, 5108)],
};
const datasets = (shown: PathData) => pathChart(shown, look).config.data.datasets;
const scaleY = (shown: PathData) => pathChart(shown, look).config.options?.scales?.['y'];

describe('[V35] the path chart', () => {
  it('draws history solid and the projection dashed', () => {
    const [history, projection] = datasets(data);
    expect(history).toMatchObject({
      label: '历史',
      borderColor: '#111',
      data: [
        { x: 2015, y: 1035 },
        { x: 2020, y: 4222 },
      ],
    });
    expect(history?.borderDash).toBeUndefined();
    expect(projection).toMatchObject({ label: '预测', borderColor: '#800', borderDash: [5, 3] });
  });

  it('draws targets and actuals as marks of different shapes, not as lines', () => {
    const [, , targets, actuals] = datasets(data);
    expect(targets).toMatchObject({
      showLine: false,
      pointStyle: 'line',
      data: [
        { x: 2021, y: 4500 },
        { x: 2025, y: 10000 },
      ],
    });
    expect(actuals).toMatchObject({ showLine: false, pointStyle: 'crossRot', data: [{ x: 2021, y: 5108 }] });
  });

  it('does not move: a drag repaints it many times a second', () => {
    expect(pathChart(data, look).config.options?.animation).toBe(false);
  });

  it('a wide range starts at zero, a narrow one does not', () => {
    expect(scaleY(data)).toMatchObject({ beginAtZero: true });
    const narrow = { ...data, history: [], projection: [p(2020, 2.1), p(2025, 2.6)], targets: [], actuals: [] };
    expect(scaleY(narrow)).toMatchObject({ beginAtZero: false });
  });

  it('a flat row, one of negatives, and one without numbers start at zero', () => {
    const of = (...values: number[]) => ({
      ...data,
      history: [],
      targets: [],
      actuals: [],
      projection: values.map((value, index) => p(2020 + index, value)),
    });
    for (const shown of [of(64, 64), of(-5, -4), of()]) expect(scaleY(shown)).toMatchObject({ beginAtZero: true });
  });

  it('is painted on paper, so that a saved picture is not transparent', () => {
    expect(pathChart(data, look).decoration).toMatchObject({
      paper: '#fff',
      font: '11px "Microsoft YaHei UI", sans-serif',
    });
  });

  it.each([
    [2020, 2025, [2020, 2021, 2022, 2023, 2024, 2025]],
    [2015, 2025, [2015, 2020, 2025]],
    [2012, 2025, [2012, 2015, 2020, 2025]],
    [2014, 2025, [2015, 2020, 2025]],
    [2020, 2020, [2020]],
  ])('from %d to %d the axis names %j', (first, last, years) => {
    expect(axisYears(first, last)).toEqual(years);
  });
});

describe('[V35] words on the picture', () => {
  it('name the last target', () => {
    expect(markLabels(data, look).map(({ x, text }) => [x, text])).toEqual([[2025, '目标 >10,000']]);
  });

  it('stand on the side that the projection does not take', () => {
    expect(markLabels(data, look)[0]?.above).toBe(true);
    const met = { ...data, projection: [p(2020, 4222), p(2025, 12000)] };
    expect(markLabels(met, look)[0]?.above).toBe(false);
  });

  it('change sides with a rank, which is drawn with first place at the top', () => {
    const ranks = { ...look, isRank: true };
    expect(markLabels(data, ranks).map(({ above }) => above)).toEqual([false]);
    const y = pathChart(data, ranks).config.options?.scales?.['y'];
    expect(y).toMatchObject({ reverse: true, beginAtZero: false, ticks: { precision: 0 } });
    expect(scaleY(data)).toMatchObject({ reverse: false });
  });

  it('are none where there is nothing to name', () => {
    expect(markLabels({ ...data, targets: [], actuals: [] }, look)).toEqual([]);
  });
});
