/** Earlier versions of scenarios: kept at each explicit save, looked at, restored. */
import type { Scenario, ScenarioId } from '../core/scenario/scenario.ts';
import type { StoreFailure, VersionStore } from '../core/scenario/store.ts';
import type { Version } from '../core/scenario/versions.ts';
import type { Workspace } from './workspace.svelte.ts';
import { restoreScenario } from './scenario-steps.ts';

/** `undefined` while they are being read. */
export type VersionList =
  | { readonly kind: 'read'; readonly versions: readonly Version[] }
  | { readonly kind: 'failed'; readonly failure: StoreFailure }
  | undefined;

export class Versions {
  readonly #store: VersionStore;
  readonly #workspace: Workspace;
  /** As each scenario lay there when the page was opened, until that state has become a version. */
  readonly #found: Map<ScenarioId, Scenario>;
  #lists = $state.raw<ReadonlyMap<ScenarioId, VersionList>>(new Map());

  /** `found`: the scenarios as they were when the page was opened. */
  constructor(store: VersionStore, workspace: Workspace, found: readonly Scenario[] = workspace.scenarios) {
    this.#store = store;
    this.#workspace = workspace;
    this.#found = new Map(found.map((scenario) => [scenario.id, scenario]));
  }

  of(id: ScenarioId): VersionList {
    return this.#lists.get(id);
  }

  async read(id: ScenarioId): Promise<void> {
    const listed = await this.#store.listVersions(id);
    const list: VersionList = listed.ok
      ? { kind: 'read', versions: listed.value }
      : { kind: 'failed', failure: listed.error };
    this.#lists = new Map(this.#lists).set(id, list);
  }

  /**
   * A person saved: the open scenario as it is becomes a version. Before its first save in a visit, so does the state that
   * the visit began with, which the automatic saves have written over.
   */
  async keep(): Promise<void> {
    const { scenario } = this.#workspace;
    if (!this.#workspace.scenarios.includes(scenario)) return;
    await this.#keepFound(scenario);
    await this.#store.keepVersion(scenario, 'save');
    await this.read(scenario.id);
  }

  /** Gives the scenario its earlier cells and note as one step of undo; what it was until now becomes a version first. */
  async restore(version: Version): Promise<void> {
    const now = this.#workspace.find(version.scenario.id);
    if (!now) return;
    restoreScenario(this.#workspace, version.scenario);
    await this.#keepFound(now);
    await this.#store.keepVersion(now, 'restore');
    await this.read(now.id);
  }

  async #keepFound(scenario: Scenario): Promise<void> {
    const found = this.#found.get(scenario.id);
    this.#found.delete(scenario.id);
    if (found && found !== scenario && found.patch.size > 0) await this.#store.keepVersion(found, 'opened');
  }
}
