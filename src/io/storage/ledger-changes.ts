/** How the ledger follows what is stored: by this page, by other tabs, or emptied from elsewhere. */
import type { ScenarioId } from '../../core/scenario/scenario.ts';
import type { OutsideChange, WorkspaceSnapshot } from '../../core/scenario/store.ts';
import type { Contents } from './contents.ts';
import type { IndexRecord } from './index-record.ts';
import { knownRecord, type Ledger, type SavePlan } from './ledger.ts';
import type { StoredRecord } from './record.ts';

/**
 * The storage was emptied: nothing of ours is there. What another tab then stores under a known id did not begin with what was known
 * here, so that is no base of a merge any more: it would pass off as unchanged here what is only here.
 */
export function forgetStored(ledger: Ledger): void {
  delete ledger.generation;
  ledger.indexRev = 0;
  ledger.known.clear();
}

/** Takes over what other tabs have stored since, and answers with it. */
export function learnOutside(ledger: Ledger, contents: Contents): readonly OutsideChange[] {
  const emptied = ledger.generation !== undefined && contents.meta?.generation !== ledger.generation;
  if (emptied) forgetStored(ledger);
  if (contents.meta) ledger.generation = contents.meta.generation;
  ledger.indexRev = contents.index?.rev ?? ledger.indexRev;
  const changes: OutsideChange[] = [];
  // Of an emptied database nothing is known any more, and so nothing counts as deleted: the next save writes it again.
  for (const [id, before] of [...ledger.known]) {
    if (contents.revisions.has(id) || before.rev === 0) continue;
    ledger.known.delete(id);
    changes.push({ id, base: before.scenario });
  }
  for (const [id, decoded] of contents.records) {
    const before = ledger.known.get(id);
    if (before?.rev === decoded.record.rev) continue;
    ledger.known.set(id, knownRecord(decoded, 'before-merge'));
    changes.push({ id, ...(before && { base: before.scenario }), theirs: decoded.scenario });
  }
  return changes;
}

/** Takes over what a save has stored. */
export function recordSave(
  ledger: Ledger,
  index: IndexRecord,
  snapshot: WorkspaceSnapshot,
  plan: SavePlan,
  records: ReadonlyMap<ScenarioId, StoredRecord>,
): void {
  for (const { scenario } of plan.writes) {
    const record = records.get(scenario.id);
    if (record) ledger.known.set(scenario.id, knownRecord({ record, scenario }));
  }
  for (const { id } of plan.removals) ledger.known.delete(id);
  // Same text, another object: remembered, so that the next save need not compare texts again.
  for (const scenario of snapshot.scenarios) {
    const known = ledger.known.get(scenario.id);
    if (known) ledger.known.set(scenario.id, { ...known, scenario });
  }
  ledger.generation = index.generation;
  ledger.indexRev = index.rev;
  ledger.order = snapshot.scenarios.map(({ id }) => id);
  ledger.active = snapshot.active;
  ledger.lost = [];
  ledger.missing = new Set();
}
