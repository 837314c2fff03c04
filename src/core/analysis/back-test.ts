/** A plan against what really happened. */
import type { IndicatorId, Year } from '../model/cell.ts';
import type { Better, Comparison } from '../model/dataset.ts';
import { assessTarget, type Assessment } from '../target/assess.ts';

/** A projected value and what was reached, both in the stored unit. */
export interface Outcome {
  readonly indicator: IndicatorId;
  readonly year: Year;
  readonly projected: number;
  readonly actual: number;
  /** A place in a ranking, of which there are no shares. */
  readonly isRank?: boolean;
}

export interface OutcomeError extends Outcome {
  /** Projected less actual: above zero the plan was too high. */
  readonly error: number;
  /** The error as a share of the actual's size; absent of nothing, and of a rank. */
  readonly relative?: number;
}

export interface BackTest {
  readonly errors: readonly OutcomeError[];
  /** By indicator, in the order in which they first come. */
  readonly indicators: readonly IndicatorErrors[];
  /** Mean absolute percentage error over all outcomes, a fraction; absent where there is none with a size. */
  readonly mape?: number;
}

export interface IndicatorErrors {
  readonly indicator: IndicatorId;
  readonly errors: readonly OutcomeError[];
  readonly mape?: number;
}

/** The error of each outcome, and the mean of their absolute shares: `MAPE = mean(|projected − actual| ÷ |actual|)`. */
export function backTest(outcomes: readonly Outcome[]): BackTest {
  const errors = outcomes.map(errorOf);
  const indicators = [...new Set(errors.map(({ indicator }) => indicator))];
  return {
    errors,
    indicators: indicators.map((indicator) => {
      const own = errors.filter((error) => error.indicator === indicator);
      return { indicator, errors: own, ...meanOf(own) };
    }),
    ...meanOf(errors),
  };
}

function errorOf(outcome: Outcome): OutcomeError {
  const { projected, actual, isRank = false } = outcome;
  const error = projected - actual;
  return { ...outcome, error, ...(actual !== 0 && !isRank && { relative: error / Math.abs(actual) }) };
}

function meanOf(errors: readonly OutcomeError[]): { readonly mape?: number } {
  const shares = errors.flatMap(({ relative }) => (relative === undefined ? [] : [Math.abs(relative)]));
  return shares.length === 0 ? {} : { mape: shares.reduce((sum, share) => sum + share, 0) / shares.length };
}

/** A target, and what it measures as the plan had it and as it really came. `undefined` where it is not known. */
export interface TargetOutcome {
  readonly comparison: Comparison;
  readonly better: Better;
  readonly projected: number | undefined;
  readonly actual: number | undefined;
}

/** Whether the plan met the target, and whether it was really met. */
export function assessOutcome({ comparison, better, projected, actual }: TargetOutcome): {
  readonly projected: Assessment;
  readonly actual: Assessment;
} {
  return {
    projected: assessTarget(comparison, projected, better),
    actual: assessTarget(comparison, actual, better),
  };
}
