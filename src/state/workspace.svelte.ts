/**
 * The open scenario being edited. Every change goes through `#perform`, which keeps library, calculation and history in step.
 * Reading is reactive through one box that is replaced at each change: a deep proxy of the grid is far slower.
 */
import { parseEntry, parsePasted, type EntryError } from '../core/entry/parse-entry.ts';
import { printEntry } from '../core/entry/print-entry.ts';
import type { EntryContext } from '../core/entry/context.ts';
import type { FormulaError } from '../core/formula/ast.ts';
import type { Candidate, Names } from '../core/formula/names.ts';
import { findWord } from '../core/formula/words.ts';
import { choosePath } from '../core/growth/choose-path.ts';
import { holdYear, releaseYear } from '../core/growth/held.ts';
import { inputFormat, pathReadingGrowth, readPath, type GrowthPath } from '../core/growth/path.ts';
import { rebalance } from '../core/growth/rebalance.ts';
import { pathProblem, type PathProblem } from '../core/growth/write-path.ts';
import { cellKey, parseCellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import type { Dataset, Target, TargetLayer, WorkbookRow } from '../core/model/dataset.ts';
import { rateFormat } from '../core/model/format.ts';
import type { CellInput, CellInputs, CellValue } from '../core/model/input.ts';
import { ok, type Result } from '../core/model/result.ts';
import type { Sheet, SheetColumn } from '../core/model/sheet.ts';
import { defaultLayers, layersKnown } from '../core/model/target-layers.ts';
import type { CellView, NumberFormat } from '../core/model/view.ts';
import { addressLabel, resolveAddress, type CellAddress } from '../core/projection/address.ts';
import { assessRow, growthToMeet, requiredOf } from '../core/projection/cell.ts';
import { Projection } from '../core/projection/projection.ts';
import type { Workbook } from '../core/projection/workbook.ts';
import { baseOf, type BaseOf } from '../core/projection/base-of.ts';
import { listChanges, type ListedChange } from '../core/projection/listed-changes.ts';
import { review, type Review } from '../core/projection/review.ts';
import { changesBetween, changesTo, changesToReset } from '../core/scenario/changes.ts';
import { countChanges, newestFirst, rowsOf } from '../core/scenario/change-log.ts';
import { applyChanges, type CellChange, type Edit, type EditKind } from '../core/scenario/edit.ts';
import { emptyHistory, recordEdit, redo, undo, type History, type Step } from '../core/scenario/history.ts';
import { takeTheirsEdit, type CellConflict } from '../core/scenario/merge.ts';
import {
  addScenariosEdit,
  blankScenario,
  copyScenario,
  createScenarioEdit,
  deleteScenarioEdit,
  describeScenarioEdit,
  duplicateScenarioEdit,
  freeName,
  moveScenarioEdit,
  renameScenarioEdit,
  restoreScenarioEdit,
  type Description,
} from '../core/scenario/scenario-edits.ts';
import type { Patch, Scenario, ScenarioId } from '../core/scenario/scenario.ts';
import type { Clock, NewId } from '../core/scenario/store.ts';
import type { Version } from '../core/scenario/versions.ts';
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
  /** Asked before each edit. `true` keeps it from being made; whoever says so tells the person why. */
  readonly refuses?: (edit: Edit) => boolean;
}

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

const noChanges: Patch = new Map();

