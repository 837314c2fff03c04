/** How many rows each filter would leave. */
import type { IndicatorId } from '../../core/model/cell.ts';
import type { WorkbookRow } from '../../core/model/dataset.ts';
import type { SheetColumn } from '../../core/model/sheet.ts';
import type { CellView } from '../../core/model/view.ts';

export interface RowCounts {
  readonly changed: number;
  readonly behind: number;
  readonly withTarget: number;
}

export interface CountedSheet {
  /** All that have a target, at least. */
  readonly rows: readonly WorkbookRow[];
  readonly columns: readonly SheetColumn[];
  cell(row: WorkbookRow, column: SheetColumn): CellView;
}

/** A row counts once, however many of its targets are missed. */
export function countRows(sheet: CountedSheet, changed: ReadonlySet<IndicatorId>): RowCounts {
  const gaps = sheet.columns.filter(({ role }) => role === 'gap');
  let behind = 0;
  let withTarget = 0;
  for (const row of sheet.rows) {
    const views = gaps.map((column) => sheet.cell(row, column)).filter((view) => view.kind === 'gap');
    if (views.length > 0) withTarget += 1;
    if (views.some(({ status }) => status === 'missed')) behind += 1;
  }
  return { changed: changed.size, behind, withTarget };
}
