/** Our path against a peer's: how far apart, when we draw level, and what it takes to do so by a year. */
import { cagr } from '../growth/cagr.ts';
import { addYears, type Year } from '../model/cell.ts';
import type { Better } from '../model/dataset.ts';
import { sameToRounding } from '../model/rounding.ts';

/** How a row goes on: by a `rate`, a fraction of what there is, or by a `step` in its unit. What is in per cent goes by points. */
export type Pace = 'rate' | 'step';

/** The values known of a row by year, in the stored unit, and the constant growth a year by which it goes on after the last. */
export interface Course {
  readonly known: ReadonlyMap<Year, number>;
  readonly pace: Pace;
  /** Absent where nobody has said. */
  readonly growth?: number;
}

/**
 * A course in a year: known, or between two known years at a constant growth (in equal steps where a rate has no meaning), or
 * after the last at its growth. `undefined` before the first, and after the last without a growth.
 */
export function valueIn({ known, pace, growth }: Course, year: Year): number | undefined {
  const exact = known.get(year);
  if (exact !== undefined) return exact;
  const years = yearsOf(known);
  const before = years.findLast((one) => one < year);
  const after = years.find((one) => one > year);
  const from = before === undefined ? undefined : known.get(before);
  if (before === undefined || from === undefined) return undefined;
  const to = after === undefined ? undefined : known.get(after);
  if (after === undefined || to === undefined) {
    return growth === undefined ? undefined : grown(from, growth, year - before, pace);
  }
  const between = growthBetween(from, to, after - before, pace);
  return between === undefined
    ? grown(from, (to - from) / (after - before), year - before, 'step')
    : grown(from, between, year - before, pace);
}

/** Constant growth a year from one value to another; `undefined` for a rate where one of the two is not positive. */
export function growthBetween(first: number, last: number, years: number, pace: Pace): number | undefined {
  if (!(years > 0)) return undefined;
  if (pace === 'step') return (last - first) / years;
  return first === last ? 0 : cagr(first, last, years);
}

function grown(from: number, growth: number, years: number, pace: Pace): number {
  return pace === 'step' ? from + growth * years : from * (1 + growth) ** years;
}

export interface KnownGrowth {
  /** Constant growth a year. */
  readonly value: number;
  readonly first: Year;
  readonly last: Year;
}

/** Between the first known year and the last. `undefined` of less than two, or where a rate has no meaning. */
export function wholeGrowth(known: ReadonlyMap<Year, number>, pace: Pace): KnownGrowth | undefined {
  const years = yearsOf(known);
  return knownGrowth(known, years[0], years.at(-1), pace);
}

/** Between the last two known years. */
export function latestGrowth(known: ReadonlyMap<Year, number>, pace: Pace): KnownGrowth | undefined {
  const years = yearsOf(known);
  return knownGrowth(known, years.at(-2), years.at(-1), pace);
}

function knownGrowth(
  known: ReadonlyMap<Year, number>,
  first: Year | undefined,
  last: Year | undefined,
  pace: Pace,
): KnownGrowth | undefined {
  if (first === undefined || last === undefined) return undefined;
  const value = growthBetween(known.get(first) ?? NaN, known.get(last) ?? NaN, last - first, pace);
  return value === undefined ? undefined : { value, first, last };
}

function yearsOf(known: ReadonlyMap<Year, number>): readonly Year[] {
  return [...known.keys()].sort((a, b) => a - b);
}

export interface Race {
  readonly ours: Course;
  readonly peer: Course;
  readonly better: Better;
  /** The year from which it is looked. */
  readonly from: Year;
}

export interface Gap {
  /** Theirs less ours. */
  readonly absolute: number;
  /** Ours as a share of theirs; absent of nothing. */
  readonly share?: number;
}

/** How far apart the two are in a year. `undefined` where one of them is not known. */
export function gapIn({ ours, peer }: Pick<Race, 'ours' | 'peer'>, year: Year): Gap | undefined {
  const [own, theirs] = [valueIn(ours, year), valueIn(peer, year)];
  if (own === undefined || theirs === undefined) return undefined;
  return { absolute: theirs - own, ...(theirs !== 0 && { share: own / theirs }) };
}

