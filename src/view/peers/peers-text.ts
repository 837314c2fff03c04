/** What the table of other regions says, as text. */
import type { Indicator, Observation, Target } from '../../core/model/dataset.ts';
import { rateFormat, valueFormat } from '../../core/model/format.ts';
import type { Peer, PeerTable } from '../../state/peers.svelte.ts';
import { formatGap, formatNumber, formatStated, formatWithMark, type NumberLanguage } from '../format/number.ts';
import { formatGoal, type GoalWords } from '../format/goal.ts';
import { amountWithUnit, withUnit } from '../shared/with-unit.ts';
import type { PeersWords } from './words.ts';

export interface PeersContext {
  readonly indicator: Pick<Indicator, 'kind' | 'unit' | 'better'>;
  readonly pace: PeerTable['pace'];
  readonly language: NumberLanguage;
  readonly words: PeersWords;
}

export const shareFormat = { decimals: 1, shift: 2, mark: 'percent' } as const;

/** A published number with its words: `约 18,000`. */
export function publishedText({ figure }: Observation, { indicator, language, words }: PeersContext): string {
  const number = formatStated(figure.value, valueFormat(indicator.unit), language);
  return words.bound[figure.bound] + (indicator.unit.percent ? words.perCent(number) : number);
}

/** What a target asks for, with its unit, and the document that says so. */
export function targetText(
  target: Target,
  { indicator, language }: PeersContext,
  signs: GoalWords,
): readonly [goal: string, document: string] {
  const goal = withUnit(formatGoal(target, valueFormat(indicator.unit), language, signs), indicator, language);
  return [goal, target.citation.document[language]];
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
export function amountText(amount: number, { indicator, language, words }: PeersContext): string {
  const number = formatGap(amount, valueFormat(indicator.unit), language);
  return indicator.unit.percent ? words.needed.points(number) : amountWithUnit(number, indicator, language);
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
      if (catchUp.overtaken === undefined) return { mark: '✓', text: words.ahead };
      return regainedText(words.overtaken(catchUp.overtaken), catchUp.regained, words);
    case 'year':
      if (catchUp.lost === undefined) return { mark: '→', text: words.year(catchUp.year) };
      return regainedText(words.lost(catchUp.year, catchUp.lost), catchUp.regained, words);
    case 'notBefore':
      return { mark: '✗', text: words.notBefore(catchUp.year) };
    case 'unknown':
      return { mark: '?', text: words.unknown };
  }
}

/** Of one that is ahead of us in between. */
function regainedText(
  text: string,
  regained: number | undefined,
  words: PeersWords['catchUp'],
): { readonly mark: string; readonly text: string } {
  return regained === undefined ? { mark: '△', text } : { mark: '→', text: words.regained(text, regained) };
}

/** What the growth of a region rests on. */
export function growthBasis(
  { setGrowth, publishedGrowth }: Pick<Peer, 'setGrowth' | 'publishedGrowth'>,
  words: PeersWords,
): string {
  if (setGrowth !== undefined) return words.growthSet;
  return publishedGrowth ? words.growthFrom(publishedGrowth.first, publishedGrowth.last) : words.growthMissing;
}

/** Why no growth is told with which we would draw level; empty for a total, with which nobody draws level. */
export function neededWord(
  { needed, isTotal, values }: Pick<Peer, 'needed' | 'isTotal' | 'values'>,
  lastYear: number,
  words: PeersWords,
): string {
  if (isTotal) return '';
  if (needed) return words.needed.fromNothing;
  return [...values.keys()].some((year) => year === lastYear) ? words.needed.none : words.needed.unknown;
}

/** The growth that it takes, and how much that is each year. */
export function neededText(
  peer: Pick<Peer, 'needed' | 'isTotal' | 'values'>,
  lastYear: number,
  context: PeersContext,
): { readonly growth: string; readonly step: string } {
  const { words, pace } = context;
  const { needed } = peer;
  const growth = needed?.growth === undefined ? neededWord(peer, lastYear, words) : growthText(needed.growth, context);
  if (!needed || pace === 'step') return { growth, step: '' };
  return { growth, step: words.needed.perYear(amountText(needed.step, context)) };
}
