/** The composition root: loads, wires the ports, mounts the page. The one place that knows every part. */
import { mount } from 'svelte';
import App from './App.svelte';
import type { Dataset } from './core/model/dataset.ts';
import { builtInScenarios } from './core/projection/built-in.ts';
import { makeWorkbook } from './core/projection/workbook.ts';
import { mergeWorkspace, type WorkspaceMerge } from './core/scenario/merge.ts';
import { blankScenario } from './core/scenario/scenario-edits.ts';
import { parseScenarioId, type ScenarioId } from './core/scenario/scenario.ts';
import type { Clock, NewId, SaveState, StoredWorkspace, WorkspaceSnapshot } from './core/scenario/store.ts';
import { zh } from './i18n/zh.ts';
import { decodeClipboard, encodeClipboard } from './io/exchange/clipboard.ts';
import { encodeCsv } from './io/exchange/csv.ts';
import { startAutosave } from './io/storage/autosave.ts';
import { channelName } from './io/storage/channel.ts';
import { loadLate, type LateLoad } from './io/storage/late-load.ts';
import { createMemoryStore } from './io/storage/memory-store.ts';
import { askToPersist, estimateUse, readBackupTime, writeBackupTime } from './io/storage/persistence.ts';
import { readComparison, readPreferences, writeComparison, writePreferences } from './io/storage/preferences.ts';
import { createScenarioStore, type ClosableStore } from './io/storage/scenario-store.ts';
import { Backups } from './state/backups.svelte.ts';
import { asksForLink, dropLink, pageAddress, readableAddress } from './io/share/page-address.ts';
import { Comparison, decodeComparison } from './state/comparison.svelte.ts';
import { Conflicts } from './state/conflicts.svelte.ts';
import type { Planner } from './state/context.ts';
import { Library } from './state/library.svelte.ts';
import { Outline } from './state/outline.svelte.ts';
import { rowFacts } from './state/row-facts.ts';
import { decodePreferences, Preferences } from './state/preferences.svelte.ts';
import { Saving } from './state/saving.svelte.ts';
import { Selection } from './state/selection.svelte.ts';
import { Sharing } from './state/share.svelte.ts';
import { Versions } from './state/versions.svelte.ts';
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

/** As they are called in data; the interface says them in its own language. */
const builtInNames = {
  base: zh.scenario.builtIn.base.name,
  onTarget: zh.scenario.builtIn.onTarget.name,
  cautious: zh.scenario.builtIn.cautious.name,
  bold: zh.scenario.builtIn.bold.name,
  foresight: zh.scenario.builtIn.foresight.name,
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

/** Shows the planner on a dataset, with the scenarios that this browser keeps for it. */
export async function startPlanner({ dataset, target, database }: StartOptions): Promise<void> {
  const workbook = makeWorkbook(dataset);
  const preferences = new Preferences(decodePreferences(readPreferences()), writePreferences);
  const channel = new BroadcastChannel(`${channelName}-${database}`);
  const first = blankScenario({
    id: firstId,
    name: '方案一',
    dataset: { id: dataset.id, version: dataset.version },
    now: clock.now(),
  });
  const createStore = (): ClosableStore =>
    createScenarioStore({ clock, newId, app: dataset.version, database, channel, first, estimate: estimateUse });
  const shared = createStore();
  const loaded = await shared.load();
  const inMemory = loaded.ok ? undefined : createMemoryStore(loaded.error);
  const store = inMemory ?? shared;

  const saving = new Saving({
    saveNow: () => {
      void autosave.saveNow();
      void versions.keep();
    },
    forgetLost: () => void store.forgetLost(),
    readQuarantined: (key) => store.readQuarantined(key),
    reload: () => location.reload(),
  });
  if (loaded.ok) tellWhatWasFound(loaded.value, saving);
  else saving.notify({ kind: 'unavailable', failure: loaded.error });

  const kept = loaded.ok ? loaded.value.scenarios : [first];
  const library = new Library(
    // Nothing but damaged records, perhaps one of the first id.
    kept.length > 0 ? kept : [{ ...first, id: newId() }],
    loaded.ok ? loaded.value.active : undefined,
    builtInScenarios(workbook, builtInNames),
  );
  const workspace = new Workspace({
    workbook,
    library,
    clock,
    newId,
    onchange: () => autosave.changed(),
    refuses: (edit) => saving.refuses(edit, library.scenarios),
  });
  const conflicts = new Conflicts(workspace);
  const last = readBackupTime(database);
  const backups = new Backups({
    workspace,
    clock,
    codec: async () => (await import('./io/exchange/backup-codec.ts')).createBackupCodec(workbook, newId),
    ...(last !== undefined && { last }),
    onmade: (at) => writeBackupTime(database, at),
  });
  const versions = new Versions(store, workspace);
  const sharing = new Sharing({
    codec: async () =>
      (await import('./io/share/share-codec.ts')).createShareCodec(workbook, pageAddress(location), () => clock.now()),
    onclose: () => dropLink(window),
  });
  const planner: Planner = {
    library,
    workspace,
    preferences,
    saving,
    conflicts,
    backups,
    versions,
    sharing,
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

  const read = (): WorkspaceSnapshot => ({ scenarios: library.scenarios, active: library.resumed.id });
  const adopt = (merge: WorkspaceMerge): void => {
    workspace.adopt(merge.snapshot.scenarios);
    saving.tellMerged(merge.taken);
    conflicts.meet(merge.conflicts);
    // Until a person has decided, and after it, what the other window had can be looked at and restored.
    for (const scenario of merge.disputed) void store.keepVersion(scenario, 'save');
  };
  let isPersistenceAsked = false;
  const onstate = (state: SaveState): void => {
    saving.show(state);
    if (isPersistenceAsked || state.kind !== 'saved' || library.scenarios.every(({ patch }) => patch.size === 0))
      return;
    isPersistenceAsked = true;
    void askToPersist().then((isKept) => backups.learnPersistence(isKept));
  };
  const autosave = startAutosave({ read, store, onstate, page: window, shared: { store, adopt } });
  store.watch(({ code }) => {
    if (code === 'cleared') saving.notify({ kind: 'cleared' });
  });
  onstate({ kind: 'saved' });

  const takeLate = (late: LateLoad): void => {
    const { scenarios } = late.stored;
    const isThere = scenarios.some(({ id }) => id === first.id);
    // What was begun with in memory is common to both, if it is there, and else goes where nothing was done to it.
    const changes = scenarios.map((theirs) => ({
      id: theirs.id,
      theirs,
      ...(theirs.id === first.id && { base: first }),
    }));
    inMemory?.connect(late.store);
    saving.dismissUnavailable();
    tellWhatWasFound(late.stored, saving);
    adopt(mergeWorkspace(read(), isThere ? changes : [{ id: first.id, base: first }, ...changes]));
    autosave.changed();
  };
  if (!loaded.ok && loaded.error.code === 'timeout') {
    shared.close();
    void loadLate(createStore).then((late) => {
      saving.notify({ kind: 'late', scenarios: late.stored.scenarios.length, take: () => takeLate(late) });
    });
  }
  const clipboard = { encode: encodeClipboard, decode: decodeClipboard };
  mount(App, { target, props: { planner, clipboard, encodeCsv } });
  document.documentElement.dataset['app'] = 'ready';
  fetchLaterParts();
  const openLink = (): void => {
    if (asksForLink(location)) void sharing.openText(readableAddress(location));
    else sharing.leaveReview();
  };
  addEventListener('hashchange', openLink);
  openLink();
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
