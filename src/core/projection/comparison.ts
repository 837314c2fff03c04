/** Scenarios side by side: the assumptions in which they differ, what comes of them, and how the targets fare. */
import { valueKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { ComparisonTable, ResultCell, ResultRow, TargetSummary, Turn } from '../model/comparison.ts';
import type { WorkbookRow } from '../model/dataset.ts';
import { valueFormat } from '../model/format.ts';
import type { CellValue } from '../model/input.ts';
import { assessRow } from './cell.ts';
import { assumptionRows } from './comparison-assumptions.ts';
import { differenceOf, sameValue } from './comparison-difference.ts';
import { settingRows } from './comparison-settings.ts';
import type { Projection } from './projection.ts';

export interface ComparisonOptions {
  /** The years whose results are compared, in order. */
  readonly years: readonly Year[];
  /** Leaves out rows in which all scenarios are alike. */
  readonly changedOnly: boolean;
  /** Leaves out rows without a target: of a year's results those without one in that year, of assumptions those without any. */
  readonly withTargetOnly: boolean;
  /** Id of the one chapter to compare; all of them when absent. */
  readonly chapter?: string;
}

/** Compares scenarios worked out on one workbook. The first is the reference; with none there is nothing to show. */
export function compareScenarios(scenarios: readonly Projection[], options: ComparisonOptions): ComparisonTable {
  const [reference] = scenarios;
  if (!reference) return { settings: [], assumptions: [], results: [], summaries: [] };
  const { dataset } = reference.workbook;
  const { chapter, changedOnly, withTargetOnly, years } = options;
  const rows = dataset.rows.filter(({ indicator }) => chapter === undefined || indicator.chapter === chapter);
  const hasTarget = ({ indicator }: WorkbookRow, year: Year): boolean =>
    scenarios.some((scenario) => scenario.target(indicator.id, year));
  const aimed = withTargetOnly ? rows.filter((row) => dataset.targetYears.some((year) => hasTarget(row, year))) : rows;
  return {
    // They bear on every row, so no switch that picks rows leaves them out.
    settings: settingRows(scenarios, changedOnly),
    assumptions: assumptionRows(aimed, scenarios, changedOnly),
    results: years.map((year) => ({
      year,
      rows: aimed
        .filter((row) => !withTargetOnly || hasTarget(row, year))
        .map((row) => resultRow(row, year, reference, scenarios))
        .filter(({ cells }) => !changedOnly || cells.some(({ differs }) => differs)),
    })),
    summaries: scenarios.map((scenario) => summarize(rows, reference, scenario)),
  };
}

/** What each scenario computes an indicator to in every year of the sheet: the lines of a chart. */
export function compareValues(
  indicator: IndicatorId,
  scenarios: readonly Projection[],
): readonly (readonly CellValue[])[] {
  return scenarios.map((scenario) => scenario.years.map((year) => scenario.value(valueKey(indicator, year))));
}

/** Whose target is shown: the reference's, unless it knows of none; a scenario may know fewer documents than another. */
export function firstToKnowTarget(
  scenarios: readonly Projection[],
  indicator: IndicatorId,
  year: Year,
): Projection | undefined {
  return scenarios.find((scenario) => scenario.target(indicator, year));
}

function resultRow(row: WorkbookRow, year: Year, reference: Projection, scenarios: readonly Projection[]): ResultRow {
  const { indicator } = row;
  const target = firstToKnowTarget(scenarios, indicator.id, year)?.target(indicator.id, year);
  const key = valueKey(indicator.id, year);
  const before = reference.value(key);
  return {
    indicator,
    year,
    format: valueFormat(indicator.unit),
    ...(target && { target }),
    cells: scenarios.map((scenario): ResultCell => {
      const value = scenario.value(key);
      const difference = scenario === reference ? undefined : differenceOf(before, value, indicator);
      const assessment = assessRow(row, year, scenario);
      const turn = turnOf(row, year, reference, scenario);
      return {
        value,
        changed: scenario.isChanged(key),
        differs: !sameValue(before, value),
        ...(difference && { difference }),
        ...(assessment && { status: assessment.status }),
        ...(assessment && assessment.status !== 'unknown' && { gap: assessment.gap }),
        ...(turn && { turn }),
      };
    }),
  };
}

function summarize(rows: readonly WorkbookRow[], reference: Projection, scenario: Projection): TargetSummary {
  let met = 0;
  let withTarget = 0;
  const turns = { won: [] as Turn[], lost: [] as Turn[] };
  for (const row of rows) {
    for (const year of scenario.workbook.dataset.targetYears) {
      if (!scenario.target(row.indicator.id, year)) continue;
      withTarget++;
      if (isMet(row, year, scenario)) met++;
      const turn = turnOf(row, year, reference, scenario);
      if (turn) turns[turn].push({ indicator: row.indicator, year });
    }
  }
  return { met, withTarget, ...turns };
}

/** Only where both know a target: one that a scenario has never heard of is neither won nor lost. */
function turnOf(row: WorkbookRow, year: Year, reference: Projection, scenario: Projection): 'won' | 'lost' | undefined {
  const [before, now] = [isMet(row, year, reference), isMet(row, year, scenario)];
  if (before === undefined || now === undefined || before === now) return undefined;
  return now ? 'won' : 'lost';
}

/** `undefined` where the scenario knows no target. */
function isMet(row: WorkbookRow, year: Year, scenario: Projection): boolean | undefined {
  const assessment = assessRow(row, year, scenario);
  return assessment && (assessment.status === 'met' || assessment.status === 'thin');
}
