/**
 * Format 1 of a link, the meaning of its bytes. Three streams, so that what is alike stands together and compresses:
 * shapes (which rows and cells), numbers, and texts. Written by `pack-1.ts`, read by `unpack-1.ts`; neither may change its mind.
 *
 * Link: dataset, base year, count of projected years, scenarios, then the base-year figure of each row named.
 * Scenario: name, note, author, time in seconds, rows. Row: which, count of operations, operations.
 * Row, which: the step from the code of the row before; 0 before an id that has no code.
 * Operation: slot · tags + tag, the year if the slot has none of its own, then what the tag asks for.
 */

/** What a cell holds, as the last part of an operation. `absent`: not changed although {@link slots.years} would say so. */
export const tags = { blank: 0, number: 1, formula: 2, text: 3, absent: 4 } as const;
export const tagCount = 5;

/** Which cell of a row. `years`: every projected year that has no operation of its own. From `firstYear` on, two for each year. */
export const slots = {
  growth: 0,
  path: 1,
  held: 2,
  years: 3,
  otherYear: 4,
  otherYearGrowth: 5,
  baseYear: 6,
  firstYear: 7,
} as const;

/** Datasets that need no name in the link. Grows at its end only. */
export const knownDatasets: readonly string[] = ['chongqing-2020'];

/** How a version is written: the shipped data's hash as four bytes, anything else as text. */
export const versionKinds = { text: 0, hash: 1 } as const;
export const hashVersion = /^[0-9a-f]{8}$/;

/** Times are counted from here, in seconds; 0 stands for none. */
export const firstTime = Date.UTC(2020, 0, 1);

/** The name of a slot's column in a cell key. */
export function slotColumn(slot: number, baseYear: number, otherYear: number): string {
  switch (slot) {
    case slots.growth:
      return 'growth';
    case slots.path:
      return 'path';
    case slots.held:
      return 'held';
    case slots.otherYear:
      return String(otherYear);
    case slots.otherYearGrowth:
      return `growth-${otherYear}`;
    case slots.baseYear:
      return String(baseYear);
    default: {
      const place = slot - slots.firstYear;
      const year = baseYear + 1 + (place >> 1);
      return place % 2 === 0 ? String(year) : `growth-${year}`;
    }
  }
}
