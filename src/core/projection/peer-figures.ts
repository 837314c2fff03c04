/** What other regions published, as far as a scenario knows it: figures published after its date are counted, never used. */
import type { IndicatorId } from '../model/cell.ts';
import type { Dataset, Observation, PeerTarget } from '../model/dataset.ts';
import { isKnownBy } from '../model/publication.ts';

export interface RegionFigures {
  readonly region: string;
  /** What was published of single years and can be compared, years in order. */
  readonly published: readonly Observation[];
  /** How many more were published after the date. */
  readonly later: number;
}

/** The regions of which anything was ever published, in the order of the data. `until`: a date; without one all is known. */
export function figuresByRegion(
  observations: readonly Observation[],
  indicator: IndicatorId,
  until: string | undefined,
): readonly RegionFigures[] {
  const usable = observations.filter((one) => one.indicator === indicator && isPeerFigure(one));
  return [...new Set(usable.map(({ region }) => region))].map((region) => {
    const all = usable.filter((one) => one.region === region);
    const published = all.filter((one) => isFigureKnown(one, until));
    return { region, published: published.sort((a, b) => a.year - b.year), later: all.length - published.length };
  });
}

/** What other regions have set out to reach, of one indicator, in documents issued by the date. */
export function targetsKnown(
  targets: readonly PeerTarget[],
  indicator: IndicatorId,
  until: string | undefined,
): readonly PeerTarget[] {
  return targets.filter((target) => target.indicator === indicator && isKnownBy(target.citation.published, until));
}

/** What a date leaves out of the comparison with other regions. */
export interface LeftOut {
  readonly until: string;
  readonly figures: number;
  readonly targets: number;
  /** Indicators of which nothing is left. */
  readonly indicators: readonly IndicatorId[];
}

/** `undefined` without a date, and where it leaves out nothing. */
export function leftOutAfter(until: string | undefined, dataset: Dataset): LeftOut | undefined {
  if (until === undefined) return undefined;
  const { rows, observations, peerTargets = [], unbased = [] } = dataset;
  const figures = [
    ...observations.filter(({ indicator }) => rows.some((row) => row.indicator.id === indicator)),
    ...unbased.flatMap((one) => one.observations),
  ].filter(isPeerFigure);
  const targets = [...peerTargets, ...unbased.flatMap((one) => one.peerTargets)];
  const laterFigures = figures.filter((one) => !isFigureKnown(one, until));
  const laterTargets = targets.filter(({ citation }) => !isKnownBy(citation.published, until));
  const left = new Set(figures.filter((one) => isFigureKnown(one, until)).map(({ indicator }) => indicator));
  const gone = new Set(laterFigures.map(({ indicator }) => indicator).filter((indicator) => !left.has(indicator)));
  if (laterFigures.length === 0 && laterTargets.length === 0) return undefined;
  return { until, figures: laterFigures.length, targets: laterTargets.length, indicators: [...gone] };
}

function isPeerFigure({ kind, comparable, since }: Observation): boolean {
  return kind === 'peer' && comparable && since === undefined;
}

function isFigureKnown({ figure }: Observation, until: string | undefined): boolean {
  return isKnownBy(figure.citation.published, until);
}
