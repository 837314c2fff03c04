/** What the benches print: Markdown tables, with each goal and whether it was reached. */
import { cpus } from 'node:os';

/** @param {readonly number[] | undefined} values */
export const median = (values = []) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** @param {number} ratio */
export const times = (ratio) =>
  !Number.isFinite(ratio) ? '' : `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString('en')}×`;

/** @param {boolean} isReached */
export const mark = (isReached) => (isReached ? '✓' : '✗');

/** @param {number} ratio @param {number | undefined} goal */
export const atLeast = (ratio, goal) => (goal ? `≥ ${goal.toLocaleString('en')}× ${mark(ratio >= goal)}` : '');

/** @param {number} ratio @param {number | undefined} goal */
export const atMost = (ratio, goal) => (goal ? `≤ ${goal}× ${mark(ratio <= goal)}` : '');

/** @param {readonly string[]} cells */
export const row = (...cells) => {
  console.log(`| ${cells.join(' | ')} |`);
};

/** The first line of a report. @param {readonly string[]} facts what else it was measured with */
export const printOccasion = (...facts) => {
  const machine = [cpus()[0]?.model ?? 'unknown', `${cpus().length} cores`, `Node ${process.version}`];
  console.log(`${[new Date().toISOString().slice(0, 10), ...machine, ...facts].join(', ')}\n`);
};
