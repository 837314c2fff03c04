import type { tableTools as zh } from '../zh/table-tools.ts';

export const tableTools: typeof zh = {
  copy: 'Copy table',
  csv: 'Export CSV',
  copied: (rows) => `Copied ${rows} rows, ready to paste into Excel or WPS.`,
  copyFailed: 'The table was not copied. Click the table and press Ctrl+C.',
};
