/** Names of scenarios that the page gives. */

/** The first of `make(1)`, `make(2)`, … that is not taken. */
export function firstFreeName(make: (number: number) => string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(make(number))) number += 1;
  return make(number);
}
