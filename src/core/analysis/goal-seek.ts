/**
 * Goal seek: what an assumption must be for a cell to come to a value. Solved on the real calculation, so every formula, held
 * year and bound on the way counts.
 */
import type { CellKey } from '../model/cell.ts';
import type { Bounds } from './driver-bounds.ts';
import { findRoot } from './search.ts';
import type { TrySets } from './trial.ts';

/** A cell and the value it is to come to, in its stored unit. */
export interface Goal {
  readonly cell: CellKey;
  readonly value: number;
}

/** An assumption that may be changed: its present number and between what it may go, in its stored unit. */
export interface Driver extends Bounds {
  readonly cell: CellKey;
  readonly present: number;
}

/** What was tried: the number of the driver (or the multiplier), what each cell then holds, and what the goal's cell comes to. */
export interface Attempt {
  readonly at: number;
  readonly inputs: ReadonlyMap<CellKey, number>;
  readonly reached: number;
}

export type GoalSeekAnswer =
  /** The goal is reached, to 1e-12 of its size. */
  | ({ readonly kind: 'solved' } & Attempt)
  /** No number within the bounds reaches it; this comes closest. */
  | ({ readonly kind: 'closest' } & Attempt)
  /** The cell is the same whatever the driver is. */
  | { readonly kind: 'independent'; readonly reached: number }
  /** The cell is an error or blank whatever the driver is. */
  | { readonly kind: 'noValue' };

/** Relative: five years of calculating with doubles leave about 1e-15. */
const accuracy = 1e-12;

/** The number of one driver with which the goal is reached; of several the one nearest to the present. */
export function seekByDriver(trySets: TrySets, goal: Goal, driver: Driver): GoalSeekAnswer {
  return seek(trySets, goal, {
    bounds: driver,
    start: driver.present,
    inputsAt: (at) => new Map([[driver.cell, at]]),
  });
}

/** No plan multiplies its assumptions by more. */
const mostTimes = 100;

/**
 * One multiplier for several drivers with which the goal is reached: from 0 to where the first driver leaves its bounds.
 * Throws without a driver.
 */
export function seekByMultiplier(trySets: TrySets, goal: Goal, drivers: readonly Driver[]): GoalSeekAnswer {
  if (drivers.length === 0) throw new Error('Nothing to multiply');
  const reach = drivers.map(({ present, low, high }) =>
    present === 0 ? mostTimes : (present > 0 ? high : low) / present,
  );
  return seek(trySets, goal, {
    bounds: { low: 0, high: Math.max(1, Math.min(mostTimes, ...reach)) },
    start: 1,
    inputsAt: (at) => new Map(drivers.map(({ cell, present }) => [cell, present * at])),
  });
}

/** One number to look for: between what, from where on, and what the cells hold when it is that. */
export interface Unknown {
  readonly bounds: Bounds;
  readonly start: number;
  readonly inputsAt: (at: number) => ReadonlyMap<CellKey, number>;
}

/** The number with which the goal is reached; of several the one nearest to the start. */
export function seek(trySets: TrySets, goal: Goal, { bounds, start, inputsAt }: Unknown): GoalSeekAnswer {
  let [least, most] = [Infinity, -Infinity];
  const valueAt = (at: number): number => {
    const inputs = inputsAt(at);
    const [value = NaN] = trySets([...inputs.keys()], Float64Array.from(inputs.values()), [goal.cell]);
    if (value < least) least = value;
    if (value > most) most = value;
    return value;
  };
  const scale = Math.abs(goal.value) || Math.abs(valueAt(start)) || 1;
  const found = findRoot((at) => valueAt(at) - goal.value, { ...bounds, start, zero: accuracy * scale });
  if (found.kind === 'noValue') return found;
  if (found.kind === 'closest' && least === most) return { kind: 'independent', reached: least };
  const attempt = { at: found.at, inputs: inputsAt(found.at), reached: found.value + goal.value };
  return { kind: found.kind === 'root' ? 'solved' : 'closest', ...attempt };
}
