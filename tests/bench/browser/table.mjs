/** The goals, and the table that says whether they are reached. */
import { atMost, mark, printOccasion, row, times } from '../report.mjs';

/**
 * @typedef {import('./readings.mjs').Readings} Readings
 * @typedef {import('./readings.mjs').SheetWork} SheetWork
 * @typedef {import('./readings.mjs').Work} Work
 * @typedef {{ sizes: readonly number[], throttles: readonly number[] }} Options
 */

/**
 * @typedef {object} Line
 * @property {string} title
 * @property {string} unit
 * @property {number} [timesBare] how many times the bare grid's ours may be
 * @property {number} [most] what ours may be at the machine's own speed
 * @property {number} [least] what it is to be at least at the machine's own speed
 * @property {number} [atRows] the goals hold for this number of rows only
 */

/** At 60 a second, 33.3 ms; the browser's clock rounds to tenths. */
const twoFrames = 33.45;

/** @type {Readonly<Record<SheetWork, Line>>} */
const sheetLines = {
  load: { title: 'load: CPU from navigation to ready', unit: 'ms', timesBare: 1.8, atRows: 150 },
  whole: { title: 'load: CPU until all is there', unit: 'ms' },
  entry: { title: 'entry: CPU from Enter to painted dependents', unit: 'ms', timesBare: 1.5 },
  entryWhole: { title: 'entry: CPU until panel and chart have followed', unit: 'ms' },
  frames: { title: 'entry: frames until painted', unit: '', most: 2 },
  scroll: { title: 'scrolling for 3 s: CPU a frame', unit: 'ms' },
  late: { title: 'scrolling for 3 s: frames over 20 ms', unit: '', most: 5 },
  worst: { title: 'scrolling for 3 s: worst frame', unit: 'ms', most: twoFrames },
  blank: { title: 'scrolling for 3 s: frames with a blank, at most', unit: '', most: 0 },
  memory: { title: 'memory after a collection', unit: 'MB', timesBare: 2, atRows: 100_000 },
  performance: { title: 'Lighthouse, desktop: performance', unit: '', least: 98 },
  firstPaint: { title: 'Lighthouse, desktop: first contentful paint', unit: 'ms' },
  largestPaint: { title: 'Lighthouse, desktop: largest contentful paint', unit: 'ms' },
  blocking: { title: 'Lighthouse, desktop: total blocking time', unit: 'ms' },
  shift: { title: 'Lighthouse, desktop: cumulative layout shift', unit: '' },
  accessibility: { title: 'Lighthouse, desktop: accessibility', unit: '', least: 100 },
  practices: { title: 'Lighthouse, desktop: best practices', unit: '' },
};

/** @type {Readonly<Record<Exclude<Work, SheetWork>, Line>>} */
const ownLines = {
  slider: { title: 'slider dragged: CPU a step, chart included', unit: 'ms' },
  switch: { title: 'switching scenario: CPU until painted', unit: 'ms' },
  board: { title: 'comparison of ten scenarios opened: CPU until painted', unit: 'ms' },
  boardEdit: { title: 'an edit seen in it: CPU until painted', unit: 'ms' },
  sparklines: { title: '20 sparklines: CPU an update; bare: a plain SVG line each', unit: 'ms', most: 1.5 },
  chart: { title: 'chart of 6 lines × 6 points: CPU an update', unit: 'ms', most: 4 },
};

/** An edit may cost this many times what it costs in the smallest sheet. */
const withSize = 1.5;

/** @param {Readings} readings @param {Options} options @param {readonly string[]} occasion */
export function printTable(readings, options, ...occasion) {
  printOccasion(...occasion);
  row('work', 'rows', 'CPU slowed', 'ours', 'bare grid', 'times', 'goal');
  row('---', ...Array(6).fill('--:'));
  for (const work of keys(sheetLines)) {
    for (const rows of options.sizes) {
      for (const throttle of options.throttles) printSheetLine(readings, options, work, rows, throttle);
    }
  }
  for (const work of keys(ownLines)) {
    for (const throttle of options.throttles) printOwnLine(readings, work, throttle);
  }
}

/** @template {string} Key @param {Readonly<Record<Key, unknown>>} record */
const keys = (record) => /** @type {Key[]} */ (Object.keys(record));

/** @param {Readings} readings @param {Options} options @param {SheetWork} work @param {number} rows @param {number} throttle */
function printSheetLine(readings, options, work, rows, throttle) {
  const { title, unit, timesBare, most, least, atRows = rows } = sheetLines[work];
  const [ours, bare] = /** @type {const} */ (['ours', 'bare']).map((subject) => {
    const place = { subject, rows, throttle };
    return work === 'blank' ? readings.most(work, place) : readings.median(work, place);
  });
  if (ours === undefined || bare === undefined || Number.isNaN(ours)) return;
  const ratio = unit === '' ? NaN : ours / bare;
  const goals = [
    atRows === rows ? atMost(ratio, timesBare) : '',
    throttle === 1 || unit === '' ? limit(ours, unit, most) : '',
    throttle === 1 && least !== undefined ? `≥ ${least} ${mark(ours >= least)}` : '',
    work === 'entry' ? againstSmallest(readings, options, rows, throttle) : '',
  ];
  row(
    ...[title, rows.toLocaleString('en'), `${throttle}×`, amount(ours, unit), amount(bare, unit), times(ratio)],
    goals.filter((goal) => goal !== '').join('; '),
  );
}

/** @param {Readings} readings @param {keyof typeof ownLines} work @param {number} throttle */
function printOwnLine(readings, work, throttle) {
  const { title, unit, most } = ownLines[work];
  const rows = work === 'sparklines' || work === 'chart' ? 0 : 150;
  const ours = readings.median(work, { subject: 'ours', rows, throttle });
  const bare = readings.median(work, { subject: 'bare', rows, throttle });
  if (Number.isNaN(ours)) return;
  const goal = throttle === 1 ? limit(ours, unit, most) : '';
  const place = [rows === 0 ? '' : String(rows), `${throttle}×`];
  row(title, ...place, amount(ours, unit), amount(bare, unit), times(ours / bare), goal);
}

/** @param {Readings} readings @param {Options} options @param {number} rows @param {number} throttle */
function againstSmallest(readings, { sizes }, rows, throttle) {
  const smallest = Math.min(...sizes);
  if (rows === smallest) return '';
  const of = (/** @type {number} */ size) => readings.median('entry', { subject: 'ours', rows: size, throttle });
  const ratio = of(rows) / of(smallest);
  return `${times(ratio)} of ours at ${smallest}, ${atMost(ratio, withSize)}`;
}

/** @param {number} value @param {string} unit @param {number | undefined} most */
const limit = (value, unit, most) => (most === undefined ? '' : `≤ ${amount(most, unit)} ${mark(value <= most)}`);

/** @param {number} value @param {string} unit */
function amount(value, unit) {
  if (Number.isNaN(value)) return '';
  return unit === '' ? String(value) : `${Number(value.toFixed(value < 10 ? 2 : 0))} ${unit}`;
}
