import { describe, expect, it } from 'vitest';
import { admit } from '../../../src/core/formula/allow-list.ts';
import { findFunction } from '../../../src/core/formula/functions.ts';
import { parseSyntax } from '../../../src/core/formula/mathjs-parser.ts';
import type { Rewritten } from '../../../src/core/formula/rewrite.ts';

const sum = findFunction('SUM');
if (!sum) throw new Error('SUM is a function');

/** As if the scan had let the text through. */
function admitted(text: string): unknown {
  const root = parseSyntax(text);
  const rewritten: Rewritten = {
    text,
    operands: [{ value: { kind: 'number', value: 7 }, at: 0 }],
    calls: [{ value: sum as NonNullable<typeof sum>, at: 0 }],
  };
  return root && admit(root, rewritten).ok;
}

describe('[F13] the allow-list alone stops what mathjs can parse', () => {
  it.each([
    'r1',
    'r00x',
    'r',
    'x',
    'f1(r0)',
    'f0',
    'r0=1',
    'f(x)=x',
    'r0;r0',
    '[r0]',
    '{a:r0}',
    'r0.constructor',
    'r0[1]',
    'r0["constructor"]',
    '"text"',
    '1',
    'true',
    'r0 ? r0 : r0',
    'r0:r0',
    'r0 < r0 < r0',
    'r0 r0',
    '2 r0',
    'r0!',
    "r0'",
    'r0%',
    'r0 % r0',
    'r0 mod r0',
    'r0 and r0',
    'not r0',
    'r0 | r0',
    '~r0',
    'r0 << r0',
    'r0 .* r0',
    'r0 to r0',
    'percent(r0,r0)',
    'percent()',
    'evaluate("1")',
    'parse("1")',
    'import(r0)',
    'f0.constructor(r0)',
    'f0(r0)(r0)',
    'constructor',
    '__proto__',
    'toString()',
  ])('%s', (text) => {
    expect(admitted(text)).not.toBe(true);
  });

  it.each(['r0', '(r0)', '-r0+r0*r0/r0^r0', 'percent(r0)', 'f0(r0,r0)', 'r0 == r0', 'r0 != r0', 'r0 <= r0'])(
    '%s is ours',
    (text) => {
      expect(admitted(text)).toBe(true);
    },
  );
});
