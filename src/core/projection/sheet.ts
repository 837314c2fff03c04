/** The sheet of a dataset: each chapter a heading, then its rows. */
import type { Dataset } from '../model/dataset.ts';
import { sheetColumns, type Sheet, type SheetRow } from '../model/sheet.ts';

/** Rows in the dataset's order; a heading stands before the first row of each chapter. */
export function makeSheet(dataset: Dataset): Sheet {
  const rows: SheetRow[] = [];
  let chapter: string | undefined;
  for (const { indicator } of dataset.rows) {
    if (indicator.chapter !== chapter) {
      chapter = indicator.chapter;
      rows.push({ kind: 'heading', chapter });
    }
    rows.push({ kind: 'indicator', indicator: indicator.id });
  }
  return {
    baseYear: dataset.baseYear,
    years: dataset.years,
    rows,
    columns: sheetColumns(dataset.years, dataset.targetYears),
  };
}
