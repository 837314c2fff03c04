/** A scenario worked out: what each cell holds and computes to, and how the targets fare. */
import type { PathRow } from '../growth/choose-path.ts';
import { readHeld } from '../growth/held.ts';
import { readPath, type GrowthPath } from '../growth/path.ts';
import { cellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import type { Comparison, WorkbookRow } from '../model/dataset.ts';
import type { GoalInForce } from '../model/goal.ts';
import type { CellInput, CellValue } from '../model/input.ts';
import { rangedCellOf } from '../model/range-cell.ts';
import type { SheetColumn } from '../model/sheet.ts';
import type { CellView } from '../model/view.ts';
import { Calculation } from '../recalc/calculation.ts';
import { rowsOf } from '../scenario/change-log.ts';
import { inputOf, type BaseInputs } from '../scenario/changes.ts';
import type { Patch } from '../scenario/scenario.ts';
import { levelAsked } from '../target/measure.ts';
import { rollUp, type AssessedIndicator, type RollUp } from '../target/roll-up.ts';
import { assessRow, projectCell, type ProjectionSource } from './cell.ts';
import { concernsTargets, scenarioTargets, targetInput, type ScenarioTargets } from './targets.ts';
import type { Workbook } from './workbook.ts';

export class Projection implements ProjectionSource {
  readonly workbook: Workbook;
  #calculation: Calculation;
  #patch: Patch = new Map();
  #targets: ScenarioTargets;
  /** Found when they are first asked for. */
  #targetRows: readonly WorkbookRow[] | undefined;
  #ranged: ReadonlySet<CellKey> = new Set();

  constructor(workbook: Workbook, patch: Patch) {
    this.workbook = workbook;
    this.#targets = scenarioTargets(workbook, this.#patch);
    this.#calculation = calculationOf(workbook, expectedOwnGrowths);
    this.show(patch);
  }

  get patch(): Patch {
    return this.#patch;
  }
  get baseYear(): Year {
    return this.workbook.dataset.baseYear;
  }
  get years(): readonly Year[] {
    return this.workbook.dataset.years;
  }

  /**
   * Shows another patch: only the cells in which the two differ are calculated again. Answers in which rows there may be anything else
   * to show; `undefined`: in any.
   */
  show(patch: Patch): ReadonlySet<IndicatorId> | undefined {
    const before = this.#patch;
    if (patch === before) return new Set();
    const cells = new Set<CellKey>();
    for (const [cell, entry] of before) if (patch.get(cell) !== entry) cells.add(cell);
    for (const [cell, entry] of patch) if (before.get(cell) !== entry || !before.has(cell)) cells.add(cell);
    this.#patch = patch;
    const changesTargets = [...cells].some(concernsTargets);
    if (changesTargets) {
      this.#targets = scenarioTargets(this.workbook, patch);
      this.#targetRows = undefined;
    }
    if ([...cells].some(rangedCellOf)) this.#ranged = rangedCells(patch);
    this.#makeRoomFor([...cells], before);
    const changed = this.#calculation.apply([...cells].map((cell) => ({ cell, input: this.input(cell) })));
    return changesTargets || changed.length > tellingApart ? undefined : rowsOf([...cells, ...changed]);
  }

  value(key: CellKey): CellValue {
    return this.#calculation.value(key);
  }

  input(key: CellKey): CellInput | undefined {
    return inputOf(this.underlying, this.#patch, key) ?? undefined;
  }

  /** What a cell holds where the scenario says nothing: the base, and for a target what the layers in force say. */
  readonly underlying: BaseInputs = {
    get: (key) => this.workbook.base.get(key) ?? targetInput(key, this.#targets.ofLayers),
  };

  /** A number is changed with its range, too. */
  isChanged(key: CellKey): boolean {
    return this.#patch.has(key) || this.#ranged.has(key);
  }

  /** The scenario gives the number a range. */
  isRanged(key: CellKey): boolean {
    return this.#ranged.has(key);
  }

  path(indicator: IndicatorId): GrowthPath {
    return readPath(this.input(cellKey(indicator, { kind: 'path' })) ?? null);
  }

  held(indicator: IndicatorId): ReadonlySet<Year> {
    return readHeld(this.input(cellKey(indicator, { kind: 'held' })) ?? null);
  }

  isHeld(indicator: IndicatorId, year: Year): boolean {
    return this.held(indicator).has(year);
  }

  target(indicator: IndicatorId, year: Year): GoalInForce | undefined {
    return this.#targets.inForce.get(indicator)?.get(year);
  }

  /** What a target asks of the row's value in its year, whatever it measures; `undefined` where there is none. */
  targetLevel(indicator: IndicatorId, year: Year): Comparison | undefined {
    const goal = this.target(indicator, year);
    if (!goal) return undefined;
    const base = this.#number(valueKey(indicator, this.baseYear));
    return levelAsked(goal.comparison, goal.measure ?? 'level', base, year - this.baseYear);
  }

  cell(row: WorkbookRow, column: SheetColumn): CellView {
    return projectCell(row, column, this);
  }

  precedents(key: CellKey): readonly CellKey[] {
    return this.#calculation.precedents(key);
  }

  dependents(key: CellKey): readonly CellKey[] {
    return this.#calculation.dependents(key);
  }

  /**
   * Puts sets of numbers into cells, one number for each cell, set after set, and answers what the result cells compute to,
   * set after set; NaN where that is no number. Everything is afterwards as it was.
   */
  sample(cells: readonly CellKey[], sets: Float64Array, results: readonly CellKey[]): Float64Array {
    this.#makeRoomFor([...cells, ...results], this.#patch);
    const slots = (keys: readonly CellKey[]): readonly number[] => keys.map((key) => this.#calculation.slotOf(key));
    return this.#calculation.sample(slots(cells), sets, slots(results));
  }

  /** The rows with a target in force, in the sheet's order. They are few: what is counted of them must not take longer in a long sheet. */
  get targetRows(): readonly WorkbookRow[] {
    const { inForce } = this.#targets;
    this.#targetRows ??= this.workbook.dataset.rows.filter(({ indicator }) => inForce.has(indicator.id));
    return this.#targetRows;
  }

  /** Each target in force in a target year counts as one item; of one chapter, or of all. */
  rollUp(chapter?: string): RollUp {
    const assessed: AssessedIndicator[] = [];
    for (const row of this.targetRows) {
      if (chapter !== undefined && row.indicator.chapter !== chapter) continue;
      for (const year of this.workbook.dataset.targetYears) {
        const assessment = assessRow(row, year, this);
        if (assessment) assessed.push({ indicator: row.indicator.id, assessment });
      }
    }
    return rollUp(assessed);
  }

  /** The row as the growth paths want to know it. */
  pathRow(row: WorkbookRow): PathRow {
    const { id } = row.indicator;
    const lastYear = this.years.at(-1) ?? this.baseYear;
    return {
      indicator: row.indicator,
      years: this.years,
      targets: this.#aims(id),
      path: this.path(id),
      growth: this.input(cellKey(id, { kind: 'growth' })) ?? null,
      held: this.held(id),
      defaultPath: row.defaultPath,
      base: this.#number(valueKey(id, this.baseYear)),
      last: this.#number(valueKey(id, lastYear)),
      ownFormula: row.defaultPath.formula,
    };
  }

  /** The rows in which this scenario changes anything. */
  changedRows(): ReadonlySet<IndicatorId> {
    return rowsOf(this.#patch.keys());
  }

  #aims(indicator: IndicatorId): PathRow['targets'] {
    const years = this.#targets.inForce.get(indicator)?.keys() ?? [];
    return new Map(
      [...years].flatMap((year) => {
        const comparison = this.targetLevel(indicator, year);
        return comparison ? [[year, { comparison }]] : [];
      }),
    );
  }

  /** Calculates anew what the patch shows, in a sheet with room for all, if more years are to have growths of their own than expected. */
  #makeRoomFor(cells: readonly CellKey[], patch: Patch): void {
    if (this.#calculation.hasRoomFor(cells)) return;
    this.#calculation = calculationOf(this.workbook, Infinity);
    this.#calculation.apply(
      [...patch.keys()].map((cell) => ({ cell, input: inputOf(this.underlying, patch, cell) ?? undefined })),
    );
  }

  #number(key: CellKey): number | undefined {
    const value = this.value(key);
    return value.kind === 'number' ? value.value : undefined;
  }
}

/** For so many years' own growths there is room from the start: of 150 rows for all. */
const expectedOwnGrowths = 1000;

function calculationOf({ calculationSheet, base, parse }: Workbook, ownGrowths: number): Calculation {
  return new Calculation({ ...calculationSheet, ownGrowths }, base, parse);
}

/** With more cells changed than this, finding their rows costs more than it saves. */
const tellingApart = 1000;

/** The cells whose numbers have a range. */
function rangedCells(patch: Patch): ReadonlySet<CellKey> {
  return new Set([...patch.keys()].flatMap((cell) => rangedCellOf(cell) ?? []));
}
