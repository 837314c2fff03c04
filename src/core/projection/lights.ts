/** The traffic lights of a scenario's targets. */
import { valueKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { LightRule } from '../model/light.ts';
import { measured } from '../target/measure.ts';
import { progressAt, type Progress } from '../target/lights.ts';
import type { Projection } from './projection.ts';

export interface YearLight extends Partial<Progress> {
  readonly year: Year;
}

/**
 * One for each year after the base year up to the target's; without a light where what is measured is no number. The growth of the
 * target's own year says nothing of the years before, which have none. Empty where the row has no target in that year.
 */
export function lightsToward(
  projection: Projection,
  indicator: IndicatorId,
  targetYear: Year,
  rule: LightRule,
): readonly YearLight[] {
  const { baseYear, years, workbook } = projection;
  const goal = projection.target(indicator, targetYear);
  const base = numberIn(projection, indicator, baseYear);
  const better = workbook.rows.get(indicator)?.indicator.better;
  if (!goal || !better || base === undefined) return [];
  const { measure = 'level', comparison } = goal;
  const way = { baseYear, base, targetYear, measure, comparison, better };
  const first = measure === 'growth' ? targetYear : baseYear + 1;
  return years
    .filter((year) => year >= first && year <= targetYear)
    .map((year) => {
      const value = measured(measure, (of) => numberIn(projection, indicator, of), year, baseYear);
      return { year, ...(value !== undefined && progressAt(way, year, value, rule)) };
    });
}

function numberIn(projection: Projection, indicator: IndicatorId, year: Year): number | undefined {
  const value = projection.value(valueKey(indicator, year));
  return value.kind === 'number' ? value.value : undefined;
}
