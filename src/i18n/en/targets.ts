import type { targets as zh } from '../zh/targets.ts';

export const targets: typeof zh = {
  table: 'Targets',
  columns: { indicator: 'Indicator', year: 'Year', wording: 'Target', value: 'This scenario', status: 'Status' },
};
