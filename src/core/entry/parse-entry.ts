/** What a person typed or pasted into a cell, as an input. */
import { isTextColumn } from '../model/cell.ts';
import type { CellInput } from '../model/input.ts';
import { limits } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import type { FormulaError } from '../formula/ast.ts';
import { normalizeText } from '../formula/normalize.ts';
import { parseFormula } from '../formula/parse.ts';
import { printFormula } from '../formula/print.ts';
import type { EntryContext } from './context.ts';
import { readNumber } from './number.ts';
import type { NumberError } from './number-error.ts';
import type { RangeError } from './range-entry.ts';

/** Why a text cannot go into a cell. Every `at` is an index into the text that was given. */
export type EntryError = NumberError | RangeError | { readonly code: 'formula'; readonly error: FormulaError };

/** Nothing, or a dash alone, as printed tables mark what is not known. */
const blank = /^(?:-{1,2}|[—―]{1,2})?$/;

/**
 * Reads one entry; `null` is a blank cell. What begins with `=` is a formula and is stored in canonical form; so is what begins
 * with `+` or `-` and is no number. A target is read as one; the other columns that hold text take any.
 */
export function parseEntry(text: string, context: EntryContext): Result<CellInput | null, EntryError> {
  const trimmed = text.trim();
  if (context.own.column.kind === 'target')
    return context.targets ? context.targets.read(text, context) : err({ code: 'unreadable', at: 0 });
  if (isTextColumn(context.own.column)) return ok(trimmed === '' ? null : { kind: 'text', text: trimmed });
  const source = inPlace(text);
  const normal = normalizeText(source).trim();
  if (blank.test(normal)) return ok(null);
  if (normal.startsWith('=')) return formulaInput(source, context);
  if (source.length > limits.formulaCharacters) return err({ code: 'unreadable', at: limits.formulaCharacters });
  const number = readNumber(normalizeText(source), context);
  if (number.ok) return ok({ kind: 'number', value: number.value });
  if (number.error.code !== 'unreadable' || !/^[-+]/.test(normal)) return number;
  return formulaInput(source, context);
}

/** Line breaks and tabs around the text as blanks, so that positions stay those of the text. */
function inPlace(text: string): string {
  const body = text.trimStart();
  return ' '.repeat(text.length - body.length) + body.trimEnd();
}

function formulaInput(text: string, context: EntryContext): Result<CellInput, EntryError> {
  const parsed = parseFormula(text, context);
  if (!parsed.ok) return err({ code: 'formula', error: parsed.error });
  return ok({ kind: 'formula', source: printFormula(parsed.value, { names: 'id' }, context.names) });
}
