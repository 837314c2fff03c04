/** The scenarios of a comparison worked out. Each keeps its calculation, so an edit in one costs what depends on it. */
import type { IndicatorId, Year } from '../core/model/cell.ts';
import type { ComparisonLine, ComparisonTable } from '../core/model/comparison.ts';
import type { Comparison as Goal } from '../core/model/dataset.ts';
import type { GoalInForce } from '../core/model/goal.ts';
import type { CellValue } from '../core/model/input.ts';
import { compareScenarios, compareValues, firstToKnowTarget } from '../core/projection/comparison.ts';
import { comparisonLines } from '../core/projection/comparison-lines.ts';
import { Projection } from '../core/projection/projection.ts';
import { samePatch } from '../core/scenario/same-patch.ts';
import type { Scenario, ScenarioId } from '../core/scenario/scenario.ts';
import type { Comparison } from './comparison.svelte.ts';

/** One column of the board. The first is the reference. */
export interface BoardColumn {
  readonly id: ScenarioId;
  /** The scenario, then those that say the same and share the column. */
  readonly scenarios: readonly Scenario[];
}

interface WorkedOut {
  readonly scenario: Scenario;
  readonly projection: Projection;
}

export class ComparisonBoard {
  readonly #comparison: Comparison;
  /** A cache, emptied of scenarios that are no longer compared: what is read always shows the scenario's present patch. */
  readonly #projections = new Map<ScenarioId, Projection>();

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  /** Scenarios that share a column, the first of each group speaking for it. */
  readonly #groups: readonly (readonly [Scenario, ...Scenario[]])[] = $derived.by(() => {
    const { reference, compared } = this.#comparison;
    const groups: [Scenario, ...Scenario[]][] = [[reference]];
    for (const scenario of compared) {
      const same = this.#comparison.isOn('mergeEqual') && groups.find(([first]) => saysTheSame(first, scenario));
      if (same) same.push(scenario);
      else groups.push([scenario]);
    }
    return groups;
  });

  /** Made anew whenever a scenario changes, so that all that is derived from it is read again. */
  readonly #workedOut: readonly WorkedOut[] = $derived.by(() => {
    const shown = new Set(this.#groups.map(([{ id }]) => id));
    for (const id of this.#projections.keys()) if (!shown.has(id)) this.#projections.delete(id);
    return this.#groups.map(([scenario]) => ({ scenario, projection: this.#projectionOf(scenario) }));
  });

  readonly columns: readonly BoardColumn[] = $derived.by(() =>
    this.#groups.map((group) => ({ id: group[0].id, scenarios: group })),
  );

  readonly table: ComparisonTable = $derived.by(() => {
    const { years, chapter } = this.#comparison;
    return compareScenarios(
      this.#workedOut.map(({ projection }) => projection),
      {
        years,
        changedOnly: this.#comparison.isOn('changedOnly'),
        withTargetOnly: this.#comparison.isOn('withTargetOnly'),
        ...(chapter !== undefined && { chapter }),
      },
    );
  });

  readonly lines: readonly ComparisonLine[] = $derived.by(() =>
    comparisonLines(this.table, {
      byChapter: this.#comparison.isOn('byChapter'),
      folded: this.#comparison.folded,
    }),
  );

  /** The indicator drawn: the one chosen, else the first row of the results, of the assumptions, or of the sheet. */
  readonly indicator: IndicatorId | undefined = $derived.by(() => {
    const { indicator, workbook } = this.#comparison;
    const { assumptions, results } = this.table;
    const first = results.flatMap(({ rows }) => rows)[0] ?? assumptions[0] ?? workbook.dataset.rows[0];
    return indicator ?? first?.indicator.id;
  });

  /** What each column computes an indicator to in every year of the sheet. */
  values(indicator: IndicatorId): readonly (readonly CellValue[])[] {
    return compareValues(
      indicator,
      this.#workedOut.map(({ projection }) => projection),
    );
  }

  /** The target that the board shows of an indicator, and the level that it asks for where it is one of level. */
  target(
    indicator: IndicatorId,
    year: Year,
  ): { readonly goal: GoalInForce; readonly level: Goal | undefined } | undefined {
    const projections = this.#workedOut.map(({ projection }) => projection);
    const knower = firstToKnowTarget(projections, indicator, year);
    const goal = knower?.target(indicator, year);
    return knower && goal && { goal, level: knower.targetLevel(indicator, year) };
  }

  #projectionOf({ id, patch }: Scenario): Projection {
    const known = this.#projections.get(id);
    if (known) {
      known.show(patch);
      return known;
    }
    const projection = new Projection(this.#comparison.workbook, patch);
    this.#projections.set(id, projection);
    return projection;
  }
}

/** The same numbers and the same targets. */
function saysTheSame(a: Scenario, b: Scenario): boolean {
  return samePatch(a.patch, b.patch);
}
