/** Earlier states of a scenario, and which of them are kept. */
import type { Scenario } from './scenario.ts';

export interface Version {
  /** Counts the versions of one scenario from 1. The order of versions rests on it alone, never on a clock. */
  readonly number: number;
  /** ISO 8601, for display, and to tell one day from another. */
  readonly savedAt: string;
  /** `save`: kept when a person saved. `opened`: as the scenario lay there before this visit changed it. `restore`: replaced by an earlier one. */
  readonly reason: 'save' | 'opened' | 'restore';
  readonly scenario: Scenario;
}

/** What the rule needs to know of a version. */
export type DatedVersion = Pick<Version, 'number' | 'savedAt'>;

const keptOfNewestDay = 3;
const keptInAll = 10;

/**
 * The versions worth keeping, newest first: three of the newest day, of every other day the last one, ten in all.
 * "Day" is the date part of `savedAt`: a clock that jumps can thin out less or more, but never changes which is newest.
 */
export function versionsToKeep<V extends DatedVersion>(versions: readonly V[]): readonly V[] {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  const newestDay = newestFirst[0]?.savedAt.slice(0, 10);
  const counts = new Map<string, number>();
  const kept = newestFirst.filter(({ savedAt }) => {
    const day = savedAt.slice(0, 10);
    const count = (counts.get(day) ?? 0) + 1;
    counts.set(day, count);
    return count <= (day === newestDay ? keptOfNewestDay : 1);
  });
  return kept.slice(0, keptInAll);
}
