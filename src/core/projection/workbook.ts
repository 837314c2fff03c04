/** A dataset made ready to calculate: its sheet, names, base inputs and targets. Made once; nothing in it changes. */
import { createNames, type Names } from '../formula/names.ts';
import { parseCanonical } from '../formula/parse.ts';
import { workbookInputs, type WorkbookInputs } from '../growth/workbook-inputs.ts';
import type { IndicatorId } from '../model/cell.ts';
import type { Dataset, WorkbookRow } from '../model/dataset.ts';
import type { Sheet } from '../model/sheet.ts';
import { defaultLayers, targetsInForce, type TargetsInForce } from '../model/target-layers.ts';
import type { CalculationSheet, ParseSource } from '../recalc/calculation.ts';
import { makeSheet } from './sheet.ts';

/** The dataset's rows by their ids. */
export type WorkbookRows = Pick<ReadonlyMap<IndicatorId, WorkbookRow>, 'get'>;

export interface Workbook {
  readonly dataset: Dataset;
  readonly sheet: Sheet;
  readonly names: Names;
  readonly rows: WorkbookRows;
  /** What every cell holds before any scenario. */
  readonly base: WorkbookInputs;
  readonly targets: TargetsInForce;
  /** The targets of some layers, by their ids; the same object for the same layers. */
  readonly targetsOf: (layers: ReadonlySet<string>) => TargetsInForce;
  readonly calculationSheet: CalculationSheet;
  readonly parse: ParseSource;
}

/** The workbook of a dataset, with the layers of targets that are in force by default. */
export function makeWorkbook(dataset: Dataset): Workbook {
  const indicators = dataset.rows.map(({ indicator }) => indicator);
  /** One map for all who look for a row: each of them had its own, 1.8 MB at 100,000 rows. */
  const rowOf = new Map(indicators.map(({ id }, row) => [id, row]));
  const names = createNames(indicators, rowOf);
  const known = new Map<string, TargetsInForce>();
  function targetsOf(layers: ReadonlySet<string>): TargetsInForce {
    const name = [...layers].sort().join();
    const made = known.get(name) ?? targetsInForce(dataset, layers);
    known.set(name, made);
    return made;
  }
  const rows: WorkbookRows = {
    get: (id) => dataset.rows[rowOf.get(id) ?? -1],
  };
  const targets = targetsOf(defaultLayers(dataset));
  return {
    dataset,
    sheet: makeSheet(dataset),
    names,
    rows,
    base: workbookInputs(dataset, targets, rows),
    targets,
    targetsOf,
    calculationSheet: { indicators: indicators.map(({ id }) => id), years: dataset.years, rowOf },
    parse: (source) => parseCanonical(source, names),
  };
}
