/** 反推: what a result is to come to and what may be changed for it, and the answer as long as nothing is written. */
import type { CellKey, IndicatorId, Year } from '../core/model/cell.ts';
import { normalizeText } from '../core/formula/normalize.ts';
import { readNumber } from '../core/entry/number.ts';
import type { NumberError } from '../core/entry/number-error.ts';
import { printNumber } from '../core/entry/print-number.ts';
import { aimOf } from '../core/growth/aim.ts';
import { err, type Result } from '../core/model/result.ts';
import type { Analysis, Assumption, GoalAnswer } from './analysis.svelte.ts';
import type { ChosenResult } from './chosen-result.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** One assumption by itself, or one multiplier for several. */
export type GoalBy = 'one' | 'several';

/** An assumption that the answer changes, and the numbers in its stored unit. */
export interface GoalWrite {
  readonly assumption: Assumption;
  readonly to: number;
}

export class GoalDraft {
  readonly result: ChosenResult;
  readonly #workspace: Workspace;
  readonly #analysis: Analysis;
  #by = $state.raw<GoalBy>('one');
  #typed = $state.raw<string>();
  #one = $state.raw<CellKey>();
  #several = $state.raw<ReadonlySet<CellKey>>();

  constructor(workspace: Workspace, analysis: Analysis, result: ChosenResult) {
    this.#workspace = workspace;
    this.#analysis = analysis;
    this.result = result;
  }

  get by(): GoalBy {
    return this.#by;
  }

  /** The goal as typed; until then the target of the year, else what the result is now. */
  get text(): string {
    return this.#typed ?? this.#usualText;
  }

  /** What may be changed: all numbers that the result rests on. */
  readonly choices: readonly Assumption[] = $derived.by(() => this.#analysis.assumptions(this.result.cell));

  /** The goal in the stored unit, or why the text is none. */
  readonly goal: Result<number, NumberError> = $derived.by(() => {
    const context = this.#workspace.entryContext(this.result.cell);
    return context ? readNumber(normalizeText(this.text), context) : err({ code: 'unreadable', at: 0 });
  });

  /** What is to be changed: one cell, or those that are multiplied. */
  readonly drivers: readonly CellKey[] = $derived.by(() => {
    const usual = this.#usualDriver();
    if (this.#by === 'one') return this.#one === undefined ? usual : [this.#one];
    return this.#several === undefined ? this.#growths() : [...this.#several];
  });

  /** Absent while the goal cannot be read. */
  readonly answer: GoalAnswer | undefined = $derived.by(() => {
    const { cell } = this.result;
    return this.goal.ok ? this.#analysis.seekGoal({ cell, value: this.goal.value, drivers: this.drivers }) : undefined;
  });

  /** What writing the answer would change, in sheet order; nothing where it is so already. */
  readonly writes: readonly GoalWrite[] = $derived.by(() => {
    const { answer } = this;
    if (answer?.kind !== 'solved' && answer?.kind !== 'closest') return [];
    return this.choices.flatMap((assumption) => {
      const to = answer.inputs.get(assumption.cell);
      return to === undefined || to === assumption.present ? [] : [{ assumption, to }];
    });
  });

  /** Another result is asked about: its own goal and drivers are the usual ones. */
  ask(indicator: IndicatorId, year: Year): void {
    this.result.choose(indicator, year);
    this.#typed = undefined;
    this.#one = undefined;
    this.#several = undefined;
  }

  type(text: string): void {
    this.#typed = text;
  }

  changeBy(by: GoalBy): void {
    this.#by = by;
  }

  /** Seeks by one assumption. */
  drive(cell: CellKey): void {
    this.#one = cell;
  }

  /** Adds an assumption to those that are multiplied, or takes it away. */
  toggle(cell: CellKey): void {
    const several = new Set(this.#several ?? this.#growths());
    if (!several.delete(cell)) several.add(cell);
    this.#several = several;
  }

  /** Writes the answer, as one step of undo. Whether there was one. */
  write(): boolean {
    return this.answer !== undefined && this.#analysis.applyGoal(this.answer);
  }

  readonly #usualText: string = $derived.by(() => {
    const { indicator, year, cell, present = 0 } = this.result;
    const asked = this.#workspace.targetLevel(indicator, year);
    const { unit } = this.#workspace.indicator(indicator).indicator;
    return printNumber(asked ? aimOf(asked, unit) : present, this.#workspace.format(cell));
  });

  /** The row's own growth, else the first growth, else the first assumption. */
  #usualDriver(): readonly CellKey[] {
    const growths = this.choices.filter(({ column }) => column.kind === 'growth');
    const own = growths.find(({ row }) => row.indicator.id === this.result.indicator);
    const [first] = own ? [own] : [...growths, ...this.choices];
    return first ? [first.cell] : [];
  }

  #growths(): readonly CellKey[] {
    return this.choices.flatMap(({ cell, column }) => (column.kind === 'growth' ? [cell] : []));
  }
}
