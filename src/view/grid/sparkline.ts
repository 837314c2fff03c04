/** The shape of a row's path in a few pixels: a line, its end, and the mark of the target. */

export interface Sparkline {
  /** Points of the line for an SVG `polyline`. */
  readonly points: string;
  /** The point where the line ends. */
  readonly end: string | undefined;
  /** Height of the target's mark. */
  readonly target: number | undefined;
}

const margin = 3;

/** Values that are blank or errors leave a gap in time, which the line crosses. Level rows run along the middle. */
export function drawSparkline(
  values: readonly (number | undefined)[],
  target: number | undefined,
  width: number,
  height: number,
): Sparkline {
  const known = values.flatMap((value, index) => (value === undefined ? [] : [{ value, index }]));
  const all = [...known.map(({ value }) => value), ...(target === undefined ? [] : [target])];
  const low = Math.min(...all);
  const span = Math.max(...all) - low;
  const x = (index: number): number => round(margin + (index * (width - 2 * margin)) / Math.max(1, values.length - 1));
  const y = (value: number): number =>
    round(span === 0 ? height / 2 : height - margin - ((value - low) / span) * (height - 2 * margin));
  const points = known.map(({ value, index }) => `${x(index)},${y(value)}`);
  return {
    points: points.join(' '),
    end: points.at(-1),
    target: target === undefined || known.length === 0 ? undefined : y(target),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
