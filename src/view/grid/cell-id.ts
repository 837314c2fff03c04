/** Ids of elements, which `aria-activedescendant` needs: a screen reader follows them while the text field keeps the focus. */

export const gridElementId = 'plan-sheet';
export const completionElementId = 'plan-completion';

/** `cell`: as in `data-cell`. */
export function cellId(cell: string): string {
  return `cell-${cell}`;
}

/** A heading is one wide cell, known by its row in the sheet. */
export function headingId(row: number): string {
  return `heading-${row}`;
}

/** An entry of a list of suggestions; `list`: the id of the list. */
export function suggestionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** The elements that say what a cell's marks mean. */
export const markIds = {
  changed: 'mark-changed',
  held: 'mark-held',
  range: 'mark-range',
  broken: 'mark-broken',
} as const;
