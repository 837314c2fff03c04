/**
 * The first guard. A formula may come from a stranger's link, and a parser meets it only after this one pass, whose time grows
 * with the length of the text and nothing else, has found nothing but numbers, names, indexes and known signs.
 */
import { limits } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import type { FormulaError } from './ast.ts';
import { normalizeText } from './normalize.ts';

export type Sign = '+' | '-' | '*' | '/' | '^' | '%' | '(' | ')' | ',' | ':' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** `at`: index into the text that was given. `index` is what stands in square brackets directly after a name. */
export type Token =
  | { readonly kind: 'number'; readonly at: number; readonly value: number }
  | { readonly kind: 'name'; readonly at: number; readonly text: string }
  /** An A1 address that only an address can be, such as `$E$5`. Plain `E5` may be a name and is decided later. */
  | { readonly kind: 'address'; readonly at: number; readonly text: string }
  | { readonly kind: 'index'; readonly at: number; readonly text: string }
  | { readonly kind: 'sign'; readonly at: number; readonly sign: Sign };

const signs: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ...(['+', '-', '*', '/', '^', '%', '(', ')', ',', ':', '=', '<>', '<', '<=', '>', '>='] as const).map(
    (sign) => [sign, sign] as const,
  ),
  ['==', '='],
  ['!=', '<>'],
  ['≠', '<>'],
  ['≤', '<='],
  ['≥', '>='],
]);

/** A name may begin with digits (`5G基站`) if a letter follows, unless it reads as a number (`1e5`). */
const pattern = new RegExp(
  [
    '(?<blank> +)',
    '(?<address>(?:\\$[A-Za-z]{1,3}\\$?|[A-Za-z]{1,3}\\$)\\d{1,7}(?![\\p{L}\\p{N}\\p{M}_.]))',
    '(?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?(?![\\p{L}\\p{N}\\p{M}_.]))',
    '(?<name>(?:[\\p{L}_]|\\d+[\\p{L}_])[\\p{L}\\p{N}\\p{M}_]*)',
    '\\[ *(?<index>[-+]?[\\p{L}\\p{N}]{1,20}) *\\]',
    '(?<sign><=|>=|<>|==|!=|[-+*/^%(),:=<>≤≥≠])',
  ].join('|'),
  'uy',
);

/** Reads the text from `start` on into tokens. */
export function scanFormula(text: string, start: number): Result<readonly Token[], FormulaError> {
  if (text.length > limits.formulaCharacters) {
    return err({ code: 'tooLong', at: limits.formulaCharacters, limit: limits.formulaCharacters });
  }
  const source = normalizeText(text);
  const tokens: Token[] = [];
  for (let at = start; at < source.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match?.groups?.['blank'] !== undefined) continue;
    if (tokens.length === limits.formulaTokens) return err({ code: 'tooManyTokens', at, limit: limits.formulaTokens });
    const token = match && tokenOf(match.groups ?? {}, at);
    if (!token || (token.kind === 'index' && !followsName(tokens, source, at))) {
      return err({ code: 'forbidden', at, text: foreignText(text, at) });
    }
    tokens.push(token);
  }
  return ok(tokens);
}

/** `undefined` for a number beyond what a double holds. */
function tokenOf(
  { number, name, address, index, sign }: Partial<Record<string, string>>,
  at: number,
): Token | undefined {
  if (number !== undefined) {
    const value = Number(number);
    return Number.isFinite(value) ? { kind: 'number', at, value } : undefined;
  }
  if (name !== undefined) return { kind: 'name', at, text: name };
  if (address !== undefined) return { kind: 'address', at, text: address };
  if (index !== undefined) return { kind: 'index', at, text: index };
  const known = signs.get(sign ?? '');
  return known && { kind: 'sign', at, sign: known };
}

/** An index belongs to the name or index it touches. */
function followsName(tokens: readonly Token[], source: string, at: number): boolean {
  const last = tokens.at(-1);
  return (last?.kind === 'name' || last?.kind === 'index') && source[at - 1] !== ' ';
}

/** The piece that cannot stand: a malformed number as far as it goes, else one character. */
function foreignText(text: string, at: number): string {
  const number = /^[\d.][\d.A-Za-z]*/.exec(text.slice(at, at + 20));
  return number?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
}
