/** What the cells of the board say, as text: the page shows it, and the copied table carries it. */
import { isTextColumn } from '../../core/model/cell.ts';
import type {
  AssumptionCell,
  AssumptionRow,
  Difference,
  ResultCell,
  ResultRow,
  SettingCell,
  SettingRow,
} from '../../core/model/comparison.ts';
import { rateFormat, shownNumber } from '../../core/model/format.ts';
import { goalFormat } from '../../core/model/goal.ts';
import type { CellValue } from '../../core/model/input.ts';
import type { NumberFormat } from '../../core/model/view.ts';
import { formatGap, formatNumber, type NumberLanguage } from '../format/number.ts';
import { wordBlank, wordSetting, wordText } from '../scenario/cell-text.ts';
import type { BoardContext } from './board-context.ts';
import type { ComparisonWords } from './words.ts';

/** Which choice of the scenario as a whole it is. */
export function settingItem({ name }: SettingRow, { texts }: BoardContext): string {
  return texts.setting[name];
}

export function settingText({ text }: SettingCell, { name }: SettingRow, context: BoardContext): string {
  return wordSetting(name, text, context);
}

/** Which of the row's assumptions it is: `年均增速`, `2023 年改写`. What a growth is called follows from the first path that takes one. */
export function assumptionItem({ indicator, column, cells }: AssumptionRow, { words, baseYear }: BoardContext): string {
  const path = cells.find(({ format }) => format)?.path;
  const { assumption } = words;
  switch (column.kind) {
    case 'value':
      return column.year === baseYear ? assumption.base(column.year) : assumption.year(column.year);
    case 'yearGrowth':
    case 'yearRange':
    case 'valueRange':
    case 'target':
      return assumption[column.kind](column.year);
    case 'growth':
      if (path === 'step') return indicator.unit.percent ? assumption.points : assumption.step;
      return path === 'points' || path === 'scurve' ? assumption[path] : assumption.growth;
    case 'path':
    case 'held':
    case 'range':
    case 'peers':
      return assumption[column.kind];
    case 'setting':
      return '';
  }
}

/** The unit that the row's numbers are in; empty where it has none. */
export function assumptionUnit({ indicator, column, cells }: AssumptionRow, { language, words }: BoardContext): string {
  const unit = indicator.unit.label[language];
  switch (column.kind) {
    case 'value':
    case 'target':
      return unit;
    case 'growth':
    case 'yearGrowth': {
      const format = cells.find((cell) => cell.format)?.format;
      if (!format) return '';
      if (format.mark === 'points') return words.points;
      return format.mark === 'percent' ? words.percent : unit;
    }
    case 'path':
    case 'held':
    case 'range':
    case 'yearRange':
    case 'valueRange':
    case 'peers':
    case 'setting':
      return '';
  }
}

/** What was put in, or for a formula its text: an assumption is shown as it was made. */
export function assumptionText(cell: AssumptionCell, row: AssumptionRow, context: BoardContext): string {
  const { input, value, format, entry } = cell;
  const { column, indicator } = row;
  if (column.kind === 'path') return pathText(cell, context);
  if (!input) return column.kind === 'growth' && !format ? context.words.noGrowth : wordBlank(column, context);
  if (column.kind === 'held') return entry.replaceAll(',', '、');
  if (input.kind === 'formula') return entry;
  if (input.kind === 'text' && isTextColumn(column))
    return wordText(input.text, { column, format, indicator }, context);
  if (value.kind === 'error') return value.error.code;
  return value.kind === 'number'
    ? formatNumber(value.value, format ?? rateFormat, context.language)
    : wordBlank(column, context);
}

/** The page's `data-value` of an assumption: a stored text as it is, else as {@link valueData}. */
export function assumptionData({ input, value, format }: AssumptionCell, { column }: AssumptionRow): string {
  return isTextColumn(column) ? (input?.kind === 'text' ? input.text : '') : valueData(value, format);
}

function pathText({ path, entry }: AssumptionCell, { words }: BoardContext): string {
  const name = new Map<string, string>(Object.entries(words.path)).get(path) ?? path;
  const [, argument] = entry.split(':');
  if (argument === undefined) return name;
  return path === 'scurve' ? words.pathCeiling(name, argument) : words.pathTo(name, argument);
}

/** The value as the page shows it; a blank shows nothing. */
export function valueText(value: CellValue, format: NumberFormat, language: NumberLanguage): string {
  switch (value.kind) {
    case 'number':
      return formatNumber(value.value, format, language);
    case 'error':
      return value.error.code;
    case 'text':
      return value.text;
    case 'blank':
      return '';
  }
}

/** The page's `data-value`: the number at full precision in the shown unit, or the error's code. */
export function valueData(value: CellValue, format: NumberFormat | undefined): string {
  switch (value.kind) {
    case 'number':
      return String(format ? shownNumber(value.value, format) : value.value);
    case 'error':
      return value.error.code;
    case 'text':
      return value.text;
    case 'blank':
      return '';
  }
}

/** A difference as shown: a shape for its direction, the amount without a sign, and `点` for percentage points. */
export interface DifferenceText {
  readonly mark: '▲' | '▼' | '';
  readonly amount: string;
  readonly unit: string;
}

/** An amount that the row's decimals would round to nothing gets as many as show its first digit. */
export function differenceText(
  { absolute }: Difference,
  format: NumberFormat,
  { language, words }: BoardContext,
): DifferenceText {
  if (absolute === 0) return { mark: '', amount: words.alike, unit: '' };
  const amount = formatGap(absolute, format, language);
  return { mark: absolute > 0 ? '▲' : '▼', amount, unit: format.mark === 'none' ? '' : words.points };
}

/** `+54.0`, `−8.8`, in per cent without the sign for it; small shares get a second decimal. Empty where there is none. */
export function relativeText({ absolute, relative }: Difference, language: NumberLanguage): string {
  if (relative === undefined || absolute === 0) return '';
  const size = Math.abs(relative);
  const amount = formatGap(size, { decimals: size < 0.01 ? 2 : 1, shift: 2, mark: 'none' }, language);
  return `${relative > 0 ? '+' : '−'}${amount}`;
}

/** The status in a word; a target that turned against the reference is said so. Empty without a target. */
export function statusText({ status, turn }: ResultCell, words: ComparisonWords): string {
  if (turn) return words.turned[turn];
  return status ? words.status[status] : '';
}

/** The status in a full sentence, for a hint. */
export function statusHint(cell: ResultCell, row: ResultRow, { words, language }: BoardContext): string {
  const { status, gap, turn } = cell;
  if (!status) return '';
  const short = gap === undefined || gap <= 0 ? words.statusHint.atBound : undefined;
  const fare =
    status === 'missed'
      ? (short ??
        words.statusHint.missed(formatGap(gap ?? 0, goalFormat(row.target?.measure, row.indicator.unit), language)))
      : words.statusHint[status];
  return turn ? `${fare}${language === 'zh' ? '。' : '. '}${words.statusHint[turn]}` : fare;
}
