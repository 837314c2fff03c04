/**
 * Two tabs, or a tab and what it left behind, changed the same scenario: both began with `base`. Cells that only one side changed are
 * taken from that side; what both changed differently, a cell or the name, note or author, stays as it is here and is told as a conflict,
 * so that nothing is dropped unseen.
 */
import { limits } from '../model/limits.ts';
import { sameEntry } from './changes.ts';
import { heads, type CellConflict, type Conflict, type Head, type HeadConflict } from './conflict.ts';
import { differingCells } from './review.ts';
import type { Scenario } from './scenario.ts';
import type { OutsideChange, WorkspaceSnapshot } from './store.ts';

export interface ScenarioMerge {
  readonly scenario: Scenario;
  readonly conflicts: readonly Conflict[];
}

export interface WorkspaceMerge {
  readonly snapshot: WorkspaceSnapshot;
  readonly conflicts: readonly Conflict[];
  /** What the other tab had, of the scenarios with a conflict. */
  readonly disputed: readonly Scenario[];
  /** How many cells, or whole scenarios, are now otherwise than they were here. */
  readonly taken: { readonly cells: number; readonly scenarios: number };
}

/** Without a common base both count as made from nothing: a cell that one side has stays, one that both have otherwise is a conflict. */
export function mergeScenario(base: Scenario | undefined, mine: Scenario, theirs: Scenario): ScenarioMerge {
  const patch = new Map(theirs.patch);
  const conflicts: CellConflict[] = [];
  const disputed: CellConflict[] = [];
  let kept = 0;
  for (const cell of differingCells(mine.patch, theirs.patch)) {
    const entries = { base: base?.patch.get(cell), mine: mine.patch.get(cell), theirs: theirs.patch.get(cell) };
    const difference = { kind: 'cell', scenario: mine.id, cell, ...entries } as const;
    const theirsIsOld = sameEntry(entries.base, entries.theirs);
    if (!theirsIsOld) disputed.push(difference);
    if (sameEntry(entries.base, entries.mine)) continue;
    if (!theirsIsOld) conflicts.push(difference);
    kept += 1;
    if (entries.mine === undefined) patch.delete(cell);
    else patch.set(cell, entries.mine);
  }
  const { head, disputes } = mergeHead(base, mine, theirs);
  // Each side fits, both together do not: a person has to choose among all that the other side changed.
  if (patch.size > limits.changedCells) {
    return { scenario: { ...theirs, ...head, patch: mine.patch }, conflicts: [...disputes, ...disputed] };
  }
  const isTheirs = kept === 0 && heads.every((field) => head[field] === theirs[field]);
  // The very object of the other side where nothing of ours is left to say: a store then has nothing to write.
  return { scenario: isTheirs ? theirs : { ...theirs, ...head, patch }, conflicts: [...disputes, ...conflicts] };
}

/** One text each: ours where we changed it, for there is no half of a name. Both changed it, and differently: a dispute. */
function mergeHead(
  base: Scenario | undefined,
  mine: Scenario,
  theirs: Scenario,
): { readonly head: Pick<Scenario, Head>; readonly disputes: readonly HeadConflict[] } {
  const pick = (field: Head): string => (base?.[field] === mine[field] ? theirs[field] : mine[field]);
  const disputes = heads.flatMap((field): HeadConflict[] => {
    const before = base?.[field];
    const isDisputed = ![theirs[field], before].includes(mine[field]) && theirs[field] !== before;
    if (!isDisputed) return [];
    const sides = { mine: mine[field], theirs: theirs[field] };
    return [{ kind: 'head', scenario: mine.id, head: field, ...(before !== undefined && { base: before }), ...sides }];
  });
  return { head: { name: pick('name'), note: pick('note'), author: pick('author') }, disputes };
}

/** What is open here after what other tabs did. A scenario deleted there and edited here, or the other way round, stays. */
export function mergeWorkspace(mine: WorkspaceSnapshot, changes: readonly OutsideChange[]): WorkspaceMerge {
  const scenarios = new Map(mine.scenarios.map((scenario) => [scenario.id, scenario]));
  const conflicts: Conflict[] = [];
  const disputed: Scenario[] = [];
  const taken = { cells: 0, scenarios: 0 };
  for (const { id, base, theirs } of changes) {
    const own = scenarios.get(id);
    if (!theirs) {
      if (own && own === base && scenarios.delete(id)) taken.scenarios += 1;
    } else if (!own) {
      scenarios.set(id, theirs);
      taken.scenarios += 1;
    } else {
      const merge = own === base ? { scenario: theirs, conflicts: [] } : mergeScenario(base, own, theirs);
      scenarios.set(id, merge.scenario);
      conflicts.push(...merge.conflicts);
      if (merge.conflicts.length > 0) disputed.push(theirs);
      taken.cells += differingCells(own.patch, merge.scenario.patch).length;
    }
  }
  // Emptied from elsewhere: the page still shows its scenarios, and there is always one.
  if (scenarios.size === 0) return { snapshot: mine, conflicts, disputed, taken: { cells: 0, scenarios: 0 } };
  const active = scenarios.has(mine.active) ? mine.active : [...scenarios.keys()][0];
  return {
    snapshot: { scenarios: [...scenarios.values()], active: active ?? mine.active },
    conflicts,
    disputed,
    taken,
  };
}
