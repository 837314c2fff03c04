/** A dataset made ready to calculate: its sheet, names, base inputs and targets. Made once; nothing in it changes. */
import { createNames, type Names } from '../formula/names.ts';
import { parseCanonical } from '../formula/parse.ts';
import { baseInputs } from '../growth/base-inputs.ts';
import type { CellKey, IndicatorId } from '../model/cell.ts';
import type { Dataset, WorkbookRow } from '../model/dataset.ts';
import type { CellInput } from '../model/input.ts';
import type { Sheet } from '../model/sheet.ts';
import { defaultLayers, layersKnown, targetsInForce, type TargetsInForce } from '../model/target-layers.ts';
import type { CalculationSheet, ParseSource } from '../recalc/calculation.ts';
import { makeSheet } from './sheet.ts';

export interface Workbook {
  readonly dataset: Dataset;
  readonly sheet: Sheet;
  readonly names: Names;
  readonly rows: ReadonlyMap<IndicatorId, WorkbookRow>;
  /** What every cell holds before any scenario. */
  readonly base: ReadonlyMap<CellKey, CellInput>;
  readonly targets: TargetsInForce;
  /** The targets of a scenario: those in force by default, or of those the ones issued by its `knownUntil`. */
  readonly targetsKnown: (until: string | undefined) => TargetsInForce;
  readonly calculationSheet: CalculationSheet;
  readonly parse: ParseSource;
}

/** The workbook of a dataset, with the layers of targets that are in force by default. */
export function makeWorkbook(dataset: Dataset): Workbook {
  const names = createNames(dataset.rows.map(({ indicator }) => indicator));
  const targets = targetsInForce(dataset, defaultLayers(dataset));
  const known = new Map<string, TargetsInForce>();
  function targetsKnown(until: string | undefined): TargetsInForce {
    if (until === undefined) return targets;
    const made = known.get(until) ?? targetsInForce(dataset, layersKnown(dataset, until));
    known.set(until, made);
    return made;
  }
  return {
    dataset,
    sheet: makeSheet(dataset),
    names,
    rows: new Map(dataset.rows.map((row) => [row.indicator.id, row])),
    base: baseInputs(dataset),
    targets,
    targetsKnown,
    calculationSheet: { indicators: dataset.rows.map(({ indicator }) => indicator.id), years: dataset.years },
    parse: (source) => parseCanonical(source, names),
  };
}
