/** Which lines of a long board are on the page. A short one is there whole, so that the browser's own search finds all of it. */

export const lineHeight = 28;
/** Up to here every line is on the page. */
export const mostLines = 300;
const linesBeyond = 12;

export interface LineWindow {
  readonly first: number;
  /** Behind the last. */
  readonly end: number;
}

/** The lines in view and some more on either side, so that scrolling meets none that is missing. */
export function lineWindow(count: number, scrollTop: number, height: number): LineWindow {
  if (count <= mostLines) return { first: 0, end: count };
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / lineHeight)) - linesBeyond);
  return { first, end: Math.min(count, first + Math.ceil(height / lineHeight) + 2 * linesBeyond) };
}
