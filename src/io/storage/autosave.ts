/**
 * When to save: soon after a change, at the latest half a second after it, and at once when the page goes. One save at a time; after a
 * failure the edits stay in memory and saving is tried again. Other tabs' saves are merged into what is open here.
 */
import { mergeWorkspace, type WorkspaceMerge } from '../../core/scenario/merge.ts';
import type {
  SaveState,
  ScenarioStore,
  SharedStore,
  StoreFailure,
  WorkspaceSnapshot,
} from '../../core/scenario/store.ts';
import { after as systemAfter, type After } from './timer.ts';

/** Milliseconds. */
const quietBeforeSave = 150;
const longestUnsaved = 500;
const retryDelays = [1000, 3000, 10_000, 30_000];
/** Two tabs that save in turn cannot keep each other from saving for ever. */
const mergesPerSave = 5;

/** What of a window is used. */
export interface AutosavePage extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

export interface AutosaveOptions {
  /** What is open right now; called at each save. Its scenarios are the same objects as long as they did not change. */
  readonly read: () => WorkspaceSnapshot;
  readonly store: ScenarioStore;
  readonly onstate: (state: SaveState) => void;
  readonly page: AutosavePage;
  readonly after?: After;
  /** For work in several tabs. `adopt` shows the merged scenarios at once, before it returns, as one step of undo. */
  readonly shared?: { readonly store: SharedStore; readonly adopt: (merge: WorkspaceMerge) => void };
}

export interface Autosave {
  /** Something that is kept has changed. Call it after each edit, also after a change of the open scenario. */
  changed(): void;
  /** Saves now, as for Ctrl+S; resolves when that save, with what was changed until now, has ended. */
  saveNow(): Promise<void>;
  /** Ends all timers and listening. What is not saved yet stays unsaved. */
  stop(): void;
}

/** Start it after the first load has ended, and not before: it writes. */
export function startAutosave(options: AutosaveOptions): Autosave {
  const { read, store, onstate, page, shared, after = systemAfter } = options;
  /** Counts changes; what was saved last is behind it while there are unsaved edits. */
  let changes = 0;
  let saved = 0;
  let failures = 0;
  let failure: StoreFailure | undefined;
  let running: Promise<void> | undefined;
  /** Another tab's save is being read. */
  let following: Promise<unknown> | undefined;
  let stopped = false;
  let cancelQuiet: (() => void) | undefined;
  let cancelLatest: (() => void) | undefined;
  let cancelRetry: (() => void) | undefined;

  function show(): void {
    if (running) onstate({ kind: 'saving' });
    else if (failure) onstate({ kind: 'failed', failure });
    else onstate({ kind: changes > saved ? 'unsaved' : 'saved' });
  }

  function cancelTimers(): void {
    for (const cancel of [cancelQuiet, cancelLatest, cancelRetry]) cancel?.();
    cancelQuiet = cancelLatest = cancelRetry = undefined;
  }

  function changed(): void {
    if (stopped) return;
    changes += 1;
    cancelQuiet?.();
    cancelQuiet = after(quietBeforeSave, start);
    cancelLatest ??= after(longestUnsaved, start);
    show();
  }

  function start(): void {
    void saveNow();
  }

  async function saveNow(): Promise<void> {
    if (stopped) return;
    cancelTimers();
    // Whatever is running may have read before the last change: that change gets a save of its own, after it.
    if (running) {
      await running;
      if (changes > saved && !failure) await saveNow();
      return;
    }
    running = saveOnce().finally(() => {
      running = undefined;
    });
    show();
    await running;
    show();
  }

  async function saveOnce(): Promise<void> {
    for (let merges = 0; ; merges += 1) {
      // What is open here before their save is adopted would be taken for what is open after it, and write over it.
      while (following) await following;
      const reached = changes;
      const result = await store.save(read());
      if (result.ok) {
        saved = reached;
        failures = 0;
        failure = undefined;
        return;
      }
      const merged = result.error.code === 'conflict' && merges < mergesPerSave && (await merge());
      if (!merged) {
        fail(result.error);
        return;
      }
    }
  }

  function fail(reason: StoreFailure): void {
    failure = reason;
    // Asking again would not be answered differently until the page is reloaded.
    if (stopped || reason.code === 'denied' || reason.code === 'outdated') return;
    const delay = retryDelays[Math.min(failures, retryDelays.length - 1)] ?? 0;
    failures += 1;
    cancelRetry?.();
    cancelRetry = after(delay, start);
  }

  /** Whether there is now a common base to save on. */
  async function merge(): Promise<boolean> {
    const pulled = await shared?.store.pull();
    if (!shared || !pulled?.ok) return false;
    // No waiting between reading and adopting: an edit in between would be lost.
    if (pulled.value.length > 0) shared.adopt(mergeWorkspace(read(), pulled.value));
    return true;
  }

  /** Without own edits the merge is what the other tab stored; with own ones their save is due anyway. */
  function follow(): void {
    const turn: Promise<unknown> = (following ?? Promise.resolve()).then(merge).finally(() => {
      if (following === turn) following = undefined;
    });
    following = turn;
  }

  function flush(): void {
    if (changes === saved && !running) return;
    store.flushSync(read());
    // The page may live on: then the ordinary save makes the note superfluous.
    changes += 1;
    start();
  }

  function onvisibility(): void {
    if (page.document.visibilityState === 'hidden') flush();
    else follow();
  }

  function onshow(event: Event): void {
    // Back from the cache of whole pages: other tabs may have saved in the meantime.
    if ('persisted' in event && event.persisted === true) follow();
  }

  function onunload(event: Event): void {
    if (failure && changes > saved) event.preventDefault();
  }

  const unwatch = shared?.store.watch((notice) => {
    if (notice.code === 'outside') follow();
    if (notice.code === 'outdated') {
      failure = { code: 'outdated' };
      cancelTimers();
      show();
    }
  });
  page.document.addEventListener('visibilitychange', onvisibility);
  page.document.addEventListener('freeze', flush);
  page.addEventListener('pagehide', flush);
  page.addEventListener('pageshow', onshow);
  page.addEventListener('beforeunload', onunload);

  return {
    changed,
    saveNow,
    stop() {
      stopped = true;
      cancelTimers();
      unwatch?.();
      page.document.removeEventListener('visibilitychange', onvisibility);
      page.document.removeEventListener('freeze', flush);
      page.removeEventListener('pagehide', flush);
      page.removeEventListener('pageshow', onshow);
      page.removeEventListener('beforeunload', onunload);
    },
  };
}
