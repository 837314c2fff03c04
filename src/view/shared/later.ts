/**
 * Parts that the sheet does without for a moment. Their code is no part of what a reader waits for: it is fetched once the page is
 * painted, and by then is at hand when it is asked for, even if the server is gone.
 */
export const later = {
  banners: part(() => import('../frame/Banners.svelte')),
  overlays: part(() => import('../frame/Overlays.svelte')),
  otherView: part(() => import('../frame/OtherView.svelte')),
  outline: part(() => import('../frame/OutlinePane.svelte')),
  selectionSummary: part(() => import('../frame/SelectionSummary.svelte')),
  sidePanel: part(() => import('../panel/SidePanel.svelte')),
  completion: part(() => import('../grid/Completion.svelte')),
  problemNote: part(() => import('../grid/ProblemNote.svelte')),
  numberFormat: part(() => import('../grid/NumberFormatDialog.svelte')),
  gridMenu: part(() => import('../grid/GridMenu.svelte')),
  scenarioMenu: part(() => import('../scenario/ScenarioMenu.svelte')),
  errorWords: part(() => import('../format/error-words.ts')),
  transfer: part(() => import('../grid/transfer.ts')),
  scenarioSteps: part(() => import('../../state/scenario-steps.ts')),
  renameField: part(() => import('../scenario/RenameField.svelte')),
};

/** Fetches all parts, so that they are at hand when they are asked for. */
export function fetchLaterParts(): void {
  for (const fetchPart of Object.values(later)) void fetchPart().catch(() => undefined);
}

let open = (): void => undefined;
const opened = new Promise<void>((resolve) => (open = resolve));

/** The planner is whole and all words are there: parts that were asked for before are handed out now. */
export function openLaterParts(): void {
  open();
}

/** Comes once the page is painted and the parts are open. What cannot be fetched is fetched anew when it is asked for again. */
function part<Part>(fetchPart: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    const [fetched] = await Promise.all([afterPainting(fetchPart), opened]);
    return fetched;
  };
}

let painted: Promise<unknown> | undefined;

/** The sheet answers to keys before anything else is fetched. */
export async function afterPainting<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  painted ??= new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await painted;
  return fetchPart();
}
