/** What was published of an indicator, as far as the open scenario knows it. */
import type { IndicatorId } from '../core/model/cell.ts';
import type { Observation } from '../core/model/dataset.ts';
import { isKnownBy } from '../core/model/publication.ts';
import { knownUntil } from '../core/scenario/settings.ts';
import type { Workspace } from './workspace.svelte.ts';

/** All of it, unless the scenario has a date up to which figures are known. */
export function knownObservations({ dataset, scenario }: Workspace, indicator: IndicatorId): readonly Observation[] {
  const until = knownUntil(scenario.patch);
  return dataset.observations.filter(
    (one) => one.indicator === indicator && isKnownBy(one.figure.citation.published, until),
  );
}
