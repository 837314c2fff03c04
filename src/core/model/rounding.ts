/** When two calculated numbers count as the same. */

/** Relative. Five years of growth leave an error of about 1e-15; no figure here is known to a millionth of this. */
const roundingError = 1e-12;

/** Whether the two differ by no more than calculating with doubles may add. */
export function sameToRounding(a: number, b: number): boolean {
  return Math.abs(a - b) <= roundingError * Math.max(Math.abs(a), Math.abs(b));
}
