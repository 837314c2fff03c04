/** The targets of the open scenario: which count, how each fares, and what a person does about them. Every choice is a step of undo. */
import type { NoGrowth } from '../core/analysis/required.ts';
import { cellKey, settingKey, type CellKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import type { TargetLayer } from '../core/model/dataset.ts';
import type { GoalInForce } from '../core/model/goal.ts';
import type { CellInput } from '../core/model/input.ts';
import type { Light, LightRule } from '../core/model/light.ts';
import type { Result } from '../core/model/result.ts';
import { idleTargets, targetLines, type IdleTarget, type TargetLine } from '../core/projection/target-lines.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { knownUntilSetting, layersSetting, lightRule, lightSetting } from '../core/scenario/setting-inputs.ts';
import { knownUntil, layersChosen, layersInForce } from '../core/scenario/settings.ts';
import type { RollUp } from '../core/target/roll-up.ts';
import type { Analysis } from './analysis.svelte.ts';
import { writeRequired } from './growth-steps.ts';
import type { Workspace } from './workspace.svelte.ts';

export type { IdleTarget, NoGrowth, RollUp, TargetLine };

/** A document of targets as it may be chosen. */
export interface LayerChoice {
  readonly layer: TargetLayer;
  readonly chosen: boolean;
  /** Chosen, and issued by the date up to which targets are known. */
  readonly inForce: boolean;
  /** How many of its targets are for a row and projected year of the sheet. */
  readonly targets: number;
}

export interface ScenarioRollUp {
  readonly scenario: Scenario;
  readonly rollUp: RollUp;
}

export class TargetReview {
  readonly #workspace: Workspace;
  readonly #analysis: Analysis;
  #checkpoint = $state.raw<Year>();

  constructor(workspace: Workspace, analysis: Analysis) {
    this.#workspace = workspace;
    this.#analysis = analysis;
  }

  readonly lines: readonly TargetLine[] = $derived.by(() =>
    targetLines(this.#analysis.projection, this.#analysis.startOf, this.rule),
  );

  readonly idle: readonly IdleTarget[] = $derived.by(() => idleTargets(this.#analysis.projection));

  /** By which year progress is looked at: the middle of the period unless a person chose otherwise. */
  get checkpoint(): Year {
    const { years, baseYear } = this.#workspace.dataset;
    return this.#checkpoint ?? years[Math.floor(years.length / 2)] ?? baseYear;
  }

  lookAt(year: Year): void {
    this.#checkpoint = year;
  }

  /** The light of a target at the checkpoint, or in its own year where that comes first. */
  light({ goal, lights }: TargetLine): Light | undefined {
    const year = Math.min(this.checkpoint, goal.year);
    return lights.find((one) => one.year === year)?.light;
  }

  // The rule of the lights.

  readonly rule: LightRule = $derived.by(() => lightRule(this.#workspace.scenario.patch));

  changeRule(rule: LightRule): void {
    this.#set(settingKey('lights'), lightSetting(rule));
  }

  // Documents.

  readonly layers: readonly LayerChoice[] = $derived.by(() => {
    const { dataset, rows } = this.#workspace.workbook;
    const { patch } = this.#workspace.scenario;
    const [chosen, inForce] = [layersChosen(dataset, patch), layersInForce(dataset, patch)];
    return dataset.layers
      .map((layer) => ({
        layer,
        chosen: chosen.has(layer.id),
        inForce: inForce.has(layer.id),
        targets: layer.targets.filter(
          ({ indicator, year }) => rows.get(indicator) && year > dataset.baseYear && dataset.years.includes(year),
        ).length,
      }))
      .filter(({ targets }) => targets > 0);
  });

  /** `2021-12-31`: only what was issued by then counts. */
  readonly knownUntil: string | undefined = $derived.by(() => knownUntil(this.#workspace.scenario.patch));

  switchLayer(id: string, on: boolean): void {
    const { dataset, scenario } = this.#workspace;
    const chosen = new Set(layersChosen(dataset, scenario.patch));
    if (on) chosen.add(id);
    else chosen.delete(id);
    this.#set(settingKey('layers'), layersSetting(dataset, chosen));
  }

  knowUntil(date: string | undefined): void {
    this.#set(settingKey('known-until'), knownUntilSetting(date));
  }

  // Roll-ups.

  readonly rollUp: RollUp = $derived.by(() => this.#analysis.projection.rollUp());

  /** Of the chapters that have targets. */
  readonly chapters = $derived.by(() =>
    this.#workspace.dataset.chapters
      .map((chapter) => ({ chapter, rollUp: this.#analysis.projection.rollUp(chapter.id) }))
      .filter(({ rollUp }) => rollUp.withTarget > 0),
  );

  /** Every scenario by its own targets, in the order of the tabs. A built-in one that is still to be computed is left out. */
  readonly scenarios: readonly ScenarioRollUp[] = $derived.by(() => {
    const { builtIns, scenarios, guests } = this.#workspace;
    return [...builtIns, ...scenarios, ...guests]
      .filter(({ id }) => this.#workspace.summary(id) !== undefined)
      .map((scenario) => ({ scenario, rollUp: this.#workspace.projectionOf(scenario).rollUp() }));
  });

  // Targets.

  /** Writes the growth that a target needs; why not, where there is none. */
  writeNeeded(indicator: IndicatorId, year: Year): Result<void, NoGrowth> {
    return writeRequired(this.#workspace, indicator, year, this.#analysis.startOf);
  }

  /** What an indicator is held to in a year. */
  target(indicator: IndicatorId, year: Year): GoalInForce | undefined {
    return this.#analysis.projection.target(indicator, year);
  }

  isOwn(indicator: IndicatorId, year: Year): boolean {
    return this.#analysis.projection.isChanged(targetCell(indicator, year));
  }

  /** Gives the scenario a target of its own, as it would be typed into its cell. Whether it could be read. */
  setTarget(indicator: IndicatorId, year: Year, entry: string): boolean {
    return this.#workspace.enter([targetCell(indicator, year)], entry).ok;
  }

  /** The scenario is held to none there. */
  dropTarget(indicator: IndicatorId, year: Year): void {
    this.#set(targetCell(indicator, year), null);
  }

  /** The document's target counts again. */
  resetTarget(indicator: IndicatorId, year: Year): void {
    this.#workspace.resetToBase([targetCell(indicator, year)]);
  }

  #set(cell: CellKey, input: CellInput | null): void {
    this.#workspace.write(new Map([[cell, input]]), 'enter');
  }
}

function targetCell(indicator: IndicatorId, year: Year): CellKey {
  return cellKey(indicator, { kind: 'target', year });
}
