/** The open scenario against what really happened since, and starting again from there. */
import type { BackTest, OutcomeError } from '../core/analysis/back-test.ts';
import type { IndicatorId, Year } from '../core/model/cell.ts';
import type { Observation } from '../core/model/dataset.ts';
import {
  actualsApart,
  actualsOf,
  backTestScenario,
  rebaseOn,
  targetsInHindsight,
  type ActualApart,
  type ActualTarget,
} from '../core/projection/actuals.ts';
import { neededGrowths, startFromLastActual, type NeededGrowth } from '../core/projection/needed-growth.ts';
import type { Projection } from '../core/projection/projection.ts';
import { changesTo } from '../core/scenario/changes.ts';
import { knownUntil } from '../core/scenario/settings.ts';
import { writeCopy } from './scenario-steps.ts';
import type { Workspace } from './workspace.svelte.ts';

export type { ActualApart, ActualTarget, BackTest, NeededGrowth, OutcomeError };

export class Hindsight {
  readonly #workspace: Workspace;
  readonly #projection: () => Projection;

  /** `projection`: the open scenario worked out; reading it subscribes to its changes. */
  constructor(workspace: Workspace, projection: () => Projection) {
    this.#workspace = workspace;
    this.#projection = projection;
  }

  /** The date after which the scenario knows nothing; what is told here looks beyond it. */
  readonly knownUntil: string | undefined = $derived.by(() => knownUntil(this.#projection().patch));

  /** The projected years of which any comparable actual is known, in order: those to start again from. */
  get years(): readonly Year[] {
    const known = new Set([...actualsOf(this.#workspace.dataset).values()].flatMap((years) => [...years.keys()]));
    return this.#workspace.dataset.years.filter((year) => known.has(year));
  }

  /** The errors of every row and year with an actual, and their means. */
  readonly backTest: BackTest = $derived.by(() => backTestScenario(this.#projection()));

  /** Each target in force: as the scenario has it, and as it really came. */
  readonly targets: readonly ActualTarget[] = $derived.by(() => targetsInHindsight(this.#projection()));

  /** What is left to do: the growth from the last actual of a row to each target that is still to come. */
  readonly remaining: readonly NeededGrowth[] = $derived.by(() => {
    const answers = neededGrowths(this.#projection(), startFromLastActual(this.#workspace.dataset));
    return answers.filter(({ start, target }) => target.year > start.year);
  });

  /** Actuals that are told and never scored. */
  get apart(): readonly ActualApart[] {
    return actualsApart(this.#workspace.dataset);
  }

  /** The published figure of a scored actual, with its words. */
  actual(indicator: IndicatorId, year: Year): Observation | undefined {
    const apart = new Set(this.apart.map(({ observation }) => observation));
    return this.#workspace.dataset.observations.find(
      (one) => one.kind === 'actual' && one.indicator === indicator && one.year === year && !apart.has(one),
    );
  }

  /** Puts the actuals up to a year into the open scenario, held, and lets it go on from there, as one step of undo. */
  rebase(until: Year): void {
    this.#workspace.write(rebaseOn(this.#projection(), until), 'rebase');
  }

  /** The same in a copy, which is opened; the open scenario stays as it was planned. Whether it was done. */
  rebaseCopy(until: Year, name: string): boolean {
    const projection = this.#projection();
    const changes = changesTo(projection.underlying, projection.patch, rebaseOn(projection, until));
    return writeCopy(this.#workspace, name, changes);
  }
}
