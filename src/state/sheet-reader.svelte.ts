/** What there is to read of a sheet that is worked out, whoever shows it and whenever he looks. */
import type { Names } from '../core/formula/names.ts';
import type { PathRow } from '../core/growth/choose-path.ts';
import type { GrowthPath } from '../core/growth/path.ts';
import type { CellKey, IndicatorId, Year } from '../core/model/cell.ts';
import type { Comparison, Dataset, TargetLayer, WorkbookRow } from '../core/model/dataset.ts';
import type { GoalInForce } from '../core/model/goal.ts';
import type { CellInput, CellValue } from '../core/model/input.ts';
import type { Sheet, SheetColumn } from '../core/model/sheet.ts';
import type { CellView } from '../core/model/view.ts';
import { addressLabel } from '../core/projection/address-label.ts';
import { assessRow } from '../core/projection/cell.ts';
import type { Projection } from '../core/projection/projection.ts';
import type { Workbook } from '../core/projection/workbook.ts';
import { layersInForce } from '../core/scenario/settings.ts';
import type { Assessment } from '../core/target/assess.ts';
import type { RollUp } from '../core/target/roll-up.ts';

export abstract class SheetReader {
  abstract readonly workbook: Workbook;
  /** As the reader writes them. */
  abstract readonly names: Names;
  /** The rows in which the scenario changes anything. */
  abstract readonly changedRows: ReadonlySet<IndicatorId>;
  /** What is read; reading it subscribes to every change of a number. */
  protected abstract get shown(): Projection;

  get dataset(): Dataset {
    return this.workbook.dataset;
  }
  get sheet(): Sheet {
    return this.workbook.sheet;
  }

  // Each reading goes through `shown`, so that whoever reads is told when a number changes.

  indicator(id: IndicatorId): WorkbookRow {
    const row = this.workbook.rows.get(id);
    if (!row) throw new Error(`No such indicator: ${id}`);
    return row;
  }

  cell(indicator: IndicatorId, column: SheetColumn): CellView {
    return this.shown.cell(this.indicator(indicator), column);
  }

  value(key: CellKey): CellValue {
    return this.shown.value(key);
  }

  input(key: CellKey): CellInput | undefined {
    return this.shown.input(key);
  }

  isChanged(key: CellKey): boolean {
    return this.shown.isChanged(key);
  }

  /** The layers of targets in force, in their order. */
  readonly layers: readonly TargetLayer[] = $derived.by(() => {
    const inForce = layersInForce(this.dataset, this.shown.patch);
    return this.dataset.layers.filter(({ id, targets }) => inForce.has(id) && targets.length > 0);
  });

  precedents(key: CellKey): readonly CellKey[] {
    return this.shown.precedents(key);
  }

  dependents(key: CellKey): readonly CellKey[] {
    return this.shown.dependents(key);
  }

  path(indicator: IndicatorId): GrowthPath {
    return this.shown.path(indicator);
  }

  /** The row as the growth paths want to know it. */
  pathRow(indicator: IndicatorId): PathRow {
    return this.shown.pathRow(this.indicator(indicator));
  }

  isHeld(indicator: IndicatorId, year: Year): boolean {
    return this.shown.isHeld(indicator, year);
  }

  target(indicator: IndicatorId, year: Year): GoalInForce | undefined {
    return this.shown.target(indicator, year);
  }

  /** What a target asks of the row's value in its year, whatever it measures. */
  targetLevel(indicator: IndicatorId, year: Year): Comparison | undefined {
    return this.shown.targetLevel(indicator, year);
  }

  assessment(indicator: IndicatorId, year: Year): Assessment | undefined {
    return assessRow(this.indicator(indicator), year, this.shown);
  }

  /** How the targets fare, of one chapter or of all. */
  rollUp(chapter?: string): RollUp {
    return this.shown.rollUp(chapter);
  }

  addressLabel(indicator: IndicatorId, column: SheetColumn, language: 'zh' | 'en'): string {
    return addressLabel(this.names.shortName(indicator), column, language);
  }
}