interface Regained {
  /** After we fell behind: the year from which on we are level or ahead as far as it was looked. */
  readonly regained?: Year;
}

export type CatchUp =
  /** Level or ahead from the start. `overtaken`: the first year in which we are behind after all. */
  | ({ readonly kind: 'ahead'; readonly overtaken?: Year } & Regained)
  /** `year`: the first in which we are level or ahead. `lost`: the first after it in which we are behind again. */
  | ({ readonly kind: 'year'; readonly year: Year; readonly lost?: Year } & Regained)
  /** Not before the last year that was looked at. */
  | { readonly kind: 'notBefore'; readonly year: Year }
  /** A value is missing on the way: no growth is known. */
  | { readonly kind: 'unknown' };

/**
 * The first year in which we are level with the peer or better, and whether it stays so. Of two courses at constant rates that is
 * the first whole year after `ln(peer ÷ ours) ÷ ln((1 + g) ÷ (1 + h))`; here it is looked for year by year, since ours is a plan and
 * no constant rate.
 */
export function catchUpYear(race: Race, until: Year): CatchUp {
  const starts = isBehindIn(race, race.from);
  if (starts === undefined) return { kind: 'unknown' };
  const { turns, endsBehind, isWhole } = turnsOf(race, starts, until);
  const [caught, fell] = starts ? turns : [race.from, ...turns];
  if (caught === undefined) return isWhole ? { kind: 'notBefore', year: until } : { kind: 'unknown' };
  const regained = fell === undefined || endsBehind ? undefined : turns.at(-1);
  const again = regained === undefined ? {} : { regained };
  if (!starts) return { kind: 'ahead', ...(fell !== undefined && { overtaken: fell }), ...again };
  return { kind: 'year', year: caught, ...(fell !== undefined && { lost: fell }), ...again };
}

interface Turns {
  /** The years in which who is behind changes, as far as both are known. */
  readonly turns: readonly Year[];
  readonly endsBehind: boolean;
  /** Both are known to the end. */
  readonly isWhole: boolean;
}

function turnsOf(race: Race, starts: boolean, until: Year): Turns {
  const turns: Year[] = [];
  let endsBehind = starts;
  for (let year = addYears(race.from, 1); year <= until; year = addYears(year, 1)) {
    const behind = isBehindIn(race, year);
    if (behind === undefined) return { turns, endsBehind, isWhole: false };
    if (behind !== endsBehind) turns.push(year);
    endsBehind = behind;
  }
  return { turns, endsBehind, isWhole: true };
}

function isBehindIn({ ours, peer, better }: Race, year: Year): boolean | undefined {
  const [own, theirs] = [valueIn(ours, year), valueIn(peer, year)];
  return own === undefined || theirs === undefined ? undefined : isBehind(own, theirs, better);
}

/**
 * The constant growth a year from `from` on with which we are level with the peer in a year: `(peer ÷ ours)^(1 ÷ years) − 1`, or
 * in points `(peer − ours) ÷ years`. `undefined` where one of the two is not known or a rate has no meaning.
 */
export function growthToCatchUp({ ours, peer, from }: Race, by: Year): number | undefined {
  const [own, theirs] = [valueIn(ours, from), valueIn(peer, by)];
  return own === undefined || theirs === undefined ? undefined : growthBetween(own, theirs, by - from, ours.pace);
}

/** `place` is 1 for the best of `of`. */
export interface Place {
  readonly place: number;
  readonly of: number;
}

/** Our place among the peers; equals share the better place. Peers whose value is not known are left out. */
export function rankAmong(ours: number, peers: Iterable<number | undefined>, better: Better): Place {
  const known = [...peers].filter((value) => value !== undefined);
  return { place: 1 + known.filter((value) => isBehind(ours, value, better)).length, of: known.length + 1 };
}

/** Where neither direction is better, more is taken for ahead: a rank has to be by something. Level to rounding is level. */
export function isBehind(ours: number, theirs: number, better: Better): boolean {
  if (sameToRounding(ours, theirs)) return false;
  return better === 'down' ? ours > theirs : ours < theirs;
}
