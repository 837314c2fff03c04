/** What a cell is to hold when a text is pasted into it. Fetched with the clipboard, after the sheet. */
import type { CellInput } from '../model/input.ts';
import { limits } from '../model/limits.ts';
import type { EntryContext } from './context.ts';
import { parseEntry } from './parse-entry.ts';

/**
 * Reads one pasted cell and never fails: what cannot be read is kept as it came and shown as an error, since dropping it would
 * go unnoticed in a block of hundreds.
 */
export function parsePasted(text: string, context: EntryContext): CellInput | null {
  const entry = parseEntry(text, context);
  if (entry.ok) return entry.value;
  const trimmed = text.trim();
  const formula = /^[=＝]/.test(trimmed) && trimmed.length <= limits.formulaCharacters;
  return formula ? { kind: 'formula', source: trimmed.slice(1) } : { kind: 'text', text: trimmed };
}
