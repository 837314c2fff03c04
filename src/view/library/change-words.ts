/** One change of a scenario in words: which cell, what the base holds, what the scenario holds. */
import { printPeerGrowths } from '../../core/entry/peer-growth-entry.ts';
import { printRangeCell } from '../../core/entry/range-cells.ts';
import type { TargetLayer } from '../../core/model/dataset.ts';
import type { CellInput } from '../../core/model/input.ts';
import type { library } from '../../i18n/zh/library.ts';
import type { panel } from '../../i18n/zh/panel.ts';
import type { changesOf } from '../../state/scenario-facts.ts';
import { formatGoalText, type GoalWords } from '../format/goal.ts';
import { formatWithMark, type NumberLanguage } from '../format/number.ts';
import { indicatorName } from '../shared/indicator-name.ts';
import { choiceOf } from '../panel/path-choice.ts';

export type ListedChange = ReturnType<typeof changesOf>[number];
export type LibraryWords = typeof library;

export interface ChangeLanguage {
  readonly words: LibraryWords;
  /** The names of paths, which the side panel words. */
  readonly paths: (typeof panel)['path']['kinds'];
  readonly language: NumberLanguage;
  /** How a target is written. */
  readonly comparison: GoalWords;
  /** Of the dataset, for their names. */
  readonly layers: readonly Pick<TargetLayer, 'id' | 'label'>[];
}

export interface ChangeWords {
  /** `高新技术企业 增速` */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export function wordChange({ row, change }: ListedChange, spoken: ChangeLanguage): ChangeWords {
  return {
    label: [row && indicatorName(row.row.indicator, spoken.language), columnWords(row?.path, change, spoken.words)]
      .join(' ')
      .trim(),
    from: sideWords('mine', row, change, spoken),
    to: sideWords('theirs', row, change, spoken),
  };
}

/** The column of the sheet to go to for a change; what has no column of its own is shown beside the growth. */
export function columnToShow({ change: { column } }: ListedChange): string {
  switch (column.kind) {
    case 'value':
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

function columnWords(path: Row['path'] | undefined, { column }: Change, { column: words }: LibraryWords): string {
  switch (column.kind) {
    case 'value':
    case 'yearGrowth':
    case 'yearRange':
    case 'target':
      return words[column.kind](column.year);
    case 'growth': {
      const kind = path?.theirs.kind;
      return kind === 'compound' || kind === 'scurve' || kind === 'step' || kind === 'points'
        ? words.growth[kind]
        : words.growth.other;
    }
    case 'setting':
      return words.setting[column.name];
    case 'path':
    case 'held':
    case 'range':
    case 'peers':
      return words[column.kind];
  }
}

function sideWords(side: Side, row: Row | undefined, change: Change, spoken: ChangeLanguage): string {
  const { kind } = change.column;
  if (kind === 'setting') return settingWords(change.input[side], change.column, spoken);
  if (!row || kind !== 'path') return numberWords(side, change, spoken);
  const name = spoken.paths[choiceOf(row.path[side])];
  const growth = row.cells.find(({ column }) => column.kind === 'growth');
  return growth?.input[side] ? `${name} ${numberWords(side, growth, spoken)}` : name;
}

function settingWords(
  input: CellInput | null,
  { name }: Extract<Change['column'], { kind: 'setting' }>,
  { words, language, layers }: ChangeLanguage,
): string {
  if (input?.kind !== 'text') return words.usual;
  if (name !== 'layers') return input.text;
  const ids = input.text.split(',');
  const names = layers.filter(({ id }) => ids.includes(id)).map(({ label }) => label[language]);
  return names.length === 0 ? words.noLayers : names.join(language === 'zh' ? '、' : ', ');
}

function numberWords(
  side: Side,
  { column, input, value, format }: Change,
  { words, language, comparison }: ChangeLanguage,
): string {
  const [entry, computed, shown] = [input[side], value[side], format[side]];
  if (entry === null) return column.kind === 'yearGrowth' ? words.asRow : words.blank;
  if (entry.kind === 'text' && column.kind === 'target' && shown)
    return formatGoalText(entry.text, shown, language, comparison);
  if (entry.kind === 'text' && (column.kind === 'range' || column.kind === 'yearRange') && shown)
    return printRangeCell(entry.text, { format: shown }) ?? entry.text;
  if (entry.kind === 'text') return column.kind === 'peers' ? printPeerGrowths(entry.text) : entry.text;
  if (computed.kind === 'error') return computed.error.code;
  if (computed.kind !== 'number') return words.blank;
  if (!shown) return String(computed.value);
  const text = formatWithMark(computed.value, shown, language);
  return shown.mark === 'points' ? words.points(text) : text;
}
