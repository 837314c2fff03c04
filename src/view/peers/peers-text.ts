/** What the table of other regions says, as text. */
import type { Indicator, Observation } from '../../core/model/dataset.ts';
import { rateFormat, valueFormat } from '../../core/model/format.ts';
import type { Peer, PeerTable } from '../../state/peers.svelte.ts';
import { formatGap, formatNumber, formatStated, formatWithMark, type NumberLanguage } from '../format/number.ts';
import { withUnit } from '../shared/with-unit.ts';
import type { PeersWords } from './words.ts';

export interface PeersContext {
  readonly indicator: Indicator;
  readonly pace: PeerTable['pace'];
  readonly language: NumberLanguage;
  readonly words: PeersWords;
}

export const shareFormat = { decimals: 1, shift: 2, mark: 'percent' } as const;

/** A published number with its words: `约 18,000`. */
export function publishedText({ figure }: Observation, { indicator, language, words }: PeersContext): string {
  return words.bound[figure.bound] + formatStated(figure.value, valueFormat(indicator.unit), language);
}

/** A growth with its unit: `12.00%`, `0.04 百分点`. */
export function growthText(growth: number, { pace, language, words }: PeersContext): string {
  const number = formatNumber(growth, rateFormat, language);
  return pace === 'step' ? `${number} ${words.points}` : words.perCent(number);
}

/** How far apart, and our share of theirs. */
export function gapText(
  { gap, isTotal }: Pick<Peer, 'gap' | 'isTotal'>,
  context: PeersContext,
): { readonly amount: string; readonly share: string } {
  const { indicator, language, words } = context;
  if (!gap) return { amount: words.gap.unknown, share: '' };
  const share = gap.share === undefined ? '' : formatWithMark(gap.share, shareFormat, language);
  if (isTotal) return { amount: share && words.gap.shareOfCountry(share), share: '' };
  if (gap.absolute === 0) return { amount: words.gap.level, share: '' };
  const amount = amountText(gap.absolute, context);
  const isBehind = indicator.better === 'down' ? gap.absolute < 0 : gap.absolute > 0;
  return {
    amount: isBehind ? words.gap.behind(amount) : words.gap.ahead(amount),
    share: share && words.gap.share(share),
  };
}

/** An amount of the row, without its sign: `12,790 家`, `0.80 个百分点`. */
export function amountText(amount: number, { indicator: { unit }, language, words }: PeersContext): string {
  const number = formatGap(amount, valueFormat(unit), language);
  return unit.percent ? words.needed.points(number) : withUnit(number, unit, language);
}

/** A shape before the words: ahead, level one day, never within the years looked at, not known. */
export function catchUpText(
  { catchUp }: Pick<Peer, 'catchUp'>,
  words: PeersWords['catchUp'],
): { readonly mark: string; readonly text: string } {
  switch (catchUp?.kind) {
    case undefined:
      return { mark: '', text: words.total };
    case 'ahead':
      return catchUp.overtaken === undefined
        ? { mark: '✓', text: words.ahead }
        : { mark: '△', text: words.overtaken(catchUp.overtaken) };
    case 'year':
      return { mark: '→', text: words.year(catchUp.year) };
    case 'notBefore':
      return { mark: '✗', text: words.notBefore(catchUp.year) };
    case 'unknown':
      return { mark: '?', text: words.unknown };
  }
}

/** The growth that it takes, and how much that is each year. */
export function neededText(
  { needed, isTotal, values }: Pick<Peer, 'needed' | 'isTotal' | 'values'>,
  lastYear: number,
  context: PeersContext,
): { readonly growth: string; readonly step: string } {
  const { words, pace } = context;
  if (isTotal) return { growth: '', step: '' };
  if (!needed) {
    const isKnown = [...values.keys()].some((year) => year === lastYear);
    return { growth: isKnown ? words.needed.none : words.needed.unknown, step: '' };
  }
  const growth = needed.growth === undefined ? words.needed.fromNothing : growthText(needed.growth, context);
  return { growth, step: pace === 'step' ? '' : words.needed.perYear(amountText(needed.step, context)) };
}
