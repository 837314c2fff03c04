/** How a target fares, in a sentence. Its words come a moment after the sheet. */
import type { Messages } from '../../i18n/messages.ts';
import { formatGap, type NumberLanguage } from '../format/number.ts';
import type { Gap } from './cell-text.ts';

export interface HintContext {
  readonly language: NumberLanguage;
  readonly words: Pick<Messages['grid'], 'statusHint'>;
}

/** The status in a full sentence, for a hint. */
export function statusHint({ status, gap, format }: Gap, { language, words }: HintContext): string {
  if (status !== 'missed') return words.statusHint[status];
  return gap === undefined || gap <= 0
    ? words.statusHint.atBound
    : words.statusHint.missed(formatGap(gap, format, language));
}
