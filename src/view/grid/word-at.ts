/** What is being typed at the caret of a formula: a name, or the index behind one. */
import { isFormulaDraft } from './draft.ts';

export interface Word {
  readonly text: string;
  readonly start: number;
}

/** The name being typed just before the caret of a formula; `undefined` inside an index, a number, or between words. */
export function wordAt(text: string, caret: number): Word | undefined {
  if (!isFormulaDraft(text) || /^[\p{L}\p{N}_]/u.test(text.slice(caret))) return undefined;
  const before = text.slice(0, caret);
  const found = /[\p{L}\p{N}\p{M}_]+$/u.exec(before);
  if (!found || !/[\p{L}_]/u.test(found[0]) || isExponent(found[0])) return undefined;
  // After a point it is the rest of a number, inside brackets an index.
  if (/[.．]$|[[［【][^\]］】]*$/u.test(before.slice(0, found.index))) return undefined;
  return { text: found[0], start: found.index };
}

/** The index being typed behind a name: `高新技术企业[-`. */
export interface OpenIndex {
  readonly name: string;
  /** What stands between the bracket and the caret. */
  readonly text: string;
  readonly start: number;
  /** `[增速]` stands before it, or the name is itself a growth. */
  readonly afterGrowth: boolean;
}

/** The open bracket that the caret stands in; `undefined` outside one, or behind a bracket that no name begins. */
export function indexAt(text: string, caret: number): OpenIndex | undefined {
  if (!isFormulaDraft(text)) return undefined;
  const found = openIndex.exec(text.slice(0, caret));
  const [, name, growth, typed = ''] = found ?? [];
  if (name === undefined || isExponent(name)) return undefined;
  return { name, text: typed, start: caret - typed.length, afterGrowth: growth !== undefined };
}

/** A name may begin with a figure (`5G基站`), but not in the middle of a word or of a number. */
export const name = String.raw`(?<![\p{L}\p{N}\p{M}_.．])\p{N}*[\p{L}_][\p{L}\p{N}\p{M}_]*`;
export const growthIndex = String.raw`[[［【](?:growth|增速)[\]］】]`;
const openIndex = new RegExp(String.raw`(${name})(${growthIndex})?\s*[[［【]([^[\]［］【】]*)$`, 'iu');

/** `1e5` is a number. */
export function isExponent(text: string): boolean {
  return /^\d+e\d*$/i.test(text);
}
