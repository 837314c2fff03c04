/** A target as the fields of a form, and as the text that could be typed into its cell. */
import { printNumber } from '../../../core/entry/print-number.ts';
import type { Comparison, Goal, Measure } from '../../../core/model/dataset.ts';
import { rateFormat } from '../../../core/model/format.ts';
import { isRate, type GoalTerms } from '../../../core/model/goal.ts';
import type { NumberFormat } from '../../../core/model/view.ts';

export interface TargetFields {
  readonly measure: Measure;
  readonly op: Comparison['op'];
  /** As typed. Of a range the lower end. */
  readonly first: string;
  /** Of a range the upper end, of an about the tolerance; may be empty there. */
  readonly second: string;
  readonly nature: Goal['nature'];
}

export const measures: readonly Measure[] = ['level', 'growth', 'averageGrowth', 'change', 'total'];
export const operators: readonly Comparison['op'][] = ['gte', 'gt', 'lte', 'lt', 'eq', 'approx', 'between'];
export const natures: readonly Goal['nature'][] = ['unstated', 'binding', 'anticipatory'];

const blank: TargetFields = { measure: 'level', op: 'gte', first: '', second: '', nature: 'unstated' };

/** The fields of a target, numbers without their sign for per cent; without one those of a form that is to be filled. `format`: of the row's values. */
export function fieldsOf(terms: GoalTerms | undefined, format: NumberFormat): TargetFields {
  if (!terms) return blank;
  const { measure = 'level', comparison, nature } = terms;
  const text = (value: number): string => printNumber(value, isRate(measure) ? rateFormat : format).replace(/%$/, '');
  const [first, second] = numbersOf(comparison);
  return { measure, op: comparison.op, first: text(first), second: second === undefined ? '' : text(second), nature };
}

function numbersOf(comparison: Comparison): readonly [number, number?] {
  switch (comparison.op) {
    case 'between':
      return [comparison.low, comparison.high];
    case 'approx':
      return [comparison.value, comparison.tolerance];
    default:
      return [comparison.value];
  }
}

const measureWords: Readonly<Record<Measure, string>> = {
  level: '',
  growth: 'growth ',
  averageGrowth: 'average ',
  change: 'change ',
  total: 'total ',
};

const signs = { gt: '>', gte: '>=', lt: '<', lte: '<=', eq: '=', approx: '≈', between: '' } as const;

/** What would be typed into the target's cell: `average >=10 binding`. `undefined` while a number is missing. */
export function entryOf({ measure, op, first, second, nature }: TargetFields): string | undefined {
  if (first.trim() === '' || (op === 'between' && second.trim() === '')) return undefined;
  const joint = op === 'between' ? '~' : op === 'approx' && second.trim() !== '' ? '±' : '';
  const numbers = joint === '' ? first : `${first}${joint}${second}`;
  return `${measureWords[measure]}${signs[op]}${numbers}${nature === 'unstated' ? '' : ` ${nature}`}`;
}
