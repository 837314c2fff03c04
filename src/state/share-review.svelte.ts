/** What was shared, held against the open scenario, and the four ways on. Until one of them is taken, nothing changes. */
import type { CellKey, IndicatorId, Year } from '../core/model/cell.ts';
import type { CellValue } from '../core/model/input.ts';
import type { TargetStatus } from '../core/model/view.ts';
import { assessRow } from '../core/projection/cell.ts';
import { listChanges, type ListedChange } from '../core/projection/listed-changes.ts';
import { Projection } from '../core/projection/projection.ts';
import { review, type Both, type Review } from '../core/projection/review.ts';
import { mergeChosen } from '../core/scenario/review.ts';
import { samePatch } from '../core/scenario/same-patch.ts';
import { freeName } from '../core/scenario/scenario-edits.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { ChangedFigure, LeftOut, ShareCodec, SharedScenarios } from '../core/scenario/share.ts';
import type { Comparison } from './comparison.svelte.ts';
import type { Views } from './views.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';
import { addCopies, mergeChanges } from './scenario-steps.ts';

export interface ShareReviewOptions {
  readonly workspace: Workspace;
  readonly comparison: Comparison;
  readonly views: Views;
  readonly codec: ShareCodec;
  readonly shared: SharedScenarios;
}

/** One thing that differs, and what its row comes to in the last year; a choice of the scenario as a whole has no row. */
export interface ReviewedChange {
  readonly listed: ListedChange;
  readonly last?: Both<{ readonly value: CellValue; readonly status?: TargetStatus }>;
}

export class ShareReview {
  readonly #options: ShareReviewOptions;
  readonly #mine: Projection;
  readonly #theirs: Projection;
  /** The open scenario as it is when the review begins: the dialog keeps it from being changed meanwhile. */
  readonly mine: Scenario;
  #index = $state.raw(0);
  #together = $state.raw(true);
  #figures = $state.raw<ReadonlySet<IndicatorId>>(new Set());
  #left = $state.raw<ReadonlySet<CellKey>>(new Set());

  constructor(options: ShareReviewOptions) {
    this.#options = options;
    const { workspace, comparison } = options;
    this.mine = workspace.scenario;
    this.#mine = new Projection(comparison.workbook, this.mine.patch);
    this.#theirs = new Projection(comparison.workbook, this.mine.patch);
  }

  get year(): Year {
    const { years, baseYear } = this.#options.workspace.dataset;
    return years.at(-1) ?? baseYear;
  }

  /** All that came, as the sender called it, on the figures that were chosen. */
  readonly scenarios: readonly Scenario[] = $derived.by(() => {
    const { codec, shared } = this.#options;
    return shared.scenarios.map((scenario) => codec.withTheirFigures(scenario, this.chosenFigures));
  });

  get index(): number {
    return this.#index;
  }

  /** The one on view. */
  readonly theirs: Scenario = $derived.by(() => {
    const [first] = this.scenarios;
    const scenario = this.scenarios[this.#index] ?? first;
    if (!scenario) throw new Error('A link carries at least one scenario');
    return scenario;
  });

  /** Whether looking, copying and comparing are about all that came. */
  get together(): boolean {
    return this.#together && this.scenarios.length > 1;
  }
  set together(on: boolean) {
    this.#together = on;
  }

  /** Figures of the base year that the sender saw otherwise; `undefined` where the dataset is the same. */
  get otherFigures(): readonly ChangedFigure[] | undefined {
    return this.#options.shared.otherVersion?.figures;
  }
  readonly chosenFigures: readonly ChangedFigure[] = $derived.by(() =>
    (this.otherFigures ?? []).filter(({ indicator }) => this.#figures.has(indicator)),
  );

  /** Of the scenario on view. */
  readonly leftOut: readonly LeftOut[] = $derived.by(() =>
    this.#options.shared.leftOut.filter(({ scenario }) => scenario === this.#index),
  );

  /** An own scenario that says the same: the link was opened before, or it came from here. */
  readonly same: Scenario | undefined = $derived.by(() =>
    this.#options.workspace.scenarios.find(({ patch }) => samePatch(patch, this.theirs.patch)),
  );

  readonly review: Review = $derived.by(() => {
    this.#theirs.show(this.theirs.patch);
    return review(this.#mine, this.#theirs);
  });

  /** In sheet order. */
  readonly changes: readonly ReviewedChange[] = $derived.by(() =>
    listChanges(this.review, []).map((listed) => {
      if (!listed.row) return { listed };
      const { row, last } = listed.row;
      const side = (which: 'mine' | 'theirs', projection: Projection) => {
        const status = assessRow(row, this.year, projection)?.status;
        return { value: last[which], ...(status && { status }) };
      };
      return { listed, last: { mine: side('mine', this.#mine), theirs: side('theirs', this.#theirs) } };
    }),
  );

  readonly chosen: readonly ReviewedChange[] = $derived.by(() =>
    this.changes.filter(({ listed }) => this.isChosen(listed)),
  );

  /** Whether the open scenario is one that can be changed, and something is chosen. */
  readonly canMerge: boolean = $derived.by(() => this.isMineOwn && this.chosen.length > 0);

  get isMineOwn(): boolean {
    return this.#options.workspace.scenarios.includes(this.mine);
  }

  show(index: number): void {
    this.#index = index;
    this.#left = new Set();
  }

  isChosen({ change }: ListedChange): boolean {
    return !this.#left.has(change.cell);
  }

  choose({ change }: ListedChange, on: boolean): void {
    const left = new Set(this.#left);
    if (on) left.delete(change.cell);
    else left.add(change.cell);
    this.#left = left;
  }

  chooseAll(on: boolean): void {
    this.#left = on ? new Set() : new Set(this.changes.map(({ listed }) => listed.change.cell));
  }

  takesFigure({ indicator }: ChangedFigure): boolean {
    return this.#figures.has(indicator);
  }

  takeFigure({ indicator }: ChangedFigure, on: boolean): void {
    const figures = new Set(this.#figures);
    if (on) figures.add(indicator);
    else figures.delete(indicator);
    this.#figures = figures;
  }

  /** 只看. */
  look(): void {
    const { workspace, views } = this.#options;
    workspace.look(this.#guests());
    views.open('plan');
  }

  /** 另存为副本, one step of undo. Whether it was done. */
  saveCopy(): boolean {
    return addCopies(this.#options.workspace, this.#meant());
  }

  /** 与我的对比. */
  compare(): void {
    const { workspace, comparison, views } = this.#options;
    const guests = this.#guests();
    if (workspace.guests.includes(this.mine)) comparison.invite(this.mine);
    for (const guest of guests) comparison.invite(guest);
    comparison.show(
      this.mine.id,
      guests.map(({ id }) => id),
    );
    views.open('comparison');
  }

  /** 合并所选, one step of undo in the open scenario. Whether it was done. */
  merge(): boolean {
    const cells = this.chosen.flatMap(({ listed }) => listed.cells);
    const { workspace } = this.#options;
    workspace.lookThrough(undefined);
    return mergeChanges(workspace, mergeChosen(this.mine.patch, this.theirs.patch, cells));
  }

  #meant(): readonly Scenario[] {
    return this.together ? this.scenarios : [this.theirs];
  }

  /** Under names that no scenario here has, so that they can be told apart. */
  #guests(): readonly Scenario[] {
    const named: Scenario[] = [];
    for (const scenario of this.#meant()) {
      named.push({ ...scenario, name: freeName([...this.#options.workspace.scenarios, ...named], scenario.name) });
    }
    return named;
  }
}
