import type { share as zh } from '../zh/share.ts';

const these = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const share: typeof zh = {
  make: {
    title: 'Share scenarios',
    choose: 'Scenarios to share',
    author: 'Author',
    authorHint: 'Optional, such as: Planning Division',
    note: 'Note',
    noteHint: 'Optional: basis, sources, what to look at',
    notesOfSeveral:
      'Scenarios with an author or note of their own keep it; what is written here goes with those without.',
    link: 'Share link',
    making: 'Making the link…',
    noneChosen: 'Choose at least one scenario.',
    length: (characters) => `${characters} characters`,
    fit: {
      anywhere: 'Fits WeChat, DingTalk, mail and others.',
      most: 'Long: WeChat, DingTalk and others may cut it off. A file is safer.',
      file: 'Too long: most chat programs cut it off. Send a file instead.',
    },
    tooLarge: 'Too much for a link. Send a file instead, or fewer scenarios.',
    privacy:
      'Whoever has the link can read the scenarios, author and note in it. All of it is in the link itself; no server is involved.',
    copy: 'Copy link',
    copyCode: 'Copy code',
    copyCodeHint: 'Copies only the code in the link, to be sent within a text; “Open a share” takes it',
    copied: 'Copied; paste it where you like.',
    codeCopied: 'Code copied.',
    copyFailed: 'Could not copy. The link is selected: press Ctrl+C.',
    codeCopyFailed: 'Could not copy the code. Use “Copy link” instead.',
    file: 'Save as file',
    fileName: (name, count) => (count > 1 ? `${name} and ${count - 1} more` : name),
    showQrCode: 'Show QR code',
    hideQrCode: 'Hide QR code',
    qrCode: (name) => `QR code of “${name}”`,
    qrTooLong: 'A link of more than 2,900 characters does not fit a QR code',
    qrFailed: 'The QR code could not be drawn. Use the link or a file.',
    saveQrCode: 'Save QR code picture',
    openReceived: 'Open a received share…',
  },
  open: {
    title: 'Import or open a share',
    hint: 'Paste the link or code a colleague sent, or the whole message around it; or pick or drop a scenario file or a picture of a QR code. You look at it first: your scenarios do not change.',
    text: 'Link or code',
    confirm: 'Open',
    cancel: 'Cancel',
    pickFile: 'Choose a file or picture…',
    drop: 'or drop a file here',
    backup: 'Restoring a backup only adds scenarios.',
    restore: 'Restore a backup…',
  },
  review: {
    name: 'Review shared scenario',
    title: (name) => `Shared scenario: ${name}`,
    note: (text) => `Note: “${text}”`,
    author: (name) => `by ${name}`,
    date: (text) => text,
    sameFigures: 'same base figures',
    otherFigures: 'another version of the base figures',
    scenario: 'Scenario',
    scenarioOf: (name, number, count) => `${name} (${number}/${count})`,
    together: (count) => `View, save and compare all ${count} scenarios together`,
    same: (name) => `The same as your scenario “${name}”.`,
    changes: 'Changes',
    changeCount: (count) => `*${count}* ${count === 1 ? 'assumption' : 'assumptions'}`,
    versus: (name) => `Against your current “${name}”`,
    won: (count) => `${these(count, 'target', 'targets')} newly met`,
    lostLabel: 'No longer met',
    lost: (count) => `*${count}* ${count === 1 ? 'target' : 'targets'}`,
    turn: (indicator, year) => `${indicator} ${year}`,
    listed: (names) => names.join(', '),
    leftOut: (cells, names) =>
      `${these(cells, 'change is', 'changes are')} of indicators or years that this page does not have, and left out: ${names.join(', ')}.`,
    unknownRow: (code) => `indicator number ${code}`,
    figures: {
      title:
        'These base figures were different when the scenario was made. Ticked ones are taken from the sender, as a change of their own:',
      none: 'The base figures of all changed indicators are the same here.',
      figure: (name, mine, theirs) => `${name}: yours ${mine}, theirs ${theirs}`,
    },
    table: 'Changed assumptions',
    all: 'Select all',
    take: (label) => `Merge: ${label}`,
    column: {
      assumption: 'Assumption',
      mine: 'Yours',
      theirs: 'Theirs',
      lastMine: (year) => `${year} yours`,
      lastTheirs: (year) => `${year} theirs`,
    },
    noChanges: (name) => `Nothing differs from your current “${name}”.`,
    status: { met: 'Met', thin: 'Just met', missed: 'Missed', unknown: 'Unknown' },
    nothingYet: 'Nothing changes until you choose',
    look: 'View only',
    lookHint: 'Opens a read-only tab; nothing is saved',
    copy: 'Save a copy',
    compare: 'Compare with mine',
    merge: 'Merge selected',
    mergeHint: (name, count) =>
      `Writes the ${these(count, 'selected change', 'selected changes')} into your “${name}”; can be undone`,
    mergeReadOnly: (name) => `“${name}” is read only: nothing can be merged into it`,
    mergeNone: 'No change is selected',
  },
  done: {
    copied: (name) => `Saved as “${name}”.`,
    copiedSeveral: (count) => `${these(count, 'scenario', 'scenarios')} saved.`,
    merged: (count, name) => `${these(count, 'change', 'changes')} merged into “${name}”.`,
  },
  missing: {
    list: 'Scenarios in the link',
    facts: (author, cells) =>
      [author === '' ? '' : `by ${author}`, `${cells} changed cells`].filter((text) => text !== '').join(', '),
    note: (text) => `Note: ${text}`,
    cell: 'Cell',
    entry: 'Entry',
    blank: 'blank',
    more: (cells) => `… and ${cells} more`,
  },
  failure: {
    notALink: 'There is no share link here. Paste the whole link, or choose a scenario file.',
    alphabet: (place, character) =>
      `The link does not open: character ${place}, “${character}”, has no place in a link and may have come in on the way. Ask for it again, or for a file.`,
    truncated: 'The link does not open: its end is missing. Copy the whole link, or ask for a file.',
    truncatedBy: (given, needed) =>
      `The link does not open: it should have ${needed} characters and has ${given}. Copy the whole link, or ask for a file.`,
    damaged: 'It does not open: the content is damaged (checksum). Ask for it again.',
    linkTooLong: (given, limit) =>
      `The link does not open: too long (${given} characters, at most ${limit}). Ask for a file.`,
    expandedTooLarge: (limit) =>
      `The link does not open: it would expand beyond ${limit} and was left unopened for safety. Ask for a file.`,
    fileTooLarge: (given, limit) =>
      `The file is too large (${given}, at most ${limit}). Check that it is a scenario file.`,
    newer: (version) =>
      `It does not open: made by a newer version (format ${version}). Reload this page to update it, then open it again.`,
    newerOrDamaged: (version) =>
      `It does not open: it seems to be made by a newer version (format ${version}), yet its checksum fails, so it may be damaged. Reload this page; if it still does not open, ask for it again.`,
    shape: (place) =>
      `It does not open: what stands at ${place} is not what a scenario holds. Ask for it to be shared again.`,
    limit: (place, given, limit) =>
      `It does not open: ${place} is beyond the limit (${given}, at most ${limit}). Ask for less of it.`,
    missingDataset: (dataset) =>
      `It does not open: these scenarios are made on other data, “${dataset}”, which this page does not have, so nothing can be calculated. Below is what they say. Open them where that data is.`,
    syntax: (line, column) =>
      `The file does not open: it cannot be read from line ${line}, column ${column} on; it may be cut off or changed. Ask for it again.`,
    tooDeep: (line, column, limit) =>
      `The file does not open: at line ${line}, column ${column} it is nested deeper than ${limit} levels. It is no scenario file.`,
    encoding: 'The file does not open: it is no text, or not in UTF-8. Check that it is a scenario file.',
    noQrCode: 'No QR code could be read in the picture. Try a whole, sharp picture, or paste the link.',
    unavailable: 'Sharing could not be loaded. Check the network, then open the page again; your changes are safe.',
  },
};
