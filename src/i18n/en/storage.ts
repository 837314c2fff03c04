import { cellTexts } from './cell-texts.ts';
import type { storage as zh } from '../zh/storage.ts';

const many = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;

export const storage: typeof zh = {
  merged: (cells, scenarios) =>
    [
      cells > 0 ? `Another window changed ${many(cells, 'cell')}; merged.` : '',
      scenarios > 0 ? `Another window added or deleted ${many(scenarios, 'scenario')}; followed.` : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  cleared: 'The browser’s storage was cleared in another window. All scenarios open here were saved again.',
  late: (scenarios) =>
    `The browser’s storage answers again and holds ${many(scenarios, 'scenario')}. Merging keeps those and your changes here, and saves both.`,
  take: 'Merge and save',
  download: 'Download raw data',
  known: 'Read; do not show again',
  conflicts: (count) =>
    `${many(count, 'change', 'changes')} of yours met another in another window. What is here stays for now.`,
  decide: 'Choose…',
  backupDue: (days) =>
    days === undefined
      ? 'These scenarios are kept in this browser alone and were never backed up; short of space, the browser may drop them.'
      : `The last backup was ${many(days, 'day')} ago. Short of space, the browser may drop saved scenarios.`,
  backUp: 'Back up…',
  notNow: 'Not now',
  refused: {
    outdated: 'Not changed: this page is an old version and can only be read. Reload to go on editing.',
    name: (limit) => `Not changed: a name has at most ${limit} characters.`,
    author: (limit) => `Not changed: an author has at most ${limit} characters.`,
    note: (limit) => `Not changed: a note has at most ${limit} characters.`,
    changedCells: (limit, given) =>
      `Not changed: a scenario changes at most ${limit} cells, and this would make ${given}.`,
    scenarios: (limit, given) => `Not changed: at most ${limit} scenarios are kept, and this would make ${given}.`,
    cellText: (cell, limit) =>
      `Not changed: the entry of ${cell} is too long; a cell holds at most ${limit} characters.`,
    notANumber: (cell) => `Not changed: the value of ${cell} is no finite number and cannot be kept.`,
  },
  cell: {
    value: (row, year) => `${row} ${year}`,
    growth: (row) => `${row} growth`,
    yearGrowth: (row, year) => `${row} growth in ${year}`,
    path: (row) => `${row} growth path`,
    held: (row) => `${row} held years`,
    target: (row, year) => `${row} target of ${year}`,
    range: (row) => `${row} range of growth`,
    yearRange: (row, year) => `${row} range of growth of ${year}`,
    valueRange: (row, year) => `${row} range of ${year}`,
    peers: (row) => `${row} growth of other regions`,
    setting: cellTexts.setting,
  },
  head: { name: 'Name of the scenario', note: 'Note', author: 'Author' },
  conflict: {
    title: 'Two windows changed the same thing',
    intro:
      'Until you choose, what is in this window stays. Taking the other side’s is one step of undo; its whole scenario is also among the earlier versions.',
    scenario: 'Scenario',
    cell: 'Cell',
    base: 'Before',
    mine: 'Mine',
    theirs: 'Theirs',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    allMine: 'Keep all mine',
    allTheirs: 'Take all theirs',
    chosen: (done, total) => `${done} of ${total} chosen`,
    apply: 'Apply',
    later: 'Choose later',
    blank: 'blank',
    unchanged: (text) => `${text} (base)`,
    numbered: (name) => `another scenario has this name; it will be “${name}”`,
    none: 'There is nothing left to choose.',
  },
  backup: {
    title: 'Back up and restore',
    about: 'Saves all scenarios as one file, to be kept outside this browser: on a USB stick or a shared drive.',
    last: (time, days) =>
      `Last backup: ${time}${days === undefined ? '' : days === 0 ? ' (today)' : ` (${many(days, 'day')} ago)`}`,
    never: 'There has been no backup yet.',
    make: (scenarios) => `Back up ${many(scenarios, 'scenario')}`,
    fileName: (date) => `Yuce backup ${date}`,
    made: (scenarios, size) =>
      `${many(scenarios, 'scenario')} backed up (${size}). The file is in the browser’s download folder.`,
    restore: 'Restore',
    restoreAbout: 'Restoring from a backup only adds scenarios. It never changes or deletes those that are here.',
    choose: 'Choose a backup file',
    reading: 'Reading…',
    found: (scenarios, time) => `The file holds ${many(scenarios, 'scenario')}, backed up ${time}.`,
    adds: (added, skipped) =>
      `${added} will be added${skipped > 0 ? `; ${skipped} more ${skipped === 1 ? 'is' : 'are'} here already` : ''}.`,
    nothing: 'All scenarios of the file are here already; there is nothing to add.',
    more: (count) => `… ${count} in all`,
    confirm: (added) => `Add ${many(added, 'scenario')}`,
    restored: (added) => `${many(added, 'scenario')} added. Undo takes this back in one step.`,
    undo: 'Undo',
    refused: 'Not restored: there would be too many scenarios, or this page is an old version.',
    failed: 'The file could not be read; it may have been moved, or reading is not allowed. Choose it again.',
    error: {
      tooLarge: (limit, given) => `The file is too large: ${given}, at most ${limit}. Nothing was restored.`,
      encoding: 'The file is not text; it may be the wrong one. Nothing was restored.',
      damaged: 'The backup file is damaged (its checksum does not fit). Nothing was restored.',
      syntax: (name, line, column) =>
        `${name}, line ${line}, column ${column}: not valid JSON; the file may be incomplete. Nothing was restored.`,
      tooDeep: (name, line, column, limit) =>
        `${name}, line ${line}, column ${column}: nested deeper than ${limit}. Nothing was restored.`,
      newer: (version) =>
        `The backup was made by a newer version (format ${version}). Reload this page to update, then restore.`,
      shape: (at) => `This is no backup of Yuce${at === '' ? '' : ` (${at} does not fit)`}. Nothing was restored.`,
      limit: (at, limit, given) =>
        `${at} of the backup is beyond the limit: ${given}, at most ${limit}. Nothing was restored.`,
    },
  },
};
