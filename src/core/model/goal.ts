/** A target as an object: what is measured, how it compares, how binding it is. And its stored text, as a scenario's own target holds it. */
import type { IndicatorId, Year } from './cell.ts';
import type { Comparison, Goal, Measure, Unit } from './dataset.ts';
import { rateFormat, valueFormat } from './format.ts';
import type { NumberFormat } from './view.ts';

/** The target that counts for an indicator and year: of the layer named, or the scenario's own. */
export interface GoalInForce extends Goal {
  readonly layer?: string;
}

/** What a scenario says of its own target: all but where it stands. */
export type GoalTerms = Omit<Goal, 'indicator' | 'year'>;

const measures: readonly Measure[] = ['level', 'growth', 'averageGrowth', 'change', 'total'];
const natures: readonly Goal['nature'][] = ['binding', 'anticipatory', 'unstated'];
const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=', eq: '=' } as const;
const number = String.raw`-?\d+(?:\.\d+)?(?:e[-+]?\d+)?`;
const bounded = new RegExp(`^(>=|<=|>|<|=)(${number})$`);
const spread = new RegExp(`^(${number})±(${number})$`);
const span = new RegExp(`^(${number})~(${number})$`);

/** `>10000`, `averageGrowth >=0.1 binding`, `25±0.5`, `0.02~0.03`: numbers in the stored unit, what goes without saying left out. */
export function printGoal({ measure, comparison, nature }: GoalTerms): string {
  const words = [measure === 'level' ? undefined : measure, printComparison(comparison)];
  return [...words, nature === 'unstated' ? undefined : nature].filter((word) => word !== undefined).join(' ');
}

function printComparison(comparison: Comparison): string {
  switch (comparison.op) {
    case 'approx':
      return `${comparison.value}±${comparison.tolerance}`;
    case 'between':
      return `${comparison.low}~${comparison.high}`;
    default:
      return `${operators[comparison.op]}${comparison.value}`;
  }
}

/** Reads what {@link printGoal} writes; `undefined` for anything else. */
export function parseGoal(text: string): GoalTerms | undefined {
  const words = text.split(' ');
  const measure = measures.find((known) => known === words[0]);
  if (measure) words.shift();
  const comparison = parseComparison(words.shift() ?? '');
  const nature = words.length === 0 ? 'unstated' : natures.find((known) => known === words[0]);
  if (!comparison || !nature || words.length > 1) return undefined;
  return { ...(measure && measure !== 'level' && { measure }), comparison, nature };
}

function parseComparison(text: string): Comparison | undefined {
  const [, sign, value] = bounded.exec(text) ?? [];
  const op = (['gt', 'gte', 'lt', 'lte', 'eq'] as const).find((known) => operators[known] === sign);
  if (op) return finite(Number(value)) && { op, value: Number(value) };
  const [, middle, tolerance] = spread.exec(text) ?? [];
  if (middle !== undefined && finite(Number(middle)) && Number(tolerance) >= 0) {
    return { op: 'approx', value: Number(middle), tolerance: Number(tolerance) };
  }
  const [, low, high] = span.exec(text) ?? [];
  if (low === undefined || !finite(Number(high)) || Number(low) > Number(high)) return undefined;
  return { op: 'between', low: Number(low), high: Number(high) };
}

function finite(value: number): true | undefined {
  return Number.isFinite(value) || undefined;
}

/** A scenario's own target, put in its place. */
export function ownGoal(indicator: IndicatorId, year: Year, terms: GoalTerms): GoalInForce {
  return { indicator, year, ...terms };
}

/** Whether a target's numbers are rates, whatever unit its indicator has. */
export function isRate(measure: Measure | undefined): boolean {
  return measure === 'growth' || measure === 'averageGrowth';
}

/** How a target's numbers are shown, and how far it is missed. */
export function goalFormat(measure: Measure | undefined, unit: Unit): NumberFormat {
  return isRate(measure) ? rateFormat : valueFormat(unit);
}
