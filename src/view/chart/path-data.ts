/** What the path chart shows of one indicator, in the numbers a reader sees (2.1, not 0.021). */
import type { Comparison, Observation } from '../../core/model/dataset.ts';
import { shownNumber } from '../../core/model/format.ts';
import type { CellValue } from '../../core/model/input.ts';
import type { NumberFormat } from '../../core/model/view.ts';

export interface PathPoint {
  readonly year: number;
  readonly value: number;
}

/** A target as a mark: where it stands, and its words, such as `>10,000`. */
export interface PathMark extends PathPoint {
  readonly text: string;
}

export interface PathData {
  readonly baseYear: number;
  /** What was published up to the base year, the base year's own value last. */
  readonly history: readonly PathPoint[];
  /** From the base year on, without the years that have no number. */
  readonly projection: readonly PathPoint[];
  readonly targets: readonly PathMark[];
  /** What was really reached later, as far as it can be compared. */
  readonly actuals: readonly PathPoint[];
}

export interface PathFacts {
  readonly baseYear: number;
  /** The sheet's years, base year first, and the row's value in each. */
  readonly years: readonly number[];
  readonly values: readonly CellValue[];
  /** Of this indicator; peers, totals over several years and numbers that cannot be compared are left out here. */
  readonly observations: readonly Observation[];
  readonly targets: readonly { readonly year: number; readonly comparison: Comparison; readonly text: string }[];
  readonly format: NumberFormat;
}

/** Joins history to the base year only where the numbers can be compared. */
export function buildPathData(facts: PathFacts): PathData {
  const { baseYear, format } = facts;
  const projection = facts.years.flatMap((year, index): PathPoint[] => {
    const value = facts.values[index];
    return value?.kind === 'number' ? [{ year, value: shownNumber(value.value, format) }] : [];
  });
  const base = projection.find(({ year }) => year === baseYear);
  const before = observed(facts, 'history').filter(({ year }) => year < baseYear);
  return {
    baseYear,
    history: base ? [...before, base] : before,
    projection,
    targets: facts.targets.map(({ year, comparison, text }) => ({
      year,
      value: shownNumber(anchorOf(comparison), format),
      text,
    })),
    actuals: observed(facts, 'actual').filter(
      ({ year }) => year > baseYear && year <= (facts.years.at(-1) ?? baseYear),
    ),
  };
}

/** Where on the value axis a goal stands: its number, or the near edge of a span. */
export function anchorOf(comparison: Comparison): number {
  return comparison.op === 'between' ? comparison.low : comparison.value;
}

/** First year to last, for the axis. */
export function yearSpan(data: PathData): { readonly first: number; readonly last: number } {
  const years = [...data.history, ...data.projection, ...data.targets, ...data.actuals].map(({ year }) => year);
  return { first: Math.min(data.baseYear, ...years), last: Math.max(data.baseYear, ...years) };
}

function observed(facts: PathFacts, kind: Observation['kind']): readonly PathPoint[] {
  const byYear = new Map<number, PathPoint>();
  for (const { kind: own, comparable, since, year, figure } of facts.observations) {
    if (own === kind && comparable && since === undefined && !byYear.has(year)) {
      byYear.set(year, { year, value: shownNumber(figure.value, facts.format) });
    }
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}
