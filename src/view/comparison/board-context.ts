/** What the board's texts need to know, in the language in force. */
import type { Dataset } from '../../core/model/dataset.ts';
import { comparison as en } from '../../i18n/en/comparison.ts';
import type { Messages } from '../../i18n/messages.ts';
import { comparison as zh } from '../../i18n/zh/comparison.ts';
import type { NumberLanguage } from '../format/number.ts';
import { textLanguage } from '../scenario/text-language.ts';
import type { TextLanguage } from '../scenario/cell-text.ts';

export interface BoardContext extends TextLanguage {
  readonly words: typeof zh;
  readonly baseYear: number;
}

const words = { zh, en };

export function boardContext(
  language: NumberLanguage,
  dataset: Pick<Dataset, 'baseYear' | 'layers' | 'regions'>,
  messages: Pick<Messages, 'grid'>,
): BoardContext {
  return { ...textLanguage(language, dataset, messages), words: words[language], baseYear: dataset.baseYear };
}
