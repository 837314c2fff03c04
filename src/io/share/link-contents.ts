/** What travels: scenarios in their stored form, and enough of the sender's figures to see whether the receiver has the same. */
import type { IndicatorId } from '../../core/model/cell.ts';
import { parseCellKey, valueKey } from '../../core/model/cell.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import type { BaseInputs } from '../../core/scenario/changes.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { DatasetName } from '../../core/scenario/share.ts';

/** What sharing needs of the open workbook; a `Workbook` is one. */
export interface ShareContext {
  readonly dataset: Dataset;
  /** What every cell holds before any scenario. */
  readonly base: BaseInputs;
}

export interface LinkContents {
  readonly dataset: DatasetName;
  readonly baseYear: number;
  /** How many projected years follow the base year. */
  readonly projected: number;
  /** Without ids and the time of making, which do not travel in a link. */
  readonly documents: readonly LinkDocument[];
  /** Base-year figures of the rows that the scenarios change, as the sender saw them. */
  readonly figures: ReadonlyMap<string, number>;
}

export type LinkDocument = Pick<ScenarioDocument, 'name' | 'note' | 'author' | 'modified' | 'cells'>;

/** The base-year figures of every row that any of the scenarios changes. */
export function figuresOf(
  scenarios: readonly Scenario[],
  { dataset, base }: ShareContext,
): ReadonlyMap<IndicatorId, number> {
  const figures = new Map<IndicatorId, number>();
  for (const { patch } of scenarios) {
    for (const cell of patch.keys()) {
      const indicator = parseCellKey(cell)?.indicator;
      if (indicator === undefined || figures.has(indicator)) continue;
      const figure = base.get(valueKey(indicator, dataset.baseYear));
      if (figure?.kind === 'number') figures.set(indicator, figure.value);
    }
  }
  return figures;
}
