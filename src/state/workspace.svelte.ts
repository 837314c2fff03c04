/**
 * The open scenario being edited. Every change goes through `perform`, which keeps library, sheet and history in step. What can be
 * done with growth paths and with whole scenarios stands in `growth-steps.ts` and `scenario-steps.ts`, on top of this.
 */
import type { EntryContext } from '../core/entry/context.ts';
import { parseEntry, type EntryError } from '../core/entry/parse-entry.ts';
import { choosePath } from '../core/growth/choose-path.ts';
import { pathReadingGrowth, type GrowthPath } from '../core/growth/path.ts';
import { parseCellKey, type CellKey, type IndicatorId } from '../core/model/cell.ts';
import type { CellInput, CellInputs } from '../core/model/input.ts';
import { rangeCellOf, withoutOldRanges } from '../core/model/range-cell.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { Workbook } from '../core/projection/workbook.ts';
import { changesTo, changesToReset } from '../core/scenario/changes.ts';
import type { CellChange, Edit, EditKind } from '../core/scenario/edit.ts';
import { emptyHistory, recordEdit, redo, undo, type History, type Step } from '../core/scenario/history.ts';
import type { Scenario, ScenarioId } from '../core/scenario/scenario.ts';
import type { Clock, NewId } from '../core/scenario/store.ts';
import type { Library } from './library.svelte.ts';
import { OpenSheet, type Lens } from './open-sheet.svelte.ts';

/** Three numbers between slashes. Before ranges can be read, `-2/1/3` would pass for a formula. */
const perhapsRange = /^[^=＝]*[/／÷].*[/／÷]/;

export interface WorkspaceOptions {
  readonly workbook: Workbook;
  readonly library: Library;
  readonly clock: Clock;
  readonly newId: NewId;
  /** The reader's; Chinese unless it is given. */
  readonly language?: () => 'zh' | 'en';
  /** Called after each change that has to be kept. */
  readonly onchange: () => void;
  /** Asked before each edit. `true` keeps it from being made; whoever says so tells the person why. */
  readonly refuses?: (edit: Edit) => boolean;
}

export class Workspace extends OpenSheet {
  readonly #options: WorkspaceOptions;
  #refused = $state.raw<readonly CellChange[]>([]);
  #history = $state.raw<History>(emptyHistory);
  #gesture: string | undefined;
  /** The announced built-in scenario that is to be opened when it is there. */
  #awaited: ScenarioId | undefined;

