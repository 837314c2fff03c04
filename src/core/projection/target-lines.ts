/** The targets of a scenario one by one: those it is held to, and those of documents that do not count in it. */
import type { IndicatorId, Year } from '../model/cell.ts';
import { cellKey, valueKey } from '../model/cell.ts';
import type { Dataset, Target, TargetLayer, WorkbookRow } from '../model/dataset.ts';
import type { GoalInForce } from '../model/goal.ts';
import type { LightRule } from '../model/light.ts';
import { knownUntil, layersChosen, layersInForce } from '../scenario/settings.ts';
import type { Assessment } from '../target/assess.ts';
import { measured } from '../target/measure.ts';
import { assessRow } from './cell.ts';
import { lightsToward, type YearLight } from './lights.ts';
import { neededGrowth, type NeededGrowth, type StartOf } from './needed-growth.ts';
import type { Projection } from './projection.ts';

/** A target that the scenario is held to, and how it fares. */
export interface TargetLine {
  readonly row: WorkbookRow;
  readonly goal: GoalInForce;
  /** The document that it is from; absent for the scenario's own. */
  readonly layer?: TargetLayer;
  /** What the target measures; absent where that is no number. In the measure's stored unit. */
  readonly value?: number;
  readonly assessment: Assessment;
  /** For each year on the way. */
  readonly lights: readonly YearLight[];
  /** Absent where there is no start to count from. */
  readonly needed?: NeededGrowth;
  /** Whether it is one of the roll-up's, which counts the target years only. */
  readonly counted: boolean;
  /** The scenario's own target stands in the place of a document's, or in none's. */
  readonly changed: boolean;
}

/** A target that does not count. `off`: its document is switched off; `later`: it was issued later; `replaced`: by another target. */
export interface IdleTarget {
  readonly row: WorkbookRow;
  readonly target: Target;
  readonly layer: TargetLayer;
  readonly why: 'off' | 'later' | 'replaced';
}

/** Rows in sheet order, years in order; of every projected year. */
export function targetLines(projection: Projection, startOf: StartOf, rule: LightRule): readonly TargetLine[] {
  const { dataset } = projection.workbook;
  return dataset.rows.flatMap((row) =>
    dataset.years.flatMap((year) => {
      const goal = year > dataset.baseYear ? projection.target(row.indicator.id, year) : undefined;
      const line = goal && targetLine(projection, row, goal, { startOf, rule });
      return line ? [line] : [];
    }),
  );
}

function targetLine(
  projection: Projection,
  row: WorkbookRow,
  goal: GoalInForce,
  { startOf, rule }: { readonly startOf: StartOf; readonly rule: LightRule },
): TargetLine | undefined {
  const { id } = row.indicator;
  const { year } = goal;
  const { dataset } = projection.workbook;
  const assessment = assessRow(row, year, projection);
  if (!assessment) return undefined;
  const layer = dataset.layers.find((one) => one.id === goal.layer);
  const value = measured(goal.measure ?? 'level', readerOf(projection, id), year, dataset.baseYear);
  const needed = neededGrowth(projection, row, goal, startOf);
  return {
    row,
    goal,
    assessment,
    lights: lightsToward(projection, id, year, rule),
    counted: dataset.targetYears.includes(year),
    changed: projection.isChanged(cellKey(id, { kind: 'target', year })),
    ...(layer && { layer }),
    ...(value !== undefined && { value }),
    ...(needed && { needed }),
  };
}

function readerOf(projection: Projection, indicator: IndicatorId): (year: Year) => number | undefined {
  return (year) => {
    const value = projection.value(valueKey(indicator, year));
    return value.kind === 'number' ? value.value : undefined;
  };
}

/** The documents' targets for rows and projected years of the sheet that do not count, in the order of the documents. */
export function idleTargets(projection: Projection): readonly IdleTarget[] {
  const { dataset, rows } = projection.workbook;
  const why = reasonOf(dataset, projection);
  return dataset.layers.flatMap((layer) =>
    layer.targets.flatMap((target) => {
      const row = rows.get(target.indicator);
      const reason = why(layer, target);
      if (!row || !reason || target.year <= dataset.baseYear || !dataset.years.includes(target.year)) return [];
      return [{ row, target, layer, why: reason }];
    }),
  );
}

function reasonOf(dataset: Dataset, projection: Projection) {
  const chosen = layersChosen(dataset, projection.patch);
  const inForce = layersInForce(dataset, projection.patch);
  return ({ id }: TargetLayer, target: Target): IdleTarget['why'] | undefined => {
    if (!chosen.has(id)) return 'off';
    if (!inForce.has(id) && knownUntil(projection.patch) !== undefined) return 'later';
    return projection.target(target.indicator, target.year) === target ? undefined : 'replaced';
  };
}
