/** A change of a scenario in the words of the library, for those who are put together. */
import { library as libraryEn } from '../../i18n/en/library.ts';
import { panel as panelEn } from '../../i18n/en/panel.ts';
import { library as libraryZh } from '../../i18n/zh/library.ts';
import { panel as panelZh } from '../../i18n/zh/panel.ts';
import type { SourceChange } from '../../state/combination.svelte.ts';
import type { NumberLanguage } from '../format/number.ts';
import { wordChange, type ChangeWords } from '../library/change-words.ts';

const spoken = {
  zh: { words: libraryZh, paths: panelZh.path.kinds },
  en: { words: libraryEn, paths: panelEn.path.kinds },
};

export function wordSourceChange({ listed }: SourceChange, language: NumberLanguage): ChangeWords {
  return wordChange(listed, { ...spoken[language], language });
}
