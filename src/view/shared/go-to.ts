/** Selecting a cell from outside the grid: makes its row and column visible first. */
import type { IndicatorId } from '../../core/model/cell.ts';
import type { SheetRow } from '../../core/model/sheet.ts';
import type { OpenPlan } from '../../state/context.ts';
import { revealPlace } from '../../state/step.ts';
import { focusRegion } from './region.ts';

/** The indicator in a sheet row, counted from 1; `undefined` for a heading. */
export function indicatorAt(rows: readonly SheetRow[], row: number): IndicatorId | undefined {
  const found = rows[row - 1];
  return found?.kind === 'indicator' ? found.indicator : undefined;
}

/** The chapter that a sheet row, counted from 1, stands under. */
export function chapterAt(rows: readonly SheetRow[], row: number): string | undefined {
  for (let index = Math.min(row, rows.length) - 1; index >= 0; index -= 1) {
    const found = rows[index];
    if (found?.kind === 'heading') return found.chapter;
  }
  return undefined;
}

/** Selects the cell and hands the focus to the grid. `column` is the id of a sheet column. */
export function goToCell(planner: OpenPlan, indicator: IndicatorId, column: string): void {
  const index = planner.workspace.sheet.rows.findIndex(
    (row) => row.kind === 'indicator' && row.indicator === indicator,
  );
  if (index < 0) return;
  revealPlace({ row: index + 1, column }, planner);
  focusRegion('sheet');
}

/** Selects a chapter's heading, unfolded. */
export function goToChapter({ workspace, outline, selection }: OpenPlan, chapter: string): void {
  const index = workspace.sheet.rows.findIndex((row) => row.kind === 'heading' && row.chapter === chapter);
  if (index < 0) return;
  outline.foldChapter(chapter, false);
  if (![...outline.rows].some(({ number }) => number === index + 1)) outline.clearFilters();
  selection.moveTo({ row: index + 1, column: 'name' });
  focusRegion('sheet');
}
