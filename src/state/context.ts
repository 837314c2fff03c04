/**
 * What every component may reach: the open workspace and how it is looked at. Set once, by the page. The sheet is shown with the
 * `OpenPlan` alone; what else the planner is made of is fetched when the page is painted, and the parts that need it come after it.
 */
import { createContext, untrack } from 'svelte';
import type { Analysis } from './analysis.svelte.ts';
import type { Backups } from './backups.svelte.ts';
import type { Beside } from './beside.svelte.ts';
import type { Comparison } from './comparison.svelte.ts';
import type { Conflicts } from './conflicts.svelte.ts';
import type { Library } from './library.svelte.ts';
import type { Outline } from './outline.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';
import type { Saving } from './saving.svelte.ts';
import type { Selection } from './selection.svelte.ts';
import type { Sharing } from './share.svelte.ts';
import type { Versions } from './versions.svelte.ts';
import type { Views } from './views.svelte.ts';
import type { ToCome } from './to-come.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What the sheet needs. */
export interface OpenPlan {
  readonly library: Library;
  readonly workspace: Workspace;
  readonly selection: Selection;
  readonly outline: Outline;
  readonly views: Views;
  readonly preferences: Preferences;
  readonly saving: Saving;
}

/** All that there is. */
export interface Planner extends OpenPlan {
  readonly beside: Beside;
  readonly comparison: Comparison;
  readonly conflicts: Conflicts;
  readonly backups: Backups;
  readonly versions: Versions;
  readonly sharing: Sharing;
  /** Its code is fetched and it is made when first asked for; rejects where it cannot be fetched, and is then asked for again. */
  readonly analysis: () => Promise<Analysis>;
}

export const [getOpenPlan, setOpenPlan] = createContext<OpenPlan>();

export const [getWholePlanner, setWholePlanner] = createContext<ToCome<Planner>>();

/** For the parts that come when the planner is whole; throws for one that is shown earlier. */
export function getPlanner(): Planner {
  const whole = getWholePlanner();
  const planner = untrack(() => whole.current);
  if (!planner) throw new Error('The planner is not whole yet');
  return planner;
}
