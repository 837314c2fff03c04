import type { exchange as zh } from '../zh/exchange.ts';

export const exchange: typeof zh = {
  title: 'Export',
  hint: 'Files are made by this page and go to the download folder of the browser. Nothing is sent to a server.',
  plan: {
    label: 'Plan (CSV)',
    hint: (scenario) =>
      `All indicators of “${scenario}” with the values of the years, targets and gaps, for Excel or WPS.`,
    fileName: (scenario, date) => `${scenario} plan ${date}`,
  },
  comparison: {
    label: 'Comparison (CSV)',
    hint: 'The comparison as it is on view, for Excel or WPS.',
  },
  scenario: {
    label: 'Scenario file',
    hint: (scenario) => `All changes of “${scenario}”; a colleague opens it with Import.`,
  },
  link: { label: 'Share link…', hint: 'Scenarios as a link or a QR code, several at once if you like.' },
  backup: { label: 'Back up all scenarios…', hint: 'Everything as one file, for another computer or browser.' },
  saved: (name) => `Saved as “${name}” in the download folder of the browser.`,
  failed: 'Nothing was exported. Check the network and try again; your changes are safe.',
  column: {
    chapter: 'Chapter',
    gap: (year) => `${year} gap (positive: short of it)`,
  },
};
