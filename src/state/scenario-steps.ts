/** What a person does with whole scenarios. Each is one step of undo; the scenarios that are not their own are never edited. */
import { applyChanges, type CellChange } from '../core/scenario/edit.ts';
import { takeTheirsEdit, type Conflict } from '../core/scenario/conflict.ts';
import {
  addScenariosEdit,
  copyScenario,
  createScenarioEdit,
  deleteScenarioEdit,
  describeScenarioEdit,
  duplicateScenarioEdit,
  freeName,
  fitName,
  moveScenarioEdit,
  renameScenarioEdit,
  restoreScenarioEdit,
  type Description,
} from '../core/scenario/scenario-edits.ts';
import {
  blankScenario,
  type NewScenario,
  type Patch,
  type Scenario,
  type ScenarioId,
} from '../core/scenario/scenario.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The name is numbered where another has it already, here and wherever a scenario is made. */
export function createScenario(workspace: Workspace, name: string): void {
  const scenario = blankScenario({ ...christen(workspace, name), dataset: datasetOf(workspace) });
  workspace.perform(createScenarioEdit(workspace.scenarios, scenario));
}

/** Makes a scenario with these cells that says from which others, by name, it was put together. Whether it was done. */
export function createCombined(
  workspace: Workspace,
  name: string,
  { patch, from }: { readonly patch: Patch; readonly from: readonly string[] },
): boolean {
  const scenario = blankScenario({ ...christen(workspace, name), dataset: datasetOf(workspace) });
  const startedFrom = fitName(from.join('、'));
  return workspace.perform(createScenarioEdit(workspace.scenarios, { ...scenario, patch, startedFrom }));
}

export function duplicateScenario(workspace: Workspace, id: ScenarioId, name: string): void {
  const original = workspace.find(id);
  if (original) workspace.perform(duplicateScenarioEdit(workspace.scenarios, original, christen(workspace, name)));
}

/** Copies the read-only scenario and writes into the copy what was refused. */
export function writeIntoCopy(workspace: Workspace, name: string): void {
  writeCopy(workspace, name, workspace.refused);
}

/** Makes a copy of the open scenario with some cells changed. Whether it was done. */
export function writeCopy(workspace: Workspace, name: string, changes: readonly CellChange[]): boolean {
  const copy = copyScenario(workspace.scenario, christen(workspace, name));
  const patch = applyChanges(copy.patch, changes);
  return workspace.perform(createScenarioEdit(workspace.scenarios, { ...copy, patch }));
}

export function renameScenario(workspace: Workspace, id: ScenarioId, name: string): void {
  const scenario = workspace.own(id);
  if (scenario && scenario.name !== name) workspace.perform(renameScenarioEdit(workspace.scenarios, scenario, name));
}

/** Changes name, note or author of a scenario. */
export function describeScenario(workspace: Workspace, id: ScenarioId, description: Partial<Description>): void {
  const scenario = workspace.own(id);
  const edit = scenario && describeScenarioEdit(workspace.scenarios, scenario, description);
  if (edit) workspace.perform(edit);
}

/** Puts a scenario at a place among the own ones, counted from 0. */
export function moveScenario(workspace: Workspace, id: ScenarioId, position: number): void {
  const scenario = workspace.own(id);
  const edit = scenario && moveScenarioEdit(workspace.scenarios, scenario, position);
  if (edit) workspace.perform(edit);
}

/** The last one stays. */
export function deleteScenario(workspace: Workspace, id: ScenarioId): void {
  const scenario = workspace.own(id);
  const edit = scenario && deleteScenarioEdit(workspace.scenarios, scenario);
  if (edit) workspace.perform(edit);
}

/** Gives a scenario the cells, note and author of an earlier version of it. */
export function restoreScenario(workspace: Workspace, version: Scenario): void {
  const scenario = workspace.own(version.id);
  if (scenario) workspace.perform(restoreScenarioEdit(workspace.scenarios, scenario, version, workspace.now));
}

/** Puts scenarios behind the last tab, each with an id and a name that nothing here has. Whether it was done. */
export function addScenarios(workspace: Workspace, added: readonly Scenario[]): boolean {
  return workspace.perform(addScenariosEdit(workspace.scenarios, added));
}

/** Adds copies of scenarios from outside, worked out on the figures of this page from now on. Whether it was done. */
export function addCopies(workspace: Workspace, originals: readonly Scenario[]): boolean {
  const added: Scenario[] = [];
  for (const original of originals) {
    const copy = christen(workspace, original.name, [...workspace.scenarios, ...added]);
    added.push({ ...copyScenario(original, copy), dataset: datasetOf(workspace) });
  }
  return addScenarios(workspace, added);
}

/** Takes over a part of another scenario into the open one. Whether it was done. */
export function mergeChanges(workspace: Workspace, changes: readonly CellChange[]): boolean {
  const { id } = workspace.scenario;
  if (changes.length === 0 || !workspace.own(id)) return false;
  return workspace.perform({ kind: 'cells', what: 'merge', scenario: id, changes });
}

/** Takes what another tab put where this one put something else. Whether it was done. */
export function takeTheirs(workspace: Workspace, conflicts: readonly Conflict[]): boolean {
  return workspace.perform(takeTheirsEdit(workspace.scenarios, conflicts));
}

function datasetOf({ dataset: { id, version } }: Workspace): Scenario['dataset'] {
  return { id, version };
}

/** The id and the moment of a scenario that is to be made, under a name that none of `others` has. */
function christen(workspace: Workspace, name: string, others = workspace.scenarios): Omit<NewScenario, 'dataset'> {
  return { id: workspace.newId(), name: freeName(others, name), now: workspace.now };
}
