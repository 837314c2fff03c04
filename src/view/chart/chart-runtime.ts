/** The one place that loads Chart.js: only the parts that a path chart needs, as a chunk of its own. */
import { Chart, Filler, LineController, LineElement, LinearScale, PointElement, Tooltip, type Plugin } from 'chart.js';
import type { Decoration, PathChart } from './path-chart-config.ts';
import { spread } from './spread.ts';

Chart.register(Filler, LineController, LineElement, LinearScale, PointElement, Tooltip);

export interface MountedChart {
  update(next: PathChart): void;
  /** The picture with its paper, as a data address. */
  readonly image: () => string;
  destroy(): void;
}

/** Draws on the canvas until destroyed. `update` repaints at once; who calls it decides how often. */
export function mountPathChart(canvas: HTMLCanvasElement, first: PathChart): MountedChart {
  let decoration = first.decoration;
  const decorate: Plugin<'line'> = {
    id: 'decoration',
    beforeDraw: ({ ctx, width, height }) => {
      ctx.save();
      ctx.fillStyle = decoration.paper;
      ctx.fillRect(0, 0, width, height);
      ctx.restore();
    },
    afterDatasetsDraw: (drawn) => {
      drawLabels(drawn, decoration);
      drawEnds(drawn, decoration);
    },
  };
  const chart = new Chart(canvas, { ...first.config, plugins: [decorate] });
  return {
    update(next) {
      decoration = next.decoration;
      chart.data = next.config.data;
      if (next.config.options) chart.options = next.config.options;
      chart.update('none');
    },
    image: () => chart.toBase64Image(),
    destroy: () => chart.destroy(),
  };
}

/** Words keep inside the picture: near the right edge they end at their mark, elsewhere they are centred on it. */
function drawLabels({ ctx, chartArea, scales }: Chart<'line'>, { labels, font, paper }: Decoration): void {
  const { x: across, y: up } = scales;
  if (!across || !up) return;
  ctx.save();
  ctx.font = font;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  ctx.strokeStyle = paper;
  for (const label of labels) {
    const width = ctx.measureText(label.text).width;
    const centre = across.getPixelForValue(label.x);
    const left = Math.max(chartArea.left, Math.min(centre - width / 2, chartArea.right - width));
    const y = up.getPixelForValue(label.y) + (label.above ? -12 : 13);
    ctx.strokeText(label.text, left, y);
    ctx.fillStyle = label.colour;
    ctx.fillText(label.text, left, y);
  }
  ctx.restore();
}

/** The height of a name, in pixels. */
const nameHeight = 13;

/** Names stand right of their lines' ends; where lines end close together, below each other. */
function drawEnds({ ctx, chartArea, scales }: Chart<'line'>, { ends = [], font }: Decoration): void {
  const { x: across, y: up } = scales;
  if (!across || !up) return;
  const heights = ends.map(({ y }) => up.getPixelForValue(y));
  const placed = spread(heights, nameHeight, chartArea.top, chartArea.bottom - nameHeight / 2);
  ctx.save();
  ctx.font = font;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ends.forEach(({ x, text, colour }, index) => {
    ctx.fillStyle = colour;
    ctx.fillText(text, across.getPixelForValue(x) + 9, placed[index] ?? 0);
  });
  ctx.restore();
}
