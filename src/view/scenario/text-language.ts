/** The words that stored texts are told with; they are fetched with whoever tells them. */
import type { Dataset } from '../../core/model/dataset.ts';
import { cellTexts as en } from '../../i18n/en/cell-texts.ts';
import type { Messages } from '../../i18n/messages.ts';
import { cellTexts as zh } from '../../i18n/zh/cell-texts.ts';
import type { NumberLanguage } from '../format/number.ts';
import type { TextLanguage } from './cell-text.ts';

const texts = { zh, en };

export function textLanguage(
  language: NumberLanguage,
  { layers, regions = [] }: Pick<Dataset, 'layers' | 'regions'>,
  { grid }: Pick<Messages, 'grid'>,
): TextLanguage {
  return { texts: texts[language], language, comparison: grid, layers, regions };
}
