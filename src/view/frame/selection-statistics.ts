/** What the status bar says of a selected block: count, and where the numbers are of one unit, their sum and the like. */
import type { NumberFormat } from '../../core/model/view.ts';

/** A number in the selection and what it may be added to. */
export interface SelectedNumber {
  readonly value: number;
  readonly format: NumberFormat;
  /** Numbers of different measures (家 and 亿元) have no sum that means anything. */
  readonly measure: string;
}

export interface SelectionStatistics {
  readonly count: number;
  /** Absent where the numbers are of different measures. */
  readonly summary?: {
    readonly format: NumberFormat;
    readonly sum: number;
    readonly mean: number;
    readonly min: number;
    readonly max: number;
  };
}

/** The statistics as they grow, number by number. */
export interface Tally {
  add(number: SelectedNumber): void;
  /** `undefined` for fewer than two numbers: a single cell speaks for itself. */
  result(): SelectionStatistics | undefined;
}

export function startTally(): Tally {
  let first: SelectedNumber | undefined;
  let isMixed = false;
  let count = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  let decimals = 0;
  return {
    add(number) {
      first ??= number;
      if (number.measure !== first.measure) isMixed = true;
      count++;
      sum += number.value;
      min = Math.min(min, number.value);
      max = Math.max(max, number.value);
      decimals = Math.max(decimals, number.format.decimals);
    },
    result() {
      if (!first || count < 2) return undefined;
      if (isMixed) return { count };
      return { count, summary: { format: { ...first.format, decimals }, sum, mean: sum / count, min, max } };
    },
  };
}

export function selectionStatistics(numbers: Iterable<SelectedNumber | undefined>): SelectionStatistics | undefined {
  const tally = startTally();
  for (const number of numbers) if (number) tally.add(number);
  return tally.result();
}

/** Milliseconds of counting at a stretch: less than a frame, so that keys and scrolling go on. */
const stretch = 6;

/** Counts a large block in pieces and says once what it comes to. Returns how to stop. */
export function countLater(
  numbers: Iterator<SelectedNumber | undefined>,
  ondone: (found: SelectionStatistics | undefined) => void,
): () => void {
  const tally = startTally();
  const work = (): void => {
    const until = performance.now() + stretch;
    while (performance.now() < until) {
      for (let cells = 0; cells < 100; cells++) {
        const next = numbers.next();
        if (next.done === true) return ondone(tally.result());
        if (next.value) tally.add(next.value);
      }
    }
    timer = setTimeout(work);
  };
  let timer = setTimeout(work);
  return () => clearTimeout(timer);
}
