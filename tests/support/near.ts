import { expect } from 'vitest';

/** Stands for a number within half a unit of the given decimal place, inside a value that is compared as a whole. */
export function near(value: number, places: number): unknown {
  return expect.closeTo(value, places);
}
