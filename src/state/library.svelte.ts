/** The scenarios of this browser in the order of their tabs, those that the workbook brings along, and which one is open. */
import { applyEdit } from '../core/scenario/apply-edit.ts';
import type { Edit } from '../core/scenario/edit.ts';
import type { Scenario, ScenarioId } from '../core/scenario/scenario.ts';

export class Library {
  #scenarios = $state.raw<readonly Scenario[]>([]);
  #guests = $state.raw<readonly Scenario[]>([]);
  #openId = $state.raw<ScenarioId>();
  /** The own scenario that was open last: a built-in one or a guest is not what the next visit begins with. */
  #ownId: ScenarioId | undefined;
  #builtIns = $state.raw<readonly Scenario[]>([]);
  #announced = $state.raw<ReadonlySet<Scenario>>(new Set());

  /** At least one scenario; `open` if it is among them, else the first is open. */
  constructor(scenarios: readonly Scenario[], open?: ScenarioId, builtIns: readonly Scenario[] = []) {
    this.#scenarios = scenarios;
    this.#builtIns = builtIns;
    this.open(open);
  }

  get scenarios(): readonly Scenario[] {
    return this.#scenarios;
  }

  /** Read only; never among `scenarios`. */
  get builtIns(): readonly Scenario[] {
    return this.#builtIns;
  }

  /** Whether a built-in scenario has its name and its place, and is still to be computed. */
  isAnnounced(scenario: Scenario): boolean {
    return this.#announced.has(scenario);
  }

  /** Names built-in scenarios that are computed later. */
  announceBuiltIns(builtIns: readonly Scenario[]): void {
    this.#builtIns = builtIns;
    this.#announced = new Set(builtIns);
  }

  /** Takes the computed ones in the place of those that were announced. */
  takeBuiltIns(builtIns: readonly Scenario[]): void {
    this.#builtIns = builtIns;
    this.#announced = new Set();
  }

  /** From links, to look at: read only, never stored and never among `scenarios`. */
  get guests(): readonly Scenario[] {
    return this.#guests;
  }

  /** The scenario whose sheet is on view. */
  readonly current: Scenario = $derived.by(() => {
    const scenario = this.find(this.#openId) ?? this.#scenarios[0];
    if (!scenario) throw new Error('A library holds at least one scenario');
    return scenario;
  });

  /** The own scenario that the next visit begins with: the one open, or the one open before a built-in. */
  get resumed(): Scenario {
    return this.#scenarios.find(({ id }) => id === this.#ownId) ?? this.#scenarios[0] ?? this.current;
  }

  /** Of all: own, built-in, guests. */
  find(id: ScenarioId | undefined): Scenario | undefined {
    const isMeant = (scenario: Scenario): boolean => scenario.id === id;
    return this.#scenarios.find(isMeant) ?? this.#builtIns.find(isMeant) ?? this.#guests.find(isMeant);
  }

  open(id: ScenarioId | undefined): void {
    const opened = this.find(id) ?? this.#scenarios[0];
    this.#openId = opened?.id;
    if (opened && this.#scenarios.includes(opened)) this.#ownId = opened.id;
  }

  /** Takes guests in. One that was taken in before, of the same link, is replaced. */
  invite(guests: readonly Scenario[]): void {
    const ids = new Set(guests.map(({ id }) => id));
    this.#guests = [...this.#guests.filter(({ id }) => !ids.has(id)), ...guests];
  }

  /** Lets a guest go. If it was open, the own scenario that was open before is open again. */
  dismiss(id: ScenarioId): void {
    this.#guests = this.#guests.filter((guest) => guest.id !== id);
    if (id === this.#openId) this.open(this.resumed.id);
  }

  /**
   * Carries out an edit and opens the scenario it is about, so that nothing changes out of sight; what only describes or
   * orders scenarios is in sight anyway. `modified` is for display.
   */
  apply(edit: Edit, modified: string): void {
    const before = this.#scenarios;
    this.#scenarios = applyEdit(before, edit);
    if (edit.kind === 'cells') {
      this.#scenarios = this.#scenarios.map((scenario) =>
        scenario.id === edit.scenario ? { ...scenario, modified } : scenario,
      );
      this.open(edit.scenario);
      return;
    }
    const isQuiet = edit.what === 'describe' || edit.what === 'move';
    const shown = isQuiet ? undefined : edit.changes.findLast((change) => change.to);
    const place = before.findIndex(({ id }) => id === this.#openId);
    this.open(
      shown?.id ?? this.find(this.#openId)?.id ?? this.#scenarios[Math.min(place, this.#scenarios.length - 1)]?.id,
    );
  }

  /** Shows what another tab of this browser stored, merged with what is open here. */
  replace(scenarios: readonly Scenario[]): void {
    const place = this.#scenarios.indexOf(this.current);
    this.#scenarios = scenarios;
    this.open(this.find(this.#openId)?.id ?? scenarios[Math.min(place, scenarios.length - 1)]?.id);
  }
}
