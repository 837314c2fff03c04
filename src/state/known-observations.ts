/** What was published of an indicator, as far as a scenario knows it. */
import type { IndicatorId } from '../core/model/cell.ts';
import type { Dataset, Observation } from '../core/model/dataset.ts';
import { isKnownBy } from '../core/model/publication.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { knownUntil } from '../core/scenario/settings.ts';

/** A scenario and what there is to know; a workspace is one. */
interface Knower {
  readonly dataset: Dataset;
  readonly scenario: Pick<Scenario, 'patch'>;
}

/** The last day that the scenario knows of, such as `2021-12-31`; `undefined` where it knows all there is. */
export function lastKnownDay({ scenario }: Pick<Knower, 'scenario'>): string | undefined {
  return knownUntil(scenario.patch);
}

/** All of it, unless the scenario has a date up to which figures are known. */
export function knownObservations(knower: Knower, indicator: IndicatorId): readonly Observation[] {
  const until = lastKnownDay(knower);
  return knower.dataset.observations.filter(
    (one) => one.indicator === indicator && isKnownBy(one.figure.citation.published, until),
  );
}
