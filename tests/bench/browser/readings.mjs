/** All that was measured. */
import { median } from '../report.mjs';

/**
 * @typedef {'ours' | 'bare'} Subject
 * @typedef {'load' | 'whole' | 'memory' | 'entry' | 'entryWhole' | 'frames' | 'late' | 'worst' | 'blank' | 'scroll'} GridWork
 * @typedef {'performance' | 'firstPaint' | 'largestPaint' | 'blocking' | 'shift' | 'accessibility' | 'practices'} LighthouseWork
 * @typedef {GridWork | LighthouseWork} SheetWork
 * @typedef {SheetWork | 'slider' | 'switch' | 'board' | 'boardEdit' | 'sparklines' | 'chart'} Work
 * @typedef {{ subject: Subject, rows: number, throttle: number }} Place `rows`: 0 where there are none.
 */

export class Readings {
  /** @type {Map<string, number[]>} */
  #values = new Map();

  /** @param {Place} place @param {Partial<Record<Work, number>>} values */
  add(place, values) {
    for (const [work, value] of Object.entries(values)) {
      const key = keyOf(work, place);
      this.#values.set(key, [...(this.#values.get(key) ?? []), value]);
    }
  }

  /** NaN where nothing was measured. @param {Work} work @param {Place} place */
  median(work, place) {
    return median(this.#values.get(keyOf(work, place)));
  }

  /** @param {Work} work @param {Place} place */
  most(work, place) {
    return Math.max(...(this.#values.get(keyOf(work, place)) ?? [NaN]));
  }
}

/** @param {string} work @param {Place} place */
const keyOf = (work, { subject, rows, throttle }) => [work, subject, rows, throttle].join(' ');
