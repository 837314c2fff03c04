/** A backup is the file of all scenarios. Restoring it only ever adds: what is here stays as it is. */
import { ok, type Result } from '../../core/model/result.ts';
import { encodeScenario } from '../../core/scenario/document.ts';
import { freeName } from '../../core/scenario/scenario-edits.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { NewId } from '../../core/scenario/store.ts';
import { encodeFile, readContents, readText } from './file.ts';
import type { ShareContext } from './link-contents.ts';
import { decodeDocuments } from './receive.ts';
import type { ShareError } from '../../core/scenario/share.ts';

/** Everything as the text of one JSON file. `savedAt`: ISO 8601. */
export function encodeBackup(scenarios: readonly Scenario[], context: ShareContext, savedAt: string): string {
  return encodeFile(scenarios, context, savedAt);
}

export interface Backup {
  /** Whole, also where this version of the dataset has other rows: nothing is lost by a backup. */
  readonly scenarios: readonly Scenario[];
  readonly savedAt: string;
}

/** Reads what {@link encodeBackup} wrote, or any file of scenarios. Never throws. */
export function decodeBackup(bytes: Uint8Array): Result<Backup, ShareError> {
  const text = readText(bytes);
  if (!text.ok) return text;
  const contents = readContents(text.value);
  if (!contents.ok) return contents;
  const scenarios = decodeDocuments(contents.value.documents);
  return scenarios.ok ? ok({ scenarios: scenarios.value, savedAt: contents.value.savedAt }) : scenarios;
}

export interface Restoration {
  /** To be added behind what is here, in this order; each has an id and a name that nothing here has. */
  readonly added: readonly Scenario[];
  /** How many are here already, the same in everything a person set. */
  readonly skipped: number;
}

/** What restoring would add. A name that is taken becomes "name (2)". */
export function planRestoration(here: readonly Scenario[], saved: readonly Scenario[], newId: NewId): Restoration {
  const known = new Set(here.map(contentOf));
  const ids = new Set(here.map(({ id }) => id));
  const added: Scenario[] = [];
  for (const scenario of saved) {
    if (known.has(contentOf(scenario))) continue;
    const id = ids.has(scenario.id) ? newId() : scenario.id;
    ids.add(id);
    added.push({ ...scenario, id, name: freeName([...here, ...added], scenario.name) });
  }
  return { added, skipped: saved.length - added.length };
}

/** What a person set, as text: without id and times. */
function contentOf(scenario: Scenario): string {
  const { name, note, author, dataset, cells } = encodeScenario(scenario);
  return JSON.stringify([name, note, author, dataset.id, cells]);
}
