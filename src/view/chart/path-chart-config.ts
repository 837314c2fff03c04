/** The path of one indicator as a Chart.js configuration: history solid, projection dashed, targets and later actuals as marks. */
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { yearSpan, type PathData, type PathPoint } from './path-data.ts';

/** The page's colours, as the theme in force has them. */
export interface ChartColours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly ok: string;
}

export interface ChartWords {
  readonly history: string;
  readonly projection: string;
  readonly target: string;
  readonly actual: string;
}

export interface ChartLook {
  readonly colours: ChartColours;
  /** A CSS font list that begins with Chinese fonts: the canvas knows nothing of the page's. */
  readonly font: string;
  readonly words: ChartWords;
  /** A rank improves downward in number: first place stands at the top, and there is nothing between two places. */
  readonly isRank: boolean;
  /** A value in full, for the tooltip: `9,865 家`. */
  readonly formatValue: (value: number) => string;
  /** A value on the axis, shortened: `1万`. */
  readonly formatTick: (value: number) => string;
}

export type PathChartConfig = ChartConfiguration<'line', { x: number; y: number }[]>;

/** What is painted on the picture besides the chart itself: the paper below, so that a saved picture is not transparent, and the words above. */
export interface Decoration {
  readonly paper: string;
  readonly font: string;
  readonly labels: readonly MarkLabel[];
  /** Names of lines, right of their ends. */
  readonly ends?: readonly EndLabel[];
}

export interface EndLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
}

export interface PathChart {
  readonly config: PathChartConfig;
  readonly decoration: Decoration;
}

/** A word beside a mark. `above` keeps it clear of the line that ends near the mark. */
export interface MarkLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
  readonly above: boolean;
}

/** Where years are written: each one on a short axis, every fifth on a long one, and the first where there is room for it. */
export function axisYears(first: number, last: number): readonly number[] {
  const step = last - first <= 7 ? 1 : 5;
  const start = Math.ceil(first / step) * step;
  const years = Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
  return start - first >= 2 ? [first, ...years] : years;
}

/** The words on the picture: the last target. What the other marks are is told by the key below it. */
export function markLabels(data: PathData, { words, colours, isRank }: ChartLook): readonly MarkLabel[] {
  const target = data.targets.at(-1);
  if (!target) return [];
  const planned = data.projection.find(({ year }) => year === target.year)?.value;
  const lineIsHigher = planned !== undefined && (isRank ? planned < target.value : planned > target.value);
  const text = `${words.target} ${target.text}`;
  return [{ x: target.year, y: target.value, text, colour: colours.ink, above: !lineIsHigher }];
}

export function pathChart(data: PathData, look: ChartLook): PathChart {
  return {
    config: pathChartConfig(data, look),
    decoration: { paper: look.colours.paper, font: `11px ${look.font}`, labels: markLabels(data, look) },
  };
}

export function pathChartConfig(data: PathData, look: ChartLook): PathChartConfig {
  const { first, last } = yearSpan(data);
  const { colours } = look;
  const font = { family: look.font, size: 11 };
  const years = axisYears(first, last);
  return {
    type: 'line',
    data: { datasets: datasets(data, look) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font,
      interaction: { mode: 'nearest', intersect: false, axis: 'xy' },
      layout: { padding: { top: 8, right: 6, bottom: 0, left: 0 } },
      scales: {
        x: {
          type: 'linear',
          min: first - 0.25,
          max: last + 0.35,
          grid: { display: false },
          border: { color: colours.line },
          ticks: { color: colours.soft, font, maxRotation: 0, autoSkip: false, callback: (value) => String(value) },
          afterBuildTicks: (axis) => {
            axis.ticks = years.map((value) => ({ value }));
          },
        },
        y: {
          type: 'linear',
          grace: '6%',
          beginAtZero: !look.isRank && startsAtZero(data),
          reverse: look.isRank,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            color: colours.soft,
            font,
            maxTicksLimit: 5,
            ...(look.isRank && { precision: 0 }),
            padding: 6,
            callback: (value) => look.formatTick(Number(value)),
          },
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: colours.ink,
          titleColor: colours.paper,
          bodyColor: colours.paper,
          titleFont: { ...font, weight: 'bold' },
          bodyFont: font,
          displayColors: false,
          cornerRadius: 3,
          callbacks: {
            title: (items) => (items[0] ? String(items[0].parsed.x) : ''),
            label: ({ dataset, parsed }) => `${dataset.label ?? ''} ${look.formatValue(parsed.y ?? 0)}`,
          },
        },
      },
    },
  };
}

type PathDataset = ChartDataset<'line', { x: number; y: number }[]>;

function datasets(data: PathData, { colours, words }: ChartLook): PathDataset[] {
  const line = { borderWidth: 1.8, pointRadius: 0, pointHitRadius: 8, pointHoverRadius: 3, tension: 0 } as const;
  const mark = { showLine: false, pointHitRadius: 8, borderWidth: 2, pointBorderWidth: 2 } as const;
  return [
    {
      ...line,
      label: words.history,
      data: points(data.history),
      borderColor: colours.ink,
      pointBackgroundColor: colours.ink,
    },
    {
      ...line,
      label: words.projection,
      data: points(data.projection),
      borderColor: colours.accent,
      pointBackgroundColor: colours.accent,
      borderDash: [5, 3],
    },
    {
      ...mark,
      label: words.target,
      data: points(data.targets),
      borderColor: colours.ink,
      pointStyle: 'line',
      pointRadius: 7,
      pointHoverRadius: 8,
    },
    {
      ...mark,
      label: words.actual,
      data: points(data.actuals),
      borderColor: colours.ok,
      pointStyle: 'crossRot',
      pointRadius: 4,
      pointHoverRadius: 5,
    },
  ];
}

function points(list: readonly PathPoint[]): { x: number; y: number }[] {
  return list.map(({ year, value }) => ({ x: year, y: value }));
}

/** A path that moves by little against its size is drawn on its own scale: from zero it would be a flat line. */
function startsAtZero(data: PathData): boolean {
  const values = [...data.history, ...data.projection, ...data.targets, ...data.actuals].map(({ value }) => value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  return !(low > 0 && high - low < 0.4 * high && high > low);
}
