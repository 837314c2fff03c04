/** What there is to say about a scenario, be it open or not, beside the sheet on view. */
import type { CellKey } from '../core/model/cell.ts';
import { baseOf, type BaseOf } from '../core/projection/base-of.ts';
import { listChanges, type ListedChange } from '../core/projection/listed-changes.ts';
import { review, type Review } from '../core/projection/review.ts';
import { countChanges } from '../core/scenario/change-log.ts';
import { newestFirst } from '../core/scenario/change-order.ts';
import { changesBetween } from '../core/scenario/changes.ts';
import type { ScenarioId } from '../core/scenario/scenario.ts';
import type { Version } from '../core/scenario/versions.ts';
import { baselineOf } from './baseline.ts';
import type { ScenarioSummary } from './open-sheet.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What a scenario has otherwise than the base; `undefined` if there is no such scenario. */
export function reviewOf(workspace: Workspace, id: ScenarioId): Review | undefined {
  const scenario = workspace.find(id);
  return scenario && review(baselineOf(workspace.workbook), workspace.projectionOf(scenario));
}

/** The changes of a scenario, newest first. */
export function changesOf(workspace: Workspace, id: ScenarioId): readonly ListedChange[] {
  const scenario = workspace.find(id);
  const reviewed = reviewOf(workspace, id);
  if (!scenario || !reviewed) return [];
  // Nobody made a built-in one's changes: they stand in the order of the sheet.
  return listChanges(reviewed, scenario.builtIn ? [] : newestFirst(scenario, workspace));
}

/** What the list of versions says about one. `asNow`: the scenario is the same today. */
export function describeVersion(
  workspace: Workspace,
  { scenario }: Version,
): ScenarioSummary & { readonly asNow: boolean } {
  const { met, withTarget } = workspace.projectionOf(scenario).rollUp();
  const now = workspace.find(scenario.id);
  const asNow =
    now?.note === scenario.note &&
    now.author === scenario.author &&
    changesBetween(now.patch, scenario.patch).length === 0;
  return { met, withTarget, changes: countChanges(scenario.patch), asNow };
}

/** What a cell would be reset to: what it holds before any scenario, and a target what the documents say that the open one heeds. */
export function baseOfCell(
  workspace: Pick<Workspace, 'workbook' | 'projectionOf' | 'scenario'>,
  key: CellKey,
): BaseOf | undefined {
  const base = baseOf(key, baselineOf(workspace.workbook));
  return base && { ...base, input: workspace.projectionOf(workspace.scenario).underlying.get(key) ?? null };
}
