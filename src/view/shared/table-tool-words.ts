/** The words for taking a table along, in both languages: every view with a table has them. */
import { tableTools as en } from '../../i18n/en/table-tools.ts';
import { tableTools as zh } from '../../i18n/zh/table-tools.ts';

export const tableToolWords = { zh, en };
