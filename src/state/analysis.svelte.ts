/**
 * Questions asked of the open scenario: what its targets need, what an assumption must be, what a result rests on. Worked out
 * apart from the sheet, so that trying numbers is never seen there. Made when first asked for; follows every edit.
 */
import { seekByDriver, seekByMultiplier, type GoalSeekAnswer } from '../core/analysis/goal-seek.ts';
import { evenGrid, moveOver, tabulate, tornado, type Axis, type Tornado } from '../core/analysis/sensitivity.ts';
import type { TrySets } from '../core/analysis/trial.ts';
import type { CellKey, Year } from '../core/model/cell.ts';
import { withoutNoise } from '../core/model/noise.ts';
import type { CellInput } from '../core/model/input.ts';
import {
  assumptionAt,
  assumptionsOf,
  driverOfGoal,
  figuresOf,
  growthsOf,
  pointMove,
  type Assumption,
} from '../core/projection/assumptions.ts';
import {
  neededGrowths,
  startFromLastActual,
  startInYear,
  type NeededGrowth,
  type StartOf,
} from '../core/projection/needed-growth.ts';
import { Projection } from '../core/projection/projection.ts';
import type { Sampler } from '../core/projection/sampler.ts';
import { knownUntil } from '../core/scenario/settings.ts';
import { Hindsight } from './hindsight.svelte.ts';
import { IdentityGuard } from './identity-guard.svelte.ts';
import { Uncertainty } from './uncertainty.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

export type { Assumption, Axis, GoalSeekAnswer, NeededGrowth, Tornado };

/** From where needed growth is counted: a year of the sheet, or the last comparable actual of each row. */
export type NeededFrom = Year | 'lastActual';

/** `value` in the cell's stored unit. One driver is sought by itself, several by one multiplier. */
export interface GoalQuestion {
  readonly cell: CellKey;
  readonly value: number;
  readonly drivers: readonly CellKey[];
}

/** `noDriver`: none of the cells named holds a number. */
export type GoalAnswer = GoalSeekAnswer | { readonly kind: 'noDriver' };

/** By one point, or over the range that an assumption has; those without one are then left out. */
export type TornadoBy = 'point' | 'range';

/** Numbers on either side of the present one on an axis of a table. */
const axisSteps = 3;

export class Analysis {
  readonly uncertainty: Uncertainty;
  readonly hindsight: Hindsight;
  readonly guard: IdentityGuard;
  readonly #workspace: Workspace;
  readonly #projection: Projection;
  #neededFrom = $state.raw<NeededFrom>();

  constructor(workspace: Workspace, sampler: () => Promise<Sampler>) {
    this.#workspace = workspace;
    this.#projection = new Projection(workspace.workbook, workspace.scenario.patch);
    this.uncertainty = new Uncertainty(workspace, () => this.#shown.projection, sampler);
    this.hindsight = new Hindsight(workspace, () => this.#shown.projection);
    this.guard = new IdentityGuard(workspace, () => this.#shown.projection);
  }

  /** The open scenario, in a box of its own for each state of it. */
  readonly #shown: { readonly projection: Projection } = $derived.by(() => {
    this.#projection.show(this.#workspace.scenario.patch);
    return { projection: this.#projection };
  });

  /** The open scenario worked out, apart from the sheet; reading it subscribes to every change of the scenario. */
  get projection(): Projection {
    return this.#shown.projection;
  }

  // Needed growth.

  /** The base year unless a person chose otherwise. */
  get neededFrom(): NeededFrom {
    return this.#neededFrom ?? this.#projection.baseYear;
  }

  /** From where on the growth of each row is counted. */
  get startOf(): StartOf {
    const { projection } = this.#shown;
    return this.neededFrom === 'lastActual'
      ? startFromLastActual(projection.workbook.dataset, knownUntil(projection.patch))
      : startInYear(projection, this.neededFrom);
  }

  countNeededFrom(start: NeededFrom): void {
    this.#neededFrom = start;
  }

  /** One for each target in force, rows in sheet order; with actuals only the rows that have one. */
  readonly needed: readonly NeededGrowth[] = $derived.by(() => neededGrowths(this.#shown.projection, this.startOf));

  // Goal seek.

  /** The assumptions that a result rests on: what may drive it. */
  assumptions(result: CellKey): readonly Assumption[] {
    return assumptionsOf(this.#shown.projection, result);
  }

  /** What may be given a range: every growth that holds a number, in sheet order… */
  readonly growths: readonly Assumption[] = $derived.by(() => growthsOf(this.#shown.projection));
  /** … and every figure that does. */
  readonly figures: readonly Assumption[] = $derived.by(() => figuresOf(this.#shown.projection));

  /** Solves without changing anything; {@link applyGoal} writes the answer. */
  seekGoal({ cell, value, drivers }: GoalQuestion): GoalAnswer {
    const found = drivers.flatMap((driver) => assumptionAt(this.#shown.projection, driver) ?? []).map(driverOfGoal);
    const [only] = found;
    if (!only) return { kind: 'noDriver' };
    const goal = { cell, value };
    return found.length === 1 ? seekByDriver(this.#try, goal, only) : seekByMultiplier(this.#try, goal, found);
  }

  /** Writes the numbers of an answer into their cells, as one step of undo. `false` for an answer without numbers. */
  applyGoal(answer: GoalAnswer): boolean {
    if (answer.kind !== 'solved' && answer.kind !== 'closest') return false;
    const inputs = Array.from(answer.inputs, ([cell, value]): [CellKey, CellInput] => [
      cell,
      { kind: 'number', value },
    ]);
    this.#workspace.write(new Map(inputs), 'goalSeek');
    return true;
  }

  // Sensitivity.

  tornado(result: CellKey, by: TornadoBy): Tornado {
    const { ranges } = this.uncertainty;
    const moves = this.assumptions(result).flatMap((assumption) => {
      if (by === 'point') return [pointMove(assumption)];
      const range = ranges.get(assumption.cell);
      return range ? [moveOver(assumption.cell, assumption.present, range)] : [];
    });
    return tornado(this.#try, result, moves);
  }

  /** The axis that a table begins with: the present number, and three points on either side as far as it may go. */
  axis(cell: CellKey): Axis | undefined {
    const assumption = assumptionAt(this.#shown.projection, cell);
    if (!assumption) return undefined;
    const { present, point, bounds } = assumption;
    const steps = evenGrid(-axisSteps, axisSteps, 2 * axisSteps + 1);
    const values = steps.map((step) => (step === 0 ? present : withoutNoise(present + step * point)));
    return { cell, values: values.filter((value) => value >= bounds.low && value <= bounds.high) };
  }

  /** The result for every pair of numbers, a row for each of the first axis; `undefined` where it is no number. */
  table(result: CellKey, first: Axis, second: Axis): readonly (readonly (number | undefined)[])[] {
    return tabulate(this.#try, result, first, second);
  }

  readonly #try: TrySets = (cells, sets, results) => this.#shown.projection.sample(cells, sets, results);
}