export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #projection: Projection;
  /** Works out the scenarios that are not open, one after the other, for their tabs. */
  #aside: Projection | undefined;
  readonly #summaries = new WeakMap<Scenario, ScenarioSummary>();
  readonly #reviews = new WeakMap<Scenario, Review>();
  /** The sheet before any scenario. */
  #base: Projection | undefined;
  #lens = $state.raw<Lens>();
  #refused = $state.raw<readonly CellChange[]>([]);
  /** The projection in a box of its own for each state of it, so that readers are told of the next one. */
  #box = $state.raw<{ readonly projection: Projection }>();
  #history = $state.raw<History>(emptyHistory);
  #gesture: string | undefined;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    const { patch, knownUntil } = options.library.current;
    this.#projection = new Projection(options.workbook, patch, knownUntil);
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
  /** In the order of their tabs, which stand before those of the own scenarios. */
  get builtIns(): readonly Scenario[] {
    return this.#options.library.builtIns;
  }
  /** Scenarios from links that are only looked at; their tabs stand last. */
  get guests(): readonly Scenario[] {
    return this.#options.library.guests;
  }
  find(id: ScenarioId): Scenario | undefined {
    return this.#options.library.find(id);
  }

  get lens(): Lens | undefined {
    return this.#lens;
  }
  /** `undefined` where the sheet can be written into. */
  get readOnly(): ReadOnlyReason | undefined {
    if (this.#lens) return this.#lens.kind;
    if (this.scenario.builtIn) return 'builtIn';
    return this.guests.includes(this.scenario) ? 'guest' : undefined;
  }
  /** What was entered into a read-only sheet and is waiting to be written into a copy. */
  get refused(): readonly CellChange[] {
    return this.#refused;
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

  /** Also while the base is shown in their place: before and after are then looked at in the same rows. */
  readonly changedRows: ReadonlySet<IndicatorId> = $derived.by(() =>
    this.#lens?.kind === 'before' ? rowsOf(this.scenario.patch) : this.#shown.changedRows(),
  );

  /** The layers of targets in force, in their order. */
  readonly layers: readonly TargetLayer[] = $derived.by(() => {
    const { knownUntil } = this.scenario;
    const inForce = knownUntil === undefined ? defaultLayers(this.dataset) : layersKnown(this.dataset, knownUntil);
    return this.dataset.layers.filter(({ id, targets }) => inForce.has(id) && targets.length > 0);
  });

  get changeCount(): number {
    return this.#shown.patch.size;
  }

  /** What the formula bar shows for a cell: the entry as it could be typed again. */
  entryText(key: CellKey): string {
    return this.printInput(key, this.input(key));
  }

  /** An input as it would be typed into a cell; empty for a blank. */
  printInput(key: CellKey, input: CellInput | null | undefined): string {
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

  /** Names and functions that could complete a beginning, best first. */
  completions(prefix: string, most?: number): readonly Candidate[] {
    return this.names.complete(prefix, most);
  }

  /** What an index in brackets may follow in a formula: a row's name, the own row, or its growth. */
  takesIndex(name: string): 'value' | 'growth' | undefined {
    const word = findWord(name);
    if (word === 'growth') return 'growth';
    return word === 'self' || (word === undefined && this.names.find(name) !== undefined) ? 'value' : undefined;
  }

  /** The growth path that an input of a path cell means. */
  pathIn(input: CellInput | null): GrowthPath {
    return readPath(input);
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
    const summary = { met, withTarget, changes: countChanges(scenario.patch) };
    this.#summaries.set(scenario, summary);
    return summary;
  }

  /** What a scenario has otherwise than the base; worked out once for each state of it. */
  review(id: ScenarioId): Review | undefined {
    const scenario = this.find(id);
    if (!scenario) return undefined;
    const known = this.#reviews.get(scenario) ?? review(this.#baseline(), this.#projectionOf(scenario));
    this.#reviews.set(scenario, known);
    return known;
  }

  /** The changes of a scenario, newest first. */
  changes(id: ScenarioId): readonly ListedChange[] {
    const scenario = this.find(id);
    const reviewed = this.review(id);
    if (!scenario || !reviewed) return [];
    // Nobody made a built-in one's changes: they stand in the order of the sheet.
    return listChanges(reviewed, scenario.builtIn ? [] : newestFirst(scenario, this.#history));
  }

  /** What the list of versions says about one. */
  describeVersion({ scenario }: Version): ScenarioSummary & { readonly asNow: boolean } {
    const { met, withTarget } = this.#asideOf(scenario).rollUp();
    const now = this.find(scenario.id);
    const asNow =
      now?.note === scenario.note &&
      now.author === scenario.author &&
      changesBetween(now.patch, scenario.patch).length === 0;
    return { met, withTarget, changes: countChanges(scenario.patch), asNow };
  }

  /** What a cell would be reset to: what it holds before any scenario. */
  baseOf(key: CellKey): BaseOf | undefined {
    return baseOf(key, this.#baseline());
  }

  /** The cell that a text in the name box means. */
  resolveAddress(text: string): CellAddress | undefined {
    return resolveAddress(text, this.sheet, (name) => this.names.find(name));
  }

  addressLabel(indicator: IndicatorId, column: SheetColumn, language: 'zh' | 'en'): string {
    return addressLabel(this.names.shortName(indicator), column, language);
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

  /** Takes back some of a scenario's changes, and opens it, so that this is seen. */
  takeBack(id: ScenarioId, cells: readonly CellKey[]): void {
    if (this.scenario.id !== id) this.open(id);
    this.lookThrough(undefined);
    this.resetToBase(cells);
  }

  /** The whole sheet as the dataset made it. */
  resetAll(): void {
    this.resetToBase(this.scenario.patch.keys());
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
    this.write(
      rebalance({ indicator, year, value, lastYear, lastValue, held: this.#projection.held(indicator) }),
      'path',
    );
  }

  // Scenarios.

  /** Opens a scenario. Not a step of undo: nothing changes. */
  open(id: ScenarioId): void {
    this.#clearLens();
    this.#options.library.open(id);
    this.#refresh();
    this.#options.onchange();
  }

  /** Shows the base or an earlier version in place of the open scenario, read only; without a lens the scenario itself again. */
  lookThrough(lens: Lens | undefined): void {
    if (lens === this.#lens) return;
    if (lens?.kind === 'version' && lens.version.scenario.id !== this.scenario.id) this.open(lens.version.scenario.id);
    this.#refused = [];
    this.#lens = lens;
    this.#refresh();
  }

  /** Forgets what was entered into a read-only sheet. */
  dropRefused(): void {
    this.#refused = [];
  }

  /** Copies the read-only scenario and writes into the copy what was refused, as one step of undo. */
  writeIntoCopy(name: string): void {
    const { newId, clock } = this.#options;
    const named = { id: newId(), name: freeName(this.scenarios, name), now: clock.now() };
    const copy = copyScenario(this.scenario, named);
    const patch = applyChanges(copy.patch, this.#refused);
    this.#perform(createScenarioEdit(this.scenarios, { ...copy, patch }));
  }

  /** Opens scenarios that are only looked at, the first of them on view. Not a step of undo, and nothing is stored. */
  look(guests: readonly Scenario[]): void {
    const [first] = guests;
    if (!first) return;
    this.#options.library.invite(guests);
    this.open(first.id);
  }

  /** Closes the tab of a guest. */
  dismiss(id: ScenarioId): void {
    this.#clearLens();
    this.#options.library.dismiss(id);
    this.#refresh();
  }

  /** Adds copies of scenarios from outside, worked out on the figures of this page from now on, as one step of undo. Whether it was done. */
  addCopies(originals: readonly Scenario[]): boolean {
    const { newId, clock, workbook } = this.#options;
    const dataset = { id: workbook.dataset.id, version: workbook.dataset.version };
    const added: Scenario[] = [];
    for (const original of originals) {
      const name = freeName([...this.scenarios, ...added], original.name);
      added.push({ ...copyScenario(original, { id: newId(), name, now: clock.now() }), dataset });
    }
    return this.addScenarios(added);
  }

  /** Takes over a part of another scenario into the open one, as one step of undo. Whether it was done. */
  merge(changes: readonly CellChange[]): boolean {
    if (changes.length === 0 || !this.#own(this.scenario.id)) return false;
    return this.#perform({ kind: 'cells', what: 'merge', scenario: this.scenario.id, changes });
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
    const scenario = this.#own(id);
    if (scenario && scenario.name !== name) this.#perform(renameScenarioEdit(this.scenarios, scenario, name));
  }

  /** Changes name, note or author of a scenario. */
  describeScenario(id: ScenarioId, description: Partial<Description>): void {
    const scenario = this.#own(id);
    const edit = scenario && describeScenarioEdit(this.scenarios, scenario, description);
    if (edit) this.#perform(edit);
  }

  /** Puts a scenario at a place among the own ones, counted from 0. */
  moveScenario(id: ScenarioId, position: number): void {
    const scenario = this.#own(id);
    const edit = scenario && moveScenarioEdit(this.scenarios, scenario, position);
    if (edit) this.#perform(edit);
  }

  /** Gives a scenario the cells, note and author of an earlier version of it. */
  restore(version: Scenario): void {
    const scenario = this.#own(version.id);
    if (scenario) this.#perform(restoreScenarioEdit(this.scenarios, scenario, version, this.#options.clock.now()));
  }

  get canDelete(): boolean {
    return this.scenarios.length > 1;
  }

  deleteScenario(id: ScenarioId): void {
    const scenario = this.#own(id);
    const edit = scenario && deleteScenarioEdit(this.scenarios, scenario);
    if (edit) this.#perform(edit);
  }

  /** Puts scenarios behind the last tab, each with an id and a name that nothing here has. Whether it was done. */
  addScenarios(added: readonly Scenario[]): boolean {
    return this.#perform(addScenariosEdit(this.scenarios, added));
  }

  /** Gives cells that another tab changed as well what that tab put into them. Whether it was done. */
  takeTheirs(conflicts: readonly CellConflict[]): boolean {
    return this.#perform(takeTheirsEdit(this.scenarios, conflicts));
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
    return this.#box?.projection ?? this.#projection;
  }

  #projectionOf(scenario: Scenario): Projection {
    return scenario === this.scenario && !this.#lens ? this.#projection : this.#asideOf(scenario);
  }

  #asideOf(scenario: Scenario): Projection {
    this.#aside ??= new Projection(this.#options.workbook, scenario.patch);
    this.#aside.show(scenario.patch, scenario.knownUntil);
    return this.#aside;
  }

  #baseline(): Projection {
    this.#base ??= new Projection(this.#options.workbook, noChanges);
    return this.#base;
  }

  #own(id: ScenarioId): Scenario | undefined {
    return this.scenarios.find((scenario) => scenario.id === id);
  }

  #clearLens(): void {
    this.#lens = undefined;
    this.#refused = [];
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
    if (this.readOnly) {
      const waiting = new Map(this.#refused.map((change) => [change.cell, change]));
      for (const change of changes) waiting.set(change.cell, change);
      this.#refused = [...waiting.values()];
      return;
    }
    this.#perform({ kind: 'cells', what, scenario: this.scenario.id, changes }, gesture);
  }

  /** Whether the edit was made. */
  #perform(edit: Edit, gesture?: string): boolean {
    if (this.#options.refuses?.(edit)) return false;
    const continues = gesture !== undefined && gesture === this.#gesture;
    this.#gesture = gesture;
    this.#history = recordEdit(this.#history, edit, { continues });
    this.#apply(edit);
    return true;
  }

  #step(step: Step | undefined): void {
    if (!step || this.#options.refuses?.(step.edit)) return;
    this.#gesture = undefined;
    this.#history = step.history;
    this.#apply(step.edit);
  }

  #apply(edit: Edit): void {
    this.#clearLens();
    this.#options.library.apply(edit, this.#options.clock.now());
    this.#refresh();
    this.#options.onchange();
  }

  #refresh(): void {
    const { patch, knownUntil } = this.scenario;
    this.#projection.show(this.#lens ? patchUnder(this.#lens) : patch, knownUntil);
    this.#box = { projection: this.#projection };
  }
}

function patchUnder(lens: Lens): Patch {
  return lens.kind === 'before' ? noChanges : lens.version.scenario.patch;
}
