/**
 * Which scenarios stand side by side, and what of them is on view. Only a choice: the numbers are worked out by the board,
 * which is fetched with the view that shows it.
 */
import { parseIndicatorId, parseYear, type IndicatorId, type Year } from '../core/model/cell.ts';
import type { Workbook } from '../core/projection/workbook.ts';
import { parseScenarioId, type Scenario, type ScenarioId } from '../core/scenario/scenario.ts';

/** What is kept for the next visit. An absent choice follows the scenarios there are. */
export interface ComparisonChoice {
  readonly reference?: ScenarioId;
  /** In the order chosen. */
  readonly compared?: readonly ScenarioId[];
  readonly years?: readonly Year[];
  readonly changedOnly: boolean;
  readonly withTargetOnly: boolean;
  readonly byChapter: boolean;
  /** Scenarios that say the same share a column. */
  readonly mergeEqual: boolean;
  readonly showChart: boolean;
  /** The one chapter on view. */
  readonly chapter?: string;
  /** The indicator drawn in the chart. */
  readonly indicator?: IndicatorId;
}

export type ComparisonSwitch = 'changedOnly' | 'withTargetOnly' | 'byChapter' | 'mergeEqual' | 'showChart';

export interface ComparisonOptions {
  readonly workbook: Workbook;
  /** The person's own scenarios in the order of their tabs; read each time, so that edits are seen at once. */
  readonly scenarios: () => readonly Scenario[];
  /** Those that the workbook brings along. The first is the reference unless another is chosen. */
  readonly builtIns: () => readonly Scenario[];
  /** The scenario that is open: it takes part unless the choice says otherwise. */
  readonly current: () => Scenario;
  readonly initial: ComparisonChoice;
  /** Called after each change of the choice, to keep it for the next visit. */
  readonly onchange: (choice: ComparisonChoice) => void;
}

/** How many stand beside the reference while nobody has chosen: at most of the own ones, and at least with those brought along. */
const mostAtFirst = 4;
const leastAtFirst = 2;

const noChoice: ComparisonChoice = {
  changedOnly: true,
  withTargetOnly: false,
  byChapter: false,
  mergeEqual: false,
  showChart: true,
};

export class Comparison {
  readonly #options: ComparisonOptions;
  #choice = $state.raw(noChoice);
  #guests = $state.raw<readonly Scenario[]>([]);
  #folded = $state.raw<ReadonlySet<string>>(new Set());

  constructor(options: ComparisonOptions) {
    this.#options = options;
    this.#choice = options.initial;
  }

  get workbook(): Workbook {
    return this.#options.workbook;
  }
  /** Ids of the sections that are put away. */
  get folded(): ReadonlySet<string> {
    return this.#folded;
  }

  /** Every scenario that can be chosen, in the order they are offered. */
  readonly candidates: readonly Scenario[] = $derived.by(() => [
    ...this.#options.builtIns(),
    ...this.#options.scenarios(),
    ...this.#guests,
  ]);

  /** The scenario that differences are taken from. */
  readonly reference: Scenario = $derived.by(
    () => this.#find(this.#choice.reference) ?? this.candidates[0] ?? this.#options.current(),
  );

