/**
 * JSON from a file of unknown origin. A linear look over the text finds where it is broken and how deep it goes before anything is
 * built: what is nested too deep could be parsed but never saved.
 */
import { err, ok, type Result } from '../../core/model/result.ts';

export type JsonError =
  /** Line and column from 1, of the first character that cannot stand. */
  | { readonly code: 'syntax'; readonly line: number; readonly column: number }
  | { readonly code: 'tooDeep'; readonly line: number; readonly column: number; readonly limit: number };

/** Blanks, then a sign, the beginning of a string, or another value. */
const token = /[ \t\r\n]*(?:([{}[\],:"])|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What may come next. */
type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

export function parseJson(text: string, depth: number): Result<unknown, JsonError> {
  const fault = findFault(text, depth);
  if (fault) return err({ ...fault.error, ...position(text, fault.at) });
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ code: 'syntax', ...position(text, text.length) });
  }
}

type Fault = {
  readonly at: number;
  readonly error: { readonly code: 'syntax' } | { readonly code: 'tooDeep'; readonly limit: number };
};

function findFault(text: string, limit: number): Fault | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    const start = skipBlanks(text, at);
    if (!match)
      return start === text.length && expected === 'nothing' ? undefined : { at: start, error: { code: 'syntax' } };
    const after = follow(match[1] ?? 'value', expected, open);
    if (after === undefined) return { at: start, error: { code: 'syntax' } };
    if (open.length > limit) return { at: start, error: { code: 'tooDeep', limit } };
    expected = after;
    at = token.lastIndex;
    if (match[1] === '"') {
      at = endOfString(text, at);
      if (text.charAt(at - 1) !== '"') return { at: at - 1, error: { code: 'syntax' } };
    }
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1;
  return at;
}

/** Behind the closing quote; or behind the first character that cannot stand in a string, which is none. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22 || unit < 0x20) return at + 1;
    if (unit !== 0x5c) continue;
    escape.lastIndex = at;
    if (!escape.test(text)) return at + 1;
    at = escape.lastIndex - 1;
  }
  return text.length + 1;
}

/** What may follow the token; `undefined` where the token itself may not stand. */
function follow(kind: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  const wantsValue = expected === 'value' || expected === 'valueOrEnd';
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'commaOrEnd');
  switch (kind) {
    case '{':
    case '[':
      if (!wantsValue) return undefined;
      open.push(kind);
      return kind === '{' ? 'keyOrEnd' : 'valueOrEnd';
    case '}':
      if (open.at(-1) !== '{' || (expected !== 'commaOrEnd' && expected !== 'keyOrEnd')) return undefined;
      open.pop();
      return afterValue();
    case ']':
      if (open.at(-1) !== '[' || (expected !== 'commaOrEnd' && expected !== 'valueOrEnd')) return undefined;
      open.pop();
      return afterValue();
    case ',':
      if (expected !== 'commaOrEnd') return undefined;
      return open.at(-1) === '{' ? 'key' : 'value';
    case ':':
      return expected === 'colon' ? 'value' : undefined;
    case '"':
      if (expected === 'key' || expected === 'keyOrEnd') return 'colon';
      return wantsValue ? afterValue() : undefined;
    default:
      return wantsValue ? afterValue() : undefined;
  }
}

function position(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const line = before.split(/\r\n|[\r\n]/);
  return { line: line.length, column: (line.at(-1)?.length ?? 0) + 1 };
}
