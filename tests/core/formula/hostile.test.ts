import { afterAll, describe, expect, it } from 'vitest';
import { parseCanonical, parseFormula } from '../../../src/core/formula/parse.ts';
import { printFormula } from '../../../src/core/formula/print.ts';
import { createRandom } from './random.ts';
import { names, typedInto } from './fixture.ts';

const here = typedInto('hightech_firms', '2023');

/** Everything mathjs could be made to run, what hangs or overflows parsers, and what looks like something else. */
const hostile: readonly string[] = [
  // Depth and length.
  ...[34, 89, 200, 500, 1000, 5000].flatMap((count) => [
    '5%('.repeat(count) + '1' + ')'.repeat(count),
    '5%('.repeat(count),
    '('.repeat(count) + '1' + ')'.repeat(count),
    '('.repeat(count),
    '['.repeat(count),
    '{'.repeat(count),
    '1' + '%'.repeat(count),
    '-'.repeat(count) + '1',
    'SUM('.repeat(count) + '1' + ')'.repeat(count),
    'IF(1,'.repeat(count) + '1' + ')'.repeat(count),
    '2' + '^2'.repeat(count),
    '2' + '^-2'.repeat(count),
    'NOT '.repeat(count) + '1',
    '1?'.repeat(count) + '1' + ':1'.repeat(count),
  ]),
  ...[1_000_000].flatMap((count) => [
    '1'.repeat(count),
    'a'.repeat(count),
    ' '.repeat(count),
    '('.repeat(count),
    '=1+'.repeat(count),
    '\u0301'.repeat(count),
  ]),
  '1+'.repeat(1000) + '1',
  '"'.repeat(2000),
  // Prototypes.
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'isPrototypeOf',
    '__defineGetter__',
  ].flatMap((name) => [
    name,
    `${name}()`,
    `${name}(1)`,
    `gdp.${name}`,
    `gdp[${name}]`,
    `gdp["${name}"]`,
    `SUM.${name}`,
  ]),
  'constructor.constructor("return 1")()',
  'f.constructor("alert(1)")()',
  '(1).constructor',
  // What mathjs can run.
  'parse("1")',
  'parse("1").map(1)',
  'evaluate("1")',
  'eval("1")',
  'compile("1")',
  'parser()',
  'parser().evaluate("1")',
  'import({a:1})',
  'import("x")',
  'createUnit("foo")',
  'config({})',
  'config(',
  'config({number:"BigNumber"})',
  'typed("f",1)',
  'chain(1)',
  'help(1)',
  'simplify("1")',
  'derivative("x^2","x")',
  'rationalize("x")',
  'resolve("x")',
  'reviver()',
  'replacer()',
  'format(1,100000)',
  'print("$a",1)',
  'bignumber(1)',
  'fraction(1)',
  'unit("5 cm")',
  'sparse()',
  'zeros(1e9)',
  'ones(10000,10000)',
  'range(0,1e9)',
  'factorial(170)',
  'gamma(1)',
  'combinations(1e9,1e8)',
  'random()',
  'pickRandom(1)',
  'map(1,2)',
  'forEach(1,2)',
  'filter(1,2)',
  'sort(1,2)',
  'matrix(1)',
  'distribution("normal")',
  'window',
  'globalThis',
  'process',
  'require("fs")',
  'alert(1)',
  'fetch(1)',
  'Function(1)',
  'this',
  'undefined',
  'null',
  'NaN',
  'Infinity',
  'pi',
  'e',
  'i',
  'tau',
  'LN2',
  'version',
  // Statements and structures.
  'f(x)=x',
  'a=5',
  'a:=5',
  'gdp[1]:=5',
  'a=b=c',
  '1;2',
  '1\n2',
  '1\r\n2',
  '1\t+2',
  '1\u2028+2',
  '{}',
  '{a:1}',
  '[]',
  '[1,2]',
  '[1;2]',
  '[gdp]',
  '[[1]]',
  'gdp[1,2]',
  'gdp[1:2]',
  'gdp[gdp]',
  'gdp[[1]]',
  'gdp[1.5]',
  'gdp[1e3]',
  'gdp[-2020]',
  'gdp[]',
  'gdp[',
  'gdp]',
  'gdp.a',
  'gdp.2020',
  '.a',
  '?.a',
  '1?2:3',
  '1:2',
  '1:2:3',
  ':',
  'gdp:tech_firms:rd_spend',
  '"text"',
  "'text'",
  '`text`',
  '"${1}"',
  '"a" & "b"',
  '1&2',
  '1|2',
  '~1',
  '1!',
  '5!',
  "gdp'",
  '1<<2',
  '1>>>2',
  '1 to 2',
  '1 mod 2',
  '1 and 2',
  'not 1',
  '1 xor 2',
  '1..2',
  '1.2.3',
  '..1',
  '1e309',
  '1e',
  '1e+',
  '1e999999999',
  '9'.repeat(400),
  '0x1F',
  '0b11',
  '0o17',
  '1_000',
  '1n',
  '2 3',
  '2gdp',
  '2 gdp',
  'gdp gdp',
  'gdp(2)',
  '(1)(2)',
  '5 cm',
  '5cm',
  '1<2<3',
  '1=1=1',
  '@1',
  '#REF!',
  '#N/A',
  '$',
  '$$E$5',
  'E$$5',
  'A0',
  'Sheet1!A1',
  "'Sheet 1'!A1",
  'A1:B',
  '//',
  '/*x*/1',
  '1//2',
  '1#2',
  '\\',
  '\0',
  '\u0000',
  '<script>',
  '</script>',
  'javascript:1',
  '=cmd|"/c calc"!A1',
  '=HYPERLINK("http://a")',
  '=WEBSERVICE("http://a")',
  '=INDIRECT("A1")',
  '=LET(x,1,x)',
  '=LAMBDA(x,x)(1)',
  '=IMPORTRANGE("a","b")',
  '==1',
  '=',
  '',
  ' ',
  // Look-alikes.
  'hightеch_firms',
  'gdр',
  'ѕum(1)',
  '１＋Ѕ',
  '𝟏+𝟐',
  '１．．２',
  'x\u200by',
  '高新技术企业\u202e',
  '‮1+2',
  '٣+٤',
  '²',
  '½',
  'Ⅳ',
  '∞',
  '√4',
  'π',
  '∑(1)',
  '1⁄2',
  '1∕2',
  '1∗2',
  'a\u0301\u0301\u0301',
  '\ud800',
  '\udc00x',
  '😀',
];

