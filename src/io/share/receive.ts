/** What was shared, held against the workbook that is open here: what does not fit is named, never dropped unseen. */
import { parseCellKey, scenarioRow, valueKey, type CellKey } from '../../core/model/cell.ts';
import { err, ok, type Result } from '../../core/model/result.ts';
import type { CellInput } from '../../core/model/input.ts';
import { decodeScenario, type DocumentError } from '../../core/scenario/document.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { ShareContext } from './link-contents.ts';
import type { ChangedFigure, DatasetName, LeftOut, ShareError, SharedScenarios } from '../../core/scenario/share.ts';

export interface Shipment {
  readonly dataset: DatasetName;
  /** Untrusted, in the stored form of any schema. */
  readonly documents: readonly unknown[];
  readonly figures: ReadonlyMap<string, number>;
  readonly leftOut: readonly LeftOut[];
}

/** Every document as a scenario, all of them or none. */
export function decodeDocuments(documents: readonly unknown[]): Result<readonly Scenario[], ShareError> {
  const scenarios: Scenario[] = [];
  for (const [index, document] of documents.entries()) {
    const decoded = decodeScenario(document);
    if (!decoded.ok) return err(shareError(decoded.error, `scenarios[${index}]`));
    scenarios.push(decoded.value);
  }
  return ok(scenarios);
}

/** Decodes the documents and fits them to the open workbook. */
export function receive(shipment: Shipment, context: ShareContext): Result<SharedScenarios, ShareError> {
  const { dataset, figures, leftOut } = shipment;
  const decoded = decodeDocuments(shipment.documents);
  if (!decoded.ok) return decoded;
  const scenarios = decoded.value;
  if (dataset.id !== context.dataset.id) return err({ code: 'missingDataset', dataset, scenarios });
  const fitted = scenarios.map((scenario) => fit(scenario, context));
  const changed = dataset.version === context.dataset.version ? undefined : changedFigures(figures, context);
  return ok({
    scenarios: fitted.map(({ scenario }) => scenario),
    leftOut: [
      ...leftOut,
      ...fitted.flatMap(({ missing }, scenario) =>
        [...missing].map(([indicator, cells]) => ({ scenario, indicator, cells })),
      ),
    ],
    ...(changed && { otherVersion: { version: dataset.version, figures: changed } }),
  });
}

/** The scenario on the sender's base-year figures: each becomes a change of its own, unless the scenario has changed that cell itself. */
export function withTheirFigures(
  scenario: Scenario,
  figures: readonly ChangedFigure[],
  { dataset }: ShareContext,
): Scenario {
  const patch = new Map<CellKey, CellInput | null>(scenario.patch);
  for (const { indicator, theirs } of figures) {
    const cell = valueKey(indicator, dataset.baseYear);
    if (!patch.has(cell)) patch.set(cell, { kind: 'number', value: theirs });
  }
  return { ...scenario, patch };
}

function fit(
  scenario: Scenario,
  { dataset }: ShareContext,
): { readonly scenario: Scenario; readonly missing: ReadonlyMap<string, number> } {
  const rows = new Set(dataset.rows.map(({ indicator }) => indicator.id));
  const years = new Set(dataset.years);
  const patch = new Map<CellKey, CellInput | null>();
  const missing = new Map<string, number>();
  for (const [cell, input] of scenario.patch) {
    const ref = parseCellKey(cell);
    if (!ref) continue;
    const { indicator, column } = ref;
    const isHere = rows.has(indicator) || indicator === scenarioRow;
    if (isHere && (!('year' in column) || years.has(column.year))) patch.set(cell, input);
    else missing.set(indicator, (missing.get(indicator) ?? 0) + 1);
  }
  return { scenario: missing.size === 0 ? scenario : { ...scenario, patch }, missing };
}

function changedFigures(
  figures: ReadonlyMap<string, number>,
  { dataset, base }: ShareContext,
): readonly ChangedFigure[] {
  return dataset.rows.flatMap(({ indicator: { id } }) => {
    const theirs = figures.get(id);
    const here = base.get(valueKey(id, dataset.baseYear));
    const mine = here?.kind === 'number' ? here.value : undefined;
    if (theirs === undefined || theirs === mine) return [];
    return [{ indicator: id, theirs, ...(mine !== undefined && { mine }) }];
  });
}

function shareError(error: DocumentError, at: string): ShareError {
  switch (error.code) {
    case 'newer':
      return { code: 'newer', version: error.schema, intact: true };
    case 'tooLarge':
      return { code: 'limit', at: `${at}.${error.at}`, limit: error.limit, given: error.given };
    case 'shape':
      return { code: 'shape', at: error.at === '' ? at : `${at}.${error.at}` };
    case 'duplicateCell':
      return { code: 'shape', at: `${at}.${error.cell}` };
    case 'migration':
      return { code: 'shape', at: `${at}.schema` };
  }
}
