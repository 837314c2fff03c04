/** What was known when. */

/**
 * Whether what was published on a date (`2021-06-11`, `2022-01`, `2022`) was known by a day; by no day in particular everything
 * is. A month or a year counts from its first day; what bears no date is known by none.
 */
export function isKnownBy(published: string, until: string | undefined): boolean {
  return until === undefined || (published !== '' && published <= until);
}
