/** Progress toward a target against planned progress, as a mid-term review (中期评估) tells it. */
import type { Year } from '../model/cell.ts';
import type { Better, Comparison } from '../model/dataset.ts';
import type { Light, LightRule, PlannedShape } from '../model/light.ts';
import { sameToRounding } from '../model/rounding.ts';
import { assessTarget, meantComparison } from './assess.ts';
import { edgeFrom } from './required-growth.ts';

/** A row on its way to a target. Values in the stored unit. */
export interface Way {
  readonly baseYear: Year;
  readonly base: number;
  readonly targetYear: Year;
  /** The level asked for in the target's year. */
  readonly comparison: Comparison;
  readonly better: Better;
}

/** How far a row has come by a year. */
export interface Progress {
  readonly light: Light;
  /** `(value − base) ÷ (target − base)`; absent where the base meets the target already, so that there is no way to go. */
  readonly done?: number;
  /** The share that is planned to be done by then. */
  readonly planned: number;
}

/**
 * Progress by a year after the base year and up to the target's. For ranks and whatever is to fall, both differences are
 * negative and their quotient is the same share. Where the base meets the target already, it is green while the value does.
 * In the target's year green is to meet the target, no less.
 */
export function progressAt(way: Way, year: Year, value: number, rule: LightRule): Progress {
  const planned = plannedShare(way, year, rule.shape);
  const isMet = meets(way, value);
  const end = edgeFrom(way.base, meantComparison(way.comparison, way.better));
  if (meets(way, way.base) || end === way.base) return { light: isMet ? 'green' : 'red', planned };
  const done = (value - way.base) / (end - way.base);
  const isGreen = year === way.targetYear ? isMet : reaches(done, rule.green * planned);
  return { light: isGreen ? 'green' : reaches(done, rule.yellow * planned) ? 'yellow' : 'red', done, planned };
}

/**
 * The share of the way that is planned to be done by a year: in equal steps that of the years that have passed, `e ÷ n`; at a
 * constant rate `((t ÷ b)^(e ÷ n) − 1) ÷ (t ÷ b − 1)`, which has a meaning between positive numbers only, else in equal steps.
 */
export function plannedShare({ baseYear, base, targetYear, comparison, better }: Way, year: Year, shape: PlannedShape) {
  const elapsed = (year - baseYear) / (targetYear - baseYear);
  const ratio = edgeFrom(base, meantComparison(comparison, better)) / base;
  if (shape === 'linear' || !(base > 0) || !(ratio > 0) || ratio === 1) return elapsed;
  return (ratio ** elapsed - 1) / (ratio - 1);
}

function meets({ comparison, better }: Way, value: number): boolean {
  const { status } = assessTarget(comparison, value, better);
  return status === 'met' || status === 'thin';
}

function reaches(done: number, asked: number): boolean {
  return done >= asked || sameToRounding(done, asked);
}
