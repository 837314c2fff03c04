/** The edits that make, copy, rename and delete whole scenarios. Deleting holds the scenario, so undo brings all of it back. */
import type { Edit } from './edit.ts';
import type { Scenario, ScenarioId } from './scenario.ts';

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

/** Adds a scenario behind the last tab. */
export function createScenarioEdit(scenarios: readonly Scenario[], scenario: Scenario): Edit {
  return {
    kind: 'scenarios',
    what: 'create',
    changes: [{ id: scenario.id, to: { scenario, position: scenarios.length } }],
  };
}

/** Puts a copy of a scenario, under its own id and name, right behind it. */
export function duplicateScenarioEdit(
  scenarios: readonly Scenario[],
  original: Scenario,
  copy: Pick<NewScenario, 'id' | 'name' | 'now'>,
): Edit {
  const scenario = { ...original, id: copy.id, name: copy.name, created: copy.now, modified: copy.now };
  const position = scenarios.indexOf(original) + 1;
  return { kind: 'scenarios', what: 'duplicate', changes: [{ id: scenario.id, to: { scenario, position } }] };
}

export function renameScenarioEdit(scenarios: readonly Scenario[], scenario: Scenario, name: string): Edit {
  const position = scenarios.indexOf(scenario);
  return {
    kind: 'scenarios',
    what: 'rename',
    changes: [{ id: scenario.id, from: { scenario, position }, to: { scenario: { ...scenario, name }, position } }],
  };
}

/** `undefined` for the last one: a workbook has at least one scenario. */
export function deleteScenarioEdit(scenarios: readonly Scenario[], scenario: Scenario): Edit | undefined {
  if (scenarios.length < 2) return undefined;
  const position = scenarios.indexOf(scenario);
  return { kind: 'scenarios', what: 'delete', changes: [{ id: scenario.id, from: { scenario, position } }] };
}

/** `name`, or `name (2)`, `name (3)` … where that is taken. */
export function freeName(scenarios: readonly Scenario[], name: string): string {
  const taken = new Set(scenarios.map((scenario) => scenario.name));
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const numbered = `${name} (${number})`;
    if (!taken.has(numbered)) return numbered;
  }
}
