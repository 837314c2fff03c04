/** The traffic lights of a scenario's targets. */
import { valueKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { LightRule } from '../model/light.ts';
import { progressAt, type Progress } from '../target/lights.ts';
import type { Projection } from './projection.ts';

export interface YearLight extends Partial<Progress> {
  readonly year: Year;
}

/**
 * One for each year after the base year up to the target's; without a light where the value of that year is no number. Empty
 * where the row has no target in that year, or none that asks for a level.
 */
export function lightsToward(
  projection: Projection,
  indicator: IndicatorId,
  targetYear: Year,
  rule: LightRule,
): readonly YearLight[] {
  const { baseYear, years, workbook } = projection;
  const comparison = projection.targetLevel(indicator, targetYear);
  const base = numberIn(projection, indicator, baseYear);
  const better = workbook.rows.get(indicator)?.indicator.better;
  if (!comparison || !better || base === undefined) return [];
  const way = { baseYear, base, targetYear, comparison, better };
  return years
    .filter((year) => year > baseYear && year <= targetYear)
    .map((year) => {
      const value = numberIn(projection, indicator, year);
      return { year, ...(value !== undefined && progressAt(way, year, value, rule)) };
    });
}

function numberIn(projection: Projection, indicator: IndicatorId, year: Year): number | undefined {
  const value = projection.value(valueKey(indicator, year));
  return value.kind === 'number' ? value.value : undefined;
}
