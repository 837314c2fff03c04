/**
 * What ranges of assumptions do to results, by Monte Carlo: each assumption is drawn from its range, independently of the
 * others, the sheet is calculated, and this is done again thousands of times.
 */
import type { CellKey } from '../model/cell.ts';
import type { Better, Comparison } from '../model/dataset.ts';
import type { Range } from '../model/range.ts';
import { assessTarget } from '../target/assess.ts';
import { quantileOf } from './distribution.ts';
import { RandomNumbers } from './random-numbers.ts';
import { percentile, wilsonInterval, type Probability } from './statistics.ts';
import type { TrySets } from './trial.ts';

/** An assumption and the range it is drawn from, in the cell's stored unit. */
export interface UncertainCell {
  readonly cell: CellKey;
  readonly range: Range;
}

/** A target whose probability is asked: the cell that is to meet it. */
export interface TargetQuestion {
  readonly cell: CellKey;
  readonly comparison: Comparison;
  readonly better: Better;
}

/** Plain data, so that it can be sent to a worker; so is the answer. */
export interface UncertaintyTask {
  /** A whole number. The same task with the same seed has the same answer, bit for bit. */
  readonly seed: number;
  readonly samples: number;
  readonly uncertain: readonly UncertainCell[];
  readonly targets: readonly TargetQuestion[];
  /** Cells whose percentiles are asked, such as all years of a row for a fan. */
  readonly spreads: readonly CellKey[];
}

export interface UncertaintyAnswer {
  readonly seed: number;
  readonly samples: number;
  readonly targets: readonly TargetChance[];
  readonly spreads: readonly Spread[];
}

export interface TargetChance {
  readonly cell: CellKey;
  /** Of meeting the target, of all samples. */
  readonly met: Probability;
  /** Samples in which the cell was blank or an error; they do not meet it. */
  readonly unknown: number;
}

/** The shares that {@link Spread.percentiles} stand for. */
export const spreadShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface Spread {
  readonly cell: CellKey;
  /** At {@link spreadShares}, in the cell's stored unit; NaN where no sample has a value. */
  readonly percentiles: readonly number[];
  /** Samples in which the cell was blank or an error; they are left out of the percentiles. */
  readonly unknown: number;
}

/** Samples that are enough for a chance to be known to a percentage point. */
export const enoughSamples = 10_000;
/** Samples between two reports of progress: some ten milliseconds on the planner's sheet. */
const batchSize = 500;

/**
 * Works a task out, batch by batch; between batches it reports how many samples are done and can be left off. How the samples
 * are cut into batches changes nothing.
 */
export function* sampleUncertainty(
  trySets: TrySets,
  task: UncertaintyTask,
  batch = batchSize,
): Generator<number, UncertaintyAnswer, void> {
  const cells = task.uncertain.map(({ cell }) => cell);
  const results = [...task.targets.map(({ cell }) => cell), ...task.spreads];
  const streams = task.uncertain.map(({ cell, range }) => ({
    range,
    numbers: RandomNumbers.ofStream(task.seed, cell),
  }));
  const columns = results.map(() => new Float64Array(task.samples));
  for (let done = 0; done < task.samples;) {
    const count = Math.min(batch, task.samples - done);
    const sets = new Float64Array(count * streams.length);
    for (let place = 0; place < sets.length;) {
      for (const { range, numbers } of streams) sets[place++] = quantileOf(range, numbers.next());
    }
    scatter(trySets(cells, sets, results), columns, done);
    done += count;
    yield done;
  }
  return {
    seed: task.seed,
    samples: task.samples,
    targets: task.targets.map((target, index) => chanceOf(target, columns[index] ?? new Float64Array())),
    spreads: task.spreads.map((cell, index) =>
      spreadOf(cell, columns[task.targets.length + index] ?? new Float64Array()),
    ),
  };
}

/** Puts the results of a batch, sample after sample, into their columns. */
function scatter(values: Float64Array, columns: readonly Float64Array[], from: number): void {
  for (const [column, numbers] of columns.entries()) {
    for (let place = column, to = from; place < values.length; place += columns.length) {
      numbers[to++] = values[place] as number;
    }
  }
}

function chanceOf({ cell, comparison, better }: TargetQuestion, values: Float64Array): TargetChance {
  let [met, unknown] = [0, 0];
  for (const value of values) {
    const { status } = assessTarget(comparison, value, better);
    if (status === 'met' || status === 'thin') met += 1;
    if (status === 'unknown') unknown += 1;
  }
  return { cell, met: wilsonInterval(met, values.length), unknown };
}

function spreadOf(cell: CellKey, values: Float64Array): Spread {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  return {
    cell,
    percentiles: spreadShares.map((share) => percentile(known, share)),
    unknown: values.length - known.length,
  };
}
