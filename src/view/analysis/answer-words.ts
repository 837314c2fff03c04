/** The words of the sections that answer questions, in the language in force. */
import { answers as en } from '../../i18n/en/answers.ts';
import { answers as zh } from '../../i18n/zh/answers.ts';
import { getPlanner } from '../../state/context.ts';
import type { NumberLanguage } from '../format/number.ts';

export type AnswerWords = typeof zh;

export const answerWords: { readonly zh: AnswerWords; readonly en: AnswerWords } = { zh, en };

/** What makes texts wants to know. */
export interface Spoken {
  readonly language: NumberLanguage;
  readonly words: AnswerWords;
}

/** A getter, so that what reads it follows a switch of language. To be called while a component is made. */
export function getSpoken(): () => Spoken {
  const { preferences } = getPlanner();
  return () => ({ language: preferences.language, words: answerWords[preferences.language] });
}
