/** What every component may reach: the open workspace and how it is looked at. Set once, by the page frame. */
import { createContext } from 'svelte';
import type { Backups } from './backups.svelte.ts';
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
import type { Workspace } from './workspace.svelte.ts';

export interface Planner {
  readonly library: Library;
  readonly workspace: Workspace;
  readonly selection: Selection;
  readonly outline: Outline;
  readonly comparison: Comparison;
  readonly views: Views;
  readonly preferences: Preferences;
  readonly saving: Saving;
  readonly conflicts: Conflicts;
  readonly backups: Backups;
  readonly versions: Versions;
  readonly sharing: Sharing;
}

export const [getPlanner, setPlanner] = createContext<Planner>();
