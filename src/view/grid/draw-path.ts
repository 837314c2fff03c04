/** A row's path in its cell, at a glance. The figures beside it say the same, so it is hidden from screen readers. */
import { PATH_WIDTH as width } from './geometry.ts';
import type { DrawnPath } from './present-cell.ts';
import { drawSparkline } from './sparkline.ts';

const height = 20;

/** Draws the path into `cell`, over the one that stands there. */
export function drawPath(cell: Element, { values, target }: DrawnPath): void {
  const line = drawSparkline(values, target, width, height);
  emptyPicture ??= makePicture();
  if (!cell.firstElementChild) cell.append(emptyPicture.cloneNode(true));
  const [path, goal, end] = cell.firstElementChild?.children ?? [];
  write(path, line.points);
  write(goal, line.target === undefined ? '' : `${width - 7},${line.target} ${width},${line.target}`);
  // A line of no length with round ends is a dot.
  write(end, line.end === undefined ? '' : `${line.end} ${line.end}`);
}

function write(line: Element | undefined, points: string): void {
  if (line && line.getAttribute('points') !== points) line.setAttribute('points', points);
}

let emptyPicture: Element | undefined;

/** Lines only: what a circle's centre and a path's shape say are properties of style, to be worked out anew after each change. */
function makePicture(): Element {
  const picture = make('svg', {
    class: 'sparkline',
    width: String(width),
    height: String(height),
    'aria-hidden': 'true',
  });
  picture.append(
    make('polyline', { fill: 'none', stroke: 'var(--soft)', 'stroke-width': '1.3' }),
    make('polyline', { stroke: 'var(--accent)', 'stroke-width': '1.6' }),
    make('polyline', { stroke: 'var(--ink)', 'stroke-width': '3.6', 'stroke-linecap': 'round' }),
  );
  return picture;
}

function make(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
