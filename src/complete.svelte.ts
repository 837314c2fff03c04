/**
 * All that the sheet does without for a moment: saving, the built-in scenarios, comparison, sharing, versions, backups. It is fetched
 * when the page is painted, and takes over from what `start.svelte.ts` has begun.
 */
import { printRangeCell, readRangeCells } from './core/entry/range-cells.ts';
import { targetEntries } from './core/entry/target-entry.ts';
import { builtInScenarios } from './core/projection/built-in.ts';
import type { Workbook } from './core/projection/workbook.ts';
import { findExcess } from './core/scenario/edit-limits.ts';
import { mergeWorkspace, type WorkspaceMerge } from './core/scenario/merge.ts';
import type { BuiltInKind, Scenario } from './core/scenario/scenario.ts';
import type {
  Clock,
  NewId,
  SaveState,
  StoredWorkspace,
  StoreFailure,
  WorkspaceSnapshot,
} from './core/scenario/store.ts';
import { zh } from './i18n/zh.ts';
import { decodeClipboard, encodeClipboard } from './io/exchange/clipboard.ts';
import { encodeCsv } from './io/exchange/csv.ts';
import { startAutosave, type Autosave } from './io/storage/autosave.ts';
import { loadLate, type LateLoad } from './io/storage/late-load.ts';
import type { MemoryStore } from './io/storage/memory-store.ts';
import { askToPersist, readBackupTime, writeBackupTime } from './io/storage/persistence.ts';
import { readComparison, writeComparison } from './io/storage/comparison-choice.ts';
import type { ClosableStore } from './io/storage/scenario-store.ts';
import { asksForLink, dropLink, pageAddress, readableAddress } from './io/share/page-address.ts';
import { Backups } from './state/backups.svelte.ts';
import { Beside } from './state/beside.svelte.ts';
import { Comparison, decodeComparison } from './state/comparison.svelte.ts';
import { Conflicts } from './state/conflicts.svelte.ts';
import type { OpenPlan, Planner } from './state/context.ts';
import type { WhenPainted } from './state/lagging.svelte.ts';
import type { Saving } from './state/saving.svelte.ts';
import { Sharing } from './state/share.svelte.ts';
import { Versions } from './state/versions.svelte.ts';

/** What the start has made and found. */
export interface Begun {
  readonly plan: OpenPlan;
  readonly workbook: Workbook;
  readonly builtInNames: Readonly<Record<BuiltInKind, string>>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly whenPainted: WhenPainted;
  /** Name of the browser database that keeps the scenarios. */
  readonly database: string;
  /** The store in use: `inMemory` where nothing could be read, for the reason of `failure`. */
  readonly store: ClosableStore | MemoryStore;
  readonly inMemory: MemoryStore | undefined;
  readonly failure: StoreFailure | undefined;
  /** Makes a store anew, for one that did not answer in time. */
  readonly createStore: () => ClosableStore;
  /** What an empty database begins with. */
  readonly first: Scenario;
  /** As it lay there when the page was opened; absent where nothing could be read. */
  readonly stored: StoredWorkspace | undefined;
  readonly read: () => WorkspaceSnapshot;
}

export interface Completed {
  readonly planner: Planner;
  readonly autosave: Autosave;
  /** A person asked for it: what is open becomes a version as well. */
  readonly saveNow: () => void;
}

/** What the start asks for ahead of time: to write or mend for the first time, or where the store does not answer. */
export { createMemoryStore } from './io/storage/memory-store.ts';
export { estimateUse } from './io/storage/persistence.ts';
export { storeWriting } from './io/storage/store-writing.ts';

/** All words, and how tables are written for other programs. */
export const words = zh;
export const textForms = { clipboard: { encode: encodeClipboard, decode: decodeClipboard }, encodeCsv };

