/**
 * Parts that the sheet does without for a moment. Their code is no part of what a reader waits for: it is fetched once the page is
 * painted, and by then is at hand when it is asked for, even if the server is gone.
 */
export const later = {
  outline: () => afterPainting(() => import('../frame/OutlinePane.svelte')),
  sidePanel: () => afterPainting(() => import('../panel/SidePanel.svelte')),
  completion: () => import('../grid/Completion.svelte'),
  problemNote: () => afterPainting(() => import('../grid/ProblemNote.svelte')),
  numberFormat: () => import('../grid/NumberFormatDialog.svelte'),
  gridMenu: () => import('../grid/GridMenu.svelte'),
  scenarioMenu: () => import('../scenario/ScenarioMenu.svelte'),
  renameField: () => import('../scenario/RenameField.svelte'),
  library: () => import('../library/LibraryDialog.svelte'),
  saveAs: () => import('../scenario/SaveAsDialog.svelte'),
  shortcuts: () => import('../frame/ShortcutDialog.svelte'),
  storageNotices: () => import('../storage/StorageNotices.svelte'),
  conflicts: () => import('../storage/ConflictDialog.svelte'),
  backup: () => import('../storage/BackupDialog.svelte'),
  shareMake: () => import('../share/MakeDialog.svelte'),
  shareOpen: () => import('../share/OpenDialog.svelte'),
  shareReview: () => import('../share/ReviewDialog.svelte'),
  combine: () => import('../comparison/CombineDialog.svelte'),
  export: () => import('../exchange/ExportDialog.svelte'),
  help: () => import('../frame/HelpDialog.svelte'),
};

/** Fetches them all. One that does not come is asked for again when it is needed. */
export function fetchLaterParts(): void {
  void afterPainting(async () => {
    await Promise.allSettled(Object.values(later).map((fetchPart) => fetchPart()));
  });
}

let painted: Promise<unknown> | undefined;

/** The sheet answers to keys before anything else is fetched. */
async function afterPainting<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  painted ??= new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await painted;
  return fetchPart();
}
