/**
 * What is edited before autosave is there, whose code is fetched when the page is painted. Nothing is saved yet, but if the page
 * goes, the edits are left behind in a note.
 */
import type { SaveState, ScenarioStore, WorkspaceSnapshot } from '../../core/scenario/store.ts';
import type { AutosavePage } from './autosave.ts';

export interface FirstEditsOptions {
  /** What is open right now. */
  readonly read: () => WorkspaceSnapshot;
  readonly store: Pick<ScenarioStore, 'flushSync'>;
  readonly onstate: (state: SaveState) => void;
  readonly page: AutosavePage;
}

export interface FirstEdits {
  /** Something that is kept has changed. */
  changed(): void;
  /** Autosave could not be fetched, and so nothing is saved as yet. */
  fail(): void;
  /** Autosave takes over. Whether anything has changed. */
  end(): boolean;
}

export function watchFirstEdits({ read, store, onstate, page }: FirstEditsOptions): FirstEdits {
  let hasChanged = false;
  let hasFailed = false;
  const show = (): void => {
    if (hasChanged) onstate(hasFailed ? { kind: 'failed', failure: { code: 'unknown' } } : { kind: 'unsaved' });
  };
  const flush = (): void => {
    if (hasChanged) store.flushSync(read());
  };
  const onvisibility = (): void => {
    if (page.document.visibilityState === 'hidden') flush();
  };
  const onunload = (event: Event): void => {
    if (hasChanged && hasFailed) event.preventDefault();
  };
  page.addEventListener('pagehide', flush);
  page.addEventListener('beforeunload', onunload);
  page.document.addEventListener('visibilitychange', onvisibility);
  return {
    changed() {
      hasChanged = true;
      show();
    },
    fail() {
      hasFailed = true;
      show();
    },
    end() {
      page.removeEventListener('pagehide', flush);
      page.removeEventListener('beforeunload', onunload);
      page.document.removeEventListener('visibilitychange', onvisibility);
      return hasChanged;
    },
  };
}
