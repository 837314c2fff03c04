/**
 * The place within bounds where a function is zero, found without knowing anything of the function: it may turn, stand still,
 * jump, or have no value in places. Where there is none, the place that comes closest.
 */
import { findCrossing, type Point, type RealFunction } from './brent.ts';

export interface SearchBounds {
  readonly low: number;
  readonly high: number;
  /** Where the search begins; of several zeros the one nearest to it is meant. */
  readonly start: number;
  /** The largest size of a value that counts as none. */
  readonly zero: number;
}

export type Found =
  | ({ readonly kind: 'root' } & Point)
  /** No zero within the bounds; here the function is closest to it. */
  | ({ readonly kind: 'closest' } & Point)
  /** The function has no value anywhere within the bounds. */
  | { readonly kind: 'noValue' };

/** Doublings from the first step, a thousandth of the bounds, to beyond their width. */
const expansions = 11;
/** Even steps over the bounds, for a function that turns back between the doubled ones. */
const evenSteps = 192;
/** Halvings that bring the edge of where the function has a value to the last bits. */
const edgeSteps = 60;
/** Steps of golden section: each leaves 0.618 of the stretch. */
const goldenSteps = 80;
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Looks outward from the start in steps that double, then over an even grid, for two neighbours of opposite sign, and between
 * them for the zero. Without any, the least size is narrowed down by golden section, so that a touched zero is found as well.
 */
export function findRoot(f: RealFunction, bounds: SearchBounds): Found {
  const { start, zero } = bounds;
  const near = pointsAt(outward(bounds), f);
  const nearby = nearestRoot(f, near, bounds);
  if (nearby) return nearby;
  const all = withEdges(f, merge(near, pointsAt(even(bounds), f)));
  const root = nearestRoot(f, all, bounds);
  if (root) return root;
  const closest = closestPoint(f, all, start);
  if (!closest) return { kind: 'noValue' };
  return { kind: Math.abs(closest.value) <= zero ? 'root' : 'closest', ...closest };
}

/** Points in order of their place; NaN where the function has no value. */
type Points = readonly Point[];

function pointsAt(places: readonly number[], f: RealFunction): Points {
  return [...new Set(places)].sort((a, b) => a - b).map((at) => ({ at, value: f(at) }));
}

function merge(some: Points, others: Points): Points {
  const known = new Set(some.map(({ at }) => at));
  return [...some, ...others.filter(({ at }) => !known.has(at))].sort((a, b) => a.at - b.at);
}

function outward({ low, high, start }: SearchBounds): readonly number[] {
  const first = (high - low) / 1024;
  const steps = Array.from({ length: expansions }, (_, index) => first * 2 ** index);
  const places = [start, ...steps.flatMap((step) => [start - step, start + step]), low, high];
  return places.filter((at) => at >= low && at <= high);
}

function even({ low, high }: SearchBounds): readonly number[] {
  return Array.from({ length: evenSteps + 1 }, (_, index) => low + ((high - low) * index) / evenSteps);
}

/** Adds the last points on this side of where the function has no value. */
function withEdges(f: RealFunction, points: Points): Points {
  const edges = points.slice(1).flatMap((point, index) => {
    const before = points[index] as Point;
    if (Number.isNaN(before.value) === Number.isNaN(point.value)) return [];
    return Number.isNaN(point.value) ? [edge(f, before, point.at)] : [edge(f, point, before.at)];
  });
  return merge(points, edges);
}

function edge(f: RealFunction, inside: Point, outside: number): Point {
  let [last, beyond] = [inside, outside];
  for (let step = 0; step < edgeSteps; step += 1) {
    const at = (last.at + beyond) / 2;
    const value = f(at);
    if (Number.isNaN(value)) beyond = at;
    else last = { at, value };
  }
  return last;
}

function nearestRoot(f: RealFunction, points: Points, { start, zero }: SearchBounds): Found | undefined {
  const distance = ({ at }: Point): number => Math.abs(at - start);
  const touched = points.filter(({ value }) => Math.abs(value) <= zero);
  const crossed = points.slice(1).flatMap((point, index) => {
    const before = points[index] as Point;
    return before.value * point.value < 0 ? [[before, point] as const] : [];
  });
  crossed.sort(([a, b], [c, d]) => Math.min(distance(a), distance(b)) - Math.min(distance(c), distance(d)));
  for (const [before, point] of crossed) {
    const crossing = findCrossing(f, before, point, zero);
    if (crossing.kind === 'root') touched.push({ at: crossing.at, value: crossing.value });
    if (touched.length > 0) break;
  }
  const [nearest] = touched.sort((a, b) => distance(a) - distance(b));
  return nearest && { kind: 'root', ...nearest };
}

/** The least size, narrowed down between the neighbours of the best point; of equals the one nearest to the start. */
function closestPoint(f: RealFunction, points: Points, start: number): Point | undefined {
  const size = ({ value }: Point): number => Math.abs(value);
  const better = (a: Point, b: Point): Point =>
    size(b) < size(a) || (size(b) === size(a) && Math.abs(b.at - start) < Math.abs(a.at - start)) ? b : a;
  const known = points.filter(({ value }) => !Number.isNaN(value));
  if (known.length === 0) return undefined;
  const best = known.reduce(better);
  const index = known.indexOf(best);
  let low = (known[index - 1] ?? best).at;
  let high = (known[index + 1] ?? best).at;
  let least = best;
  for (let step = 0; step < goldenSteps && high > low; step += 1) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)].map((at) => ({
      at,
      value: f(at),
    }));
    if (!left || !right || Number.isNaN(left.value) || Number.isNaN(right.value)) break;
    least = [left, right].reduce(better, least);
    if (size(left) <= size(right)) high = right.at;
    else low = left.at;
  }
  return least;
}
