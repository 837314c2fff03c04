/** The composition root: loads, wires the ports, mounts the page. The one place that knows every part. */
import { mount } from 'svelte';
import App from './App.svelte';
import type { Dataset } from './core/model/dataset.ts';
import { makeWorkbook } from './core/projection/workbook.ts';
import { blankScenario } from './core/scenario/scenario-edits.ts';
import { parseScenarioId } from './core/scenario/scenario.ts';
import type { Clock, NewId, StoredWorkspace } from './core/scenario/store.ts';
import { decodeClipboard, encodeClipboard } from './io/exchange/clipboard.ts';
import { encodeCsv } from './io/exchange/csv.ts';
import { startAutosave, type Autosave } from './io/storage/autosave.ts';
import { channelName } from './io/storage/channel.ts';
import { createMemoryStore } from './io/storage/memory-store.ts';
import { readComparison, readPreferences, writeComparison, writePreferences } from './io/storage/preferences.ts';
import { createScenarioStore } from './io/storage/scenario-store.ts';
import { Comparison, decodeComparison } from './state/comparison.svelte.ts';
import type { Planner } from './state/context.ts';
import { Library } from './state/library.svelte.ts';
import { Outline } from './state/outline.svelte.ts';
import { rowFacts } from './state/row-facts.ts';
import { decodePreferences, Preferences } from './state/preferences.svelte.ts';
import { Saving } from './state/saving.svelte.ts';
import { Selection } from './state/selection.svelte.ts';
import { Views } from './state/views.svelte.ts';
import { Workspace } from './state/workspace.svelte.ts';
import { fetchLaterParts } from './view/shared/later.ts';

export interface StartOptions {
  readonly dataset: Dataset;
  readonly target: HTMLElement;
  /** Name of the browser database that keeps the scenarios. */
  readonly database: string;
}

const clock: Clock = { now: () => new Date().toISOString() };

const newId: NewId = () => {
  // `randomUUID` is missing where an intranet serves the page without TLS.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const id = parseScenarioId([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  if (id === undefined) throw new Error('An id of sixteen bytes is always well-formed');
  return id;
};

/** Shows the planner on a dataset, with the scenarios that this browser keeps for it. */
export async function startPlanner({ dataset, target, database }: StartOptions): Promise<void> {
  const workbook = makeWorkbook(dataset);
  const preferences = new Preferences(decodePreferences(readPreferences()), writePreferences);
  const channel = new BroadcastChannel(`${channelName}-${database}`);
  const shared = createScenarioStore({ clock, newId, app: dataset.version, database, channel });
  const loaded = await shared.load();
  const store = loaded.ok ? shared : createMemoryStore(loaded.error);

  let autosave: Autosave | undefined;
  const saving = new Saving(() => void autosave?.saveNow());
  if (loaded.ok) tellWhatWasFound(loaded.value, saving);
  else saving.notify({ kind: 'unavailable', failure: loaded.error });

  const kept = loaded.ok ? loaded.value.scenarios : [];
  const first = { id: newId(), name: '方案一', dataset: { id: dataset.id, version: dataset.version }, now: clock.now() };
  const library = new Library(kept.length > 0 ? kept : [blankScenario(first)], loaded.ok ? loaded.value.active : undefined);
  const workspace = new Workspace({ workbook, library, clock, newId, onchange: () => autosave?.changed() });
  const planner: Planner = {
    library,
    workspace,
    preferences,
    saving,
    selection: new Selection(),
    outline: new Outline(workspace.sheet, rowFacts(workspace)),
    comparison: new Comparison({
      workbook,
      scenarios: () => library.scenarios,
      builtIns: () => library.builtIns,
      current: () => library.current,
      initial: decodeComparison(readComparison(database)),
      onchange: (choice) => writeComparison(database, choice),
    }),
    views: new Views(),
  };

  autosave = startAutosave({
    read: () => ({ scenarios: library.scenarios, active: library.current.id }),
    store,
    onstate: (state) => saving.show(state),
    page: window,
    ...(loaded.ok && {
      shared: { store: shared, adopt: ({ snapshot }) => workspace.adopt(snapshot.scenarios) },
    }),
  });
  const clipboard = { encode: encodeClipboard, decode: decodeClipboard };
  mount(App, { target, props: { planner, clipboard, encodeCsv } });
  document.documentElement.dataset['app'] = 'ready';
  fetchLaterParts();
  $effect.root(() => {
    $effect(() => {
      document.documentElement.dataset['save'] = saving.state.kind;
    });
  });
}

function tellWhatWasFound({ quarantined, lost, recovered }: StoredWorkspace, saving: Saving): void {
  for (const record of quarantined) saving.notify({ kind: 'quarantined', record });
  if (lost.length > 0) saving.notify({ kind: 'lost', scenarios: lost });
  if (recovered > 0) saving.notify({ kind: 'recovered', edits: recovered });
}
