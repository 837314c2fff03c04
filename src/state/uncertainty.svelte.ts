/** Ranges of assumptions, and what they do to the open scenario: the chance of each target and a fan for each row. */
import {
  cellsMeasured,
  enoughSamples,
  spreadShares,
  type Spread,
  type TargetChance,
  type TargetQuestion,
  type UncertaintyAnswer,
  type UncertaintyTask,
} from '../core/analysis/uncertainty.ts';
import { valueKey, type CellKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import type { CellInput } from '../core/model/input.ts';
import { printRange, rangeMiddle, type Range } from '../core/model/range.ts';
import { rangeCellOf } from '../core/model/range-cell.ts';
import type { Projection } from '../core/projection/projection.ts';
import { rangesOf } from '../core/projection/ranges.ts';
import type { Sampler, SamplingRun } from '../core/projection/sampler.ts';
import { samePatch } from '../core/scenario/same-patch.ts';
import type { Patch } from '../core/scenario/scenario.ts';
import type { Workspace } from './workspace.svelte.ts';

export { spreadShares, type Range, type Spread, type TargetChance, type UncertaintyAnswer };

export type UncertaintyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly samples: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** One year of a fan: percentiles at {@link spreadShares}, in the row's stored unit. */
export interface FanYear {
  readonly year: Year;
  readonly percentiles: readonly number[];
}

/** Between these a person may choose. */
export const fewestSamples = 100;
export const mostSamples = 100_000;
/** More cells than this are not kept sample by sample: 10,000 samples of them are 40 MB. */
const mostSpreads = 500;

type Ranges = ReadonlyMap<CellKey, Range>;

/** What was asked. */
interface Asked {
  readonly patch: Patch;
  readonly seed: number;
  readonly samples: number;
}

interface Answered extends Asked {
  readonly answer: UncertaintyAnswer;
}

export class Uncertainty {
  readonly #workspace: Workspace;
  readonly #projection: () => Projection;
  readonly #fetchSampler: () => Promise<Sampler>;
  #sampler: Sampler | undefined;
  #seed = $state.raw(1);
  #samples = $state.raw(enoughSamples);
  #state = $state.raw<UncertaintyState>({ kind: 'idle' });
  #answer = $state.raw<Answered>();
  /** Counts the runs, so that one that was left off says nothing more. */
  #turn = 0;
  #run: SamplingRun | undefined;

  /** `projection`: the open scenario worked out; the sampler is fetched with the first run, and kept. */
  constructor(workspace: Workspace, projection: () => Projection, fetchSampler: () => Promise<Sampler>) {
    this.#workspace = workspace;
    this.#projection = projection;
    this.#fetchSampler = fetchSampler;
  }

  /** Of the open scenario: by the cell of the number, in its stored unit. */
  readonly ranges: Ranges = $derived.by(() => rangesOf(this.#projection()));

  /** A whole number: the same one gives the same answer again. */
  get seed(): number {
    return this.#seed;
  }
  get samples(): number {
    return this.#samples;
  }
  get state(): UncertaintyState {
    return this.#state;
  }
  /** The last one, also while the next is worked out. */
  get answer(): UncertaintyAnswer | undefined {
    return this.#answer?.answer;
  }
  /** The answer is of other numbers or ranges, another seed or other samples than there are now. */
  readonly isStale: boolean = $derived.by(() => {
    const asked = this.#answer;
    const now = this.#asked();
    return (
      asked !== undefined &&
      !(asked.seed === now.seed && asked.samples === now.samples && samePatch(asked.patch, now.patch))
    );
  });

  /** Gives an assumption a range, and its middle; without one the range is taken away. One step of undo; `false` for a cell that takes none. */
  setRange(cell: CellKey, range: Range | undefined): boolean {
    const beside = rangeCellOf(cell);
    if (!beside) return false;
    const inputs: [CellKey, CellInput | null][] = range
      ? [
          [cell, { kind: 'number', value: rangeMiddle(range) }],
          [beside, { kind: 'text', text: printRange(range) }],
        ]
      : [[beside, null]];
    this.#workspace.write(new Map(inputs), 'range');
    return true;
  }

  /** A whole number; any other leaves it as it is. */
  chooseSeed(seed: number): void {
    if (Number.isSafeInteger(seed)) this.#seed = seed;
  }

  /** A whole number from {@link fewestSamples} to {@link mostSamples}; any other leaves it as it is. */
  chooseSamples(samples: number): void {
    if (Number.isSafeInteger(samples) && samples >= fewestSamples && samples <= mostSamples) this.#samples = samples;
  }

  /**
   * Takes the samples anew. Ends when there is an answer, or it was cancelled or failed; see {@link state}. `first`: the row
   * whose fan is wanted most, where there are more rows than fans can be kept for.
   */
  async run(first?: IndicatorId): Promise<void> {
    if (this.ranges.size === 0) return;
    this.#run?.cancel();
    const turn = (this.#turn += 1);
    const tell = (state: UncertaintyState): void => {
      if (turn === this.#turn) this.#state = state;
    };
    const asked = this.#asked();
    const { samples } = asked;
    const job = { patch: asked.patch, task: this.#task(first, asked) };
    tell({ kind: 'running', done: 0, samples });
    try {
      this.#sampler ??= await this.#fetchSampler();
      if (turn !== this.#turn) return;
      this.#run = this.#sampler.run(job, (done) => tell({ kind: 'running', done, samples }));
      const answer = await this.#run.answer;
      if (turn === this.#turn && answer.ok) this.#answer = { ...asked, answer: answer.value };
      tell(
        answer.ok || answer.error.code === 'cancelled'
          ? { kind: 'idle' }
          : { kind: 'failed', reason: answer.error.reason },
      );
    } catch (error) {
      tell({ kind: 'failed', reason: String(error) });
    }
  }

  /** Leaves off at once; nothing where nothing runs. */
  cancel(): void {
    if (this.#state.kind !== 'running') return;
    this.#turn += 1;
    this.#run?.cancel();
    this.#state = { kind: 'idle' };
  }

  /** How likely a target is met; absent before a run and where no range touches it. */
  chance(indicator: IndicatorId, year: Year): TargetChance | undefined {
    return this.answer?.targets.find((chance) => chance.indicator === indicator && chance.year === year);
  }

  /** From the first year of a row that ranges touch, in order; none before a run. A later year that holds a number of its own is that number, whatever is drawn. */
  fan(indicator: IndicatorId): readonly FanYear[] {
    const spreads = new Map(this.answer?.spreads.map((spread) => [spread.cell, spread.percentiles]));
    const projection = this.#projection();
    const { years } = projection;
    const first = years.findIndex((year) => spreads.has(valueKey(indicator, year)));
    if (first < 0) return [];
    const touched = dependentsOf([...this.ranges.keys()], projection);
    return years.slice(first).flatMap((year) => {
      const cell = valueKey(indicator, year);
      const value = projection.value(cell);
      const isCertain = value.kind === 'number' && !touched.has(cell);
      const percentiles = spreads.get(cell) ?? (isCertain ? spreadShares.map(() => value.value) : undefined);
      return percentiles ? [{ year, percentiles }] : [];
    });
  }

  #asked(): Asked {
    return { patch: this.#workspace.scenario.patch, seed: this.#seed, samples: this.#samples };
  }

  #task(first: IndicatorId | undefined, { seed, samples }: Asked): UncertaintyTask {
    const projection = this.#projection();
    const touched = dependentsOf([...this.ranges.keys()], projection);
    const { rows, targetYears } = projection.workbook.dataset;
    const ids = rows.map(({ indicator }) => indicator.id);
    const targets = rows.flatMap(({ indicator: { id, better } }) =>
      targetYears.flatMap((year): TargetQuestion[] => {
        const target = projection.target(id, year);
        if (!target) return [];
        const { comparison, measure = 'level' } = target;
        const question = { indicator: id, year, baseYear: projection.baseYear, measure, comparison, better };
        return cellsMeasured(question).some((cell) => touched.has(cell)) ? [question] : [];
      }),
    );
    const wanted = first === undefined ? ids : [first, ...ids.filter((id) => id !== first)];
    const years = wanted.flatMap((id) => projection.years.map((year) => valueKey(id, year)));
    return {
      seed,
      samples,
      uncertain: Array.from(this.ranges, ([cell, range]) => ({ cell, range })),
      targets,
      spreads: years.filter((cell) => touched.has(cell)).slice(0, mostSpreads),
    };
  }
}

/** The cells and all that depend on them, however far away. */
function dependentsOf(cells: readonly CellKey[], projection: Projection): ReadonlySet<CellKey> {
  const seen = new Set(cells);
  for (const cell of seen) for (const reader of projection.dependents(cell)) seen.add(reader);
  return seen;
}
