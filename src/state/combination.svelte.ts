/** A new scenario in the making from parts of several: what of each is ticked, where they clash, and what was decided there. */
import type { CellKey, IndicatorId } from '../core/model/cell.ts';
import { listChanges, type ListedChange } from '../core/projection/listed-changes.ts';
import { review } from '../core/projection/review.ts';
import { countChanges } from '../core/scenario/change-log.ts';
import {
  combine,
  findClashes,
  type Clash,
  type Combination,
  type Decisions,
  type Part,
} from '../core/scenario/combine.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { baselineOf } from './baseline.ts';
import { createCombined } from './scenario-steps.ts';
import type { Workspace } from './workspace.svelte.ts';

export type { Clash, ListedChange };

/** One change of one source. */
export interface SourceChange extends Part {
  readonly listed: ListedChange;
}

/** One thing that can be changed, and who of the sources changes it. */
export interface CombinationLine {
  readonly cell: CellKey;
  /** By source; absent for those that leave it as the base has it. */
  readonly changes: readonly (SourceChange | undefined)[];
}

export class CombinationDraft {
  readonly #workspace: Workspace;
  /** As they are when the draft begins: its dialog keeps them from being changed meanwhile. */
  readonly sources: readonly Scenario[];
  /** By source, in sheet order. */
  readonly #changes: readonly (readonly SourceChange[])[];
  /** In sheet order. */
  readonly lines: readonly CombinationLine[];
  #chosen = $state.raw<ReadonlySet<SourceChange>>(new Set());
  #decisions = $state.raw<Decisions>(new Map());

  constructor(workspace: Workspace, sources: readonly Scenario[]) {
    this.#workspace = workspace;
    this.sources = sources;
    this.#changes = sources.map((scenario, source) =>
      listChanges(review(baselineOf(workspace.workbook), workspace.projectionOf(scenario)), []).map((listed) => ({
        source,
        cells: listed.cells,
        listed,
      })),
    );
    this.lines = linesOf(workspace, this.#changes);
  }

  isChosen(change: SourceChange): boolean {
    return this.#chosen.has(change);
  }

  choose(change: SourceChange, on: boolean): void {
    this.#chosen = withAll(this.#chosen, [change], on);
  }

  /** The whole scenario, or nothing of it. */
  chooseAll(source: number, on: boolean): void {
    this.#chosen = withAll(this.#chosen, this.#changes[source] ?? [], on);
  }

  /** How much of a source is ticked. */
  extent(source: number): 'none' | 'some' | 'all' {
    const changes = this.#changes[source] ?? [];
    const chosen = changes.filter((change) => this.#chosen.has(change)).length;
    if (chosen === 0) return 'none';
    return chosen === changes.length ? 'all' : 'some';
  }

  /** In sheet order, so that it does not depend on what was ticked first. */
  readonly #parts: readonly SourceChange[] = $derived.by(() =>
    this.#changes.flat().filter((change) => this.#chosen.has(change)),
  );

  readonly #patches = $derived.by(() => this.sources.map(({ patch }) => patch));

  readonly clashes: readonly Clash[] = $derived.by(() => findClashes(this.#patches, this.#parts));

  readonly #made: Combination = $derived.by(() => combine(this.#patches, this.#parts, this.#decisions));

  /** How many clashes wait for an answer. */
  get undecided(): number {
    return this.#made.open.length;
  }

  /** How many changes a person would count in what comes out. */
  readonly count: number = $derived.by(() => countChanges(this.#made.patch));

  get isReady(): boolean {
    return this.#parts.length > 0 && this.undecided === 0;
  }

  /** What a source has ticked in a clash. */
  ticked({ parts }: Clash, source: number): readonly SourceChange[] {
    return this.#parts.filter((change) => change.source === source && parts.includes(change));
  }

  decision({ key, sources }: Clash): number | undefined {
    const source = this.#decisions.get(key);
    return source !== undefined && sources.includes(source) ? source : undefined;
  }

  decide({ key }: Clash, source: number): void {
    this.#decisions = new Map(this.#decisions).set(key, source);
  }

  /** Wherever a source is among those to choose from, its parts are taken. */
  decideAll(source: number): void {
    const meant = this.clashes.filter(({ sources }) => sources.includes(source));
    this.#decisions = new Map([...this.#decisions, ...meant.map(({ key }) => [key, source] as const)]);
  }

  /** Makes the scenario and opens it, as one step of undo. Whether it was made. */
  create(name: string): boolean {
    if (!this.isReady) return false;
    const from = this.sources.filter((_, source) => this.extent(source) !== 'none').map((scenario) => scenario.name);
    return createCombined(this.#workspace, name, { patch: this.#made.patch, from });
  }
}

function withAll<T>(set: ReadonlySet<T>, values: Iterable<T>, on: boolean): ReadonlySet<T> {
  const next = new Set(set);
  for (const value of values) {
    if (on) next.add(value);
    else next.delete(value);
  }
  return next;
}

function linesOf({ dataset }: Workspace, changes: readonly (readonly SourceChange[])[]): readonly CombinationLine[] {
  const rows = new Map<IndicatorId | undefined, Map<CellKey, (SourceChange | undefined)[]>>();
  // Choices of a scenario as a whole stand behind the rows.
  for (const id of [...dataset.rows.map(({ indicator }) => indicator.id), undefined]) rows.set(id, new Map());
  for (const change of changes.flat()) {
    const { row, change: told } = change.listed;
    const ofRow = rows.get(row?.row.indicator.id);
    const line = ofRow?.get(told.cell) ?? changes.map(() => undefined);
    line[change.source] = change;
    ofRow?.set(told.cell, line);
  }
  return [...rows.values()].flatMap((ofRow) => [...ofRow].map(([cell, line]) => ({ cell, changes: line })));
}
