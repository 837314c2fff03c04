/** Progress toward a target against planned progress, as a mid-term review (中期评估) tells it. */
import type { Year } from '../model/cell.ts';
import type { Better, Comparison, Measure } from '../model/dataset.ts';
import { isRate } from '../model/goal.ts';
import type { Light, LightRule, PlannedShape } from '../model/light.ts';
import { sameToRounding } from '../model/rounding.ts';
import { assessTarget, meantComparison } from './assess.ts';
import { levelAsked } from './measure.ts';
import { edgeFrom } from './required-growth.ts';

/** A row on its way to a target. Numbers in the stored unit. */
export interface Way {
  readonly baseYear: Year;
  /** The base-year figure, whatever is measured. */
  readonly base: number;
  readonly targetYear: Year;
  readonly measure: Measure;
  /** In what is measured. */
  readonly comparison: Comparison;
  readonly better: Better;
}

/** How far a row has come by a year. */
export interface Progress {
  readonly light: Light;
  /** `(value − start) ÷ (target − start)`; absent where the start meets the target already, so that there is no way to go. */
  readonly done?: number;
  /** The share that is planned to be done by then. */
  readonly planned: number;
}

/**
 * Progress by a year after the base year and up to the target's; `value` is what the target measures as it is by that year (see
 * {@link measured}). A level starts from the base-year figure; growth, a change and a total start from nothing. For ranks and whatever
 * is to fall, both differences are negative and their quotient is the same share. Where the start meets the target already, it is
 * green while the value does. In the target's year green is to meet the target, no less.
 */
export function progressAt(way: Way, year: Year, value: number, rule: LightRule): Progress {
  const planned = plannedShare(way, year, rule.shape);
  const isMet = meets(way, value);
  const start = startOf(way);
  const end = endOf(way);
  if (meets(way, start) || end === start) return { light: isMet ? 'green' : 'red', planned };
  const done = (value - start) / (end - start);
  const isGreen = year === way.targetYear ? isMet : reaches(done, rule.green * planned);
  return { light: isGreen ? 'green' : reaches(done, rule.yellow * planned) ? 'yellow' : 'red', done, planned };
}

/**
 * The share of the way that is planned to be done by a year: in equal steps that of the years that have passed, `e ÷ n`; at a
 * constant rate `((t ÷ b)^(e ÷ n) − 1) ÷ (t ÷ b − 1)`, which has a meaning between positive numbers only, else in equal steps. `t` is
 * the level that is asked for; a total at a constant rate grows by the same share, `(q + … + q^e) ÷ (q + … + qⁿ)`. A rate of growth
 * is to be reached on average by every year, so all of it is planned from the first.
 */
export function plannedShare(way: Way, year: Year, shape: PlannedShape): number {
  if (isRate(way.measure)) return 1;
  const { base, baseYear, targetYear } = way;
  const years = targetYear - baseYear;
  const elapsed = (year - baseYear) / years;
  if (shape === 'linear' || !(base > 0)) return elapsed;
  const level = levelAsked({ op: 'eq', value: endOf(way) }, way.measure, base, years);
  const ratio = level?.op === 'eq' ? level.value / base : 0;
  return ratio > 0 && ratio !== 1 ? (ratio ** elapsed - 1) / (ratio - 1) : elapsed;
}

/** What is measured before anything is done. */
function startOf({ measure, base }: Way): number {
  return measure === 'level' ? base : 0;
}

/** The edge of the target that is met first. */
function endOf(way: Way): number {
  return edgeFrom(startOf(way), meantComparison(way.comparison, way.better));
}

function meets({ comparison, better }: Way, value: number): boolean {
  const { status } = assessTarget(comparison, value, better);
  return status === 'met' || status === 'thin';
}

function reaches(done: number, asked: number): boolean {
  return done >= asked || sameToRounding(done, asked);
}
