/**
 * How wide columns are before a person changes them. They are as narrow as their numbers allow, so that the targets and the growth
 * they need stand in the first window; room that is left goes to the decimals of the years, then to the names.
 */
import type { CellValue } from '../../core/model/input.ts';
import { shownNumber, valueFormat } from '../../core/model/format.ts';
import type { Indicator } from '../../core/model/dataset.ts';
import type { SheetColumn } from '../../core/model/sheet.ts';
import type { Language } from '../../state/preferences.svelte.ts';
import { formatNumber } from '../format/number.ts';
import { isFrozen } from './geometry.ts';
import { estimateWidth, figuresWidth } from './text-width.ts';
import { unitText } from './unit-text.ts';

/** What the columns have to hold, in pixels, padding included. */
export interface ContentWidths {
  readonly name: Record<Language, number>;
  readonly unit: Record<Language, number>;
  /** The widest number of the base year, and of the years after it. */
  readonly base: number;
  readonly year: number;
}

/** What of a row decides widths. `base` and `years`: its numbers when the sheet is opened. */
export interface MeasuredRow {
  readonly indicator: Indicator;
  readonly base: CellValue;
  readonly years: readonly CellValue[];
}

/** Padding on both sides, and the border. */
export const CELL_PADDING = 9;
const size = 13;

/** In a narrow window a year shows six figures; longer numbers give up decimals there. */
const narrowYear = figuresWidth('1,200.00', size) + CELL_PADDING;
const narrowName = 134;
const widestName = { zh: 240, en: 380 } as const;
const narrowUnit = { zh: 40, en: 74 } as const;

const fixed = {
  zh: { growth: 50, target: 58, gap: 72, required: 52 },
  en: { growth: 58, target: 58, gap: 88, required: 56 },
} as const;
const path = 76;
const yearGrowth = 62;
/** What a numbers' column gets at most of the room that nobody needs. */
const mostAir = 14;
const noMore = { base: 0, growth: 0, target: 0, gap: 0, required: 0, path: 0, yearGrowth: 0 };

/** Measured once, when the sheet is opened: a column that moved with every entry would tire the eye. */
export function measureContent(rows: Iterable<MeasuredRow>): ContentWidths {
  const name: Record<Language, number> = { zh: narrowName, en: narrowName };
  const unit: Record<Language, number> = { ...narrowUnit };
  let base = 62;
  let year = 56;
  for (const { indicator, base: first, years } of rows) {
    name.zh = Math.max(name.zh, estimateWidth(indicator.shortName, size) + 18);
    name.en = Math.max(name.en, estimateWidth(indicator.label.en, size) + 18);
    unit.zh = Math.max(unit.zh, estimateWidth(unitText(indicator.unit, 'zh'), size) + 8);
    unit.en = Math.max(unit.en, estimateWidth(unitText(indicator.unit, 'en'), size) + 8);
    base = Math.max(base, numberWidth(first, indicator));
    for (const value of years) year = Math.max(year, numberWidth(value, indicator));
  }
  return { name, unit, base, year };
}

function numberWidth(value: CellValue, { unit }: Indicator): number {
  if (value.kind !== 'number') return 0;
  const format = valueFormat(unit);
  // Beyond this it is a slip or a test, and no reason to push every year aside.
  if (Math.abs(shownNumber(value.value, format)) >= 1e9) return 0;
  return figuresWidth(formatNumber(value.value, format, 'zh'), size) + CELL_PADDING;
}

/** Widths by column id for a window with that much room beside the gutter. */
export function columnWidths(
  columns: readonly SheetColumn[],
  content: ContentWidths,
  language: Language,
  room: number,
): ReadonlyMap<string, number> {
  const least = (column: SheetColumn): number => leastWidth(column, content, language);
  const must = columns.filter(({ role }) => role !== 'path' && role !== 'yearGrowth');
  const years = must.filter(({ role }) => role === 'year').length;
  let spare = room - must.reduce((sum, column) => sum + least(column), 0);
  const yearMore = take(content.year - Math.min(content.year, narrowYear), years);
  const unitMore = take(content.unit[language] - narrowUnit[language], 1);
  const pathShare = spare >= path && columns.some(({ role }) => role === 'path') ? path : 0;
  const longest = Math.min(widestName[language], content.name[language]) - narrowName;
  const nameMore = Math.max(0, Math.min(longest, spare - pathShare));
  const numbers = columns.filter((column) => !isFrozen(column)).length;
  const airMore = Math.min(mostAir, Math.max(0, Math.floor((spare - pathShare - nameMore) / numbers)));
  return new Map(
    columns.map((column) => {
      const more = { ...noMore, name: nameMore, unit: unitMore, year: yearMore }[column.role];
      return [column.id, least(column) + more + (isFrozen(column) ? 0 : airMore)];
    }),
  );

  /** What each of so many columns gets on top: all that it wants, or nothing. */
  function take(wanted: number, count: number): number {
    if (wanted * count > spare) return 0;
    spare -= wanted * count;
    return wanted;
  }
}

function leastWidth({ role }: SheetColumn, content: ContentWidths, language: Language): number {
  switch (role) {
    case 'name':
      return narrowName;
    case 'unit':
      return narrowUnit[language];
    case 'base':
      return content.base;
    case 'year':
      return Math.min(content.year, narrowYear);
    case 'growth':
    case 'target':
    case 'gap':
    case 'required':
      return fixed[language][role];
    case 'path':
      return path;
    case 'yearGrowth':
      return yearGrowth;
  }
}
