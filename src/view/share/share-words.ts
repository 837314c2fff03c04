/** The words of sharing in both languages; the parts that use them are fetched together with them. */
import { share as en } from '../../i18n/en/share.ts';
import { share as zh } from '../../i18n/zh/share.ts';

export type ShareWords = typeof zh;

export const shareWords = { zh, en };
