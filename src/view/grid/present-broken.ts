/** The name of a row on a side of a relation that does not hold. */
import { markIds } from './cell-id.ts';
import type { PresentedCell } from './present-cell.ts';

/**
 * A row's name that also says that the row breaks what is true by definition. `said`: in which years, in a sentence; `undefined` where all
 * holds. Apart from the rest, since it may change with any row of the sheet.
 */
export function presentBroken(name: PresentedCell, said: string | undefined): PresentedCell {
  if (said === undefined) return name;
  const { looks, hint, described } = name;
  return {
    ...name,
    looks: `${looks} broken cut`,
    hint: `${hint ?? ''}\n${said}`,
    described: described === undefined ? markIds.broken : `${described} ${markIds.broken}`,
  };
}