  /** The scenarios beside the reference, in the order chosen. */
  readonly compared: readonly Scenario[] = $derived.by(() => {
    const others = this.candidates.filter((scenario) => scenario !== this.reference);
    const chosen = this.#choice.compared;
    if (chosen) return chosen.flatMap((id) => others.find((scenario) => scenario.id === id) ?? []);
    const builtIns = this.#options.builtIns();
    const own = others.filter((scenario) => !builtIns.includes(scenario));
    const first = own.slice(0, mostAtFirst);
    const open = own.find(({ id }) => id === this.#options.current().id);
    const withOpen = !open || first.includes(open) ? first : [...first.slice(0, -1), open];
    const missing = Math.max(0, leastAtFirst - withOpen.length);
    return [...withOpen, ...others.filter((scenario) => builtIns.includes(scenario)).slice(0, missing)];
  });

  /** The scenarios that could be added. */
  readonly others: readonly Scenario[] = $derived.by(() =>
    this.candidates.filter((scenario) => scenario !== this.reference && !this.compared.includes(scenario)),
  );

  /** The years whose results are on view, in order; the target years unless chosen otherwise. */
  readonly years: readonly Year[] = $derived.by(() => {
    const { years, targetYears } = this.workbook.dataset;
    const chosen = years.filter((year) => (this.#choice.years ?? targetYears).includes(year));
    return chosen.length > 0 ? chosen : years.slice(-1);
  });

  /** The chapter on view; absent for all. */
  readonly chapter: string | undefined = $derived.by(
    () => this.workbook.dataset.chapters.find(({ id }) => id === this.#choice.chapter)?.id,
  );

  /** The indicator drawn in the chart, if one was chosen. */
  readonly indicator: IndicatorId | undefined = $derived.by(() => {
    const { indicator } = this.#choice;
    return indicator !== undefined && this.workbook.rows.get(indicator) ? indicator : undefined;
  });

  isOn(name: ComparisonSwitch): boolean {
    return this.#choice[name];
  }

  turn(name: ComparisonSwitch, on: boolean): void {
    this.#choose({ [name]: on });
  }

  /** Takes differences from another scenario. One that stood beside the old reference changes places with it. */
  chooseReference(id: ScenarioId): void {
    const before = this.reference.id;
    if (id === before) return;
    this.#choose({ reference: id, compared: this.#comparedIds().map((one) => (one === id ? before : one)) });
  }

  /** Puts a scenario beside the others, last. */
  add(id: ScenarioId): void {
    if (id !== this.reference.id) this.#choose({ compared: [...this.#comparedIds().filter((one) => one !== id), id] });
  }

  /** Sees to it that a scenario stands on the board, as the reference or beside the others; those chosen stay. */
  include(scenario: Scenario): void {
    if (!this.#find(scenario.id)) this.invite(scenario);
    const isThere = [this.reference, ...this.compared].some(({ id }) => id === scenario.id);
    if (!isThere) this.add(scenario.id);
  }

  remove(id: ScenarioId): void {
    this.#choose({ compared: this.#comparedIds().filter((one) => one !== id) });
  }

  /** Moves a column by so many places; it stops at the ends. */
  move(id: ScenarioId, places: number): void {
    const ids = this.#comparedIds();
    const from = ids.indexOf(id);
    const to = Math.max(0, Math.min(ids.length - 1, from + places));
    if (from < 0 || to === from) return;
    const rest = ids.filter((one) => one !== id);
    this.#choose({ compared: [...rest.slice(0, to), id, ...rest.slice(to)] });
  }

  /** Compares exactly these. */
  show(reference: ScenarioId, compared: readonly ScenarioId[]): void {
    this.#choose({ reference, compared: compared.filter((id) => id !== reference) });
  }

  /**
   * Takes a scenario in that is not among those of this browser, such as one from a link or an earlier version. It can be
   * chosen until the page closes; one of the same id taken in before is replaced.
   */
  invite(scenario: Scenario): void {
    this.#guests = [...this.#guests.filter(({ id }) => id !== scenario.id), scenario];
  }

  /** Shows or hides the results of a year; the last one on view stays. */
  toggleYear(year: Year): void {
    const shown = this.years;
    const next = shown.includes(year) ? shown.filter((one) => one !== year) : [...shown, year];
    if (next.length > 0) this.#choose({ years: next });
  }

  /** `undefined` for all. */
  chooseChapter(chapter: string | undefined): void {
    const { chapter: _, ...rest } = this.#choice;
    this.#replace(chapter === undefined ? rest : { ...rest, chapter });
  }

  chart(indicator: IndicatorId): void {
    this.#choose({ indicator, showChart: true });
  }

  /** Puts a section's rows away, or back. */
  fold(section: string): void {
    const next = new Set(this.#folded);
    if (!next.delete(section)) next.add(section);
    this.#folded = next;
  }

  #find(id: ScenarioId | undefined): Scenario | undefined {
    return this.candidates.find((scenario) => scenario.id === id);
  }

  #comparedIds(): readonly ScenarioId[] {
    return this.compared.map(({ id }) => id);
  }

  #choose(values: Partial<ComparisonChoice>): void {
    this.#replace({ ...this.#choice, ...values });
  }

  #replace(choice: ComparisonChoice): void {
    this.#choice = choice;
    this.#options.onchange(choice);
  }
}

/** Reads what was kept; whatever of it cannot be read is as if it had not been chosen. */
export function decodeComparison(raw: unknown): ComparisonChoice {
  const record = new Map<string, unknown>(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
  const flag = (name: ComparisonSwitch): boolean => {
    const kept = record.get(name);
    return typeof kept === 'boolean' ? kept : noChoice[name];
  };
  const text = (name: string): string => {
    const kept = record.get(name);
    return typeof kept === 'string' ? kept : '';
  };
  const list = (name: string): readonly unknown[] | undefined => {
    const kept: unknown = record.get(name);
    return Array.isArray(kept) ? kept : undefined;
  };
  const reference = parseScenarioId(text('reference'));
  const compared = list('compared')?.flatMap((id) => (typeof id === 'string' ? (parseScenarioId(id) ?? []) : []));
  const years = list('years')?.flatMap((year) => (typeof year === 'number' ? (parseYear(year) ?? []) : []));
  const indicator = parseIndicatorId(text('indicator'));
  return {
    changedOnly: flag('changedOnly'),
    withTargetOnly: flag('withTargetOnly'),
    byChapter: flag('byChapter'),
    mergeEqual: flag('mergeEqual'),
    showChart: flag('showChart'),
    ...(reference && { reference }),
    ...(compared && { compared: [...new Set(compared)] }),
    ...(years && { years }),
    ...(text('chapter') !== '' && { chapter: text('chapter') }),
    ...(indicator && { indicator }),
  };
}
