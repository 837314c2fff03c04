/** The open scenario beside what other regions published: gap, place, when we draw level and what that takes. */
import {
  catchUpYear,
  gapIn,
  growthBetween,
  growthToCatchUp,
  isBehind,
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
import { isKnownBy } from '../model/publication.ts';
import { knownUntil } from '../scenario/settings.ts';
import { figuresByRegion, leftOutAfter, targetsKnown, type LeftOut, type RegionFigures } from './peer-figures.ts';
import { courseOf, paceOf, publishedCourse, valuesIn } from './peer-course.ts';
import type { Projection } from './projection.ts';

/** What it takes to draw level by the last year, a year from the base year on. */
export interface NeededPace {
  /** By the table's pace; absent where a rate has no meaning, as from nothing. */
  readonly growth?: number;
  /** In the stored unit. */
  readonly step: number;
}

export interface Peer extends RegionFigures {
  /** The number is a total of the whole country, which is no competitor: we have a share of it and draw level never. */
  readonly isTotal: boolean;
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
  /** Regions that published nothing until after the date up to which the scenario knows figures. */
  readonly laterRegions: readonly string[];
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

/** One table for each row that other regions published something of by the date of the scenario, rows in sheet order. */
export function peerTables(projection: Projection): readonly PeerTable[] {
  const { rows, observations } = projection.workbook.dataset;
  const until = knownUntil(projection.patch);
  return rows.flatMap((row) => {
    const figures = figuresByRegion(observations, row.indicator.id, until);
    return figures.some(({ published }) => published.length > 0) ? [peerTable(projection, row, figures)] : [];
  });
}

/** What the date of the scenario leaves out; `undefined` where that is nothing. */
export function leftOutOfPeers(projection: Projection): LeftOut | undefined {
  return leftOutAfter(knownUntil(projection.patch), projection.workbook.dataset);
}

/** The last year that {@link Peer.catchUp} looks at. */
export function catchUpHorizon({ baseYear }: Pick<Projection, 'baseYear'>): Year {
  return addYears(baseYear, horizon);
}

/** The growths that the scenario assumes of other regions. */
export function peerGrowthsOf(projection: Projection, indicator: IndicatorId): PeerGrowths {
  return readPeerGrowths(projection.input(cellKey(indicator, { kind: 'peers' })));
}

function peerTable(projection: Projection, row: WorkbookRow, figures: readonly RegionFigures[]): PeerTable {
  const { peerTargets = [], statedRatios } = projection.workbook.dataset;
  const { indicator } = row;
  const until = knownUntil(projection.patch);
  const targets = targetsKnown(peerTargets, indicator.id, until);
  const heard = figures.filter(({ published }) => published.length > 0);
  const laterRegions = figures.filter((one) => !heard.includes(one)).map(({ region }) => region);
  const pace = paceOf(indicator.unit);
  const known = ourValues(projection, indicator.id);
  const ourGrowth = wholeGrowth(known, pace);
  const ours = courseOf(known, pace, ourGrowth?.value);
  const set = peerGrowthsOf(projection, indicator.id);
  const peers = heard.map((one) => ({
    ...measurePeer(projection, indicator, ours, one, set.get(one.region)),
    targets: targets.filter(({ region }) => region === one.region),
  }));
  const [firstPlace, lastPlace] = [projection.baseYear, lastYearOf(projection)].map((year) =>
    placeIn(year, known, [...peers, ...laterRegions.map(unheard)], indicator),
  );
  return {
    row,
    pace,
    ours: known,
    ...(ourGrowth && { ourGrowth }),
    peers,
    laterRegions,
    ...(firstPlace && { firstPlace }),
    ...(lastPlace && { lastPlace }),
    otherTargets: targets.filter(({ region }) => !heard.some((one) => one.region === region)),
    ratios: statedRatios
      .filter((ratio) => ratio.indicator === indicator.id && isKnownBy(ratio.figure.citation.published, until))
      .map((ratio) => checkedRatio(ratio, known, heard.find(({ region }) => region === ratio.region)?.published)),
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

function measurePeer(
  projection: Projection,
  { kind, better }: Indicator,
  ours: Course,
  figures: RegionFigures,
  setGrowth: number | undefined,
): Omit<Peer, 'targets'> {
  const { region, published } = figures;
  const { course: peer, publishedGrowth } = publishedCourse(published, ours.pace, setGrowth);
  const from = projection.years.find((year) => gapIn({ ours, peer }, year));
  const gap = from && gapIn({ ours, peer }, from);
  const isTotal = region === country && (kind === 'stock' || kind === 'flow');
  const race: Race = { ours, peer, better, from: from ?? projection.baseYear };
  const needed = isTotal ? undefined : neededPace({ ...race, from: projection.baseYear }, lastYearOf(projection));
  return {
    ...figures,
    isTotal,
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

function unheard(region: string): Pick<Peer, 'region' | 'values'> {
  return { region, values: new Map() };
}

function placeIn(
  year: Year,
  ours: ReadonlyMap<Year, number>,
  regions: readonly Pick<Peer, 'region' | 'values'>[],
  { better }: Indicator,
): KnownPlace | undefined {
  const own = ours.get(year);
  const others = regions.filter(({ region }) => region !== country).map(({ values }) => values.get(year));
  if (own === undefined) return undefined;
  const place = rankAmong(own, others, better);
  return place.of > 1 ? { ...place, unknown: others.filter((value) => value === undefined).length } : undefined;
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
