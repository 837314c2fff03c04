/** Our path against a peer's: how far apart, when we draw level, and what it takes to do so by a year. */
import { cagr } from '../growth/cagr.ts';
import { addYears, type Year } from '../model/cell.ts';
import type { Better } from '../model/dataset.ts';

/** The values known of a row by year, in the stored unit, and the constant rate a year at which it goes on after the last. */
export interface Course {
  readonly known: ReadonlyMap<Year, number>;
  /** A fraction; absent where nobody has said. */
  readonly growth?: number;
}

/**
 * A course in a year: known, or between two known years at a constant rate (in equal steps where one of the two is not
 * positive), or after the last at its growth. `undefined` before the first, and after the last without a growth.
 */
export function valueIn({ known, growth }: Course, year: Year): number | undefined {
  const exact = known.get(year);
  if (exact !== undefined) return exact;
  const years = [...known.keys()].sort((a, b) => a - b);
  const before = years.findLast((one) => one < year);
  const after = years.find((one) => one > year);
  const from = before === undefined ? undefined : known.get(before);
  if (before === undefined || from === undefined) return undefined;
  const to = after === undefined ? undefined : known.get(after);
  if (after === undefined || to === undefined) {
    return growth === undefined ? undefined : from * (1 + growth) ** (year - before);
  }
  const share = (year - before) / (after - before);
  return from > 0 && to > 0 ? from * (to / from) ** share : from + (to - from) * share;
}

/** Average growth a year from the first known value to the last; `undefined` of less than two, or where a rate has no meaning. */
export function knownGrowth(known: ReadonlyMap<Year, number>): number | undefined {
  const years = [...known.keys()].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return cagr(known.get(first) ?? NaN, known.get(last) ?? NaN, last - first);
}

export interface Race {
  readonly ours: Course;
  readonly peer: Course;
  readonly better: Better;
  /** The year from which it is looked. */
  readonly from: Year;
}

/** Theirs less ours, and ours as a share of theirs (absent of nothing). `undefined` where one of the two is not known. */
export function gapIn(
  { ours, peer }: Pick<Race, 'ours' | 'peer'>,
  year: Year,
): { readonly absolute: number; readonly share?: number } | undefined {
  const [own, theirs] = [valueIn(ours, year), valueIn(peer, year)];
  if (own === undefined || theirs === undefined) return undefined;
  return { absolute: theirs - own, ...(theirs !== 0 && { share: own / theirs }) };
}

export type CatchUp =
  /** Level or ahead from the start. */
  | { readonly kind: 'ahead' }
  | { readonly kind: 'year'; readonly year: Year }
  /** Not before the last year that was looked at. */
  | { readonly kind: 'notBefore'; readonly year: Year }
  /** A value is missing on the way: no growth is known. */
  | { readonly kind: 'unknown' };

/**
 * The first year in which we are level with the peer or better. Of two courses at constant rates that is the first whole year
 * after `ln(peer ÷ ours) ÷ ln((1 + g) ÷ (1 + h))`; here it is looked for year by year, since ours is a plan and no constant rate.
 */
export function catchUpYear(race: Race, until: Year): CatchUp {
  for (let year = race.from; year <= until; year = addYears(year, 1)) {
    const [own, theirs] = [valueIn(race.ours, year), valueIn(race.peer, year)];
    if (own === undefined || theirs === undefined) return { kind: 'unknown' };
    if (!isBehind(own, theirs, race.better)) return year === race.from ? { kind: 'ahead' } : { kind: 'year', year };
  }
  return { kind: 'notBefore', year: until };
}

/**
 * The constant growth a year from `from` on with which we are level with the peer in a year: `(peer ÷ ours)^(1 ÷ years) − 1`.
 * `undefined` where one of the two is not known or a rate has no meaning.
 */
export function growthToCatchUp({ ours, peer, from }: Race, by: Year): number | undefined {
  const [own, theirs] = [valueIn(ours, from), valueIn(peer, by)];
  return own === undefined || theirs === undefined ? undefined : cagr(own, theirs, by - from);
}

/** Our place among the peers, 1 the best; equals share the better place. Peers whose value is not known are left out. */
export function rankAmong(
  ours: number,
  peers: Iterable<number | undefined>,
  better: Better,
): { readonly place: number; readonly of: number } {
  const known = [...peers].filter((value) => value !== undefined);
  return { place: 1 + known.filter((value) => isBehind(ours, value, better)).length, of: known.length + 1 };
}

/** Where neither direction is better, more is taken for ahead: a rank has to be by something. */
function isBehind(ours: number, theirs: number, better: Better): boolean {
  return better === 'down' ? ours > theirs : ours < theirs;
}