export function completePlanner(begun: Begun): Completed {
  const { plan, workbook, clock, newId, database, store } = begun;
  const { workspace, library, saving } = plan;
  const last = readBackupTime(database);
  const planner: Planner = {
    ...plan,
    beside: new Beside(workspace, plan.selection, begun.whenPainted),
    conflicts: new Conflicts(workspace),
    versions: new Versions(store, workspace, begun.stored?.scenarios),
    backups: new Backups({
      workspace,
      clock,
      codec: async () => (await import('./io/exchange/backup-codec.ts')).createBackupCodec(workbook, newId),
      ...(last !== undefined && { last }),
      onmade: (at) => writeBackupTime(database, at),
    }),
    sharing: new Sharing({
      codec: async () =>
        (await import('./io/share/share-codec.ts')).createShareCodec(workbook, pageAddress(location), () =>
          clock.now(),
        ),
      onclose: () => dropLink(window),
    }),
    comparison: new Comparison({
      workbook,
      scenarios: () => library.scenarios,
      builtIns: () => library.builtIns,
      current: () => library.current,
      initial: decodeComparison(readComparison(database)),
      onchange: (choice) => writeComparison(database, choice),
    }),
    analysis: fetchAnalysis(workspace),
  };
  workspace.learnEntries({ read: readRangeCells, print: printRangeCell }, targetEntries);
  saving.heedLimits(findExcess);
  workspace.takeBuiltIns(workspace.borrow((projection) => builtInScenarios(workbook, begun.builtInNames, projection)));
  if (begun.stored) tellWhatWasFound(begun.stored, saving);
  const adopt = adoptInto(planner, store);
  const autosave = startAutosave({
    read: begun.read,
    store,
    onstate: showState(planner),
    page: window,
    shared: { store, adopt },
  });
  store.watch(({ code }) => {
    if (code === 'cleared') saving.notify({ kind: 'cleared' });
  });
  if (begun.failure?.code === 'timeout') waitForStore(begun, adopt, autosave);
  openLinks(planner.sharing);
  const saveNow = (): void => {
    void autosave.saveNow();
    void planner.versions.keep();
  };
  return { planner, autosave, saveNow };
}

/** Made once. A code that could not be fetched is asked for again the next time. */
function fetchAnalysis(workspace: OpenPlan['workspace']): Planner['analysis'] {
  const sampler = async () => (await import('./io/worker/start-worker.ts')).createPageSampler(workspace.dataset);
  let made: ReturnType<Planner['analysis']> | undefined;
  return () => {
    made ??= import('./state/analysis.svelte.ts').then(({ Analysis }) => new Analysis(workspace, sampler));
    made.catch(() => (made = undefined));
    return made;
  };
}

function adoptInto({ workspace, saving, conflicts }: Planner, store: Begun['store']): (merge: WorkspaceMerge) => void {
  return (merge) => {
    workspace.adopt(merge.snapshot.scenarios);
    saving.tellMerged(merge.taken);
    conflicts.meet(merge.conflicts);
    // Until a person has decided, and after it, what the other window had can be looked at and restored.
    for (const scenario of merge.disputed) void store.keepVersion(scenario, 'save');
  };
}

/** Shows how saving stands. The browser is asked never to drop what is stored when there is something to keep, and once. */
function showState({ library, saving, backups }: Planner): (state: SaveState) => void {
  let isPersistenceAsked = false;
  const onstate = (state: SaveState): void => {
    saving.show(state);
    if (isPersistenceAsked || state.kind !== 'saved' || library.scenarios.every(({ patch }) => patch.size === 0))
      return;
    isPersistenceAsked = true;
    void askToPersist().then((isKept) => backups.learnPersistence(isKept));
  };
  onstate(saving.state);
  return onstate;
}

/** Work goes on in memory until the store answers; a person decides when both are brought together. */
function waitForStore(
  { createStore, first, inMemory, read, plan: { saving } }: Begun,
  adopt: (merge: WorkspaceMerge) => void,
  autosave: Autosave,
): void {
  const take = (late: LateLoad): void => {
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
  void loadLate(createStore).then((late) => {
    saving.notify({ kind: 'late', scenarios: late.stored.scenarios.length, take: () => take(late) });
  });
}

function openLinks(sharing: Sharing): void {
  const openLink = (): void => {
    if (asksForLink(location)) void sharing.openText(readableAddress(location));
    else sharing.leaveReview();
  };
  addEventListener('hashchange', openLink);
  openLink();
}

function tellWhatWasFound({ quarantined, lost, recovered }: StoredWorkspace, saving: Saving): void {
  for (const record of quarantined) saving.notify({ kind: 'quarantined', record });
  if (lost.length > 0) saving.notify({ kind: 'lost', scenarios: lost });
  if (recovered > 0) saving.notify({ kind: 'recovered', edits: recovered });
}
