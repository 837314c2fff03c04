/** The scenarios that every workbook comes with, as they are before their changes are computed. */
import { parseScenarioId, type BuiltInKind, type Scenario } from './scenario.ts';

/** In the order in which they are offered. */
export const builtInKinds: readonly BuiltInKind[] = ['base', 'onTarget', 'cautious', 'bold', 'foresight'];

/** A built-in scenario that changes nothing yet, under the id that it always has. */
export function blankBuiltIn(builtIn: BuiltInKind, name: string, dataset: Scenario['dataset']): Scenario {
  const id = parseScenarioId(`builtin-${builtIn}`);
  if (id === undefined) throw new Error(`Not an id: ${builtIn}`);
  return { id, name, note: '', author: '', dataset, created: '', modified: '', patch: new Map(), builtIn };
}
