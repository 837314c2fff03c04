/** The composition root: loads, wires the ports, mounts the page. What the page can do without until it is painted is `complete.svelte.ts`. */
import { mount } from 'svelte';
import App from './App.svelte';
import type { Begun, Completed } from './complete.svelte.ts';
import type { Dataset } from './core/model/dataset.ts';
import { makeWorkbook } from './core/projection/workbook.ts';
import { blankBuiltIn, builtInKinds } from './core/scenario/built-in.ts';
import { blankScenario, parseScenarioId, type ScenarioId } from './core/scenario/scenario.ts';
import type { Clock, NewId, WorkspaceSnapshot } from './core/scenario/store.ts';
import { zhFirst } from './i18n/zh-first.ts';
import { channelName } from './io/storage/channel.ts';
import { watchFirstEdits } from './io/storage/first-edits.ts';
import { readPreferences, writePreferences } from './io/storage/preferences.ts';
import { createScenarioStore, type ClosableStore } from './io/storage/scenario-store.ts';
import type { OpenPlan } from './state/context.ts';
import { Library } from './state/library.svelte.ts';
import { Outline } from './state/outline.svelte.ts';
import { rowFacts } from './state/row-facts.ts';
import { decodePreferences, Preferences } from './state/preferences.svelte.ts';
import { Saving } from './state/saving.svelte.ts';
import { Selection } from './state/selection.svelte.ts';
import { ToCome } from './state/to-come.svelte.ts';
import { Views } from './state/views.svelte.ts';
import { Workspace } from './state/workspace.svelte.ts';
import { afterPainting, fetchLaterParts } from './view/shared/later.ts';
import type { Rest } from './view/shared/rest.ts';
import { untilFetched } from './view/shared/until-fetched.ts';
import { whenPainted } from './view/shared/when-painted.ts';

export interface StartOptions {
  readonly dataset: Dataset;
  readonly target: HTMLElement;
  /** Name of the browser database that keeps the scenarios. */
  readonly database: string;
}

const clock: Clock = { now: () => new Date().toISOString() };

/** As they are called in data; the interface says them in its own language. */
const builtInNames = {
  base: zhFirst.scenario.builtIn.base.name,
  onTarget: zhFirst.scenario.builtIn.onTarget.name,
  cautious: zhFirst.scenario.builtIn.cautious.name,
  bold: zhFirst.scenario.builtIn.bold.name,
  foresight: zhFirst.scenario.builtIn.foresight.name,
};

const newId: NewId = () => {
  // `randomUUID` is missing where an intranet serves the page without TLS.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return wellFormedId([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
};

/** What an empty database begins with. */
const firstId = wellFormedId('first');

function wellFormedId(text: string): ScenarioId {
  const id = parseScenarioId(text);
  if (id === undefined) throw new Error(`Not a scenario id: ${text}`);
  return id;
}

const fetchRest = () => import('./complete.svelte.ts');

/** What writes comes with the rest of the page; at once only where a page that went has left something to mend. */
const writing = async () => (await fetchRest()).storeWriting;

/** Asked for when a disk is full. */
const estimate = async () => (await fetchRest()).estimateUse();

/** Shows the planner on a dataset, with the scenarios that this browser keeps for it. */
export async function startPlanner({ dataset, target, database }: StartOptions): Promise<void> {
  const workbook = makeWorkbook(dataset);
  const preferences = new Preferences(decodePreferences(readPreferences()), writePreferences);
  const channel = new BroadcastChannel(`${channelName}-${database}`);
  const made = { id: dataset.id, version: dataset.version };
  const first = blankScenario({ id: firstId, name: '方案一', dataset: made, now: clock.now() });
  const createStore = (): ClosableStore =>
    createScenarioStore({
      ...{ clock, newId, database, channel, first, writing, estimate },
      app: dataset.version,
    });
  const shared = createStore();
  const loaded = await shared.load();
  const inMemory = loaded.ok ? undefined : (await untilFetched(fetchRest)).createMemoryStore(loaded.error);
  const store = inMemory ?? shared;

  let completed: Completed | undefined;
  const saving = new Saving({
    saveNow: () => void completing.then(({ saveNow }) => saveNow()),
    forgetLost: () => void store.forgetLost(),
    readQuarantined: (key) => store.readQuarantined(key),
    reload: () => location.reload(),
  });
  if (!loaded.ok) {
    saving.notify({ kind: 'unavailable', failure: loaded.error });
    if (loaded.error.code === 'timeout') shared.close();
  }
  const kept = loaded.ok ? loaded.value.scenarios : [first];
  const library = new Library(
    // Nothing but damaged records, perhaps one of the first id.
    kept.length > 0 ? kept : [{ ...first, id: newId() }],
    loaded.ok ? loaded.value.active : undefined,
  );
  library.announceBuiltIns(builtInKinds.map((kind) => blankBuiltIn(kind, builtInNames[kind], made)));
  const workspace = new Workspace({
    workbook,
    library,
    clock,
    newId,
    language: () => preferences.language,
    onchange: () => (completed?.autosave ?? firstEdits).changed(),
    refuses: (edit) => saving.refuses(edit, library.scenarios),
  });
  const plan: OpenPlan = {
    library,
    workspace,
    preferences,
    saving,
    selection: new Selection(),
    outline: new Outline(workspace.sheet, rowFacts(workspace)),
    views: new Views(),
  };
  const read = (): WorkspaceSnapshot => ({ scenarios: library.scenarios, active: library.resumed.id });
  const firstEdits = watchFirstEdits({ read, store, onstate: (state) => saving.show(state), page: window });

  const rest = new ToCome<Rest>();
  mount(App, { target, props: { plan, rest } });
  document.documentElement.dataset['app'] = 'ready';
  $effect.root(() => {
    $effect(() => {
      document.documentElement.dataset['save'] = saving.state.kind;
    });
  });

  const begun: Begun = {
    ...{ plan, workbook, builtInNames, clock, newId, whenPainted, database, store, inMemory, createStore, first, read },
    failure: loaded.ok ? undefined : loaded.error,
    stored: loaded.ok ? loaded.value : undefined,
  };
  const completing = untilFetched(
    () => afterPainting(fetchRest),
    () => firstEdits.fail(),
  ).then(({ completePlanner, words, textForms }) => {
    const whole = completePlanner(begun);
    completed = whole;
    if (firstEdits.end()) whole.autosave.changed();
    rest.arrive({ planner: whole.planner, words, textForms });
    return whole;
  });
  fetchLaterParts();
}
