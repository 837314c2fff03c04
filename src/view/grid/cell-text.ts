/** What a cell says, as text: the grid draws it, and a fitted column measures it. */
import type { Indicator } from '../../core/model/dataset.ts';
import type { SheetColumn } from '../../core/model/sheet.ts';
import type { CellView } from '../../core/model/view.ts';
import type { FirstMessages } from '../../i18n/messages.ts';
import { unitText } from './unit-text.ts';
import { formatGoal } from '../format/goal.ts';
import { formatGap, formatNumber, type NumberLanguage } from '../format/number.ts';

export interface TextContext {
  readonly language: NumberLanguage;
  readonly words: FirstMessages['grid'];
}

/** The text of a cell without its marks; empty for a blank and for a drawn path. */
export function cellText(view: CellView, indicator: Indicator, column: SheetColumn, context: TextContext): string {
  const { language, words } = context;
  switch (view.kind) {
    case 'label':
      if (column.role === 'unit') return unitText(indicator.unit, language);
      return language === 'zh' ? indicator.shortName : indicator.label.en;
    case 'value':
      switch (view.value.kind) {
        case 'number':
          return formatNumber(view.value.value, view.format, language);
        case 'error':
          return view.value.error.code;
        case 'text':
          return view.value.text;
        case 'blank':
          return '';
      }
      break;
    case 'noGrowth':
      return noGrowthText(view.path, words);
    case 'target':
      return formatGoal(view, view.format, language, words);
    case 'gap':
      return statusText(view, context);
    case 'path':
    case 'empty':
      return '';
  }
}

/** Shape before colour: what stands in front of the word. */
export const statusMarks = { met: '✓', thin: '△', missed: '✗', unknown: '?' } as const;

export type Gap = Extract<CellView, { kind: 'gap' }>;

/** `达标`, `险达`, `差 135`. A strict target that is touched and not passed falls short by nothing that could be written. */
export function statusText(
  { status, gap, format }: Pick<Gap, 'status' | 'gap' | 'format'>,
  { language, words }: TextContext,
): string {
  if (status !== 'missed') return words.status[status];
  return gap === undefined || gap <= 0 ? words.status.atBound : words.status.missed(formatGap(gap, format, language));
}

function noGrowthText(path: string, words: FirstMessages['grid']): string {
  return new Map(Object.entries(words.noGrowth)).get(path) ?? words.noGrowth.formula;
}

/** The lines of a column's header. */
export function headerLines(column: SheetColumn, words: FirstMessages['grid']['header']): readonly string[] {
  const year = column.year ?? 0;
  switch (column.role) {
    case 'name':
    case 'unit':
    case 'path':
      return [words[column.role]];
    case 'growth':
      return words.growth;
    case 'base':
    case 'year':
    case 'yearGrowth':
    case 'target':
    case 'gap':
    case 'required':
      return words[column.role](year);
  }
}
