/** What the tables of the back-test say, as text. */
import type { Citation, Figure, Indicator } from '../../../core/model/dataset.ts';
import { valueFormat } from '../../../core/model/format.ts';
import type { OutcomeError } from '../../../state/hindsight.svelte.ts';
import { formatGap, formatNumber, formatStated, formatWithMark, type NumberLanguage } from '../../format/number.ts';
import { amountWithUnit, withUnit } from '../../shared/with-unit.ts';
import type { BackTestContext } from './words.ts';

const shareFormat = { decimals: 1, shift: 2, mark: 'percent' } as const;

/** A published number with its words and unit: `约 36,900 家`. */
export function figureText({ value, bound }: Figure, indicator: Indicator, context: BackTestContext): string {
  const { language, words } = context;
  return words.bound[bound] + withUnit(formatStated(value, valueFormat(indicator.unit), language), indicator, language);
}

/** A calculated number with its unit. */
export function projectedText(value: number, indicator: Indicator, language: NumberLanguage): string {
  return withUnit(formatNumber(value, valueFormat(indicator.unit), language), indicator, language);
}

/** `12.5%`; a dash where there is none. */
export function shareText(share: number | undefined, language: NumberLanguage): string {
  return share === undefined ? '—' : formatWithMark(Math.abs(share), shareFormat, language);
}

/** By how much the plan was too high or too low, with a shape for which of the two. */
export function errorText(
  { error, isRank = false }: Pick<OutcomeError, 'error' | 'isRank'>,
  indicator: Indicator,
  { language, words }: BackTestContext,
): string {
  if (error === 0) return words.errors.exact;
  const amount = formatGap(error, valueFormat(indicator.unit), language);
  const told = indicator.unit.percent ? words.points(amount) : amountWithUnit(amount, indicator, language);
  const { high, low, behind, ahead } = words.errors;
  const [over, under] = isRank ? [behind, ahead] : [high, low];
  return error > 0 ? `▲ ${over(told)}` : `▼ ${under(told)}`;
}

export function sourceText({ publisher, published }: Citation, { language, words }: BackTestContext): string {
  return words.source(publisher[language], published);
}
