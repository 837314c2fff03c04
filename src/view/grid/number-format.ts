/** How many decimals the rows of the selection show. Nothing stored changes, so it is no step of undo. */
import type { IndicatorId } from '../../core/model/cell.ts';
import { valueFormat } from '../../core/model/format.ts';
import { formatNumber } from '../format/number.ts';
import { CELL_PADDING } from './column-widths.ts';
import type { GridSession } from './session.svelte.ts';
import { figuresWidth } from './text-width.ts';

/** The indicators of the selected rows. */
export function selectedRows({ sheet, selectedBlock }: GridSession): readonly IndicatorId[] {
  const { top, bottom } = selectedBlock;
  return sheet.rows.slice(top, bottom + 1).flatMap(({ row }) => (row.kind === 'indicator' ? [row.indicator] : []));
}

/** Shows the rows with so many decimals, or with those of their units, and gives the columns room for them. */
export function chooseDecimals(session: GridSession, rows: readonly IndicatorId[], decimals: number | undefined): void {
  const { preferences } = session.planner;
  preferences.chooseDecimals(rows, decimals);
  if (decimals === undefined) return;
  for (const { column, width } of session.sheet.geometry.boxes) {
    if (column.role !== 'base' && column.role !== 'year') continue;
    const wanted = Math.max(...rows.map((row) => figuresWidth(sampleText(session, row, column.id, decimals), 13)));
    if (wanted + CELL_PADDING > width) session.sheet.resize(column.id, wanted + CELL_PADDING);
  }
}

/** A cell's number with so many decimals, or with those of its unit; empty where it holds none. */
export function sampleText(
  { planner, sheet }: GridSession,
  row: IndicatorId,
  columnId: string,
  decimals: number | undefined,
): string {
  const column = sheet.columns.find(({ id }) => id === columnId);
  const view = column && planner.workspace.cell(row, column);
  if (view?.kind !== 'value' || view.value.kind !== 'number') return '';
  const format = valueFormat(planner.workspace.indicator(row).indicator.unit);
  const shown = decimals === undefined ? format : { ...format, decimals };
  return formatNumber(view.value.value, shown, planner.preferences.language);
}
