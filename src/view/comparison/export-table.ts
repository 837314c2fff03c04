/** The board as a plain table for another program: numbers at full precision in the shown unit, words as on screen. */
import type { ComparisonLine, Difference, TargetSummary } from '../../core/model/comparison.ts';
import { rateFormat, shownNumber, valueFormat } from '../../core/model/format.ts';
import type { CellValue } from '../../core/model/input.ts';
import type { NumberFormat } from '../../core/model/view.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { ComparisonBoard } from '../../state/comparison-board.svelte.ts';
import { formatGoal } from '../format/goal.ts';
import { shownName } from '../scenario/shown-name.ts';
import type { BoardContext } from './board-context.ts';
import { assumptionItem, assumptionText, assumptionUnit, settingItem, settingText, statusText } from './board-text.ts';
import { indicatorName } from '../shared/indicator-name.ts';
import type { ExportField } from '../shared/table-export.ts';
import type { ComparisonWords } from './words.ts';

export interface ExportFacts {
  /** As on screen. */
  readonly lines: readonly ComparisonLine[];
  /** By column, the reference first. */
  readonly names: readonly string[];
  readonly summaries: readonly TargetSummary[];
}

/** What the columns are called, the reference first; scenarios that share one are all named. */
export function columnNames(
  { columns }: Pick<ComparisonBoard, 'columns'>,
  words: ComparisonWords,
  messages: Messages,
): readonly string[] {
  return columns.map(({ scenarios }) => words.same(scenarios.map((scenario) => shownName(scenario, messages))));
}

/** The board as it stands on screen. */
export function boardTable(
  { lines, table }: Pick<ComparisonBoard, 'lines' | 'table'>,
  names: readonly string[],
  context: BoardContext,
): ExportField[][] {
  return exportTable({ lines, names, summaries: table.summaries }, context);
}

/** Header, a row for each line that holds numbers, and the roll-up. All rows are equally long. */
export function exportTable({ lines, names, summaries }: ExportFacts, context: BoardContext): ExportField[][] {
  const { words } = context;
  const { column, section, summary } = words;
  const header = [column.section, column.indicator, column.item, column.unit].concat(
    names.flatMap((name, index) => [
      name,
      ...(index === 0 ? [] : [column.differenceOf(name), column.relativeOf(name)]),
      column.statusOf(name),
    ]),
    column.target,
  );
  const rows = lines.flatMap((line): ExportField[][] => {
    switch (line.kind) {
      case 'setting':
        return [settingFields(line, context)];
      case 'assumption':
        return [assumptionFields(line, context)];
      case 'result':
        return [resultFields(line, context)];
      case 'section':
      case 'chapter':
        return [];
    }
  });
  const turns = summaries.map(({ won, lost }) => summary.turns(won.length, lost.length));
  const rollUp: ExportField[] = [
    section.results,
    summary.title,
    '',
    summary.unit,
    ...summaries.flatMap(({ met, withTarget }, index) => [
      `${met} / ${withTarget}`,
      ...(index === 0 ? [] : [met - (summaries[0]?.met ?? 0), '']),
      index === 0 ? '' : (turns[index] ?? ''),
    ]),
    '',
  ];
  return [header, ...rows, rollUp];
}

function settingFields({ row }: Extract<ComparisonLine, { kind: 'setting' }>, context: BoardContext): ExportField[] {
  const { words } = context;
  const fields = row.cells.flatMap((cell, index) => [
    settingText(cell, row, context),
    ...(index === 0 ? [] : differenceFields(undefined, undefined)),
    '',
  ]);
  return [words.section.settings, words.wholeScenario, settingItem(row, context), '', ...fields, ''];
}

function assumptionFields(
  { row }: Extract<ComparisonLine, { kind: 'assumption' }>,
  context: BoardContext,
): ExportField[] {
  const { language, words } = context;
  return [
    words.section.assumptions,
    indicatorName(row.indicator, language),
    assumptionItem(row, context),
    assumptionUnit(row, context),
    ...row.cells.flatMap((cell, index) => {
      const isFormula = cell.input?.kind === 'formula';
      // A text that begins with `=` would be run by the program it is pasted into.
      const shown = isFormula ? words.formula(cell.entry.slice(1)) : assumptionText(cell, row, context);
      const field = !isFormula && cell.value.kind === 'number' ? numberField(cell.value, cell.format) : shown;
      return [field, ...(index === 0 ? [] : differenceFields(cell.difference, cell.format)), ''];
    }),
    '',
  ];
}

function resultFields({ row }: Extract<ComparisonLine, { kind: 'result' }>, context: BoardContext): ExportField[] {
  const { language, words, comparison } = context;
  return [
    words.section.results,
    indicatorName(row.indicator, language),
    words.section.year(row.year),
    row.indicator.unit.label[language],
    ...row.cells.flatMap((cell, index) => [
      numberField(cell.value, row.format),
      ...(index === 0 ? [] : differenceFields(cell.difference, row.format)),
      statusText(cell, words),
    ]),
    row.target ? formatGoal(row.target, valueFormat(row.indicator.unit), language, comparison) : '',
  ];
}

function numberField(value: CellValue, format: NumberFormat | undefined): ExportField {
  switch (value.kind) {
    case 'number':
      return format ? shownNumber(value.value, format) : value.value;
    case 'error':
      return value.error.code;
    case 'text':
      return value.text;
    case 'blank':
      return '';
  }
}

function differenceFields(difference: Difference | undefined, format: NumberFormat | undefined): ExportField[] {
  if (!difference || !format) return ['', ''];
  const { absolute, relative } = difference;
  return [shownNumber(absolute, format), relative === undefined ? '' : shownNumber(relative, rateFormat)];
}
