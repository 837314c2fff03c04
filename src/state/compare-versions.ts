/** Earlier states of a scenario put on the comparison board, beside each other and beside the scenario as it is now. */
import { freeName } from '../core/scenario/scenario-edits.ts';
import { parseScenarioId, type Scenario, type ScenarioId } from '../core/scenario/scenario.ts';
import type { Version } from '../core/scenario/versions.ts';
import type { Comparison } from './comparison.svelte.ts';
import type { Views } from './views.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

interface Compared {
  readonly workspace: Pick<Workspace, 'find'>;
  readonly comparison: Pick<Comparison, 'candidates' | 'invite' | 'show'>;
  readonly views: Pick<Views, 'open'>;
}

export interface VersionChoice {
  /** Of one scenario; at least one. */
  readonly versions: readonly Version[];
  /** The scenario as it is now stands beside them. */
  readonly withNow: boolean;
  /** What a version is called on the board. */
  readonly nameOf: (version: Version) => string;
}

/** Opens the comparison with the versions in the order of their making; the oldest is the reference. Nothing is stored. */
export function compareVersions(choice: VersionChoice, { workspace, comparison, views }: Compared): void {
  const ordered = [...choice.versions].sort((a, b) => a.number - b.number);
  const guests: Scenario[] = [];
  for (const version of ordered) {
    const id = guestId(version);
    const others = [...comparison.candidates.filter((candidate) => candidate.id !== id), ...guests];
    guests.push({ ...version.scenario, id, name: freeName(others, choice.nameOf(version)) });
  }
  for (const guest of guests) comparison.invite(guest);
  const now = choice.withNow ? ordered[0] && workspace.find(ordered[0].scenario.id) : undefined;
  const [reference, ...rest] = [...guests, ...(now ? [now] : [])].map(({ id }) => id);
  if (reference === undefined) return;
  comparison.show(reference, rest);
  views.open('comparison');
}

/** Its own on the board, and the same each time, so that a version taken in twice is there once. */
function guestId({ number, scenario }: Version): ScenarioId {
  const id = parseScenarioId(`version-${number}-${scenario.id.slice(0, 40)}`);
  if (!id) throw new Error(`No id for version ${number}`);
  return id;
}
