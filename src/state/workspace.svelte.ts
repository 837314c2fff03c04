/**
 * The open scenario being edited. Every change goes through `#perform`, which keeps library, calculation and history in step.
 * Reading is reactive through one version counter: a deep proxy of the grid is far slower.
 */
import { parseEntry, parsePasted, type EntryError } from '../core/entry/parse-entry.ts';
import { printEntry } from '../core/entry/print-entry.ts';
import type { EntryContext } from '../core/entry/context.ts';
import type { FormulaError } from '../core/formula/ast.ts';
import type { Candidate, Names } from '../core/formula/names.ts';
import { choosePath } from '../core/growth/choose-path.ts';
import { holdYear, releaseYear } from '../core/growth/held.ts';
import { inputFormat, pathReadingGrowth, type GrowthPath } from '../core/growth/path.ts';
import { rebalance } from '../core/growth/rebalance.ts';
import { pathProblem, type PathProblem } from '../core/growth/write-path.ts';
import { cellKey, parseCellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import type { Dataset, Target, WorkbookRow } from '../core/model/dataset.ts';
import { rateFormat } from '../core/model/format.ts';
import type { CellInput, CellInputs, CellValue } from '../core/model/input.ts';
import { ok, type Result } from '../core/model/result.ts';
import type { Sheet, SheetColumn } from '../core/model/sheet.ts';
import type { CellView, NumberFormat } from '../core/model/view.ts';
import { addressLabel, resolveAddress, type CellAddress } from '../core/projection/address.ts';
import { assessRow, growthToMeet, requiredOf } from '../core/projection/cell.ts';
import { Projection } from '../core/projection/projection.ts';
import type { Workbook } from '../core/projection/workbook.ts';
import { changesTo, changesToReset } from '../core/scenario/changes.ts';
import type { CellChange, Edit, EditKind } from '../core/scenario/edit.ts';
import { emptyHistory, recordEdit, redo, undo, type History, type Step } from '../core/scenario/history.ts';
import {
  blankScenario,
  createScenarioEdit,
  deleteScenarioEdit,
  duplicateScenarioEdit,
  freeName,
  renameScenarioEdit,
} from '../core/scenario/scenario-edits.ts';
import type { Scenario, ScenarioId } from '../core/scenario/scenario.ts';
import type { Clock, NewId } from '../core/scenario/store.ts';
import type { Assessment } from '../core/target/assess.ts';
import type { RollUp } from '../core/target/roll-up.ts';
import type { Library } from './library.svelte.ts';

export interface WorkspaceOptions {
  readonly workbook: Workbook;
  readonly library: Library;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Called after each change that has to be kept. */
  readonly onchange: () => void;
}

/** What a scenario's tab says. */
export interface ScenarioSummary {
  readonly met: number;
  readonly withTarget: number;
  readonly changes: number;
}

export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #projection: Projection;
  /** Works out the scenarios that are not open, one after the other, for their tabs. */
  #aside: Projection | undefined;
  readonly #summaries = new WeakMap<Scenario, ScenarioSummary>();
  #version = $state.raw(0);
  #history = $state.raw<History>(emptyHistory);
  #gesture: string | undefined;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#projection = new Projection(options.workbook, options.library.current.patch);
  }

  get dataset(): Dataset {
    return this.#options.workbook.dataset;
  }
  get sheet(): Sheet {
    return this.#options.workbook.sheet;
  }
  get names(): Names {
    return this.#options.workbook.names;
  }
  get scenarios(): readonly Scenario[] {
    return this.#options.library.scenarios;
  }
  get scenario(): Scenario {
    return this.#options.library.current;
  }
  get canUndo(): boolean {
    return this.#history.done.length > 0;
  }
  get canRedo(): boolean {
    return this.#history.undone.length > 0;
  }
  /** The step that undo would take back. */
  get lastEdit(): Edit | undefined {
    return this.#history.done.at(-1);
  }

  // Reading. Each goes through `#shown`, so that whoever reads is told when a number changes.

  indicator(id: IndicatorId): WorkbookRow {
    const row = this.#options.workbook.rows.get(id);
    if (!row) throw new Error(`No such indicator: ${id}`);
    return row;
  }

  cell(indicator: IndicatorId, column: SheetColumn): CellView {
    return this.#shown.cell(this.indicator(indicator), column);
  }

  value(key: CellKey): CellValue {
    return this.#shown.value(key);
  }

  input(key: CellKey): CellInput | undefined {
    return this.#shown.input(key);
  }

  isChanged(key: CellKey): boolean {
    return this.#shown.isChanged(key);
  }

  readonly changedRows: ReadonlySet<IndicatorId> = $derived.by(() => this.#shown.changedRows());

  get changeCount(): number {
    return this.#shown.patch.size;
  }

  /** What the formula bar shows for a cell: the entry as it could be typed again. */
  entryText(key: CellKey): string {
    const input = this.input(key);
    const context = this.#entryContext(key);
    return input && context ? printEntry(input, context) : '';
  }

  /** How the numbers of a cell are shown and typed. */
  format(key: CellKey): NumberFormat {
    const ref = parseCellKey(key);
    const row = ref && this.#options.workbook.rows.get(ref.indicator);
    if (!ref || !row) return rateFormat;
    return inputFormat(ref.column, this.path(ref.indicator), row.indicator.unit) ?? rateFormat;
  }

  precedents(key: CellKey): readonly CellKey[] {
    return this.#shown.precedents(key);
  }

  dependents(key: CellKey): readonly CellKey[] {
    return this.#shown.dependents(key);
  }

  /** What is wrong with the text of a cell's formula; `undefined` where nothing is. */
  formulaError(key: CellKey): FormulaError | undefined {
    const input = this.input(key);
    if (input?.kind !== 'formula') return undefined;
    const parsed = this.#options.workbook.parse(input.source);
    return parsed.ok ? undefined : parsed.error;
  }

  completions(prefix: string): readonly Candidate[] {
    return this.names.complete(prefix);
  }

  path(indicator: IndicatorId): GrowthPath {
    return this.#shown.path(indicator);
  }

  isHeld(indicator: IndicatorId, year: Year): boolean {
    return this.#shown.isHeld(indicator, year);
  }

  target(indicator: IndicatorId, year: Year): Target | undefined {
    return this.#shown.target(indicator, year);
  }

  assessment(indicator: IndicatorId, year: Year): Assessment | undefined {
    return assessRow(this.indicator(indicator), year, this.#shown);
  }

  /** Constant growth a year from the base year that just meets the target of that year; a fraction. */
  requiredGrowth(indicator: IndicatorId, year: Year): number | undefined {
    return requiredOf(indicator, year, this.#shown);
  }

  /** How the targets fare, of one chapter or of all. */
  rollUp(chapter?: string): RollUp {
    return this.#shown.rollUp(chapter);
  }

  /** What the tab of a scenario says; worked out once for each state of it. */
  summary(id: ScenarioId): ScenarioSummary | undefined {
    const scenario = this.#options.library.find(id);
    if (!scenario) return undefined;
    const known = this.#summaries.get(scenario);
    if (known) return known;
    const { met, withTarget } = this.#projectionOf(scenario).rollUp();
    const summary = { met, withTarget, changes: scenario.patch.size };
    this.#summaries.set(scenario, summary);
    return summary;
  }

  /** The cell that a text in the name box means. */
  resolveAddress(text: string): CellAddress | undefined {
    return resolveAddress(text, this.sheet, this.names.find);
  }

  addressLabel(indicator: IndicatorId, column: SheetColumn): string {
    return addressLabel(this.names.shortName(indicator), column);
  }

  // Cells.

  /**
   * One entry into one or more cells, as typed. Each cell reads it by its own row, so `10` is 10 % in a per cent row.
   * If any cell cannot take it, none does. A growth typed into a row whose path reads none gives the row a path that does.
   */
  enter(cells: readonly CellKey[], text: string): Result<void, EntryError> {
    const inputs = new Map<CellKey, CellInput | null>();
    for (const cell of cells) {
      const path = this.#pathForGrowth(cell);
      for (const [key, input] of path) inputs.set(key, input);
      const context = this.#entryContext(cell, path.size > 0);
      if (!context) continue;
      const entry = parseEntry(text, context);
      if (!entry.ok) return entry;
      inputs.set(cell, entry.value);
    }
    this.write(inputs, 'enter');
    return ok(undefined);
  }

  clear(cells: readonly CellKey[]): void {
    this.write(new Map(cells.map((cell) => [cell, null])), 'clear');
  }

  /** Lets the base show through again. */
  resetToBase(cells: Iterable<CellKey>): void {
    this.#performChanges(changesToReset(this.scenario.patch, cells), 'reset');
  }

  /** A row as the dataset made it. */
  resetRow(indicator: IndicatorId): void {
    this.resetToBase([...this.scenario.patch.keys()].filter((cell) => parseCellKey(cell)?.indicator === indicator));
  }

  /** Puts inputs into cells as one step of undo. */
  write(inputs: CellInputs, what: EditKind): void {
    this.#performChanges(changesTo(this.#options.workbook.base, this.scenario.patch, inputs), what);
  }

  /** Reads one pasted text for a cell. What cannot be read stays as text, shown as an error, so nothing is dropped. */
  readPasted(key: CellKey, text: string): CellInput | null {
    const context = this.#entryContext(key);
    return context ? parsePasted(text, context) : null;
  }

  // Growth paths.

  /** Writes a path into a row; the problem where the row cannot take it. */
  choosePath(indicator: IndicatorId, path: GrowthPath): Result<void, PathProblem> {
    const chosen = choosePath(path, this.#projection.pathRow(this.indicator(indicator)));
    if (!chosen.ok) return chosen;
    this.write(chosen.value, 'path');
    return ok(undefined);
  }

  /** Why the row cannot take a path; `undefined` when it can. */
  pathProblem(indicator: IndicatorId, path: GrowthPath): PathProblem | undefined {
    return pathProblem(path, this.#shown.pathRow(this.indicator(indicator)));
  }

  /** Sets the row's growth in its stored unit. Calls with the same `gesture` in a row become one step of undo. */
  setGrowth(indicator: IndicatorId, growth: number, gesture?: string): void {
    const cell = cellKey(indicator, { kind: 'growth' });
    const inputs = new Map(this.#pathForGrowth(cell)).set(cell, { kind: 'number', value: growth });
    const changes = changesTo(this.#options.workbook.base, this.scenario.patch, inputs);
    this.#performChanges(changes, 'growth', gesture);
  }

  /** Makes the row grow at a constant rate to just meet its target of the year; `false` where there is no such rate. */
  writeRequired(indicator: IndicatorId, year: Year): boolean {
    const growth = growthToMeet(this.indicator(indicator), year, this.#projection);
    const chosen = choosePath({ kind: 'compound' }, this.#projection.pathRow(this.indicator(indicator)));
    if (growth === undefined || !chosen.ok) return false;
    const cell = cellKey(indicator, { kind: 'growth' });
    this.write(new Map(chosen.value).set(cell, { kind: 'number', value: growth }), 'required');
    return true;
  }

  /** Holds a year at its present value, or lets it go. */
  holdYear(indicator: IndicatorId, year: Year, held: boolean): void {
    const years = this.#projection.held(indicator);
    const value = this.#number(valueKey(indicator, year));
    this.write(held ? holdYear(indicator, years, year, value) : releaseYear(indicator, years, year), 'hold');
  }

  /** Brings the years behind an overtyped one to the row's former end value. */
  rebalance(indicator: IndicatorId, year: Year, lastValue: number): void {
    const lastYear = this.dataset.years.at(-1);
    const value = this.#number(valueKey(indicator, year));
    if (lastYear === undefined || value === undefined) return;
    this.write(rebalance({ indicator, year, value, lastYear, lastValue, held: this.#projection.held(indicator) }), 'path');
  }

  // Scenarios.

  /** Opens a scenario. Not a step of undo: nothing changes. */
  open(id: ScenarioId): void {
    this.#options.library.open(id);
    this.#refresh();
    this.#options.onchange();
  }

  createScenario(name: string): void {
    const { newId, clock, workbook } = this.#options;
    const dataset = { id: workbook.dataset.id, version: workbook.dataset.version };
    const scenario = blankScenario({ id: newId(), name: freeName(this.scenarios, name), dataset, now: clock.now() });
    this.#perform(createScenarioEdit(this.scenarios, scenario));
  }

  duplicateScenario(id: ScenarioId, name: string): void {
    const original = this.#options.library.find(id);
    if (!original) return;
    const { newId, clock } = this.#options;
    const copy = { id: newId(), name: freeName(this.scenarios, name), now: clock.now() };
    this.#perform(duplicateScenarioEdit(this.scenarios, original, copy));
  }

  renameScenario(id: ScenarioId, name: string): void {
    const scenario = this.#options.library.find(id);
    if (scenario && scenario.name !== name) this.#perform(renameScenarioEdit(this.scenarios, scenario, name));
  }

  get canDelete(): boolean {
    return this.scenarios.length > 1;
  }

  deleteScenario(id: ScenarioId): void {
    const scenario = this.#options.library.find(id);
    const edit = scenario && deleteScenarioEdit(this.scenarios, scenario);
    if (edit) this.#perform(edit);
  }

  /** Shows what another tab stored. It is that tab's step, so it is undone there; what was done here stays undoable. */
  adopt(scenarios: readonly Scenario[]): void {
    this.#gesture = undefined;
    this.#options.library.replace(scenarios);
    this.#refresh();
  }

  // Undo.

  undo(): void {
    this.#step(undo(this.#history));
  }

  redo(): void {
    this.#step(redo(this.#history));
  }

  /** The projection of the open scenario; reading it subscribes to every change of a number. */
  get #shown(): Projection {
    void this.#version;
    return this.#projection;
  }

  #projectionOf(scenario: Scenario): Projection {
    if (scenario === this.scenario) return this.#projection;
    this.#aside ??= new Projection(this.#options.workbook, scenario.patch);
    this.#aside.show(scenario.patch);
    return this.#aside;
  }

  #entryContext(key: CellKey, growthGiven = false): EntryContext | undefined {
    const own = parseCellKey(key);
    const row = own && this.#options.workbook.rows.get(own.indicator);
    if (!own || !row) return undefined;
    const { unit } = row.indicator;
    const current = this.path(own.indicator);
    const path = growthGiven ? pathReadingGrowth(current, row.indicator) : current;
    const format = inputFormat(own.column, path, unit) ?? rateFormat;
    return { names: this.names, sheet: this.sheet, own, format, unit };
  }

  /** The inputs that give a row a path which reads growth, where the cell is its growth and the present path reads none. */
  #pathForGrowth(cell: CellKey): CellInputs {
    const ref = parseCellKey(cell);
    if (ref?.column.kind !== 'growth' && ref?.column.kind !== 'yearGrowth') return new Map();
    const row = this.indicator(ref.indicator);
    const current = this.#projection.path(ref.indicator);
    const path = pathReadingGrowth(current, row.indicator);
    if (path === current) return new Map();
    const chosen = choosePath(path, this.#projection.pathRow(row));
    return chosen.ok ? chosen.value : new Map();
  }

  #number(key: CellKey): number | undefined {
    const value = this.#projection.value(key);
    return value.kind === 'number' ? value.value : undefined;
  }

  #performChanges(changes: readonly CellChange[], what: EditKind, gesture?: string): void {
    if (changes.length === 0) return;
    this.#perform({ kind: 'cells', what, scenario: this.scenario.id, changes }, gesture);
  }

  #perform(edit: Edit, gesture?: string): void {
    const continues = gesture !== undefined && gesture === this.#gesture;
    this.#gesture = gesture;
    this.#history = recordEdit(this.#history, edit, { continues });
    this.#apply(edit);
  }

  #step(step: Step | undefined): void {
    if (!step) return;
    this.#gesture = undefined;
    this.#history = step.history;
    this.#apply(step.edit);
  }

  #apply(edit: Edit): void {
    this.#options.library.apply(edit, this.#options.clock.now());
    this.#refresh();
    this.#options.onchange();
  }

  #refresh(): void {
    this.#projection.show(this.scenario.patch);
    this.#version++;
  }
}
