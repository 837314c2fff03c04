/**
 * Parts that nobody sees at first. Their code is no part of what a reader waits for: it is fetched once the page stands, and by then
 * is at hand when it is asked for, even if the server is gone.
 */
export const later = {
  gridMenu: () => import('../grid/GridMenu.svelte'),
  scenarioMenu: () => import('../scenario/ScenarioMenu.svelte'),
  library: () => import('../library/LibraryDialog.svelte'),
  saveAs: () => import('../scenario/SaveAsDialog.svelte'),
  shortcuts: () => import('../frame/ShortcutDialog.svelte'),
  help: () => import('../frame/HelpDialog.svelte'),
};

/** Fetches them all. One that does not come is asked for again when it is needed. */
export function fetchLaterParts(): void {
  for (const fetchPart of Object.values(later)) fetchPart().catch(() => undefined);
}
