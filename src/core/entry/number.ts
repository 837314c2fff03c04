/** Numbers as people type and paste them: `1,234`, `12.5%`, `(5)`, `1.2万`, `146.63亿元`. */
import { err, ok, type Result } from '../model/result.ts';
import { normalizeText } from '../formula/normalize.ts';
import type { EntryContext } from './context.ts';
import type { NumberError } from './number-error.ts';

const bracketed = /^( *)\((.*)\) *$/;
const pattern =
  /^ *(?<sign>[-+]?) *(?<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)?(?:\.(?<fraction>\d*))?(?:[eE](?<exponent>[-+]?\d+))? */;

/**
 * Reads half-width text. The decimal point is moved in the text, so that `10.1%` is the double nearest to 0.101 and not a product's.
 * Thousands stand in threes; a number in brackets is negative, as in a ledger.
 */
export function readNumber(text: string, context: Pick<EntryContext, 'format' | 'unit'>): Result<number, NumberError> {
  const [, indent, inside] = bracketed.exec(text) ?? [];
  const start = inside === undefined ? 0 : (indent?.length ?? 0) + 1;
  const body = inside ?? text;
  const match = pattern.exec(body);
  const { sign = '', whole = '', fraction = '', exponent = '0' } = match?.groups ?? {};
  if (!match || whole + fraction === '' || (inside !== undefined && sign !== '')) {
    return err({ code: 'unreadable', at: start + body.search(/[^ ]|$/) });
  }
  const rest = body.slice(match[0].length).trimEnd();
  const places = placesOf(rest, context);
  if (places === undefined) {
    const at = start + match[0].length;
    return err(
      /^[\p{L}%]/u.test(rest)
        ? { code: 'unit', at, given: rest, unit: context.unit.label }
        : { code: 'unreadable', at },
    );
  }
  const size = Number(`${whole.replaceAll(',', '')}.${fraction}e${Number(exponent) + places}`);
  if (!Number.isFinite(size)) return err({ code: 'tooLarge', at: start });
  const negative = inside !== undefined || sign === '-';
  return ok(negative && size !== 0 ? -size : size);
}

/** How many places the point moves to the right for what follows the number; `undefined` if the cell cannot take it. */
function placesOf(rest: string, { format, unit }: Pick<EntryContext, 'format' | 'unit'>): number | undefined {
  if (format.shift === 2) return /^(?:%|个?百分点|pp)?$/.test(rest) ? -2 : undefined;
  if (rest === '') return 0;
  if (rest === '%') return -2;
  if (rest.toLowerCase() === unit.label.en.toLowerCase()) return 0;
  const given = splitUnit(rest);
  // The label may hold full-width signs, as in 台（套）; the text has been made half-width.
  const own = splitUnit(normalizeText(unit.label.zh));
  return given.base === '' || given.base === own.base ? given.places - own.places : undefined;
}

const scales: ReadonlyMap<string, number> = new Map([
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['百亿', 10],
  ['千亿', 11],
  ['万亿', 12],
]);

/** `亿元` is eight places of `元`. `人` is no places of `人`. */
function splitUnit(unit: string): { readonly places: number; readonly base: string } {
  const scale = /^(?:万亿|[百千]?[万亿]|[百千])/.exec(unit)?.[0] ?? '';
  return { places: scales.get(scale) ?? 0, base: unit.slice(scale.length).trim() };
}
