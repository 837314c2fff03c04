/** Which targets count: the layers that are switched on, laid over each other. */
import type { Dataset } from './dataset.ts';
import type { GoalInForce } from './goal.ts';
import type { IndicatorId, Year } from './cell.ts';
import { isKnownBy } from './publication.ts';

/** The one target that counts for an indicator and year. */
export type TargetsInForce = ReadonlyMap<IndicatorId, ReadonlyMap<Year, GoalInForce>>;

/** Ids of the layers in force unless the user says otherwise. */
export function defaultLayers(dataset: Dataset): ReadonlySet<string> {
  return new Set(dataset.layers.filter(({ byDefault }) => byDefault).map(({ id }) => id));
}

/** Of the layers that are on those issued by a date, such as `2021-12-31`. One without a date of issue is left out. */
export function layersKnown(
  dataset: Dataset,
  until: string,
  layersOn: ReadonlySet<string> = defaultLayers(dataset),
): ReadonlySet<string> {
  const known = dataset.layers.filter(({ id, issued }) => layersOn.has(id) && isKnownBy(issued, until));
  return new Set(known.map(({ id }) => id));
}

/** Lays the layers that are on over each other; where two name the same indicator and year, the later in the list wins. */
export function targetsInForce(dataset: Dataset, layersOn: ReadonlySet<string>): TargetsInForce {
  const inForce = new Map<IndicatorId, Map<Year, GoalInForce>>();
  for (const layer of dataset.layers) {
    if (!layersOn.has(layer.id)) continue;
    for (const target of layer.targets) {
      const ofIndicator = inForce.get(target.indicator) ?? new Map<Year, GoalInForce>();
      inForce.set(target.indicator, ofIndicator.set(target.year, target));
    }
  }
  return inForce;
}
