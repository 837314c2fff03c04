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

/** `undefined` for fewer than two numbers: a single cell speaks for itself. */
export function selectionStatistics(numbers: readonly SelectedNumber[]): SelectionStatistics | undefined {
  const [first] = numbers;
  if (!first || numbers.length < 2) return undefined;
  const count = numbers.length;
  if (numbers.some(({ measure }) => measure !== first.measure)) return { count };
  const values = numbers.map(({ value }) => value);
  const sum = values.reduce((total, value) => total + value, 0);
  const decimals = Math.max(...numbers.map(({ format }) => format.decimals));
  return {
    count,
    summary: {
      format: { ...first.format, decimals },
      sum,
      mean: sum / count,
      min: values.reduce((least, value) => Math.min(least, value), Infinity),
      max: values.reduce((most, value) => Math.max(most, value), -Infinity),
    },
  };
}
