/** The sheet as a plain table for another program: numbers at full precision in the shown unit, words as on screen. */
import { shownNumber } from '../../core/model/format.ts';
import type { Indicator } from '../../core/model/dataset.ts';
import type { SheetColumn } from '../../core/model/sheet.ts';
import type { CellView } from '../../core/model/view.ts';
import type { exchange } from '../../i18n/zh/exchange.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';
import { cellText, headerLines, type TextContext } from '../grid/cell-text.ts';

export type ExchangeWords = typeof exchange;
export type SheetField = string | number;

/** What of the open scenario is read. */
export type ReadSheet = Pick<Workspace, 'cell' | 'dataset' | 'indicator' | 'path' | 'sheet'>;

export interface SheetTableContext extends TextContext {
  readonly exchange: ExchangeWords;
  /** A growth path by its name. */
  readonly pathName: (path: ReturnType<Workspace['path']>) => string;
}

/** A header, then every indicator in the order of the sheet, folded or not. A column that no row has filled is left out. */
export function sheetTable(workspace: ReadSheet, context: SheetTableContext): SheetField[][] {
  const { chapters } = workspace.dataset;
  const rows = workspace.sheet.rows.flatMap((row) =>
    row.kind === 'indicator' ? [workspace.indicator(row.indicator).indicator] : [],
  );
  const columns = workspace.sheet.columns.filter((column) =>
    rows.some(({ id }) => isFilled(workspace.cell(id, column), column)),
  );
  const chapterOf = ({ chapter }: Indicator): string => {
    const found = chapters.find(({ id }) => id === chapter);
    return found ? `${found.number} ${found.label[context.language]}`.trim() : '';
  };
  return [
    [context.exchange.column.chapter, ...columns.map((column) => header(column, context))],
    ...rows.map((indicator) => [
      chapterOf(indicator),
      ...columns.map((column) => {
        const view = workspace.cell(indicator.id, column);
        if (view.kind === 'path') return context.pathName(workspace.path(indicator.id));
        return field(view, indicator, column, context);
      }),
    ]),
  ];
}

/** That a row takes no growth is said once, in the column of its growth. */
function isFilled(view: CellView, { role }: SheetColumn): boolean {
  switch (view.kind) {
    case 'empty':
      return false;
    case 'noGrowth':
      return role === 'growth';
    case 'value':
      return view.value.kind !== 'blank';
    default:
      return true;
  }
}

function header(column: SheetColumn, { words, exchange }: SheetTableContext): string {
  if (column.role === 'gap') return exchange.column.gap(column.year ?? 0);
  return headerLines(column, words.header).join(' ');
}

function field(view: CellView, indicator: Indicator, column: SheetColumn, context: TextContext): SheetField {
  if (view.kind === 'value' && view.value.kind === 'number') return shownNumber(view.value.value, view.format);
  if (view.kind === 'gap' && view.gap !== undefined) return shownNumber(view.gap, view.format);
  return cellText(view, indicator, column, context);
}
