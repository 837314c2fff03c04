import type { Messages } from '../messages.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const frame: Messages['frame'] = {
  brand: 'Yuce',
  baseline: (from, to) => `base ${from} → ${to}`,
  views: 'Views',
  viewName: { plan: 'Plan', comparison: 'Compare' },
  viewLoading: 'Loading…',
  viewFailed: 'This view could not be loaded. Check the network and reload the page; your changes are safe.',
  commands: 'Commands',
  undo: 'Undo',
  redo: 'Redo',
  save: 'Save',
  saveAs: 'Save as',
  help: 'Help',
  language: '中文',
  languageHint: 'Switch to Chinese（中文界面）',
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  saveState: { saved: 'Saved', saving: 'Saving…', unsaved: 'Not saved yet', failed: 'Not saved' },
  regions: {
    formula: 'Cell contents',
    outline: 'Chapters and filters',
    panel: 'Indicator details',
    scenarios: 'Scenario tabs',
    status: 'Status bar',
  },
  outline: {
    search: 'Find an indicator',
    searchHint: 'Find  Ctrl+F',
    chapters: 'Chapters',
    counts: 'met / with target',
    chapterCounts: (met, total) => `${met} of ${plural(total, 'target')} met`,
    noTargets: 'no targets',
    filters: 'Show only',
    changed: 'Changed here',
    behind: 'Short of target',
    withTarget: 'With a target',
    yearGrowth: 'Growth year by year',
    columns: 'Columns',
    found: (rows) => `${plural(rows, 'indicator')} found`,
    nothing: 'No indicator matches',
    clear: 'Clear filters',
  },
  scenario: {
    list: 'Scenarios',
    add: 'New scenario',
    menu: 'Scenario actions',
    rename: 'Rename',
    duplicate: 'Duplicate',
    remove: 'Delete',
    name: 'Scenario name',
    fresh: (number) => `Scenario ${number}`,
    copy: (name) => `${name} copy`,
    counts: (met, total) => `${met}/${total}`,
    changes: (count) => plural(count, 'change'),
    described: (met, total, changes) =>
      `${met} of ${plural(total, 'target')} met${changes > 0 ? `, ${plural(changes, 'change')}` : ''}`,
    lastOne: 'At least one scenario stays',
  },
  saveAsDialog: {
    title: 'Save as a new scenario',
    hint: 'Copies the open scenario under a new name and opens the copy. The original stays as it is.',
    confirm: 'Save as',
    cancel: 'Cancel',
    needsName: 'Give it a name',
    taken: 'Another scenario has this name',
    tooLong: (limit) => `A name has at most ${limit} characters`,
  },
  status: {
    mode: { ready: 'Ready', enter: 'Enter', edit: 'Edit', point: 'Point' },
    rollUp: (total, met, rate, behind) =>
      total === 0
        ? 'No targets'
        : `*${met}* of *${total}* ${total === 1 ? 'target' : 'targets'} can be met, completion *${rate}*, *${behind}* behind`,
    layers: (names) => (names.length === 0 ? 'No targets in force' : `Targets: ${names.join(' · ')}`),
    shortcuts: 'Shortcuts',
    statistics: { count: 'Count', sum: 'Sum', mean: 'Mean', min: 'Min', max: 'Max' },
  },
  notice: {
    dismiss: 'Close',
    undo: 'Undo',
    deleted: (name) => `Scenario “${name}” deleted.`,
    saved: 'Saved in this browser.',
    notSaved: {
      denied:
        'The browser lets this page keep nothing. You can go on working, but changes are lost when the page closes.',
      timeout: 'The browser’s storage does not answer. Changes are not saved for now; trying again.',
      closed: 'The browser closed its storage. Changes are not saved for now; trying again.',
      unknown: 'Saving did not succeed. Changes are still on the page; trying again.',
      full: 'The browser’s storage is full, so changes are not saved. Delete scenarios you no longer need.',
      fullBy: (used, quota) =>
        `The browser’s storage is full (${used} of ${quota} used), so changes are not saved. Delete scenarios you no longer need.`,
      outdated: 'This page has been updated, and the old version can no longer save. Open the page again.',
      conflict:
        'Another window has saved this scenario since. Changes in this window are not saved: use “Save as” here, then open the page again.',
    },
    quarantined: (name, reason) =>
      `Scenario “${name}” could not be read (${reason}). Its data is kept aside; the other scenarios are not affected.`,
    reasons: {
      shape: 'incomplete structure',
      checksum: 'checksum differs',
      length: 'length differs',
      newer: 'saved by a newer version',
      migration: 'failed while upgrading',
    },
    lost: (count, names) => `The browser lost ${plural(count, 'scenario')}: ${names}.`,
    lostOne: (name, savedAt, older) => `${name} (last saved ${savedAt}${older ? '; an earlier state is open' : ''})`,
    recovered: (edits) => `Recovered ${plural(edits, 'change')} that the last visit had no time to save.`,
  },
  dialog: { close: 'Close', shortcuts: 'Shortcuts', help: 'Formula help' },
  panelToggle: { show: 'Show indicator details', hide: 'Hide indicator details' },
};
