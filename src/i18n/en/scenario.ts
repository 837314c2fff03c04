import type { Messages } from '../messages.ts';

export const scenario: Messages['scenario'] = {
  builtIn: {
    base: { name: 'Baseline', reason: 'history goes on; no assumption is changed.' },
    onTarget: {
      name: 'On target',
      reason:
        'each target is just met: rows with a target run toward it, R&D intensity through the growth of R&D spending.',
    },
    cautious: { name: 'Cautious', reason: 'each default growth toward the better, times 0.7; the rest as it is.' },
    bold: { name: 'Ambitious', reason: 'each default growth toward the better, times 1.2; the rest as it is.' },
    foresight: {
      name: 'As of 2021',
      reason: 'only the targets issued by the end of 2021; later documents were not known then.',
    },
  },
  readOnly: 'read only',
  tabName: (name) => `${name} (built in, read only)`,
  guestName: (name) => `${name} (shared, read only)`,
  library: 'Library',
  libraryHint: 'Scenarios: notes, order, versions, changes  Ctrl+O',
  replay: 'Before / after',
  replayHint: 'Flip between before (baseline) and after  F8',
  bar: {
    label: 'Read only',
    builtIn: (name, reason) => `Built-in scenario “${name}”: ${reason}`,
    before: (name) => `Before: the numbers of the baseline, without the changes of “${name}”.`,
    version: (name, time) => `“${name}” as saved ${time}.`,
    guest: (name) => `Shared scenario “${name}”: to look at, not saved.`,
    refusedGuest: (cells) =>
      `Shared scenarios are read only: ${cells} ${cells === 1 ? 'entry was' : 'entries were'} not written.`,
    close: 'Close',
    refusedBuiltIn: 'A built-in scenario is read only: what you entered was not written.',
    refusedBefore: 'You are looking at the numbers before. Go back to after to write.',
    refusedVersion: 'You are looking at an earlier version. Go back or restore it to write.',
    copy: 'Copy to a new scenario',
    copyAndWrite: 'Copy and write it there',
    drop: 'Drop the entry',
    after: 'Back to after',
    current: 'Back to the present',
    restore: 'Restore this version',
  },
  reset: {
    cell: (to) => `Reset to the baseline: ${to}`,
    cells: (count) => `Reset ${count} cells to the baseline`,
    unchanged: 'as in the baseline',
    row: (to) => `Reset the row to the baseline: ${to}`,
    all: 'Reset everything to the baseline',
    growth: (value) => `growth ${value}`,
    blank: 'blank',
  },
  restored: 'The earlier version was restored.',
};
