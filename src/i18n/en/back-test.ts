import type { backTest as zh } from '../zh/back-test.ts';

export const backTest: typeof zh = {
  hint: 'What happened from 2021 on was known only later. It is for looking back and enters no default.',
  looksBeyond: (until) =>
    `This scenario knows only what was published by ${until}. Looking back, actuals published later are listed and scored all the same.`,
  none: 'This dataset has no comparable actuals.',
  summary: (values, rows, mape) =>
    `${values} comparable actuals of ${rows} indicators; mean absolute percentage error ${mape}.`,
  directions: (high, low) => `Ranks apart, this scenario was too high ${high} times, too low ${low} times.`,
  rebase: {
    title: 'Start again from what happened',
    year: 'up to',
    yearOption: (year) => String(year),
    copy: 'Save as a copy',
    copyHint:
      'The scenario stays as it is; the copy holds the actuals up to that year, and later years go on by their growth paths',
    here: 'Write here',
    hereHint: 'Writes into this scenario, as one step of undo',
    name: (scenario, year) => `${scenario} (from the actuals of ${year})`,
    copied: (name) => `Saved as “${name}”.`,
    written: (year) => `The actuals up to ${year} are written. Ctrl+Z takes them back.`,
  },
  outcomes: {
    table: 'Targets as they really came',
    columns: {
      indicator: 'Indicator',
      year: 'Year',
      goal: 'Target',
      projected: 'Scenario',
      actual: 'Actual',
      real: 'Really met',
    },
    summary: (met, known) => `${met} of the ${known} targets with an actual were really met.`,
    open: 'no actual yet',
  },
  errors: {
    table: 'Errors, one by one',
    columns: {
      indicator: 'Indicator',
      year: 'Year',
      projected: 'Scenario',
      actual: 'Actual',
      error: 'Error',
      relative: 'In %',
      source: 'Source',
    },
    mean: (mape) => `mean ${mape}`,
    high: (amount) => `${amount} too high`,
    low: (amount) => `${amount} too low`,
    behind: (amount) => `${amount} too far down`,
    ahead: (amount) => `${amount} too far up`,
    exact: 'exact',
  },
  remaining: {
    table: 'Growth that is left',
    hint: 'From the last actual: what growth a year reaches the target.',
    columns: { indicator: 'Indicator', goal: 'Target', start: 'Last actual', needed: 'Needed a year' },
    start: (year, value) => `${year}: ${value}`,
    none: 'No target in force lies after the last actual of its indicator.',
  },
  apart: {
    table: 'Not scored',
    columns: { indicator: 'Indicator', year: 'Year', value: 'Value', why: 'Why', source: 'Source' },
    reason: {
      severalYears: 'total or average of several years',
      incomparable: 'another definition or date, not comparable',
      estimate: 'expected before the year had closed',
    },
  },
  goalOf: (year, goal) => `${year}: ${goal}`,
  bound: { '=': '', '>': 'over ', '≈': 'about ' },
  points: (number) => `${number} points`,
  source: (publisher, date) => [publisher, date].filter((part) => part !== '').join(', '),
};
