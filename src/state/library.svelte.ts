/** The scenarios of this browser in the order of their tabs, and which one is open. */
import { applyEdit } from '../core/scenario/apply-edit.ts';
import type { Edit } from '../core/scenario/edit.ts';
import type { Scenario, ScenarioId } from '../core/scenario/scenario.ts';

export class Library {
  #scenarios = $state.raw<readonly Scenario[]>([]);
  #openId = $state.raw<ScenarioId>();

  /** At least one scenario; `open` if it is among them, else the first is open. */
  constructor(scenarios: readonly Scenario[], open?: ScenarioId) {
    this.#scenarios = scenarios;
    this.open(open);
  }

  get scenarios(): readonly Scenario[] {
    return this.#scenarios;
  }

  /** The scenario whose sheet is on view. */
  readonly current: Scenario = $derived.by(() => {
    const scenario = this.find(this.#openId) ?? this.#scenarios[0];
    if (!scenario) throw new Error('A library holds at least one scenario');
    return scenario;
  });

  find(id: ScenarioId | undefined): Scenario | undefined {
    return this.#scenarios.find((scenario) => scenario.id === id);
  }

  open(id: ScenarioId | undefined): void {
    this.#openId = (this.find(id) ?? this.#scenarios[0])?.id;
  }

  /** Carries out an edit and opens the scenario it is about, so that nothing changes out of sight. `modified` is for display. */
  apply(edit: Edit, modified: string): void {
    const before = this.#scenarios;
    this.#scenarios = applyEdit(before, edit);
    if (edit.kind === 'cells') {
      this.#scenarios = this.#scenarios.map((scenario) => (scenario.id === edit.scenario ? { ...scenario, modified } : scenario));
      this.open(edit.scenario);
      return;
    }
    const shown = edit.changes.findLast((change) => change.to);
    const place = before.findIndex(({ id }) => id === this.#openId);
    this.open(shown?.id ?? this.find(this.#openId)?.id ?? this.#scenarios[Math.min(place, this.#scenarios.length - 1)]?.id);
  }

  /** Shows what another tab of this browser stored, merged with what is open here. */
  replace(scenarios: readonly Scenario[]): void {
    const place = this.#scenarios.indexOf(this.current);
    this.#scenarios = scenarios;
    this.open(this.find(this.#openId)?.id ?? scenarios[Math.min(place, scenarios.length - 1)]?.id);
  }
}
