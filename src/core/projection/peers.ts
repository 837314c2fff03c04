/** The open scenario beside what other regions published: gap, place, when we draw level and what that takes. */
import {
  catchUpYear,
  gapIn,
  growthBetween,
  growthToCatchUp,
  isBehind,
  latestGrowth,
  rankAmong,
  valueIn,
  wholeGrowth,
  type CatchUp,
  type Course,
  type Gap,
  type KnownGrowth,
  type Pace,
  type Place,
  type Race,
} from '../analysis/catch-up.ts';
import { addYears, cellKey, valueKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { Indicator, Observation, PeerTarget, StatedRatio, WorkbookRow } from '../model/dataset.ts';
import { readPeerGrowths, type PeerGrowths } from '../model/peer-growth.ts';
import type { Projection } from './projection.ts';

/** What it takes to draw level by the last year, a year from the base year on. */
export interface NeededPace {
  /** By the table's pace; absent where a rate has no meaning, as from nothing. */
  readonly growth?: number;
  /** In the stored unit. */
  readonly step: number;
}

export interface Peer {
  readonly region: string;
  /** The number is a total of the whole country, which is no competitor: we have a share of it and draw level never. */
  readonly isTotal: boolean;
  /** What was published of single years and can be compared, years in order. */
  readonly published: readonly Observation[];
  /** Between the last two published years; absent where there are not two. */
  readonly publishedGrowth?: KnownGrowth;
  /** What the scenario assumes in its place. */
  readonly setGrowth?: number;
  /** In the years of the sheet in which it is known. */
  readonly values: ReadonlyMap<Year, number>;
  /** In the first year of the sheet in which both are known. */
  readonly gap?: Gap & { readonly year: Year };
  /** Absent for a total. */
  readonly catchUp?: CatchUp;
  /** Absent for a total, where it is not known, and where we already have as much as they will. */
  readonly needed?: NeededPace;
  /** What the region has set out to reach. */
  readonly targets: readonly PeerTarget[];
}

/** A ratio as the report states it. `published`: what our value comes to as a share of what the region published of that year. */
export interface CheckedRatio extends StatedRatio {
  readonly published?: number;
}

/** Our place among the regions whose value is known. `unknown`: how many are left out. */
export interface KnownPlace extends Place {
  readonly unknown: number;
}

export interface PeerTable {
  readonly row: WorkbookRow;
  readonly pace: Pace;
  readonly ours: ReadonlyMap<Year, number>;
  /** Our average over the plan, by which our row goes on after it. */
  readonly ourGrowth?: KnownGrowth;
  readonly peers: readonly Peer[];
  /** In the base year and in the last; absent where no other value is known. The country takes no place. */
  readonly firstPlace?: KnownPlace;
  readonly lastPlace?: KnownPlace;
  /** Of regions that published no value. */
  readonly otherTargets: readonly PeerTarget[];
  readonly ratios: readonly CheckedRatio[];
}

/** Years after the base year in which it is looked whether we draw level. */
const horizon = 15;

/** The name of what is no region but the whole of them. */
const country = '全国';

/** One table for each row that other regions published something of, rows in sheet order. */
export function peerTables(projection: Projection): readonly PeerTable[] {
  return projection.workbook.dataset.rows.flatMap((row) => {
    const published = publishedByRegion(projection.workbook.dataset.observations, row.indicator.id);
    return published.size === 0 ? [] : [peerTable(projection, row, published)];
  });
}

/** The last year that {@link Peer.catchUp} looks at. */
export function catchUpHorizon({ baseYear }: Pick<Projection, 'baseYear'>): Year {
  return addYears(baseYear, horizon);
}

/** The growths that the scenario assumes of other regions. */
export function peerGrowthsOf(projection: Projection, indicator: IndicatorId): PeerGrowths {
  return readPeerGrowths(projection.input(cellKey(indicator, { kind: 'peers' })));
}

function publishedByRegion(
  observations: readonly Observation[],
  indicator: IndicatorId,
): ReadonlyMap<string, readonly Observation[]> {
  const regions = new Map<string, Observation[]>();
  for (const one of observations) {
    if (one.kind !== 'peer' || one.indicator !== indicator || !one.comparable || one.since !== undefined) continue;
    regions.set(one.region, [...(regions.get(one.region) ?? []), one]);
  }
  for (const published of regions.values()) published.sort((a, b) => a.year - b.year);
  return regions;
}

function peerTable(
  projection: Projection,
  row: WorkbookRow,
  published: ReadonlyMap<string, readonly Observation[]>,
): PeerTable {
  const { peerTargets = [], statedRatios } = projection.workbook.dataset;
  const { indicator } = row;
  const targets = peerTargets.filter((target) => target.indicator === indicator.id);
  const pace: Pace = indicator.unit.percent ? 'step' : 'rate';
  const known = ourValues(projection, indicator.id);
  const ourGrowth = wholeGrowth(known, pace);
  const ours = courseOf(known, pace, ourGrowth?.value);
  const set = peerGrowthsOf(projection, indicator.id);
  const peers = [...published].map(([region, observations]) => ({
    ...measurePeer(projection, indicator, ours, { region, published: observations, setGrowth: set.get(region) }),
    targets: targets.filter((target) => target.region === region),
  }));
  const [firstPlace, lastPlace] = [projection.baseYear, lastYearOf(projection)].map((year) =>
    placeIn(year, known, peers, indicator),
  );
  return {
    row,
    pace,
    ours: known,
    ...(ourGrowth && { ourGrowth }),
    peers,
    ...(firstPlace && { firstPlace }),
    ...(lastPlace && { lastPlace }),
    otherTargets: targets.filter(({ region }) => !published.has(region)),
    ratios: statedRatios
      .filter((ratio) => ratio.indicator === indicator.id)
      .map((ratio) => checkedRatio(ratio, known, published.get(ratio.region))),
  };
}

function checkedRatio(
  ratio: StatedRatio,
  ours: ReadonlyMap<Year, number>,
  published: readonly Observation[] = [],
): CheckedRatio {
  const [own, theirs] = [ours.get(ratio.year), published.find(({ year }) => year === ratio.year)?.figure.value];
  return own === undefined || !theirs ? ratio : { ...ratio, published: own / theirs };
}

interface PublishedPeer {
  readonly region: string;
  readonly published: readonly Observation[];
  readonly setGrowth: number | undefined;
}

function measurePeer(
  projection: Projection,
  { kind, better }: Indicator,
  ours: Course,
  { region, published, setGrowth }: PublishedPeer,
): Omit<Peer, 'targets'> {
  const known = new Map(published.map(({ year, figure }) => [year, figure.value]));
  const publishedGrowth = latestGrowth(known, ours.pace);
  const peer = courseOf(known, ours.pace, setGrowth ?? publishedGrowth?.value);
  const from = projection.years.find((year) => gapIn({ ours, peer }, year));
  const gap = from && gapIn({ ours, peer }, from);
  const isTotal = region === country && (kind === 'stock' || kind === 'flow');
  const race: Race = { ours, peer, better, from: from ?? projection.baseYear };
  const needed = isTotal ? undefined : neededPace({ ...race, from: projection.baseYear }, lastYearOf(projection));
  return {
    region,
    isTotal,
    published,
    ...(publishedGrowth && { publishedGrowth }),
    ...(setGrowth !== undefined && { setGrowth }),
    values: valuesIn(projection.years, peer),
    ...(gap && { gap: { ...gap, year: race.from } }),
    ...(!isTotal && { catchUp: catchUpYear(race, catchUpHorizon(projection)) }),
    ...(needed && { needed }),
  };
}

function neededPace(race: Race, by: Year): NeededPace | undefined {
  const [own, theirs] = [valueIn(race.ours, race.from), valueIn(race.peer, by)];
  if (own === undefined || theirs === undefined || !isBehind(own, theirs, race.better)) return undefined;
  const step = growthBetween(own, theirs, by - race.from, 'step');
  const growth = growthToCatchUp(race, by);
  return step === undefined ? undefined : { step, ...(growth !== undefined && { growth }) };
}

function placeIn(
  year: Year,
  ours: ReadonlyMap<Year, number>,
  peers: readonly Omit<Peer, 'targets'>[],
  { better }: Indicator,
): KnownPlace | undefined {
  const own = ours.get(year);
  const others = peers.filter(({ region }) => region !== country).map(({ values }) => values.get(year));
  if (own === undefined) return undefined;
  const place = rankAmong(own, others, better);
  return place.of > 1 ? { ...place, unknown: others.filter((value) => value === undefined).length } : undefined;
}

function courseOf(known: ReadonlyMap<Year, number>, pace: Pace, growth: number | undefined): Course {
  return { known, pace, ...(growth !== undefined && { growth }) };
}

function valuesIn(years: readonly Year[], course: Course): ReadonlyMap<Year, number> {
  return new Map(
    years.flatMap((year): [Year, number][] => {
      const value = valueIn(course, year);
      return value === undefined ? [] : [[year, value]];
    }),
  );
}

function ourValues(projection: Projection, indicator: IndicatorId): ReadonlyMap<Year, number> {
  return new Map(
    projection.years.flatMap((year): [Year, number][] => {
      const value = projection.value(valueKey(indicator, year));
      return value.kind === 'number' ? [[year, value.value]] : [];
    }),
  );
}

function lastYearOf({ years, baseYear }: Projection): Year {
  return years.at(-1) ?? baseYear;
}
