/** The indicators that a text in the name box may be the beginning of. */
import type { Complete } from '../../state/completion.ts';

export type RowSuggestion = Extract<ReturnType<Complete>[number], { kind: 'indicator' }>;

const most = 8;
/** Functions and words share the list of names; enough are asked for that rows remain when these are left out. */
const asked = 40;

/** Best first. Nothing for an address that already says a column. */
export function suggestRows(complete: Complete, text: string): readonly RowSuggestion[] {
  const beginning = text.trim();
  if (beginning === '' || /[[［@]/u.test(beginning)) return [];
  return complete(beginning, asked)
    .filter((found) => found.kind === 'indicator')
    .slice(0, most);
}
