/**
 * Finds the code in what a person pasted: an address, a bare code, or either in the middle of a message. Undoes what chat and mail
 * programs do on the way: percent signs, full-width forms, line breaks, quote marks, invisible characters, punctuation behind.
 */
import { isBase64Url } from './base64url.ts';

/** A text that may begin with a code. */
export interface FoundCode {
  /** Characters of the alphabet from its beginning on; blanks and line breaks between them are left out. */
  readonly characters: string;
  /** How many characters had been read at each blank and at the end: a code ends at one of these places. */
  readonly ends: readonly number[];
  /** The foreign character that broke off a text which goes on behind it. */
  readonly stop?: string;
  /** It stood behind `s=`; otherwise it is only a guess. */
  readonly marked: boolean;
}

/** Zero-width and other characters that are not seen: soft hyphen, joiners, direction marks, variation selectors, byte order mark. */
const invisible = /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2069]|[\ufe00-\ufe0f]|\ufeff/g;
const fullWidth = /[\uff01-\uff5e]/g;
/** What word processors make of a plain hyphen. The long dash is left: it is punctuation behind the link. */
const hyphens = /[\u2010-\u2013\u2212\ufe63]/g;
/** The line breaks of quoted mail (`> `) and of quoted-printable text (`=` at the end). */
const brokenLine = /=?(?:\r\n|[\r\n\u2028\u2029])[ \t]*[>|]*/g;

const marker = /[#?&]s=\s*/gi;
/** Below this a run of letters is a word, not a code. */
const shortestCode = 16;
const mostCandidates = 16;

/** What may be a code, likeliest first. Empty when nothing looks like one. */
export function findCodes(text: string): readonly FoundCode[] {
  const clean = cleanText(text);
  const marked = [...clean.matchAll(marker)]
    .slice(0, mostCandidates)
    .map((match) => readCode(clean, match.index + match[0].length, true));
  if (marked.length > 0) return marked.filter(({ characters, stop }) => characters !== '' || stop !== undefined);
  const runs = [...clean.matchAll(/[A-Za-z0-9_-]{16,}/g)].map(({ index }) => index);
  // The beginning as well: a bare code may be broken into short lines.
  return [...new Set([clean.search(/\S/), ...runs])]
    .slice(0, mostCandidates)
    .map((from) => readCode(clean, Math.max(from, 0), false))
    .filter(({ characters }) => characters.length >= shortestCode);
}

function cleanText(text: string): string {
  return decodePercent(
    text
      .replace(brokenLine, ' ')
      .replace(invisible, '')
      .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
      .replace(hyphens, '-'),
  );
}

/** Of ASCII characters only, twice: an address inside an address is escaped twice. */
function decodePercent(text: string): string {
  const once = (given: string): string =>
    given.replace(/%([2-7][0-9a-f])/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  return once(once(text));
}

const isBlank = (character: string): boolean => /\s/.test(character);

function readCode(text: string, from: number, marked: boolean): FoundCode {
  const runs: string[] = [];
  const ends: number[] = [];
  let length = 0;
  let at = from;
  while (at < text.length) {
    const start = at;
    while (at < text.length && isBase64Url(text.charCodeAt(at))) at += 1;
    runs.push(text.slice(start, at));
    length += at - start;
    ends.push(length);
    if (at === text.length || !isBlank(text.charAt(at))) break;
    while (at < text.length && isBlank(text.charAt(at))) at += 1;
  }
  const goesOn = at < text.length && isBase64Url(text.charCodeAt(at + characterLength(text, at)));
  const stop = goesOn ? text.slice(at, at + characterLength(text, at)) : undefined;
  return { characters: runs.join(''), ends, marked, ...(stop !== undefined && { stop }) };
}

/** UTF-16 units of the character there. */
function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
