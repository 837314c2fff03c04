/** 有目标 N 项, 可完成 M 项, 完成率, 滞后项. */
import type { IndicatorId } from '../model/cell.ts';
import type { Assessment } from './assess.ts';

export interface AssessedIndicator {
  readonly indicator: IndicatorId;
  readonly assessment: Assessment;
}

export interface RollUp {
  /** 有目标: every indicator given, whether its value is known or not. */
  readonly withTarget: number;
  /** 可完成: met, by a thin margin or more. */
  readonly met: number;
  /** Of those met, the ones met by a thin margin, in the order given. */
  readonly thin: readonly IndicatorId[];
  /** 滞后: missed, in the order given. */
  readonly lagging: readonly IndicatorId[];
  /** Neither met nor missed: no value to assess. */
  readonly unknown: readonly IndicatorId[];
  /** 完成率, a fraction of all with a target; absent where there are none. */
  readonly rate?: number;
}

/** Counts one target per indicator: the caller chooses the year and, for a chapter, its rows. */
export function rollUp(assessed: Iterable<AssessedIndicator>): RollUp {
  const by = { met: [], thin: [], missed: [], unknown: [] } as Record<Assessment['status'], IndicatorId[]>;
  for (const { indicator, assessment } of assessed) by[assessment.status].push(indicator);
  const met = by.met.length + by.thin.length;
  const withTarget = met + by.missed.length + by.unknown.length;
  return {
    withTarget,
    met,
    thin: by.thin,
    lagging: by.missed,
    unknown: by.unknown,
    ...(withTarget > 0 && { rate: met / withTarget }),
  };
}
