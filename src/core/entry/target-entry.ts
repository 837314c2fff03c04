/** A target as people write it: `>10000`, `≥2.6%`, `突破 4500`, `1.2万以上 约束性`, `年均 >=10%`, `24~26`, `约25`. */
import { isRate, parseGoal, printGoal, type GoalTerms } from '../model/goal.ts';
import type { Comparison, Goal, Measure } from '../model/dataset.ts';
import type { CellInput } from '../model/input.ts';
import { rateFormat } from '../model/format.ts';
import { err, ok, type Result } from '../model/result.ts';
import { normalizeText } from '../formula/normalize.ts';
import type { EntryContext, TargetEntries } from './context.ts';
import { readNumber } from './number.ts';
import type { NumberError } from './number-error.ts';
import { printNumber } from './print-number.ts';

type TargetContext = Pick<EntryContext, 'format' | 'unit'>;

/** Longer words first: the first that fits is taken. */
const measureWords: readonly (readonly [string, Measure])[] = [
  ['年均增长', 'averageGrowth'],
  ['年均', 'averageGrowth'],
  ['average', 'averageGrowth'],
  ['增速', 'growth'],
  ['growth', 'growth'],
  ['累计增加', 'change'],
  ['增加', 'change'],
  ['change', 'change'],
  ['合计', 'total'],
  ['total', 'total'],
];

/** Which of the words an entry is shown with. */
const shownMeasures: Readonly<Record<Measure, string | undefined>> = {
  level: undefined,
  averageGrowth: '年均',
  growth: '增速',
  change: '增加',
  total: '合计',
};

const natureWords: readonly (readonly [string, Goal['nature']])[] = [
  ['约束性', 'binding'],
  ['预期性', 'anticipatory'],
  ['binding', 'binding'],
  ['anticipatory', 'anticipatory'],
];

type Operator = Exclude<Comparison['op'], 'between'>;

const signs: readonly (readonly [string, Operator])[] = [
  ['>=', 'gte'],
  ['<=', 'lte'],
  ['≥', 'gte'],
  ['≤', 'lte'],
  ['>', 'gt'],
  ['<', 'lt'],
  ['=', 'eq'],
  ['≈', 'approx'],
  ['约', 'approx'],
  ['不低于', 'gte'],
  ['不少于', 'gte'],
  ['达到', 'gte'],
  ['不超过', 'lte'],
  ['不高于', 'lte'],
  ['超过', 'gt'],
  ['突破', 'gt'],
  ['低于', 'lt'],
];

const tails: readonly (readonly [string, Operator])[] = [
  ['以上', 'gte'],
  ['以下', 'lte'],
  ['左右', 'approx'],
];

/** A goal that is said to be about a number and not how far: a share of it. */
const usualTolerance = 0.02;

/**
 * Reads a target; a plain number is to be reached (`≥`, or `≤` is written out), nothing and `无` mean that there is none (`null`).
 * `at`: index into the text of the part that cannot be read.
 */
export function readTarget(text: string, context: TargetContext): Result<CellInput | null, NumberError> {
  const normal = normalizeText(text);
  const rest = new Rest(normal);
  if (/^(?:无|none|[-—―]*)$/i.test(rest.text)) return ok(null);
  const nature = rest.takeEnd(natureWords) ?? 'unstated';
  const measure = rest.take(measureWords) ?? 'level';
  const operator = rest.take(signs) ?? rest.takeEnd(tails) ?? 'gte';
  const format = isRate(measure) ? rateFormat : context.format;
  const comparison = readComparison(rest, operator, { ...context, format });
  if (!comparison.ok) return comparison;
  const terms: GoalTerms = {
    ...(measure !== 'level' && { measure }),
    comparison: comparison.value,
    nature,
  };
  return ok({ kind: 'text', text: printGoal(terms) });
}

/** What of a text is still to be read, and where in the whole it stands. */
class Rest {
  text: string;
  at: number;

  constructor(whole: string) {
    this.text = whole.trim();
    this.at = whole.length - whole.trimStart().length;
  }

  take<T>(words: readonly (readonly [string, T])[]): T | undefined {
    const found = words.find(([word]) => this.text.toLowerCase().startsWith(word));
    if (!found) return undefined;
    const after = this.text.slice(found[0].length);
    this.at += this.text.length - after.trimStart().length;
    this.text = after.trimStart();
    return found[1];
  }

  takeEnd<T>(words: readonly (readonly [string, T])[]): T | undefined {
    const found = words.find(([word]) => this.text.toLowerCase().endsWith(word));
    if (!found) return undefined;
    this.text = this.text.slice(0, -found[0].length).trimEnd();
    return found[1];
  }
}

function readComparison(rest: Rest, operator: Operator, context: TargetContext): Result<Comparison, NumberError> {
  const [first = '', second] = rest.text.split(/[~±]/, 2);
  const value = numberAt(first, rest.at, context);
  if (!value.ok || second === undefined) {
    if (!value.ok) return value;
    if (operator !== 'approx') return ok({ op: operator, value: value.value });
    return ok({ op: 'approx', value: value.value, tolerance: Math.abs(value.value) * usualTolerance });
  }
  const other = numberAt(second, rest.at + first.length + 1, context);
  if (!other.ok) return other;
  if (rest.text.includes('±')) return ok({ op: 'approx', value: value.value, tolerance: Math.abs(other.value) });
  if (other.value < value.value) return err({ code: 'unreadable', at: rest.at + first.length + 1 });
  return ok({ op: 'between', low: value.value, high: other.value });
}

function numberAt(text: string, at: number, context: TargetContext): Result<number, NumberError> {
  const number = readNumber(text, context);
  return number.ok ? number : err({ ...number.error, at: number.error.at + at });
}

/** A stored target as it would be typed; a text that is none as it came. */
export function printTarget(text: string, { format }: Pick<EntryContext, 'format'>): string {
  const goal = parseGoal(text);
  if (!goal) return text;
  const { measure = 'level', comparison, nature } = goal;
  const shown = (value: number): string => printNumber(value, isRate(measure) ? rateFormat : format);
  const words = [
    shownMeasures[measure],
    printComparison(comparison, shown),
    natureWords.find(([, known]) => known === nature)?.[0],
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

function printComparison(comparison: Comparison, shown: (value: number) => string): string {
  switch (comparison.op) {
    case 'approx':
      return `≈${shown(comparison.value)}±${shown(comparison.tolerance)}`;
    case 'between':
      return `${shown(comparison.low)}~${shown(comparison.high)}`;
    default:
      return `${signs.find(([, op]) => op === comparison.op)?.[0] ?? ''}${shown(comparison.value)}`;
  }
}

export const targetEntries: TargetEntries = { read: readTarget, print: printTarget };
