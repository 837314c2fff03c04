import { describe, expect, it } from 'vitest';
import { identities as identitiesEn } from '../../../src/i18n/en/identities.ts';
import { targets as targetsEn } from '../../../src/i18n/en/targets.ts';
import { identities as identitiesZh } from '../../../src/i18n/zh/identities.ts';
import { targets as targetsZh } from '../../../src/i18n/zh/targets.ts';

function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return texts(call(value), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`));
}

/** With plausible facts: a number and names, or a list where it takes one. */
function call(message: CallableFunction): unknown {
  for (const facts of [[2021, 'a', 'b', 1, 'c'], [['a', 'b']]]) {
    try {
      return Reflect.apply(message, undefined, facts);
    } catch {
      // The next facts have the kind that it asks for.
    }
  }
  return undefined;
}

describe.each([
  ['targets', targetsZh, targetsEn],
  ['identities', identitiesZh, identitiesEn],
])('the section on %s speaks both languages', (_, zh, en) => {
  it('with the same messages, none empty', () => {
    expect(texts(en).map(([path]) => path)).toEqual(texts(zh).map(([path]) => path));
    expect([...texts(en), ...texts(zh)].filter(([, text]) => text === '')).toEqual([]);
  });

  it('English without Chinese, Chinese with its own punctuation', () => {
    expect(texts(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(texts(zh).filter(([, text]) => /\p{Script=Han}[,;:?!]/u.test(text))).toEqual([]);
  });
});
