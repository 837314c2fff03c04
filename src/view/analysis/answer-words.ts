/** The words of the sections that answer questions, in the language in force. A getter, so that what reads it follows a switch. */
import { answers as en } from '../../i18n/en/answers.ts';
import { answers as zh } from '../../i18n/zh/answers.ts';

export type AnswerWords = typeof zh;

export const answerWords: { readonly zh: AnswerWords; readonly en: AnswerWords } = { zh, en };
