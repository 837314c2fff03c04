import { describe, expect, it } from 'vitest';
import { comparison as en } from '../../../src/i18n/en/comparison.ts';
import { comparison as zh } from '../../../src/i18n/zh/comparison.ts';

function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return texts(call(value), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`));
}

/** With plausible facts: numbers or names, or a list where it takes one. */
function call(message: CallableFunction): unknown {
  for (const facts of [[2021, 2, ['a', 'b']], [['a', 'b']], ['a', 'b', 'c']]) {
    try {
      return Reflect.apply(message, undefined, facts);
    } catch {
      // The next facts have the kind that it asks for.
    }
  }
  return undefined;
}

describe('[C17] the board speaks both languages', () => {
  it('with the same messages, none empty', () => {
    expect(texts(en).map(([path]) => path)).toEqual(texts(zh).map(([path]) => path));
    expect([...texts(en), ...texts(zh)].filter(([, text]) => text === '')).toEqual([]);
  });

  it('English without Chinese, Chinese with its own punctuation', () => {
    expect(texts(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(texts(zh).filter(([, text]) => /\p{Script=Han}[,;:?!]/u.test(text))).toEqual([]);
  });
});
