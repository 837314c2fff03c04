/**
 * Parts that the sheet does without for a moment. Their code is no part of what a reader waits for: it is fetched once the page is
 * painted, and by then is at hand when it is asked for, even if the server is gone.
 */
import { untilFetched } from './until-fetched.ts';
import { whenIdle, whenPainted } from './when-painted.ts';

export const later = {
  /** Beside the sheet and over it. */
  parts: part(() => import('../frame/late-parts.ts')),
  /** Notices and dialogs. */
  overlays: part(() => import('../frame/Overlays.svelte')),
  otherView: part(() => import('../frame/OtherView.svelte')),
};

/** Fetches all parts, so that they are at hand when they are asked for. */
export function fetchLaterParts(): void {
  for (const fetchPart of Object.values(later)) void fetchPart();
}

let open = (): void => undefined;
const opened = new Promise<void>((resolve) => (open = resolve));

/** The planner is whole and all words are there: parts that were asked for before are handed out now. */
export function openLaterParts(): void {
  open();
}

/** Comes once the page is painted and the parts are open, and is then at hand. Where it cannot be fetched it is tried again. */
function part<Part>(fetchPart: () => Promise<Part>): () => Promise<Part> {
  let fetching: Promise<Part> | undefined;
  return async () => {
    fetching ??= untilFetched(() => afterPainting(fetchPart));
    const [fetched] = await Promise.all([fetching, opened]);
    return fetched;
  };
}

let quiet: Promise<void> | undefined;

/** When the sheet is painted and the page has nothing more urgent to do. */
export function whenQuiet(): Promise<void> {
  quiet ??= new Promise((resolve) => {
    whenPainted(() => whenIdle(resolve));
  });
  return quiet;
}

/** The sheet answers to keys before anything else is fetched. */
export async function afterPainting<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  await whenQuiet();
  return fetchPart();
}
