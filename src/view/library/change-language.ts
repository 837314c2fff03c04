/** The words that a scenario's changes are told with; they are fetched with whoever tells them. */
import { library as libraryEn } from '../../i18n/en/library.ts';
import { panel as panelEn } from '../../i18n/en/panel.ts';
import type { Messages } from '../../i18n/messages.ts';
import { library as libraryZh } from '../../i18n/zh/library.ts';
import { panel as panelZh } from '../../i18n/zh/panel.ts';
import type { Planner } from '../../state/context.ts';
import { textLanguage } from '../scenario/text-language.ts';
import type { ChangeLanguage } from './change-words.ts';

const words = {
  zh: { words: libraryZh, paths: panelZh.path.kinds },
  en: { words: libraryEn, paths: panelEn.path.kinds },
};

/** In the language in force. */
export function changeLanguage(
  { preferences: { language }, workspace: { dataset } }: Pick<Planner, 'preferences' | 'workspace'>,
  messages: Pick<Messages, 'grid'>,
): ChangeLanguage {
  return { ...words[language], ...textLanguage(language, dataset, messages) };
}
