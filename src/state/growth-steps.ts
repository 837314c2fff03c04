/** What a person does with the growth of a row. Each is one step of undo. */
import type { NoGrowth } from '../core/analysis/required.ts';
import { choosePath as inputsOfPath } from '../core/growth/choose-path.ts';
import { holdYear as inputsHolding, releaseYear } from '../core/growth/hold-year.ts';
import type { GrowthPath } from '../core/growth/path.ts';
import { rebalance } from '../core/growth/rebalance.ts';
import { pathProblem as problemOfPath } from '../core/growth/path-problem.ts';
import { pathFormulas, type PathProblem } from '../core/growth/write-path.ts';
import { cellKey, valueKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import type { CellValue } from '../core/model/input.ts';
import { ok, type Result } from '../core/model/result.ts';
import { inputsToMeet } from '../core/projection/meet-target.ts';
import type { StartOf } from '../core/projection/needed-growth.ts';
import type { SheetReader } from './sheet-reader.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Writes a path into a row; the problem where the row cannot take it. */
export function choosePath(workspace: Workspace, indicator: IndicatorId, path: GrowthPath): Result<void, PathProblem> {
  const chosen = inputsOfPath(path, workspace.pathRow(indicator));
  if (!chosen.ok) return chosen;
  workspace.write(chosen.value, 'path');
  return ok(undefined);
}

/** Why the row cannot take a path; `undefined` when it can. */
export function pathProblem(sheet: SheetReader, indicator: IndicatorId, path: GrowthPath): PathProblem | undefined {
  return problemOfPath(path, sheet.pathRow(indicator));
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

/** Holds a year at its present value, or lets it go, and it follows the path again. */
export function holdYear(workspace: Workspace, indicator: IndicatorId, year: Year, held: boolean): void {
  const { held: years } = workspace.pathRow(indicator);
  const number = numberIn(workspace.value(valueKey(indicator, year)));
  const inputs = held
    ? inputsHolding(indicator, years, year, number)
    : releaseYear(indicator, years, year, pathFormula(workspace, indicator, year));
  workspace.write(inputs, 'hold');
}

/** A projected year, not the last, in which a number stands in place of what the row's path writes. */
export function isOvertyped(workspace: Workspace, indicator: IndicatorId, year: Year): boolean {
  const { years, baseYear } = workspace.dataset;
  const isBetween = year > baseYear && year < (years.at(-1) ?? baseYear);
  const isNumber = workspace.input(valueKey(indicator, year))?.kind === 'number';
  return isBetween && isNumber && pathFormula(workspace, indicator, year) !== undefined;
}

/** Brings the years after an overtyped one back to where the row was going without it. */
export function rebalanceAfter(workspace: Workspace, indicator: IndicatorId, year: Year): void {
  const { scenario, dataset } = workspace;
  const cell = valueKey(indicator, year);
  const lastYear = dataset.years.at(-1) ?? dataset.baseYear;
  const value = numberIn(workspace.value(cell));
  const source = pathFormula(workspace, indicator, year);
  if (source === undefined || value === undefined) return;
  const patch = new Map(scenario.patch).set(cell, { kind: 'formula', source });
  const lastValue = numberIn(workspace.projectionOf({ ...scenario, patch }).value(valueKey(indicator, lastYear)));
  if (lastValue === undefined) return;
  const { held } = workspace.pathRow(indicator);
  workspace.write(rebalance({ indicator, year, value, lastYear, lastValue, held }), 'path');
}

/** What the row's path writes into a year, held or not. */
function pathFormula(workspace: Workspace, indicator: IndicatorId, year: Year): string | undefined {
  const row = workspace.pathRow(indicator);
  const formulas = pathFormulas(row.path, row);
  return formulas.ok ? formulas.value.get(year) : undefined;
}

function numberIn(value: CellValue): number | undefined {
  return value.kind === 'number' ? value.value : undefined;
}
