/** An edit applied to the open scenarios. */
import { applyChanges, type Edit } from './edit.ts';
import type { Scenario } from './scenario.ts';

/** The scenarios, in tab order, after the edit. Those it does not touch keep their identity, so only the others are saved. */
export function applyEdit(scenarios: readonly Scenario[], edit: Edit): readonly Scenario[] {
  if (edit.kind === 'cells') {
    return scenarios.map((scenario) =>
      scenario.id === edit.scenario ? { ...scenario, patch: applyChanges(scenario.patch, edit.changes) } : scenario,
    );
  }
  let next = [...scenarios];
  for (const { id, to } of edit.changes) {
    next = next.filter((scenario) => scenario.id !== id);
    if (to) next.splice(to.position, 0, to.scenario);
  }
  return next;
}
