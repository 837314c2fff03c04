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
  let low = target ?? Infinity;
  let high = target ?? -Infinity;
  for (const value of values) {
    if (value === undefined) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const wide = (width - 2 * margin) / Math.max(1, values.length - 1);
  const y = (value: number): number =>
    round(high === low ? height / 2 : height - margin - ((value - low) / (high - low)) * (height - 2 * margin));
  let points = '';
  let end: string | undefined;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === undefined) continue;
    end = `${round(margin + index * wide)},${y(value)}`;
    points += points === '' ? end : ` ${end}`;
  }
  return { points, end, target: target === undefined || end === undefined ? undefined : y(target) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
