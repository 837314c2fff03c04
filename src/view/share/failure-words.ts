/** Why a link, file or picture was not opened, in a sentence that says what is broken and what to do. */
import { assertNever } from '../../core/model/result.ts';
import type { OpeningFailure } from '../../state/share.svelte.ts';
import { formatNumber, type NumberLanguage } from '../format/number.ts';
import { formatBytes } from '../shared/bytes.ts';
import type { ShareWords } from './share-words.ts';

export function wordFailure(failure: OpeningFailure, words: ShareWords['failure'], language: NumberLanguage): string {
  const whole = (value: number): string => formatNumber(value, { decimals: 0, shift: 0, mark: 'none' }, language);
  switch (failure.code) {
    case 'notALink':
    case 'damaged':
    case 'encoding':
    case 'noQrCode':
    case 'unavailable':
      return words[failure.code];
    case 'alphabet':
      return words.alphabet(failure.at + 1, failure.character);
    case 'truncated':
      return failure.needed === undefined ? words.truncated : words.truncatedBy(failure.given, failure.needed);
    case 'tooLarge':
      if (failure.part === 'link') return words.linkTooLong(whole(failure.given), whole(failure.limit));
      return failure.part === 'expanded'
        ? words.expandedTooLarge(formatBytes(failure.limit))
        : words.fileTooLarge(formatBytes(failure.given), formatBytes(failure.limit));
    case 'newer':
      return failure.intact ? words.newer(failure.version) : words.newerOrDamaged(failure.version);
    case 'shape':
      return words.shape(failure.at);
    case 'limit':
      return words.limit(failure.at, whole(failure.given), whole(failure.limit));
    case 'missingDataset':
      return words.missingDataset(failure.dataset.id);
    case 'syntax':
      return words.syntax(failure.line, failure.column);
    case 'tooDeep':
      return words.tooDeep(failure.line, failure.column, failure.limit);
    default:
      return assertNever(failure);
  }
}
