/** What a person does with the growth of a row. Each is one step of undo. */
import type { NoGrowth } from '../core/analysis/required.ts';
import { choosePath as inputsOfPath } from '../core/growth/choose-path.ts';
import { holdYear as inputsHolding, releaseYear } from '../core/growth/held.ts';
import type { GrowthPath } from '../core/growth/path.ts';
import { pathProblem as problemOfPath, type PathProblem } from '../core/growth/write-path.ts';
import { cellKey, valueKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import { ok, type Result } from '../core/model/result.ts';
import { inputsToMeet } from '../core/projection/meet-target.ts';
import type { StartOf } from '../core/projection/needed-growth.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Writes a path into a row; the problem where the row cannot take it. */
export function choosePath(workspace: Workspace, indicator: IndicatorId, path: GrowthPath): Result<void, PathProblem> {
  const chosen = inputsOfPath(path, workspace.pathRow(indicator));
  if (!chosen.ok) return chosen;
  workspace.write(chosen.value, 'path');
  return ok(undefined);
}

/** Why the row cannot take a path; `undefined` when it can. */
export function pathProblem(workspace: Workspace, indicator: IndicatorId, path: GrowthPath): PathProblem | undefined {
  return problemOfPath(path, workspace.pathRow(indicator));
}

/** Sets the row's growth in its stored unit. Calls in a row with the same `gesture` become one step of undo. */
export function setGrowth(workspace: Workspace, indicator: IndicatorId, growth: number, gesture?: string): void {
  const cell = cellKey(indicator, { kind: 'growth' });
  const inputs = new Map(workspace.pathForGrowth(cell)?.inputs).set(cell, { kind: 'number', value: growth });
  workspace.write(inputs, 'growth', gesture);
}

/**
 * Writes the growth with which a row just meets its target of the year, into the row that drives it; counted from the base year unless
 * said otherwise. Why there is none where there is none.
 */
export function writeRequired(
  workspace: Workspace,
  indicator: IndicatorId,
  year: Year,
  startOf?: StartOf,
): Result<void, NoGrowth> {
  const projection = workspace.projectionOf(workspace.scenario);
  const inputs = inputsToMeet(projection, workspace.indicator(indicator), year, startOf);
  if (!inputs.ok) return inputs;
  workspace.write(inputs.value, 'required');
  return ok(undefined);
}

/** Holds a year at its present value, or lets it go. */
export function holdYear(workspace: Workspace, indicator: IndicatorId, year: Year, held: boolean): void {
  const { held: years } = workspace.pathRow(indicator);
  const value = workspace.value(valueKey(indicator, year));
  const number = value.kind === 'number' ? value.value : undefined;
  workspace.write(held ? inputsHolding(indicator, years, year, number) : releaseYear(indicator, years, year), 'hold');
}
