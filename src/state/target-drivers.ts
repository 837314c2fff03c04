/** A row that is calculated from others and has a target: what each growth that it rests on would have to be, the others as they are. */
import { aimOf } from '../core/growth/aim.ts';
import { valueKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import type { Analysis, Assumption, GoalAnswer } from './analysis.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

export interface TargetDriver {
  readonly assumption: Assumption;
  readonly answer: GoalAnswer;
}

/** In sheet order; none where the row has no target in that year. The target is passed by the least step that shows. */
export function targetDrivers(
  workspace: Workspace,
  analysis: Analysis,
  indicator: IndicatorId,
  year: Year,
): readonly TargetDriver[] {
  const level = workspace.targetLevel(indicator, year);
  if (!level) return [];
  const cell = valueKey(indicator, year);
  const value = aimOf(level, workspace.indicator(indicator).indicator.unit);
  return analysis
    .assumptions(cell)
    .filter(({ column }) => column.kind === 'growth')
    .map((assumption) => ({ assumption, answer: analysis.seekGoal({ cell, value, drivers: [assumption.cell] }) }));
}
