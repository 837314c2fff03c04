/** One change of a scenario in words: which cell, what the base holds, what the scenario holds. */
import type { library } from '../../i18n/zh/library.ts';
import type { panel } from '../../i18n/zh/panel.ts';
import type { changesOf } from '../../state/scenario-facts.ts';
import { formatWithMark, type NumberLanguage } from '../format/number.ts';
import { choiceOf } from '../panel/path-choice.ts';

export type ListedChange = ReturnType<typeof changesOf>[number];
export type LibraryWords = typeof library;

export interface ChangeLanguage {
  readonly words: LibraryWords;
  /** The names of paths, which the side panel words. */
  readonly paths: (typeof panel)['path']['kinds'];
  readonly language: NumberLanguage;
}

export interface ChangeWords {
  /** `高新技术企业 增速` */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export function wordChange({ row, change }: ListedChange, spoken: ChangeLanguage): ChangeWords {
  return {
    label: `${indicatorName(row, spoken)} ${columnWords(row, change, spoken.words)}`,
    from: sideWords('mine', row, change, spoken),
    to: sideWords('theirs', row, change, spoken),
  };
}

/** The column of the sheet to go to for a change; locks are shown at the year they lock. */
export function columnToShow({ change }: ListedChange): string {
  switch (change.column.kind) {
    case 'value':
      return String(change.column.year);
    case 'yearGrowth':
      return `growth-${change.column.year}`;
    case 'growth':
    case 'path':
    case 'held':
      return 'growth';
  }
}

function indicatorName({ row: { indicator } }: Row, { language }: ChangeLanguage): string {
  return language === 'zh' ? indicator.shortName : indicator.label.en;
}

type Row = ListedChange['row'];
type Change = ListedChange['change'];
type Side = 'mine' | 'theirs';

function columnWords({ path }: Row, { column }: Change, { column: words }: LibraryWords): string {
  switch (column.kind) {
    case 'value':
      return words.value(column.year);
    case 'yearGrowth':
      return words.yearGrowth(column.year);
    case 'growth': {
      const { kind } = path.theirs;
      return kind === 'compound' || kind === 'scurve' || kind === 'step' || kind === 'points'
        ? words.growth[kind]
        : words.growth.other;
    }
    case 'path':
    case 'held':
      return words[column.kind];
  }
}

function sideWords(side: Side, row: Row, change: Change, spoken: ChangeLanguage): string {
  if (change.column.kind !== 'path') return numberWords(side, change, spoken);
  const name = spoken.paths[choiceOf(row.path[side])];
  const growth = row.cells.find(({ column }) => column.kind === 'growth');
  return growth?.input[side] ? `${name} ${numberWords(side, growth, spoken)}` : name;
}

function numberWords(
  side: Side,
  { column, input, value, format }: Change,
  { words, language }: ChangeLanguage,
): string {
  const [entry, computed, shown] = [input[side], value[side], format[side]];
  if (entry === null) return column.kind === 'yearGrowth' ? words.asRow : words.blank;
  if (entry.kind === 'text') return entry.text;
  if (computed.kind === 'error') return computed.error.code;
  if (computed.kind !== 'number') return words.blank;
  if (!shown) return String(computed.value);
  const text = formatWithMark(computed.value, shown, language);
  return shown.mark === 'points' ? words.points(text) : text;
}
