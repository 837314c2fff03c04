/** The path of one indicator in several scenarios: each line has its own dashes, its own mark and its name at its end. */
import type { ChartDataset } from 'chart.js';
import { pathChart, type ChartLook, type EndLabel, type PathChart } from './path-chart-config.ts';
import type { PathData, PathPoint } from './path-data.ts';

export type LineMark = 'circle' | 'rect' | 'triangle' | 'rectRot' | 'crossRot';

/** How a line differs from its neighbours, in more than its colour. */
export interface LineStyle {
  /** Pixels drawn and left out, as of `setLineDash`. */
  readonly dash: readonly number[];
  readonly mark: LineMark;
  /** Index into the colours of lines. */
  readonly colour: number;
  readonly width: number;
}

const dashes = [
  [7, 3],
  [2, 3],
  [10, 3, 2, 3],
  [5, 5],
  [2, 2, 6, 2],
] as const;
const marks: readonly LineMark[] = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot'];
export const lineColours = 6;

/** The style of a column's line; the reference, index 0, is the heaviest. Dashes and marks fall out of step after five. */
export function lineStyle(index: number): LineStyle {
  const round = Math.floor(index / marks.length);
  return {
    dash: dashes[(index + round) % dashes.length] ?? dashes[0],
    mark: marks[index % marks.length] ?? 'circle',
    colour: index % lineColours,
    width: index === 0 ? 2.4 : 1.7,
  };
}

export interface ComparedLine {
  /** Of the scenario. */
  readonly name: string;
  /** From the base year on, without the years that have no number. */
  readonly points: readonly PathPoint[];
}

export interface ComparisonChartLook extends ChartLook {
  /** One for each {@link LineStyle.colour}. */
  readonly lines: readonly string[];
}

/** `shared`: history, targets and later actuals, which are the same for all; its projection is not drawn. */
export function comparisonChart(
  shared: PathData,
  compared: readonly ComparedLine[],
  look: ComparisonChartLook,
): PathChart {
  const all = { ...shared, projection: compared.flatMap(({ points }) => points) };
  const { config, decoration } = pathChart(all, look);
  const [history, , ...others] = config.data.datasets;
  const ends = [...endLabels(compared, look), ...targetLabel(shared, look)];
  const room = Math.max(0, ...ends.map(({ text }) => textWidth(text)));
  const drawn = compared.map((line, index) => lineDataset(line, index, look));
  return {
    config: {
      ...config,
      // Chart.js paints from the end of the list, so the reference comes to lie over the others.
      data: { datasets: [...(history ? [history] : []), ...drawn, ...others] },
      options: { ...config.options, layout: { padding: { top: 8, right: room + 14, bottom: 0, left: 0 } } },
    },
    decoration: { ...decoration, labels: [], ends },
  };
}

type LineDataset = ChartDataset<'line', { x: number; y: number }[]>;

function lineDataset(
  { name, points }: ComparedLine,
  index: number,
  { lines, colours }: ComparisonChartLook,
): LineDataset {
  const { dash, mark, colour, width } = lineStyle(index);
  const paint = lines[colour] ?? colours.ink;
  return {
    label: name,
    data: points.map(({ year, value }) => ({ x: year, y: value })),
    borderColor: paint,
    borderWidth: width,
    borderDash: [...dash],
    pointStyle: mark,
    pointRadius: 3.5,
    pointHitRadius: 8,
    pointBorderColor: paint,
    pointBackgroundColor: index === 0 ? paint : colours.paper,
    pointBorderWidth: 1.5,
    tension: 0,
  };
}

/** Room for nine Chinese letters. */
const nameRoom = 105;

function endLabels(compared: readonly ComparedLine[], { lines, colours }: ComparisonChartLook): readonly EndLabel[] {
  return compared.flatMap(({ name, points }, index) => {
    const last = points.at(-1);
    const text = shortened(name);
    return last ? [{ x: last.year, y: last.value, text, colour: lines[lineStyle(index).colour] ?? colours.ink }] : [];
  });
}

function shortened(name: string): string {
  if (textWidth(name) <= nameRoom) return name;
  const letters = Array.from(name);
  while (textWidth(`${letters.join('')}…`) > nameRoom) letters.pop();
  return `${letters.join('')}…`;
}

/** The last target, among the names so that none covers the other. */
function targetLabel({ targets }: PathData, { words, colours }: ComparisonChartLook): readonly EndLabel[] {
  const target = targets.at(-1);
  if (!target) return [];
  return [{ x: target.year, y: target.value, text: `${words.target} ${target.text}`, colour: colours.soft }];
}

/** A guess that errs on the wide side; the picture is laid out before anything is drawn. */
function textWidth(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2E7F' ? 11.5 : 7), 0);
}
