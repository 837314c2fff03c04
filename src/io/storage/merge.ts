/**
 * Two tabs, or a tab and what it left behind, changed the same scenario: both began with `base`. Cells that only one side changed are
 * taken from that side; a cell that both changed differently stays as it is here and is told as a conflict, so that nothing is dropped unseen.
 */
import type { CellKey } from '../../core/model/cell.ts';
import { sameInput } from '../../core/model/input.ts';
import type { PatchEntry } from '../../core/scenario/edit.ts';
import type { Patch, Scenario, ScenarioId } from '../../core/scenario/scenario.ts';
import type { OutsideChange, WorkspaceSnapshot } from '../../core/scenario/store.ts';

export interface CellConflict {
  readonly scenario: ScenarioId;
  readonly cell: CellKey;
  readonly mine: PatchEntry;
  readonly theirs: PatchEntry;
}

export interface ScenarioMerge {
  readonly scenario: Scenario;
  readonly conflicts: readonly CellConflict[];
}

export interface WorkspaceMerge {
  readonly snapshot: WorkspaceSnapshot;
  readonly conflicts: readonly CellConflict[];
}

/** Whether two patch entries say the same; `null` (blanked) and absent (the base shows through) do not. */
export function sameEntry(a: PatchEntry, b: PatchEntry): boolean {
  return a === b || (!!a && !!b && sameInput(a, b));
}

/** The cells in which two patches differ. */
export function differingCells(a: Patch, b: Patch): readonly CellKey[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((cell) => !sameEntry(a.get(cell), b.get(cell)));
}

/** Without a common base every cell that differs is a conflict. */
export function mergeScenario(base: Scenario | undefined, mine: Scenario, theirs: Scenario): ScenarioMerge {
  const patch = new Map(theirs.patch);
  const conflicts: CellConflict[] = [];
  let kept = 0;
  for (const cell of differingCells(mine.patch, theirs.patch)) {
    const entries = { base: base?.patch.get(cell), mine: mine.patch.get(cell), theirs: theirs.patch.get(cell) };
    const mineIsOld = base !== undefined && sameEntry(entries.base, entries.mine);
    if (mineIsOld) continue;
    const theirsIsOld = base !== undefined && sameEntry(entries.base, entries.theirs);
    if (!theirsIsOld) conflicts.push({ scenario: mine.id, cell, mine: entries.mine, theirs: entries.theirs });
    kept += 1;
    if (entries.mine === undefined) patch.delete(cell);
    else patch.set(cell, entries.mine);
  }
  const head = mergeHead(base, mine, theirs);
  const isTheirs = kept === 0 && heads.every((field) => head[field] === theirs[field]);
  // The very object of the other side where nothing of ours is left to say: a store then has nothing to write.
  return { scenario: isTheirs ? theirs : { ...theirs, ...head, patch }, conflicts };
}

const heads = ['name', 'note', 'author'] as const;

/** One line of text each: ours where we changed it, for there is no half of a name. */
function mergeHead(
  base: Scenario | undefined,
  mine: Scenario,
  theirs: Scenario,
): Pick<Scenario, (typeof heads)[number]> {
  const pick = (field: (typeof heads)[number]): string => (base?.[field] === mine[field] ? theirs[field] : mine[field]);
  return { name: pick('name'), note: pick('note'), author: pick('author') };
}

/** What is open here after what other tabs did. A scenario deleted there and edited here, or the other way round, stays. */
export function mergeWorkspace(mine: WorkspaceSnapshot, changes: readonly OutsideChange[]): WorkspaceMerge {
  const scenarios = new Map(mine.scenarios.map((scenario) => [scenario.id, scenario]));
  const conflicts: CellConflict[] = [];
  for (const { id, base, theirs } of changes) {
    const own = scenarios.get(id);
    if (!theirs) {
      if (own && own === base) scenarios.delete(id);
    } else if (!own || own === base) {
      scenarios.set(id, theirs);
    } else {
      const merge = mergeScenario(base, own, theirs);
      scenarios.set(id, merge.scenario);
      conflicts.push(...merge.conflicts);
    }
  }
  // Emptied from elsewhere: the page still shows its scenarios, and there is always one.
  if (scenarios.size === 0) return { snapshot: mine, conflicts };
  const active = scenarios.has(mine.active) ? mine.active : [...scenarios.keys()][0];
  return { snapshot: { scenarios: [...scenarios.values()], active: active ?? mine.active }, conflicts };
}
