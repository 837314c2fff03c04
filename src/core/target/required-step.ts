/** What a row must do each year to just meet a target, where it moves in steps rather than at a rate. */
import type { Comparison } from '../model/dataset.ts';
import { err, ok, type Result } from '../model/result.ts';
import { edgeFrom, type NoRequiredGrowth } from './required-growth.ts';

/** Equal steps that end exactly at the target's edge, in the row's stored unit: percentage points for a per cent row, places for a rank. */
export function requiredStep(base: number, comparison: Comparison, years: number): Result<number, NoRequiredGrowth> {
  if (!(years > 0)) return err({ code: 'noYears' });
  return ok((edgeFrom(base, comparison) - base) / years);
}
