/**
 * What ranges of assumptions do to results, by Monte Carlo: each assumption is drawn from its range, independently of the
 * others, the sheet is calculated, and this is done again thousands of times.
 */
import { addYears, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { Better, Comparison, Measure } from '../model/dataset.ts';
import type { Range } from '../model/range.ts';
import { assessTarget } from '../target/assess.ts';
import { measured } from '../target/measure.ts';
import { quantileOf } from './distribution.ts';
import { RandomNumbers } from './random-numbers.ts';
import { percentile, wilsonInterval, type Probability } from './statistics.ts';
import type { TrySets } from './trial.ts';

/** An assumption and the range it is drawn from, in the cell's stored unit. */
export interface UncertainCell {
  readonly cell: CellKey;
  readonly range: Range;
}

/** A target whose probability is asked. */
export interface TargetQuestion {
  readonly indicator: IndicatorId;
  readonly year: Year;
  /** The measure counts from here: see {@link measured}. */
  readonly baseYear: Year;
  readonly measure: Measure;
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
  readonly indicator: IndicatorId;
  readonly year: Year;
  /** Of meeting the target, of all samples. */
  readonly met: Probability;
  /** Samples in which what it measures was no number; they do not meet it. */
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
  const streams = task.uncertain.map(({ cell, range }) => ({
    range,
    numbers: RandomNumbers.ofStream(task.seed, cell),
  }));
  const samples = new Map<CellKey, Float64Array>();
  for (const cell of [...task.targets.flatMap(cellsMeasured), ...task.spreads]) {
    samples.set(cell, samples.get(cell) ?? new Float64Array(task.samples));
  }
  const results = [...samples.keys()];
  const columns = [...samples.values()];
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
    targets: task.targets.map((target) => chanceOf(target, samples, task.samples)),
    spreads: task.spreads.map((cell) => spreadOf(cell, samples.get(cell) ?? new Float64Array())),
  };
}

/** The cells that the measure of a target reads: of a level its year alone, else every year from the base year to it. */
export function cellsMeasured({ indicator, year, baseYear, measure }: TargetQuestion): readonly CellKey[] {
  if (measure === 'level') return [valueKey(indicator, year)];
  return Array.from({ length: year - baseYear + 1 }, (_, index) => valueKey(indicator, addYears(baseYear, index)));
}

/** Puts the results of a batch, sample after sample, into their columns. */
function scatter(values: Float64Array, columns: readonly Float64Array[], from: number): void {
  for (const [column, numbers] of columns.entries()) {
    for (let place = column, to = from; place < values.length; place += columns.length) {
      numbers[to++] = values[place] as number;
    }
  }
}

function chanceOf(
  { indicator, year, baseYear, measure, comparison, better }: TargetQuestion,
  samples: ReadonlyMap<CellKey, Float64Array>,
  count: number,
): TargetChance {
  let [met, unknown] = [0, 0];
  for (let sample = 0; sample < count; sample += 1) {
    const read = (of: Year): number | undefined => {
      const value = samples.get(valueKey(indicator, of))?.[sample];
      return Number.isNaN(value) ? undefined : value;
    };
    const { status } = assessTarget(comparison, measured(measure, read, year, baseYear), better);
    if (status === 'met' || status === 'thin') met += 1;
    if (status === 'unknown') unknown += 1;
  }
  return { indicator, year, met: wilsonInterval(met, count), unknown };
}

function spreadOf(cell: CellKey, values: Float64Array): Spread {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  return {
    cell,
    percentiles: spreadShares.map((share) => percentile(known, share)),
    unknown: values.length - known.length,
  };
}