/** The middle one of three. */
function medianMilliseconds(work: () => void): number {
  const times = [0, 1, 2].map(() => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return times.sort((a, b) => a - b)[1] ?? Infinity;
}

const shown = (text: string): string => JSON.stringify(text.slice(0, 40));

describe('[F13] hostile text is answered with an error, and at once', () => {
  parseFormula('SUM(prev,1)*2', here);

  it('tries many kinds', () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(150);
    console.log(`hostile formulas: ${new Set(hostile).size}`);
  });

  it.each([...new Set(hostile)].map((text) => [shown(text), text]))('%s', (_, text) => {
    expect(parseFormula(text, here).ok).toBe(false);
    expect(parseCanonical(text, names).ok).toBe(false);
    expect(medianMilliseconds(() => parseFormula(text, here))).toBeLessThan(50);
  });
});

const pieces: readonly string[] = [
  ...'0123456789.eE+-*/^%(),:=<>[]{};"\'`&|!?~#$@_ \n\t％（）－＝，：【】'.split(''),
  ...[
    '1',
    '2.5',
    'gdp',
    '高新技术企业',
    '研发经费',
    '[-1]',
    '[2020]',
    '[growth]',
    'prev',
    'base',
    'growth',
    'year',
    'G3',
    '$E$4',
    'SUM(',
    'IF(',
    'mean(',
    ')',
    ',',
    'constructor',
    '__proto__',
    '.map(',
    '<>',
    '<=',
    'TRUE',
    '\u0301',
    '😀',
  ],
];

describe('[F13] any text gives an error or a tree that prints and reads back', () => {
  const seed = Number(process.env['SEED'] ?? 20_201_231);
  const runs = 100_000;

  it(`${runs} random formulas, seed ${seed}`, { timeout: 60_000 }, () => {
    const random = createRandom(seed);
    let trees = 0;
    for (let run = 0; run < runs; run++) {
      const length = 1 + random.below(14);
      const text = Array.from({ length }, () => random.pick(pieces)).join('');
      const parsed = parseFormula(text, here);
      if (!parsed.ok) {
        const { at } = parsed.error;
        if (!(at >= 0 && at <= text.length))
          throw new Error(`Place ${at} is outside ${JSON.stringify(text)}, seed ${seed}`);
        continue;
      }
      trees += 1;
      const printed = printFormula(parsed.value, { names: 'shortName' }, names);
      const again = parseFormula(printed, here);
      if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(parsed.value)) {
        throw new Error(`${JSON.stringify(text)} printed as ${printed} does not read back, seed ${seed}`);
      }
    }
    console.log(`random formulas: ${runs}, trees: ${trees}, seed: ${seed}`);
    expect(trees).toBeGreaterThan(runs / 100);
  });
});

afterAll(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
