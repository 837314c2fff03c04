/** What a scenario is called in the language in force: its own name, or of a built-in one the interface's word. */
import type { FirstMessages } from '../../i18n/messages.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';

export function shownName(scenario: Workspace['scenario'], messages: FirstMessages): string {
  return scenario.builtIn ? messages.scenario.builtIn[scenario.builtIn].name : scenario.name;
}
