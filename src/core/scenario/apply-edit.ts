/** An edit applied to the open scenarios. */
import { changesBetween } from './changes.ts';
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
  for (const { id, from, to } of edit.changes) {
    const present = next.find((scenario) => scenario.id === id);
    next = next.filter((scenario) => scenario !== present);
    if (to) next.splice(to.position, 0, from && present ? takeOver(present, from.scenario, to.scenario) : to.scenario);
  }
  return next;
}

/** Only what the edit changed: what another tab has changed since stays when a new name is taken back. */
function takeOver(present: Scenario, from: Scenario, to: Scenario): Scenario {
  const next = {
    ...present,
    ...(from.name !== to.name && { name: to.name }),
    ...(from.note !== to.note && { note: to.note }),
    ...(from.author !== to.author && { author: to.author }),
    ...(from.modified !== to.modified && { modified: to.modified }),
    ...(from.patch !== to.patch && { patch: applyChanges(present.patch, changesBetween(from.patch, to.patch)) }),
  };
  const fields = ['name', 'note', 'author', 'modified', 'patch'] as const;
  return fields.every((field) => next[field] === present[field]) ? present : next;
}
