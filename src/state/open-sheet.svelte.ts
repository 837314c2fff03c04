/**
 * The sheet on view: the open scenario worked out, or what a lens shows in its place. It is only read here; `Workspace` edits it.
 * Reading is reactive through one box that is replaced at each change: a deep proxy of the grid is far slower.
 */
import type { EntryContext, TargetEntries } from '../core/entry/context.ts';
import { printEntry } from '../core/entry/print-entry.ts';
import type { RangeError } from '../core/entry/range-entry.ts';
import { namesById, type Names } from '../core/formula/names.ts';
import { inputFormat, readPath, type GrowthPath } from '../core/growth/path.ts';
import { parseCellKey, type CellKey, type IndicatorId } from '../core/model/cell.ts';
import { rateFormat } from '../core/model/format.ts';
import type { CellInput, CellInputs } from '../core/model/input.ts';
import { rangeCellOf } from '../core/model/range-cell.ts';
import type { Result } from '../core/model/result.ts';
import type { SheetColumn } from '../core/model/sheet.ts';
import type { CellView, NumberFormat } from '../core/model/view.ts';
import { Projection } from '../core/projection/projection.ts';
import type { Workbook } from '../core/projection/workbook.ts';
import type { BaseInputs } from '../core/scenario/changes.ts';
import { countChanges, rowsOf } from '../core/scenario/change-log.ts';
import type { Patch, Scenario, ScenarioId } from '../core/scenario/scenario.ts';
import type { Version } from '../core/scenario/versions.ts';
import type { Library } from './library.svelte.ts';
import { RowSignals } from './row-signals.svelte.ts';
import { SheetReader } from './sheet-reader.svelte.ts';

/** What a scenario's tab says. */
export interface ScenarioSummary {
  readonly met: number;
  readonly withTarget: number;
  readonly changes: number;
}

/** What the sheet shows in place of the open scenario as it is now. */
export type Lens =
  /** 前后对照: the base, before the scenario's changes. */
  { readonly kind: 'before' } | { readonly kind: 'version'; readonly version: Version };

/** Why nothing can be written into the sheet just now. */
export type ReadOnlyReason = 'builtIn' | 'guest' | Lens['kind'];

/** How ranges are typed and shown. It comes a moment after the sheet. */
export interface RangeEntries {
  /** What a cell and that of its range are to hold; `undefined` for a text that is not meant as a range. */
  readonly read: (cell: CellKey, text: string, context: EntryContext) => Result<CellInputs, RangeError> | undefined;
  /** A stored range as it would be typed. */
  readonly print: (stored: string, context: EntryContext) => string | undefined;
}

const noChanges: Patch = new Map();

export class OpenSheet extends SheetReader {
  readonly workbook: Workbook;
  protected readonly library: Library;
  readonly #language: () => 'zh' | 'en';
  readonly #projection: Projection;
  /** Works out the scenarios that are not open, one after the other. */
  #aside: Projection | undefined;
  readonly #summaries = new WeakMap<Scenario, ScenarioSummary>();
  #lens = $state.raw<Lens>();
  #rangeEntries = $state.raw<RangeEntries>();
  #targetEntries = $state.raw<TargetEntries>();
  /** The projection in a box of its own for each state of it, so that readers are told of the next one. */
  #box = $state.raw<{ readonly projection: Projection }>();
  readonly #rows = new RowSignals();

  /** As the reader writes them; those of the other language are understood as well. */
  readonly names: Names = $derived.by(() => {
    const { names } = this.workbook;
    return this.#language() === 'en' ? namesById(names) : names;
  });

  /** `language`: the reader's. */
  constructor(workbook: Workbook, library: Library, language: () => 'zh' | 'en' = () => 'zh') {
    super();
    this.workbook = workbook;
    this.library = library;
    this.#language = language;
    this.#projection = new Projection(workbook, library.current.patch);
  }

  get scenarios(): readonly Scenario[] {
    return this.library.scenarios;
  }
  get scenario(): Scenario {
    return this.library.current;
  }
  /** In the order of their tabs, which stand before those of the own scenarios. */
  get builtIns(): readonly Scenario[] {
    return this.library.builtIns;
  }
  /** Scenarios from links that are only looked at; their tabs stand last. */
  get guests(): readonly Scenario[] {
    return this.library.guests;
  }
  find(id: ScenarioId): Scenario | undefined {
    return this.library.find(id);
  }

  get lens(): Lens | undefined {
    return this.#lens;
  }
  /** `undefined` where the sheet can be written into. */
  get readOnly(): ReadOnlyReason | undefined {
    if (this.lens) return this.lens.kind;
    if (this.scenario.builtIn) return 'builtIn';
    return this.guests.includes(this.scenario) ? 'guest' : undefined;
  }

