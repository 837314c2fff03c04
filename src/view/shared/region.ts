/**
 * The parts of the page in the order in which F6 visits them; a keyboard user leaves the grid this way.
 * A part is an element with `data-region`; the one inside it that takes the focus is marked `data-region-focus`, else its first control.
 */
export const regions = ['sheet', 'panel', 'scenarios', 'header', 'formula', 'outline'] as const;

export type Region = (typeof regions)[number];

/** The next part that is on the page, after `current` and round the ring; from nowhere, the first. */
export function nextRegion(
  present: readonly Region[],
  current: Region | undefined,
  backwards: boolean,
): Region | undefined {
  const ring = regions.filter((region) => present.includes(region));
  if (current === undefined || !ring.includes(current)) return backwards ? ring.at(-1) : ring[0];
  const step = backwards ? ring.length - 1 : 1;
  return ring[(ring.indexOf(current) + step) % ring.length];
}

const focusable =
  'input:not([disabled]):not([tabindex="-1"]), textarea:not([disabled]), select:not([disabled]), button:not([disabled]):not([tabindex="-1"]), a[href], [tabindex="0"], summary';

/** Puts the focus into a part. `false` if the part is not on the page or holds nothing to focus. */
export function focusRegion(region: Region): boolean {
  const part = document.querySelector<HTMLElement>(`[data-region="${region}"]`);
  const target = part?.querySelector<HTMLElement>('[data-region-focus]') ?? part?.querySelector<HTMLElement>(focusable);
  target?.focus();
  return target !== undefined && target !== null;
}

/** The part that holds the focus. */
export function focusedRegion(): Region | undefined {
  const name = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'];
  return regions.find((region) => region === name);
}

/** F6 and Shift+F6. */
export function cycleRegion(backwards: boolean): void {
  const present = regions.filter((region) => document.querySelector(`[data-region="${region}"]`) !== null);
  let next = nextRegion(present, focusedRegion(), backwards);
  for (let tries = 0; next !== undefined && tries < present.length && !focusRegion(next); tries += 1) {
    next = nextRegion(present, next, backwards);
  }
}
