/** Indicators that other regions published and that have no row here: what is known of them, and no path of ours, since none can be projected. */
import type { KnownGrowth, Pace } from '../analysis/catch-up.ts';
import type { Year } from '../model/cell.ts';
import type { Observation, PeerTarget, Target, UnbasedIndicator } from '../model/dataset.ts';
import { isKnownBy } from '../model/publication.ts';
import { knownUntil } from '../scenario/settings.ts';
import { paceOf, publishedCourse, valuesIn } from './peer-course.ts';
import { figuresByRegion, targetsKnown, type RegionFigures } from './peer-figures.ts';
import type { Projection } from './projection.ts';

export interface UnbasedPeer extends RegionFigures {
  readonly publishedGrowth?: KnownGrowth;
  /** In the years of the sheet in which it is known. */
  readonly values: ReadonlyMap<Year, number>;
  /** What the region has set out to reach. */
  readonly targets: readonly PeerTarget[];
}

export interface UnbasedTable {
  readonly indicator: UnbasedIndicator;
  readonly pace: Pace;
  /** What was published of us, years in order. */
  readonly ours: readonly Observation[];
  /** What we have set out to reach, whichever documents the scenario has switched on. */
  readonly ourTargets: readonly Target[];
  readonly peers: readonly UnbasedPeer[];
  readonly laterRegions: readonly string[];
  /** Of regions that published no value. */
  readonly otherTargets: readonly PeerTarget[];
}

/** One for each indicator without a row that other regions published something of by the date of the scenario. */
export function unbasedTables(projection: Projection): readonly UnbasedTable[] {
  const { unbased = [] } = projection.workbook.dataset;
  return unbased.map((indicator) => unbasedTable(projection, indicator)).filter(({ peers }) => peers.length > 0);
}

function unbasedTable(projection: Projection, indicator: UnbasedIndicator): UnbasedTable {
  const until = knownUntil(projection.patch);
  const pace = paceOf(indicator.unit);
  const figures = figuresByRegion(indicator.observations, indicator.id, until);
  const targets = targetsKnown(indicator.peerTargets, indicator.id, until);
  const heard = figures.filter(({ published }) => published.length > 0);
  const isKnown = (citation: { readonly published: string }): boolean => isKnownBy(citation.published, until);
  return {
    indicator,
    pace,
    ours: indicator.observations
      .filter(({ kind, comparable, figure }) => kind !== 'peer' && comparable && isKnown(figure.citation))
      .sort((a, b) => a.year - b.year),
    ourTargets: indicator.targets.filter(({ citation }) => isKnown(citation)),
    peers: heard.map((one) => {
      const { course, publishedGrowth } = publishedCourse(one.published, pace);
      return {
        ...one,
        ...(publishedGrowth && { publishedGrowth }),
        values: valuesIn(projection.years, course),
        targets: targets.filter(({ region }) => region === one.region),
      };
    }),
    laterRegions: figures.filter((one) => !heard.includes(one)).map(({ region }) => region),
    otherTargets: targets.filter(({ region }) => !heard.some((one) => one.region === region)),
  };
}
