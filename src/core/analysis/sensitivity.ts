/** How much a result depends on each assumption, and a table of it over two. */
import type { CellKey } from '../model/cell.ts';
import { withoutNoise } from '../model/noise.ts';
import { rangeEnds, type Range } from '../model/range.ts';
import type { TrySets } from './trial.ts';

/** An assumption's present number and the two between which it is moved, in its stored unit. */
export interface Move {
  readonly cell: CellKey;
  readonly present: number;
  readonly low: number;
  readonly high: number;
}

/** One bar of a tornado. What the result is when the one assumption is low or high and all others are as they are. */
export interface TornadoBar extends Move {
  /** Absent where the result is then no number. */
  readonly atLow?: number;
  readonly atHigh?: number;
  /** How far the two are apart, and from the present result where only one is a number: by this the bars are sorted. */
  readonly swing: number;
}

export interface Tornado {
  readonly result: CellKey;
  /** Absent where the result is no number now. */
  readonly present?: number;
  /** The widest first; of equals in the order given. Assumptions that move nothing are left out. */
  readonly bars: readonly TornadoBar[];
}

/**
 * One-at-a-time sensitivity: each assumption in turn goes to its low and its high, the others stay. T. Eschenbach, "Spiderplots
 * versus tornado diagrams for sensitivity analysis" (Interfaces 22, 1992).
 */
export function tornado(trySets: TrySets, result: CellKey, moves: readonly Move[]): Tornado {
  const now = moves.map(({ present }) => present);
  const sets = moves.flatMap(({ low, high }, index) => [now.with(index, low), now.with(index, high)]);
  const cells = moves.map(({ cell }) => cell);
  const values = trySets(cells, Float64Array.from([now, ...sets].flat()), [result]);
  const present = numberAt(values, 0);
  const bars = moves.map((move, index): TornadoBar => {
    const atLow = numberAt(values, 1 + 2 * index);
    const atHigh = numberAt(values, 2 + 2 * index);
    const ends = [atLow, atHigh, present].filter((value) => value !== undefined);
    return {
      ...move,
      ...(atLow !== undefined && { atLow }),
      ...(atHigh !== undefined && { atHigh }),
      swing: ends.length === 0 ? 0 : Math.max(...ends) - Math.min(...ends),
    };
  });
  return {
    result,
    ...(present !== undefined && { present }),
    bars: bars.filter(({ swing }) => swing > 0).sort((a, b) => b.swing - a.swing),
  };
}

/** An assumption and the numbers that it takes in a table, in its stored unit. */
export interface Axis {
  readonly cell: CellKey;
  readonly values: readonly number[];
}

/**
 * The result over every pair of numbers of two assumptions, as a spreadsheet's data table: one row of the answer for each
 * number of the first. `undefined` where the result is no number. Throws where both are the same cell.
 */
export function tabulate(
  trySets: TrySets,
  result: CellKey,
  first: Axis,
  second: Axis,
): readonly (readonly (number | undefined)[])[] {
  if (first.cell === second.cell) throw new Error(`One assumption twice: ${first.cell}`);
  const sets = first.values.flatMap((one) => second.values.flatMap((other) => [one, other]));
  const values = trySets([first.cell, second.cell], Float64Array.from(sets), [result]);
  const width = second.values.length;
  return first.values.map((_, row) => second.values.map((__, column) => numberAt(values, row * width + column)));
}

/** An even grid from low to high, both included: `count` numbers, one of them only where low and high are the same. */
export function evenGrid(low: number, high: number, count: number): readonly number[] {
  if (low === high || count < 2) return [low];
  const between = Array.from({ length: count - 2 }, (_, index) => {
    const share = (index + 1) / (count - 1);
    return withoutNoise(low * (1 - share) + high * share);
  });
  return [low, ...between, high];
}

/** A move over the whole of a range. */
export function moveOver(cell: CellKey, present: number, range: Range): Move {
  return { cell, present, ...rangeEnds(range) };
}

function numberAt(values: Float64Array, index: number): number | undefined {
  const value = values[index];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
