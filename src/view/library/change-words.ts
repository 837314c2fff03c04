/** One change of a scenario in words: which cell, what the base holds, what the scenario holds. */
import type { library } from '../../i18n/zh/library.ts';
import type { panel } from '../../i18n/zh/panel.ts';
import type { changesOf } from '../../state/scenario-facts.ts';
import { formatWithMark } from '../format/number.ts';
import { wordBlank, wordText, type TextLanguage } from '../scenario/cell-text.ts';
import { indicatorName } from '../shared/indicator-name.ts';
import { choiceOf } from '../panel/path-choice.ts';

export type ListedChange = ReturnType<typeof changesOf>[number];
export type LibraryWords = typeof library;

export interface ChangeLanguage extends TextLanguage {
  readonly words: LibraryWords;
  /** The names of paths, which the side panel words. */
  readonly paths: (typeof panel)['path']['kinds'];
}

export interface ChangeWords {
  /** `高新技术企业 增速` */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export function wordChange({ row, change, range }: ListedChange, spoken: ChangeLanguage): ChangeWords {
  return {
    label: [row && indicatorName(row.row.indicator, spoken.language), columnWords(row?.path, change, spoken)]
      .join(' ')
      .trim(),
    from: sideWords('mine', row, change, range, spoken),
    to: sideWords('theirs', row, change, range, spoken),
  };
}

/** The column of the sheet to go to for a change; what has no column of its own is shown beside the growth. */
export function columnToShow({ change: { column } }: ListedChange): string {
  switch (column.kind) {
    case 'value':
    case 'valueRange':
      return String(column.year);
    case 'yearGrowth':
    case 'yearRange':
      return `growth-${column.year}`;
    case 'target':
      return `target-${column.year}`;
    case 'growth':
    case 'path':
    case 'held':
    case 'range':
    case 'peers':
    case 'setting':
      return 'growth';
  }
}

type Row = NonNullable<ListedChange['row']>;
type Change = ListedChange['change'];
type Side = 'mine' | 'theirs';

function columnWords(path: Row['path'] | undefined, { column }: Change, spoken: ChangeLanguage): string {
  const words = spoken.words.column;
  switch (column.kind) {
    case 'value':
    case 'yearGrowth':
    case 'yearRange':
    case 'valueRange':
    case 'target':
      return words[column.kind](column.year);
    case 'growth': {
      const kind = path?.theirs.kind;
      return kind === 'compound' || kind === 'scurve' || kind === 'step' || kind === 'points'
        ? words.growth[kind]
        : words.growth.other;
    }
    case 'setting':
      return spoken.texts.setting[column.name];
    case 'path':
    case 'held':
    case 'range':
    case 'peers':
      return words[column.kind];
  }
}

function sideWords(
  side: Side,
  row: Row | undefined,
  change: Change,
  range: Change | undefined,
  spoken: ChangeLanguage,
): string {
  if (!row || change.column.kind !== 'path') return rangedWords(side, row, change, range, spoken);
  const name = spoken.paths[choiceOf(row.path[side])];
  const growth = row.cells.find(({ column }) => column.kind === 'growth');
  const rangeOfGrowth = row.cells.find(({ column }) => column.kind === 'range');
  return growth?.input[side] ? `${name} ${rangedWords(side, row, growth, rangeOfGrowth, spoken)}` : name;
}

/** A number, and behind it the range that goes with it. */
function rangedWords(
  side: Side,
  row: Row | undefined,
  change: Change,
  range: Change | undefined,
  spoken: ChangeLanguage,
): string {
  const number = inputWords(side, row, change, spoken);
  return range?.input[side] ? spoken.words.ranged(number, inputWords(side, row, range, spoken)) : number;
}

function inputWords(
  side: Side,
  row: Row | undefined,
  { column, input, value, format }: Change,
  spoken: ChangeLanguage,
): string {
  const [entry, computed, shown] = [input[side], value[side], format[side]];
  if (entry?.kind === 'text')
    return wordText(entry.text, { column, format: shown, indicator: row?.row.indicator }, spoken);
  if (entry === null) return wordBlank(column, spoken);
  if (computed.kind === 'error') return computed.error.code;
  if (computed.kind !== 'number') return wordBlank(column, spoken);
  if (!shown) return String(computed.value);
  const text = formatWithMark(computed.value, shown, spoken.language);
  return shown.mark === 'points' ? spoken.words.points(text) : text;
}
