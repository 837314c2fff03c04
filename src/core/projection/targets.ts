/** The targets that a scenario is held to: those of the layers it has switched on, with its own in their place. */
import { parseCellKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import { ownGoal, parseGoal, printGoal, type GoalInForce } from '../model/goal.ts';
import type { CellInput } from '../model/input.ts';
import type { TargetsInForce } from '../model/target-layers.ts';
import { layersInForce } from '../scenario/settings.ts';
import type { Patch } from '../scenario/scenario.ts';
import type { Workbook } from './workbook.ts';

export interface ScenarioTargets {
  /** Of the layers alone: what a target is reset to. */
  readonly ofLayers: TargetsInForce;
  readonly inForce: TargetsInForce;
}

/** A target of its own counts in the place of the layers'; a blank one takes theirs away; one that cannot be read counts as none. */
export function scenarioTargets(workbook: Workbook, patch: Patch): ScenarioTargets {
  const ofLayers = workbook.targetsOf(layersInForce(workbook.dataset, patch));
  const own = [...patch].flatMap(([cell, input]) => {
    const ref = parseCellKey(cell);
    return ref?.column.kind === 'target' ? [{ indicator: ref.indicator, year: ref.column.year, input }] : [];
  });
  if (own.length === 0) return { ofLayers, inForce: ofLayers };
  const inForce = new Map<IndicatorId, ReadonlyMap<Year, GoalInForce>>(ofLayers);
  for (const { indicator, year, input } of own) {
    const ofIndicator = new Map(inForce.get(indicator));
    const terms = input?.kind === 'text' ? parseGoal(input.text) : undefined;
    if (terms) ofIndicator.set(year, ownGoal(indicator, year, terms));
    else ofIndicator.delete(year);
    inForce.set(indicator, ofIndicator);
  }
  return { ofLayers, inForce };
}

/** Whether a cell has to do with targets, so that a change of it asks for {@link scenarioTargets} anew. */
export function concernsTargets(cell: CellKey): boolean {
  return cell.includes('@target-') || cell.includes('@set-');
}

/** What a target cell holds where the scenario says nothing: the layers' target; `undefined` for any other cell. */
export function targetInput(cell: CellKey, targets: TargetsInForce): CellInput | undefined {
  const ref = concernsTargets(cell) ? parseCellKey(cell) : undefined;
  if (ref?.column.kind !== 'target') return undefined;
  const goal = targets.get(ref.indicator)?.get(ref.column.year);
  return goal && { kind: 'text', text: printGoal(goal) };
}
