/** Where the numbers of a tornado stand across its drawing. */
import type { Tornado } from '../../../state/analysis.svelte.ts';

/** Of the drawing, in pixels. */
export const barWidth = 320;

/** From a result to pixels from the left edge. */
export type BarScale = (value: number) => number;

/** The least result stands at the left edge and the greatest at the right. */
export function barScale({ present, bars }: Pick<Tornado, 'present' | 'bars'>): BarScale {
  const values = bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
  const known = [present, ...values].filter((value) => value !== undefined);
  const low = Math.min(...known);
  const width = Math.max(...known) - low;
  return (value) => (width === 0 ? barWidth / 2 : ((value - low) / width) * barWidth);
}

/** A part of a bar, from the present result to that at one end. */
export interface BarPart {
  readonly x: number;
  readonly width: number;
}

/** Absent where one of the two is no number. */
export function barPart(present: number | undefined, end: number | undefined, scale: BarScale): BarPart | undefined {
  if (present === undefined || end === undefined) return undefined;
  const [from, to] = [scale(present), scale(end)];
  return { x: Math.min(from, to), width: Math.abs(to - from) };
}
