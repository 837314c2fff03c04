/** Text to tree, in four steps: scan, rewrite, mathjs, allow-list. Each may refuse, and a refusal names its place in the text. */
import { limits } from '../model/limits.ts';
import { err, type Result } from '../model/result.ts';
import { admit } from './allow-list.ts';
import type { Expression, FormulaError } from './ast.ts';
import { parseSyntax } from './mathjs-parser.ts';
import type { Names } from './names.ts';
import { normalizeText } from './normalize.ts';
import type { Place } from './references.ts';
import { rewrite } from './rewrite.ts';
import { scanFormula } from './scan.ts';

/** What the meaning of a typed formula depends on: what rows are called, and for A1 addresses the sheet and the cell typed into. */
export interface FormulaContext extends Place {
  readonly names: Names;
}

/** Reads what a person typed or pasted, with or without its leading `=`. Positions in an error are positions in `text`. */
export function parseFormula(text: string, { names, sheet, own }: FormulaContext): Result<Expression, FormulaError> {
  const [leading = ''] = /^ *=?/.exec(normalizeText(text.slice(0, limits.formulaCharacters))) ?? [];
  return parseText(text, leading.length, names, { sheet, own });
}

/**
 * How many distinct formulas are remembered. A filled row is one text, so a sheet of any size has few; past this the oldest makes room,
 * which bounds the memory that a stranger's file can take.
 */
const remembered = 10_000;

const parsed = new WeakMap<Names, Map<string, Result<Expression, FormulaError>>>();

/** Reads a stored formula, which has no leading `=` and no A1 addresses and so means the same in every cell: each distinct text is parsed once. */
export function parseCanonical(source: string, names: Names): Result<Expression, FormulaError> {
  let known = parsed.get(names);
  if (!known) parsed.set(names, (known = new Map<string, Result<Expression, FormulaError>>()));
  const before = known.get(source);
  if (before) return before;
  const result = parseText(source, 0, names, undefined);
  if (known.size >= remembered) known.delete(known.keys().next().value ?? '');
  known.set(source, result);
  return result;
}

function parseText(
  text: string,
  start: number,
  names: Names,
  place: Place | undefined,
): Result<Expression, FormulaError> {
  const tokens = scanFormula(text, start);
  if (!tokens.ok) return tokens;
  const rewritten = rewrite(tokens.value, text.length, names, place);
  if (!rewritten.ok) return rewritten;
  const root = parseSyntax(rewritten.value.text);
  return root ? admit(root, rewritten.value) : err({ code: 'forbidden', at: 0, text: '' });
}
