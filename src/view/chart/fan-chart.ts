/** A path with the range in which samples of it lie: a wide band for nine in ten, a narrow one for half, a line for the median. */
import type { ChartDataset } from 'chart.js';
import { pathChart, type ChartLook, type ChartWords, type PathChart } from './path-chart-config.ts';
import type { PathData } from './path-data.ts';

/** Percentiles of one year at 5, 25, 50, 75 and 95 %, in the numbers a reader sees. */
export interface FanPoint {
  readonly year: number;
  readonly percentiles: readonly number[];
}

export interface FanLook extends ChartLook {
  readonly words: ChartWords & { readonly outer: string; readonly inner: string; readonly median: string };
}

type Band = ChartDataset<'line', { x: number; y: number }[]>;

/** The path as ever, and the fan below it. The fan opens from the base year, whose figure is no guess. */
export function fanChart(data: PathData, fan: readonly FanPoint[], look: FanLook): PathChart {
  const chart = pathChart(data, look);
  const base = data.projection.find(({ year }) => year === data.baseYear)?.value;
  const opening = base === undefined || fan.length === 0 ? [] : [{ x: data.baseYear, y: base }];
  const line = (place: number): { x: number; y: number }[] => [
    ...opening,
    ...fan.map(({ year, percentiles }) => ({ x: year, y: percentiles[place] ?? NaN })),
  ];
  return {
    ...chart,
    config: { ...chart.config, data: { datasets: [...chart.config.data.datasets, ...bands(line, look)] } },
  };
}

/** Edges differ in their strokes, so that the bands are told apart without colour. Chart.js draws what comes first on top. */
function bands(line: (place: number) => { x: number; y: number }[], { colours, words }: FanLook): Band[] {
  const edge = { borderColor: colours.accent, borderWidth: 1, pointRadius: 0, pointHitRadius: 4, tension: 0 } as const;
  const outer = { ...edge, label: words.outer, borderDash: [1, 3] };
  const inner = { ...edge, label: words.inner };
  const median = { ...edge, label: words.median, borderColor: colours.ink, borderWidth: 1.5, borderDash: [8, 3, 2, 3] };
  return [
    { ...median, data: line(2) },
    { ...inner, data: line(3), fill: '+1', backgroundColor: translucent(colours.accent, '38') },
    { ...inner, data: line(1) },
    { ...outer, data: line(4), fill: '+1', backgroundColor: translucent(colours.accent, '1f') },
    { ...outer, data: line(0) },
  ];
}

/** The theme's colours are `#rrggbb`; two digits more say how much of them shows. */
function translucent(colour: string, alpha: string): string {
  return `${colour}${alpha}`;
}
