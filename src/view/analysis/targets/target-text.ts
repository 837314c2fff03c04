/** What the lines of the table of targets say, as text. */
import type { Comparison, Indicator } from '../../../core/model/dataset.ts';
import { rateFormat, valueFormat } from '../../../core/model/format.ts';
import { goalFormat } from '../../../core/model/goal.ts';
import type { NumberFormat } from '../../../core/model/view.ts';
import type { TargetLine } from '../../../state/target-review.svelte.ts';
import { formatNumber, formatWithMark, type NumberLanguage } from '../../format/number.ts';
import { indicatorName } from '../../shared/indicator-name.ts';
import { amountWithUnit } from '../../shared/with-unit.ts';
import type { TargetWords } from './words.ts';

export interface TextContext {
  readonly language: NumberLanguage;
  readonly words: TargetWords;
  readonly baseYear: number;
  /** The row of an indicator, for its name and unit. */
  readonly indicator: (id: Indicator['id']) => Indicator;
}

type Needed = NonNullable<TargetLine['needed']>;

/** A line and, below it in small letters, what explains it. */
export interface Explained {
  readonly text: string;
  readonly note: string;
}

const shareFormat: NumberFormat = { decimals: 0, shift: 2, mark: 'percent' };
const rollUpFormat: NumberFormat = { decimals: 1, shift: 2, mark: 'percent' };

/** A share of the way: `48%`. */
export function formatShare(share: number, language: NumberLanguage): string {
  return formatWithMark(share, shareFormat, language);
}

/** 完成率: `89.3%`; a dash where there is nothing to meet. */
export function formatRate(rate: number | undefined, language: NumberLanguage): string {
  return rate === undefined ? '—' : formatWithMark(rate, rollUpFormat, language);
}

/** What the target measures. */
export function valueText({ value, goal, row }: TargetLine, { language, words }: TextContext): string {
  if (value === undefined) return words.noValue;
  return formatWithMark(value, goalFormat(goal.measure, row.indicator.unit), language);
}

/** `高于 13.64%`, and whose growth or from where; or why there is none. */
export function neededText(
  { needed, goal, row }: Pick<TargetLine, 'needed' | 'goal' | 'row'>,
  context: TextContext,
): Explained {
  const { words, language } = context;
  if (!needed) return { text: '—', note: words.noStart };
  const note = neededNote(needed, row.indicator, context);
  if (needed.needed.ok) {
    const growth = growthText(needed.needed.value, needed, context);
    return { text: strict(goal.comparison, growth, words), note };
  }
  const { error } = needed.needed;
  if (error.code !== 'outOfReach') return { text: '—', note: words.noGrowth[error.code] };
  const reached = formatWithMark(error.closest.reached, valueFormat(row.indicator.unit), language);
  return { text: '—', note: words.outOfReach(reached, growthText(error.closest.growth, needed, context)) };
}

function strict({ op }: Comparison, growth: string, words: TargetWords): string {
  return op === 'gt' ? words.above(growth) : op === 'lt' ? words.below(growth) : growth;
}

function neededNote({ driver, indicator, start, target }: Needed, own: Indicator, context: TextContext): string {
  const { words, language } = context;
  if (driver !== indicator) return words.ofDriver(indicatorName(context.indicator(driver), language));
  // The base year goes without saying.
  if (start.year === context.baseYear || target.year === start.year) return '';
  const { unit } = own;
  return words.fromStart(start.year, formatWithMark(start.value, valueFormat(unit), language));
}

/** Needed growth as a multiple of the past one, and the past one. */
export function difficultyText({ needed }: TargetLine, { words, language }: TextContext): Explained {
  const { difficulty, historical } = needed ?? {};
  const text = difficulty === undefined ? '—' : words.times(formatNumber(difficulty, timesFormat, language));
  if (!historical) return { text, note: words.noHistory };
  return { text, note: words.history(formatWithMark(historical.growth, rateFormat, language), historical.from) };
}

const timesFormat: NumberFormat = { decimals: 2, shift: 0, mark: 'none' };

/** How much growth there is to spare, or how much is short, and what that means. */
export function marginText({ needed, goal, row }: TargetLine, context: TextContext): Explained {
  const { words } = context;
  if (needed?.margin === undefined) return { text: '—', note: '' };
  const size = differenceText(Math.abs(needed.margin), needed, context);
  const hints = words.marginHint;
  const fromAbove = isFromAbove(goal.comparison, row.indicator);
  if (needed.margin >= 0) return { text: words.spare(size), note: (fromAbove ? hints.higher : hints.lower)(size) };
  return { text: words.short(size), note: fromAbove ? hints.tooHigh : hints.tooLow };
}

function isFromAbove({ op }: Comparison, { better }: Indicator): boolean {
  return op === 'lt' || op === 'lte' || (op === 'eq' && better === 'down');
}

/** A growth a year: `13.64%`, `0.10 个百分点`, `123 家`. */
function growthText(growth: number, { unit, driver }: Needed, context: TextContext): string {
  const { language, words } = context;
  if (unit === 'percentPerYear') return formatWithMark(growth, rateFormat, language);
  return amountText(growth, context.indicator(driver), { language, words });
}

/** A difference of two growths: of rates in points. */
function differenceText(growth: number, { unit, driver }: Needed, context: TextContext): string {
  const { language, words } = context;
  if (unit === 'percentPerYear') return words.points(formatNumber(growth, rateFormat, language));
  return amountText(growth, context.indicator(driver), { language, words });
}

function amountText(
  amount: number,
  indicator: Indicator,
  { language, words }: Pick<TextContext, 'language' | 'words'>,
): string {
  const number = formatNumber(amount, valueFormat(indicator.unit), language);
  return indicator.unit.percent ? words.points(number) : amountWithUnit(number, indicator, language);
}
