/** The edits that make, copy, describe, order, restore and delete whole scenarios. Deleting holds the scenario, so undo brings all of it back. */
import { limits } from '../model/limits.ts';
import type { Edit } from './edit.ts';
import type { NewScenario, Scenario } from './scenario.ts';

/** Adds a scenario behind the last tab. */
export function createScenarioEdit(scenarios: readonly Scenario[], scenario: Scenario): Edit {
  return {
    kind: 'scenarios',
    what: 'create',
    changes: [{ id: scenario.id, to: { scenario, position: scenarios.length } }],
  };
}

/** Puts a copy of a scenario, under its own id and name, right behind it; of a built-in one behind the last tab. */
export function duplicateScenarioEdit(
  scenarios: readonly Scenario[],
  original: Scenario,
  copy: Pick<NewScenario, 'id' | 'name' | 'now'>,
): Edit {
  const scenario = copyScenario(original, copy);
  const place = scenarios.indexOf(original);
  const position = place < 0 ? scenarios.length : place + 1;
  return { kind: 'scenarios', what: 'duplicate', changes: [{ id: scenario.id, to: { scenario, position } }] };
}

/** A scenario of its own that begins as the other one is, and says where it came from. */
export function copyScenario(
  original: Scenario,
  { id, name, now }: Pick<NewScenario, 'id' | 'name' | 'now'>,
): Scenario {
  const { builtIn: _, ...rest } = original;
  return { ...rest, id, name, created: now, modified: now, startedFrom: original.name };
}

export function renameScenarioEdit(scenarios: readonly Scenario[], scenario: Scenario, name: string): Edit {
  const position = scenarios.indexOf(scenario);
  return {
    kind: 'scenarios',
    what: 'rename',
    changes: [{ id: scenario.id, from: { scenario, position }, to: { scenario: { ...scenario, name }, position } }],
  };
}

/** What a person says about a scenario. */
export type Description = Pick<Scenario, 'name' | 'note' | 'author'>;

/** Changes name, note or author; `undefined` where nothing would change. */
export function describeScenarioEdit(
  scenarios: readonly Scenario[],
  scenario: Scenario,
  description: Partial<Description>,
): Edit | undefined {
  const described = { ...scenario, ...description };
  const fields = ['name', 'note', 'author'] as const;
  if (fields.every((field) => described[field] === scenario[field])) return undefined;
  return replaceEdit('describe', scenarios, scenario, described);
}

/** Gives the scenario the cells, note and author of an earlier version; its name and its place stay. */
export function restoreScenarioEdit(
  scenarios: readonly Scenario[],
  scenario: Scenario,
  { patch, note, author }: Pick<Scenario, 'patch' | 'note' | 'author'>,
  now: string,
): Edit {
  return replaceEdit('restore', scenarios, scenario, { ...scenario, patch, note, author, modified: now });
}

function replaceEdit(
  what: 'describe' | 'restore',
  scenarios: readonly Scenario[],
  before: Scenario,
  after: Scenario,
): Edit {
  const position = scenarios.indexOf(before);
  const change = { id: before.id, from: { scenario: before, position }, to: { scenario: after, position } };
  return { kind: 'scenarios', what, changes: [change] };
}

/** Puts a scenario at a place among the tabs, counted from 0; `undefined` where it would stay or leave the row of tabs. */
export function moveScenarioEdit(
  scenarios: readonly Scenario[],
  scenario: Scenario,
  position: number,
): Edit | undefined {
  const before = scenarios.indexOf(scenario);
  if (before < 0 || position === before || position < 0 || position >= scenarios.length) return undefined;
  const change = { id: scenario.id, from: { scenario, position: before }, to: { scenario, position } };
  return { kind: 'scenarios', what: 'move', changes: [change] };
}

/** `undefined` for the last one: a workbook has at least one scenario. */
export function deleteScenarioEdit(scenarios: readonly Scenario[], scenario: Scenario): Edit | undefined {
  if (scenarios.length < 2) return undefined;
  const position = scenarios.indexOf(scenario);
  return { kind: 'scenarios', what: 'delete', changes: [{ id: scenario.id, from: { scenario, position } }] };
}

/** `name`, or `name (2)`, `name (3)` … where that is taken. A name that would be too long loses its end. */
export function freeName(scenarios: readonly Pick<Scenario, 'name'>[], name: string): string {
  const taken = new Set(scenarios.map((scenario) => scenario.name));
  const whole = fitName(name);
  if (!taken.has(whole)) return whole;
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const numbered = shorten(name, limits.nameCharacters - suffix.length) + suffix;
    if (!taken.has(numbered)) return numbered;
  }
}

/** A name made by the app, cut where it is longer than names may be. */
export function fitName(name: string): string {
  return shorten(name, limits.nameCharacters);
}

/** At most so many UTF-16 units, without half a character at the end. */
function shorten(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** Puts scenarios behind the last tab, each with an id and a name that nothing here has. Nothing that is here changes. */
export function addScenariosEdit(scenarios: readonly Scenario[], added: readonly Scenario[]): Edit {
  return {
    kind: 'scenarios',
    what: 'add',
    changes: added.map((scenario, index) => ({
      id: scenario.id,
      to: { scenario, position: scenarios.length + index },
    })),
  };
}