  /** Nothing that a cell shows comes from another row but through a number of its own, so its reader is told of its row alone. */
  override cell(indicator: IndicatorId, column: SheetColumn): CellView {
    this.#rows.heed(indicator);
    return this.#projection.cell(this.indicator(indicator), column);
  }

  /** Also while the base is shown in their place: before and after are then looked at in the same rows. */
  readonly changedRows: ReadonlySet<IndicatorId> = $derived.by(() =>
    this.lens?.kind === 'before' ? rowsOf(this.scenario.patch.keys()) : this.shown.changedRows(),
  );

  /** What the formula bar shows for a cell: the entry as it could be typed again. */
  entryText(key: CellKey): string {
    return this.rangeText(key) ?? this.printInput(key, this.input(key));
  }

  /** The range of an assumption as it would be typed, such as `6%~10%`; `undefined` for a cell that has none. */
  rangeText(key: CellKey): string | undefined {
    const beside = rangeCellOf(key);
    const stored = beside && this.input(beside);
    const context = stored?.kind === 'text' ? this.entryContext(key) : undefined;
    return stored?.kind === 'text' && context ? this.rangeEntries?.print(stored.text, context) : undefined;
  }

  /** From now on ranges and targets can be typed. */
  learnEntries(ranges: RangeEntries, targets: TargetEntries): void {
    this.#rangeEntries = ranges;
    this.#targetEntries = targets;
  }

  get rangeEntries(): RangeEntries | undefined {
    return this.#rangeEntries;
  }

  /** An input as it would be typed into a cell; empty for a blank. */
  printInput(key: CellKey, input: CellInput | null | undefined): string {
    const context = this.entryContext(key);
    return input && context ? printEntry(input, context.own.column, context) : '';
  }

  /** How the numbers of a cell are shown and typed. `path`: of its row. */
  format(key: CellKey, path?: GrowthPath): NumberFormat {
    return this.entryContext(key, path)?.format ?? rateFormat;
  }

  /** The growth path that an input of a path cell means. */
  pathIn(input: CellInput | null): GrowthPath {
    return readPath(input);
  }

  /** By what an entry into a cell is read and printed; `undefined` for a row that is not there. `path`: of its row. */
  entryContext(key: CellKey, path?: GrowthPath): EntryContext | undefined {
    const own = parseCellKey(key);
    const row = own && this.workbook.rows.get(own.indicator);
    if (!own || !row) return undefined;
    const { unit } = row.indicator;
    const format = inputFormat(own.column, path ?? this.path(own.indicator), unit) ?? rateFormat;
    const targets = this.#targetEntries;
    return { names: this.names, sheet: this.sheet, own, format, unit, ...(targets && { targets }) };
  }

  // Beside the sheet on view. What these answer with shows another scenario at the next call.

  /** A scenario worked out. */
  projectionOf(scenario: Scenario): Projection {
    if (scenario === this.scenario && !this.lens) return this.#projection;
    this.#aside ??= new Projection(this.workbook, scenario.patch);
    this.#aside.show(scenario.patch);
    return this.#aside;
  }

  /**
   * Lends the projection of what is on view, to show something else in it and read that; afterwards it shows the same as before, and
   * no reader is told. For what is asked when the page loads: a second projection takes as long to make as the first, and as much memory.
   */
  borrow<T>(read: (projection: Projection) => T): T {
    const { patch } = this.#projection;
    try {
      return read(this.#projection);
    } finally {
      this.#projection.show(patch);
    }
  }

  /** What the tab of a scenario says; worked out once for each state of it. Nothing of a built-in one that is still to be computed. */
  summary(id: ScenarioId): ScenarioSummary | undefined {
    const scenario = this.library.find(id);
    if (!scenario || this.library.isAnnounced(scenario)) return undefined;
    const known = this.#summaries.get(scenario);
    if (known) return known;
    const { met, withTarget } = this.borrow((projection) => {
      projection.show(scenario.patch);
      return projection.rollUp();
    });
    const summary = { met, withTarget, changes: countChanges(scenario.patch) };
    this.#summaries.set(scenario, summary);
    return summary;
  }

  /** What a cell holds where the open scenario says nothing. */
  protected get underlying(): BaseInputs {
    return this.#projection.underlying;
  }

  protected setLens(lens: Lens | undefined): void {
    this.#lens = lens;
  }

  /** Works out what is to be on view now, and tells the readers. */
  protected refresh(): void {
    this.#rows.give(this.#projection.show(this.lens ? patchUnder(this.lens) : this.scenario.patch));
    this.#box = { projection: this.#projection };
  }

  /** The projection of what is on view; reading it subscribes to every change of a number. */
  get shown(): Projection {
    return this.#box?.projection ?? this.#projection;
  }
}

function patchUnder(lens: Lens): Patch {
  return lens.kind === 'before' ? noChanges : lens.version.scenario.patch;
}