  constructor(options: WorkspaceOptions) {
    super(options.workbook, options.library, options.language);
    this.#options = options;
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
  /** The steps that undo would take back, the last one last. */
  get done(): readonly Edit[] {
    return this.#history.done;
  }
  /** The step that undo would take back. */
  get lastEdit(): Edit | undefined {
    return this.#history.done.at(-1);
  }
  /** ISO 8601, for display only. */
  get now(): string {
    return this.#options.clock.now();
  }

  // Cells.

  /**
   * One entry into one or more cells, as typed. Each cell reads it by its own row, so `10` is 10 % in a per cent row.
   * If any cell cannot take it, none does. A range typed into a cell is its middle and the range. A growth typed into a row whose path reads none gives the row a path that does.
   */
  enter(cells: readonly CellKey[], text: string): Result<void, EntryError> {
    const inputs = new Map<CellKey, CellInput | null>();
    for (const cell of cells) {
      const given = this.pathForGrowth(cell);
      for (const [key, input] of given?.inputs ?? []) inputs.set(key, input);
      const context = this.entryContext(cell, given?.path);
      if (!context) continue;
      const read = this.#read(cell, text, context);
      if (!read.ok) return read;
      for (const [key, input] of read.value) inputs.set(key, input);
    }
    this.write(inputs, 'enter');
    return ok(undefined);
  }

  clear(cells: readonly CellKey[]): void {
    this.write(new Map(cells.map((cell) => [cell, null])), 'clear');
  }

  /** Lets the base show through again. */
  resetToBase(cells: Iterable<CellKey>): void {
    const withRanges = [...cells].flatMap((cell) => [cell, rangeCellOf(cell) ?? cell]);
    this.#performChanges(changesToReset(this.scenario.patch, withRanges), 'reset');
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

  /**
   * Puts inputs into cells as one step of undo; calls in a row with the same `gesture` are one step together. A number that is
   * written without a range loses the one it had.
   */
  write(inputs: CellInputs, what: EditKind, gesture?: string): void {
    const { patch } = this.scenario;
    this.#performChanges(changesTo(this.underlying, patch, withoutOldRanges(inputs, patch)), what, gesture);
  }

  /** Where the cell is a growth and the path of its row reads none: a path that does, and the inputs that give it to the row. */
  pathForGrowth(cell: CellKey): { readonly path: GrowthPath; readonly inputs: CellInputs } | undefined {
    const ref = parseCellKey(cell);
    if (ref?.column.kind !== 'growth' && ref?.column.kind !== 'yearGrowth') return undefined;
    const current = this.path(ref.indicator);
    const path = pathReadingGrowth(current, this.indicator(ref.indicator).indicator);
    if (path === current) return undefined;
    const chosen = choosePath(path, this.pathRow(ref.indicator));
    return { path, inputs: chosen.ok ? chosen.value : new Map() };
  }

  // Scenarios.

  /** Opens a scenario, a built-in one as soon as it is computed. Not a step of undo: nothing changes. */
  open(id: ScenarioId): void {
    const scenario = this.find(id);
    this.#awaited = scenario && this.library.isAnnounced(scenario) ? id : undefined;
    if (this.#awaited) return;
    this.#clearLens();
    this.library.open(id);
    this.refresh();
    this.#options.onchange();
  }

  /** The built-in scenarios are computed. */
  takeBuiltIns(builtIns: readonly Scenario[]): void {
    this.library.takeBuiltIns(builtIns);
    if (this.#awaited) this.open(this.#awaited);
  }

  /** Shows the base or an earlier version in place of the open scenario, read only; without a lens the scenario itself again. */
  lookThrough(lens: Lens | undefined): void {
    if (lens === this.lens) return;
    if (lens?.kind === 'version' && lens.version.scenario.id !== this.scenario.id) this.open(lens.version.scenario.id);
    this.#refused = [];
    this.setLens(lens);
    this.refresh();
  }

  /** Forgets what was entered into a read-only sheet. */
  dropRefused(): void {
    this.#refused = [];
  }

  /** Opens scenarios that are only looked at, the first of them on view. Not a step of undo, and nothing is stored. */
  look(guests: readonly Scenario[]): void {
    const [first] = guests;
    if (!first) return;
    this.library.invite(guests);
    this.open(first.id);
  }

  /** Closes the tab of a guest. */
  dismiss(id: ScenarioId): void {
    this.#clearLens();
    this.library.dismiss(id);
    this.refresh();
  }

  /** An own scenario: the others are never edited. */
  own(id: ScenarioId): Scenario | undefined {
    return this.scenarios.find((scenario) => scenario.id === id);
  }

  get canDelete(): boolean {
    return this.scenarios.length > 1;
  }

  /** For a scenario that is to be made. */
  newId(): ScenarioId {
    return this.#options.newId();
  }

  /** Shows what another tab stored. It is that tab's step, so it is undone there; what was done here stays undoable. */
  adopt(scenarios: readonly Scenario[]): void {
    this.#gesture = undefined;
    this.library.replace(scenarios);
    this.refresh();
  }

  // Undo.

  undo(): void {
    this.#step(undo(this.#history));
  }

  redo(): void {
    this.#step(redo(this.#history));
  }

  /** Makes an edit, which is one step of undo. Whether it was made. */
  perform(edit: Edit, gesture?: string): boolean {
    if (this.#options.refuses?.(edit)) return false;
    const continues = gesture !== undefined && gesture === this.#gesture;
    this.#gesture = gesture;
    this.#history = recordEdit(this.#history, edit, { continues });
    this.#apply(edit);
    return true;
  }

  #read(cell: CellKey, text: string, context: EntryContext): Result<CellInputs, EntryError> {
    if (!this.rangeEntries && perhapsRange.test(text)) return err({ code: 'unreadable', at: 0 });
    const range = this.rangeEntries?.read(cell, text, context);
    if (range) return range;
    const entry = parseEntry(text, context);
    return entry.ok ? ok(new Map([[cell, entry.value]])) : entry;
  }

  #performChanges(changes: readonly CellChange[], what: EditKind, gesture?: string): void {
    if (changes.length === 0) return;
    if (this.readOnly) {
      const waiting = new Map(this.#refused.map((change) => [change.cell, change]));
      for (const change of changes) waiting.set(change.cell, change);
      this.#refused = [...waiting.values()];
      return;
    }
    this.perform({ kind: 'cells', what, scenario: this.scenario.id, changes }, gesture);
  }

  #step(step: Step | undefined): void {
    if (!step || this.#options.refuses?.(step.edit)) return;
    this.#gesture = undefined;
    this.#history = step.history;
    this.#apply(step.edit);
  }

  #clearLens(): void {
    this.setLens(undefined);
    this.#refused = [];
  }

  #apply(edit: Edit): void {
    this.#clearLens();
    this.library.apply(edit, this.now);
    this.refresh();
    this.#options.onchange();
  }
}
