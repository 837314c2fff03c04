/** What really happened after the base year, beside a scenario. It is hindsight: no default rests on it. */
import { assessOutcome, backTest, type BackTest, type Outcome } from '../analysis/back-test.ts';
import type { Start } from '../analysis/required.ts';
import { printHeld } from '../growth/hold-year.ts';
import { rebalance } from '../growth/rebalance.ts';
import { cellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { Dataset, Observation } from '../model/dataset.ts';
import type { GoalInForce } from '../model/goal.ts';
import type { CellInput, CellInputs } from '../model/input.ts';
import { isKnownBy } from '../model/publication.ts';
import type { Assessment } from '../target/assess.ts';
import { measured } from '../target/measure.ts';
import type { Projection } from './projection.ts';

/** The actuals that count, by indicator and year, years in order. */
export type Actuals = ReadonlyMap<IndicatorId, ReadonlyMap<Year, number>>;

/** `until`: a date, only those published by which are wanted. */
export function actualsOf({ observations, baseYear }: Dataset, until?: string): Actuals {
  const actuals = new Map<IndicatorId, Map<Year, number>>();
  const usable = observations.filter(
    (one) =>
      one.kind === 'actual' &&
      whyApart(one) === undefined &&
      one.year > baseYear &&
      isKnownBy(one.figure.citation.published, until),
  );
  for (const { indicator, year, figure } of usable.sort((a, b) => a.year - b.year)) {
    actuals.set(indicator, (actuals.get(indicator) ?? new Map<Year, number>()).set(year, figure.value));
  }
  return actuals;
}

/** Why an actual does not count: it is of several years, it cannot be compared, or it was expected before its year had closed. */
export type ApartReason = 'severalYears' | 'incomparable' | 'estimate';

/** An actual that is told and never scored. */
export interface ActualApart {
  readonly observation: Observation;
  readonly reason: ApartReason;
}

/** The actuals of the sheet's rows that do not count, rows in sheet order. */
export function actualsApart({ rows, observations, baseYear }: Dataset): readonly ActualApart[] {
  return rows.flatMap(({ indicator: { id } }) =>
    observations
      .filter(({ kind, indicator, year }) => kind === 'actual' && indicator === id && year > baseYear)
      .flatMap((observation): ActualApart[] => {
        const reason = whyApart(observation);
        return reason ? [{ observation, reason }] : [];
      }),
  );
}

function whyApart({ since, comparable, figure }: Observation): ApartReason | undefined {
  if (since !== undefined) return 'severalYears';
  if (!comparable) return 'incomparable';
  return figure.standing === 'estimate' ? 'estimate' : undefined;
}

/** The last actual of an indicator: from there the rest of the way is counted. */
export function lastActual(actuals: Actuals, indicator: IndicatorId): Start | undefined {
  const last = [...(actuals.get(indicator) ?? [])].at(-1);
  return last && { year: last[0], value: last[1] };
}

/** The scenario against every actual of a year of the sheet, rows in sheet order. */
export function backTestScenario(projection: Projection): BackTest {
  const { rows } = projection.workbook.dataset;
  const actuals = actualsOf(projection.workbook.dataset);
  return backTest(
    rows.flatMap(({ indicator: { id, kind } }) =>
      [...(actuals.get(id) ?? [])].flatMap(([year, actual]): Outcome[] => {
        const projected = numberIn(projection, id, year);
        return projected === undefined ? [] : [{ indicator: id, year, projected, actual, isRank: kind === 'rank' }];
      }),
    ),
  );
}

export interface ActualTarget {
  readonly indicator: IndicatorId;
  readonly target: GoalInForce;
  readonly projected: Assessment;
  /** Unknown where there is no actual of each year that the target measures. */
  readonly actual: Assessment;
}

/** Each target in force, as the scenario has it and as it really came. The base year is the scenario's in both. */
export function targetsInHindsight(projection: Projection): readonly ActualTarget[] {
  const { rows, targetYears } = projection.workbook.dataset;
  const actuals = actualsOf(projection.workbook.dataset);
  const { baseYear } = projection;
  return rows.flatMap(({ indicator: { id, better } }) =>
    targetYears.flatMap((year): ActualTarget[] => {
      const target = projection.target(id, year);
      if (!target) return [];
      const { comparison, measure = 'level' } = target;
      const planned = (of: Year): number | undefined => numberIn(projection, id, of);
      const real = (of: Year): number | undefined => (of === baseYear ? planned(of) : actuals.get(id)?.get(of));
      const outcome = assessOutcome({
        comparison,
        better,
        projected: measured(measure, planned, year, baseYear),
        actual: measured(measure, real, year, baseYear),
      });
      return [{ indicator: id, target, ...outcome }];
    }),
  );
}

/**
 * What cells are to hold for a scenario to start again from what is known of a year: the actuals up to it, held, and the years
 * after it go on by the row's own path. A path toward targets runs from the last actual to where the row was going. Rows that are
 * calculated from others keep their formula, since the actuals of those reach them.
 */
export function rebaseOn(projection: Projection, until: Year): CellInputs {
  const inputs = new Map<CellKey, CellInput | null>();
  const years = new Set(projection.years);
  for (const [indicator, all] of actualsOf(projection.workbook.dataset)) {
    const known = [...all].filter(([year]) => year <= until && years.has(year));
    const last = known.at(-1);
    if (!last || !projection.workbook.rows.get(indicator) || projection.path(indicator).kind === 'formula') continue;
    const held = new Set([...projection.held(indicator), ...known.map(([year]) => year)]);
    for (const [year, value] of known) inputs.set(valueKey(indicator, year), { kind: 'number', value });
    inputs.set(cellKey(indicator, { kind: 'held' }), { kind: 'text', text: printHeld(held) });
    for (const [cell, input] of onward(projection, indicator, last, held)) inputs.set(cell, input);
  }
  return inputs;
}

/** The years after an actual, where the row's path does not read the year before. */
function onward(
  projection: Projection,
  indicator: IndicatorId,
  [year, value]: readonly [Year, number],
  held: ReadonlySet<Year>,
): CellInputs {
  const { kind } = projection.path(indicator);
  const lastYear = projection.years.at(-1);
  const lastValue = lastYear === undefined ? undefined : numberIn(projection, indicator, lastYear);
  if ((kind !== 'target' && kind !== 'checkpoints') || lastYear === undefined || lastValue === undefined) {
    return new Map();
  }
  return rebalance({ indicator, year, value, lastYear, lastValue, held });
}

function numberIn(projection: Projection, indicator: IndicatorId, year: Year): number | undefined {
  const value = projection.value(valueKey(indicator, year));
  return value.kind === 'number' ? value.value : undefined;
}
