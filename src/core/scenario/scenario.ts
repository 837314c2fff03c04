/**
 * A scenario is a sparse patch on a named dataset version: only what a person changed.
 * A cell absent from the patch shows the base through; `null` is blanked on purpose.
 */
import type { Brand } from '../model/brand.ts';
import type { CellKey } from '../model/cell.ts';
import type { CellInput } from '../model/input.ts';

export type ScenarioId = Brand<string, 'ScenarioId'>;

export type Patch = ReadonlyMap<CellKey, CellInput | null>;

export interface Scenario {
  readonly id: ScenarioId;
  readonly name: string;
  readonly note: string;
  readonly author: string;
  /** The dataset it was made for. */
  readonly dataset: { readonly id: string; readonly version: string };
  /** ISO 8601 times, for display only: no decision rests on a clock. */
  readonly created: string;
  readonly modified: string;
  readonly patch: Patch;
  /** Name of the scenario it was copied from, as it was called then. */
  readonly startedFrom?: string;
  /** Computed from the dataset, read only and never stored. */
  readonly builtIn?: BuiltInKind;
}

/**
 * `base`: history goes on. `onTarget`: each target just met. `cautious`, `bold`: growth scaled.
 * `foresight`: only the targets that were known in the year after the base year.
 */
export type BuiltInKind = 'base' | 'onTarget' | 'cautious' | 'bold' | 'foresight';

/** Letters, digits and `-`, 1 to 64 of them. */
export function parseScenarioId(text: string): ScenarioId | undefined {
  return /^[A-Za-z0-9-]{1,64}$/.test(text) ? (text as ScenarioId) : undefined;
}

/** What a new scenario is born with. `now` is for display. */
export interface NewScenario {
  readonly id: ScenarioId;
  readonly name: string;
  readonly dataset: Scenario['dataset'];
  readonly now: string;
}

/** A scenario that changes nothing yet. */
export function blankScenario({ id, name, dataset, now }: NewScenario): Scenario {
  return { id, name, note: '', author: '', dataset, created: now, modified: now, patch: new Map() };
}
