/**
 * The meaning of a link's bytes. Three streams, so that what is alike stands together and compresses: shapes (which rows and cells),
 * numbers, and texts. `pack.ts` writes the newest format, `unpack.ts` reads all; what one of them means never changes.
 *
 * Link: dataset, base year, count of projected years, scenarios, then the base-year figure of each row named.
 * Scenario: name, note, author, time in seconds, rows. Row: which, count of operations, operations.
 * Row, which: the step from the code of the row before; 0 before an id that has no code.
 * Operation: slot · tags + tag, the year if the slot has none of its own, or the column's name, then what the tag asks for.
 *
 * Format 2 has the slot `named` in front of those of the years; nothing else was changed since format 1. Format 3 is format 2 with
 * documents of schema 3: it may name columns that schema 2 does not know.
 */

/** What a cell holds, as the last part of an operation. `absent`: not changed although {@link slots.years} would say so. */
export const tags = { blank: 0, number: 1, formula: 2, text: 3, absent: 4 } as const;
export const tagCount = 5;

/**
 * Which cell of a row. `years`: every projected year that has no operation of its own. `named`: any column, by its name, which format 1
 * cannot say. From `firstYear` on, two for each year.
 */
export interface Slots {
  readonly named?: number;
  readonly firstYear: number;
}

/** Those that all formats have. */
export const slots = { growth: 0, path: 1, held: 2, years: 3, otherYear: 4, otherYearGrowth: 5, baseYear: 6 } as const;

export const slotsOf1: Slots = { firstYear: 7 };
export const slotsOf2 = { named: 7, firstYear: 8 } as const satisfies Slots;

/** Datasets that need no name in the link. Grows at its end only. */
export const knownDatasets: readonly string[] = ['chongqing-2020'];

/** How a version is written: the shipped data's hash as four bytes, anything else as text. */
export const versionKinds = { text: 0, hash: 1 } as const;
export const hashVersion = /^[0-9a-f]{8}$/;

/** Times are counted from here, in seconds; 0 stands for none. */
export const firstTime = Date.UTC(2020, 0, 1);

/** The name of a slot's column in a cell key; not for a slot that is named. */
export function slotColumn(slot: number, { firstYear }: Slots, baseYear: number, otherYear: number): string {
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
      const place = slot - firstYear;
      const year = baseYear + 1 + (place >> 1);
      return place % 2 === 0 ? String(year) : `growth-${year}`;
    }
  }
}
