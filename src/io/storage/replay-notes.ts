/** Puts the notes that pages left behind in their places: what of `note.ts` is needed only when there are any. */
import { mergeScenario } from '../../core/scenario/merge.ts';
import { differingCells } from '../../core/scenario/review.ts';
import type { Scenario, ScenarioId } from '../../core/scenario/scenario.ts';
import type { Note, NoteEntry } from './note.ts';
import { decodeBody, type DecodedRecord, type ScenarioCodec } from './record.ts';

export interface Replay {
  /** In tab order: those of the database with the notes put in their places. */
  readonly scenarios: readonly Scenario[];
  readonly active?: ScenarioId;
  /** How many cells and scenarios came back that the database did not have. */
  readonly recovered: number;
}

/**
 * Puts the notes onto what the database holds (`records`, in tab order). Where both changed the same cell the note's scenario becomes a
 * second one beside the first. `newId` names such copies.
 */
export function replayNotes(
  notes: readonly Note[],
  records: ReadonlyMap<ScenarioId, DecodedRecord>,
  codec: ScenarioCodec,
  newId: () => ScenarioId,
  /** Ids under which a newer version of the app keeps something: never written to. */
  newer: ReadonlySet<string>,
): Replay {
  const scenarios = new Map<ScenarioId, Scenario>([...records].map(([id, { scenario }]) => [id, scenario]));
  let recovered = 0;
  let active: ScenarioId | undefined;
  let order: readonly ScenarioId[] = [];
  for (const note of notes) {
    // Written by a newer version of the app: it will find its note where it is.
    if (note.schema > codec.schema) continue;
    for (const entry of note.entries) {
      const noted = decodeBody(entry.body, codec);
      if (!noted.ok) continue;
      const { value: mine } = noted;
      const stored = records.get(entry.id);
      const theirs = scenarios.get(entry.id);
      if (newer.has(entry.id)) {
        const id = newId();
        scenarios.set(id, { ...mine, id });
        recovered += 1 + mine.patch.size;
      } else if (!stored || !theirs) {
        scenarios.set(entry.id, mine);
        recovered += 1 + mine.patch.size;
      } else if (stored.record.body !== entry.body) {
        const base = entry.base === undefined ? undefined : decodeBody(entry.base, codec);
        // A save of the same page on the same revision came before its note, which therefore says more.
        const merge = continues(note, entry, stored)
          ? { scenario: mine, conflicts: [] }
          : mergeScenario(base?.ok ? base.value : undefined, mine, theirs);
        if (merge.conflicts.length > 0) {
          const id = newId();
          scenarios.set(id, { ...mine, id });
          recovered += merge.conflicts.length;
        } else if (merge.scenario !== theirs) {
          scenarios.set(entry.id, merge.scenario);
          recovered += Math.max(1, differingCells(merge.scenario.patch, theirs.patch).length);
        }
      }
    }
    for (const { id, rev } of note.removed) {
      if (records.get(id)?.record.rev === rev && scenarios.delete(id)) recovered += 1;
    }
    order = note.order;
    active = note.active;
  }
  const places = new Map(order.map((id, place) => [id, place]));
  const place = (scenario: Scenario): number => places.get(scenario.id) ?? order.length;
  return {
    // Sorting is stable: what the note does not know stays in its order, after what it knows.
    scenarios: [...scenarios.values()].sort((a, b) => place(a) - place(b)),
    ...(active !== undefined && scenarios.has(active) && { active }),
    recovered,
  };
}

function continues(note: Note, entry: NoteEntry, { record }: DecodedRecord): boolean {
  return record.rev === entry.baseRev || (record.tab === note.tab && record.parentRev === entry.baseRev);
}
