/**
 * The sheet, and where the person is in it, for what stands beside it: panel, chart, chapters, counts. They are told of a change once
 * the sheet itself is painted. Who types a row of numbers sees each of them at once, and the rest a frame later.
 */
import type { Names } from '../core/formula/names.ts';
import type { IndicatorId, Year } from '../core/model/cell.ts';
import type { WorkbookRow } from '../core/model/dataset.ts';
import { requiredOf } from '../core/projection/cell.ts';
import type { Projection } from '../core/projection/projection.ts';
import type { Workbook } from '../core/projection/workbook.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { lagging, type WhenPainted } from './lagging.svelte.ts';
import type { OpenSheet } from './open-sheet.svelte.ts';
import type { CellPlace, CellRange, Selection } from './selection.svelte.ts';
import { SheetReader } from './sheet-reader.svelte.ts';

/** What is looked at; a new object at each look. */
interface Sight {
  readonly shown: Projection;
  readonly scenario: Scenario;
  readonly changedRows: ReadonlySet<IndicatorId>;
  readonly place: CellPlace;
  readonly range: CellRange;
}

export class Beside extends SheetReader {
  readonly workbook: Workbook;
  readonly #sheet: OpenSheet;
  readonly #selection: Selection;
  #sight: { readonly current: Sight };

  /** Looks for as long as the page is there. */
  constructor(sheet: OpenSheet, selection: Selection, whenPainted: WhenPainted) {
    super();
    this.workbook = sheet.workbook;
    this.#sheet = sheet;
    this.#selection = selection;
    this.#sight = { current: this.#look() };
    $effect.root(() => {
      this.#sight = lagging(() => this.#look(), whenPainted);
    });
  }

  get names(): Names {
    return this.#sheet.names;
  }
  /** Who reads it is told of another scenario alone, not of another active cell. */
  readonly scenario: Scenario = $derived.by(() => this.#sight.current.scenario);
  get changedRows(): ReadonlySet<IndicatorId> {
    return this.#sight.current.changedRows;
  }
  /** The active cell. */
  get place(): CellPlace {
    return this.#sight.current.place;
  }
  /** The selected block. */
  get range(): CellRange {
    return this.#sight.current.range;
  }
  protected get shown(): Projection {
    return this.#sight.current.shown;
  }

  /** The rows with a target in force, in the sheet's order. */
  get targetRows(): readonly WorkbookRow[] {
    return this.shown.targetRows;
  }

  /** Constant growth a year from the base year that just meets the target of that year; a fraction. */
  requiredGrowth(indicator: IndicatorId, year: Year): number | undefined {
    return requiredOf(indicator, year, this.shown);
  }

  #look(): Sight {
    const { shown, scenario, changedRows } = this.#sheet;
    const { active: place, range } = this.#selection;
    return { shown, scenario, changedRows, place, range };
  }
}
