import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { limits } from '../../../src/core/model/limits.ts';
import type { InputDocument } from '../../../src/core/scenario/document.ts';
import { fromBase64Url, toBase64Url } from '../../../src/io/share/base64url.ts';
import { ByteWriter } from '../../../src/io/share/bytes.ts';
import { inflate } from '../../../src/io/share/deflate.ts';
import { encodeShare } from '../../../src/io/share/encode-link.ts';
import { currentFormat, packings } from '../../../src/io/share/formats.ts';
import { writeFrame } from '../../../src/io/share/frame.ts';
import type { LinkContents } from '../../../src/io/share/link-contents.ts';
import { packContents } from '../../../src/io/share/pack.ts';
import { decode, encode, key, patch, scenario, timed, typedRate, valueOf, withGrowth, workbook } from './support.ts';

const plan = scenario('方案', withGrowth(workbook.dataset.rows.slice(0, 40), typedRate));
const code = await encode(plan);
const middle = Math.floor(code.length / 2);

afterAll(() => expect(Object.keys(Object.prototype)).toEqual([]));

async function failure(text: string): Promise<unknown> {
  const { decoded, time } = await timed(text);
  expect(time).toBeLessThanOrEqual(250);
  return decoded.ok ? 'opened' : decoded.error;
}

const replaced = (at: number, by: string): string => code.slice(0, at) + by + code.slice(at + 1);
const other = (character: string): string => (character === 'k' ? 'K' : 'k');

describe('[L5] a broken link says what is broken', () => {
  it.each([
    ['nothing', '', 'notALink'],
    ['a word', 'hello', 'notALink'],
    ['a long word', 'Donaudampfschifffahrtsgesellschaft', 'notALink'],
    ['Chinese', '请看附件里的方案', 'notALink'],
    ['another address', 'https://plan.example/a/very/long-path-with-many-words/index.html', 'notALink'],
    ['an empty code', 'https://plan.example/#s=', 'notALink'],
    ['half a code', `#s=${code.slice(0, middle)}`, 'truncated'],
    ['all but the last character', `#s=${code.slice(0, -1)}`, 'truncated'],
    ['the first characters', `#s=${code.slice(0, 5)}`, 'truncated'],
    ['half a bare code', code.slice(0, middle), 'truncated'],
    ['a code that a chat program cut', `#s=${code.slice(0, middle)}…`, 'truncated'],
    ['one character changed', `#s=${replaced(middle, other(code.charAt(middle)))}`, 'damaged'],
    ['the last character changed', `#s=${code.slice(0, -1)}${other(code.at(-1) ?? '')}`, 'damaged'],
    ['two neighbours swapped', `#s=${swapped(middle)}`, 'damaged'],
    ['all in capitals', `#s=${code.toUpperCase()}`, 'damaged'],
    ['one character more', `#s=${code}k`, 'damaged'],
    ['one character more inside', `#s=${code.slice(0, middle)}k${code.slice(middle)}`, 'damaged'],
    ['a look-alike of another alphabet', `#s=${replaced(middle, 'а')}`, 'alphabet'],
    ['a star', `#s=${replaced(middle, '*')}`, 'alphabet'],
    ['an emoji', `#s=${replaced(middle, '😀')}`, 'alphabet'],
  ])('%s', async (_what, text, expected) => {
    expect(await failure(text)).toMatchObject({ code: expected });
  });

  it('with its place, and how much is missing', async () => {
    expect(await failure(`#s=${replaced(middle, '😀')}`)).toEqual({ code: 'alphabet', character: '😀', at: middle });
    expect(await failure(`#s=${code.slice(0, middle)}`)).toEqual({
      code: 'truncated',
      given: middle,
      needed: code.length,
    });
  });

  function swapped(from: number): string {
    let at = from;
    while (code[at] === code[at + 1]) at += 1;
    return code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
  }
});

describe('[L7] a link of a newer version', () => {
  it('says so, whatever is inside', async () => {
    expect(await failure(`#s=${writeFrame(currentFormat + 1, Uint8Array.of(1, 2, 3, 4, 5))}`)).toEqual({
      code: 'newer',
      version: currentFormat + 1,
      intact: true,
    });
    expect(await failure(writeFrame(200, new Uint8Array(50)))).toEqual({ code: 'newer', version: 200, intact: true });
  });

  it('or perhaps, where the checksum fails too', async () => {
    const bytes = fromBase64Url(code) ?? new Uint8Array(0);
    bytes[0] = currentFormat + 1;
    expect(await failure(`#s=${toBase64Url(bytes)}`)).toEqual({
      code: 'newer',
      version: currentFormat + 1,
      intact: false,
    });
    bytes[0] = 201;
    expect(await failure(`#s=${toBase64Url(bytes)}`)).toEqual({ code: 'damaged' });
    bytes[0] = 0;
    expect(await failure(`#s=${toBase64Url(bytes)}`)).toEqual({ code: 'damaged' });
  });
});

/** So many megabytes of zeros: one compressed megabyte, flushed to a byte border, again and again. */
function bomb(megabytes: number): Uint8Array<ArrayBuffer> {
  const one = deflateRawSync(new Uint8Array(1 << 20), { finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync(new Uint8Array(0));
  return new Uint8Array(Buffer.concat([...Array.from({ length: megabytes }, () => one), last]));
}

function deflated(announced: number, data: Uint8Array): string {
  const payload = new ByteWriter();
  payload.byte(packings.deflated);
  payload.count(announced);
  payload.append(data);
  return writeFrame(currentFormat, payload.toBytes());
}

describe('[L6] a link that is too large is refused in time', () => {
  it.each([10, 100, 500])('a bomb of %i MB', async (megabytes) => {
    const data = bomb(megabytes);
    const before = process.memoryUsage().arrayBuffers;
    const started = performance.now();
    expect(await inflate(data, limits.expandedLinkBytes)).toEqual({ ok: false, error: 'tooLarge' });
    expect(performance.now() - started).toBeLessThan(250);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
    const text = deflated(limits.expandedLinkBytes, data);
    expect(await failure(`#s=${text}`)).toMatchObject({
      code: 'tooLarge',
      part: text.length > limits.linkCharacters ? 'link' : 'expanded',
    });
    expect(await failure(deflated(megabytes << 20, bomb(2)))).toMatchObject({
      code: 'tooLarge',
      part: 'expanded',
      given: megabytes << 20,
    });
  });

  it('also when it announces less than it holds, or more', async () => {
    expect(await failure(deflated(1000, bomb(10)))).toMatchObject({ code: 'tooLarge', part: 'expanded', limit: 1000 });
    expect(await failure(deflated(1000, deflateRawSync(new Uint8Array(999))))).toEqual({
      code: 'shape',
      at: 'packing',
    });
    expect(await failure(deflated(1000, new Uint8Array(300).fill(0xff)))).toEqual({ code: 'shape', at: 'packing' });
    expect(await failure(deflated(1000, deflateRawSync(new Uint8Array(1000)).subarray(0, -2)))).toEqual({
      code: 'shape',
      at: 'packing',
    });
  });

  it.each([
    ['a code', `#s=${'A'.repeat(limits.linkCharacters + 1)}`],
    ['a long code', `#s=AQ${'k'.repeat(200_000)}`],
    ['a text', 'x'.repeat(20_000_000)],
    ['a code in blanks', `#s=${'AQkk kkkk '.repeat(10_000)}`],
  ])('%s', async (_what, text) => {
    expect(await failure(text)).toMatchObject({ code: 'tooLarge', part: 'link' });
  });

  it('none is made', async () => {
    const noise = (index: number): number => Math.sin(index + 1) * 1e6;
    const rows = workbook.dataset.rows.slice(0, 90);
    const cells = Array.from({ length: 60 }, (_, year) =>
      rows.map(({ indicator }, row) => [`${indicator.id}@${2020 + year}`, noise(row * 60 + year)] as const),
    );
    const made = await encodeShare([scenario('x', patch(Object.fromEntries(cells.flat())))], workbook);
    expect(made).toMatchObject({ ok: false, error: { code: 'tooLarge', part: 'link', limit: limits.linkCharacters } });
    const texts = Array.from(
      { length: 300 },
      (_, row) =>
        [
          key(`r${'x'.repeat(100)}${row}@2021`),
          { kind: 'text' as const, text: `${'x'.repeat(5000)}${'y'.repeat(row)}` },
        ] as const,
    );
    expect(await encodeShare([scenario('x', new Map(texts))], workbook)).toMatchObject({
      ok: false,
      error: { code: 'tooLarge', part: 'expanded' },
    });
  });
});

describe('[L9] what a link says is checked', () => {
  const contents: LinkContents = {
    dataset: { id: workbook.dataset.id, version: workbook.dataset.version },
    baseYear: 2020,
    projected: 5,
    documents: [],
    figures: new Map(),
  };
  const crafted = (
    cells: readonly (readonly [string, InputDocument])[],
    head: Partial<LinkContents> = {},
    name = 'x',
  ): string => {
    const document = { name, note: '', author: '', modified: '', cells };
    const payload = new ByteWriter();
    payload.byte(packings.plain);
    payload.append(packContents({ ...contents, documents: [document], ...head }));
    return writeFrame(currentFormat, payload.toBytes());
  };
  const squeezed = (cells: readonly (readonly [string, InputDocument])[], head: Partial<LinkContents> = {}): string => {
    const packed = packContents({
      ...contents,
      documents: [{ name: '', note: '', author: '', modified: '', cells }],
      ...head,
    });
    return deflated(packed.length, deflateRawSync(packed));
  };

  it.each([
    ['a key of the prototype', crafted([['__proto__@2021', 1]]), { code: 'shape' }],
    ['a constructor', crafted([['constructor@prototype', 1]]), { code: 'shape' }],
    [
      'markup for an id',
      crafted([['<img src=x onerror=alert(1)>@2021', 1]]),
      { code: 'shape', at: 'scenarios[0].cells[0]' },
    ],
    ['a year that is none', crafted([['gdp@99999', 1]]), { code: 'shape' }],
    [
      'a long name',
      crafted([], {}, 'x'.repeat(121)),
      { code: 'limit', at: 'scenarios[0].name', limit: 120, given: 121 },
    ],
    ['a long formula', squeezed([['gdp@2021', `=${'1+'.repeat(6000)}1`]]), { code: 'limit' }],
    ['too many years', crafted([], { projected: 1000 }), { code: 'limit', at: 'years', limit: 60, given: 1000 }],
    ['a base year beyond all', crafted([['gdp@1000000000000001', 1]], { baseYear: 1e15 }), { code: 'shape' }],
    [
      'the same cell twice',
      crafted([
        ['gdp@2021', 1],
        ['gdp@02021', 1],
      ]),
      { code: 'shape' },
    ],
  ])('%s', async (_what, text, expected) => {
    expect(await failure(text)).toMatchObject(expected);
  });

  it('markup and foreign letters in names and formulas stay text', async () => {
    const hostile = '=<img src=x onerror=alert(1)>';
    const opened = valueOf(await decode(crafted([['gdp@2021', hostile]], {}, '<script>alert(1)</script>')));
    expect(opened.scenarios[0]?.name).toBe('<script>alert(1)</script>');
    expect(opened.scenarios[0]?.patch.get(key('gdp@2021'))).toEqual({ kind: 'formula', source: hostile.slice(1) });
  });

  it('10,000 cells open in time; more rows than the limit do not', async () => {
    const cells = (rows: number, years: number): readonly (readonly [string, InputDocument])[] =>
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: years }, (__, year) => [`r${row}@${2021 + year}`, '=prev*(1+growth)'] as const),
      ).flat();
    const opened = valueOf(await decode(squeezed(cells(2000, 5))));
    expect(opened.leftOut.length).toBe(2000);
    expect(await failure(squeezed(cells(5000, 5)))).toMatchObject({
      code: 'limit',
      limit: limits.changedCells,
      given: 25_000,
    });
    expect(await failure(squeezed(cells(2000, 60), { projected: 60 }))).toMatchObject({ code: 'limit' });
  });

  it('much text from few bytes does not fill the memory', async () => {
    const long = `=${'prev+growth+'.repeat(800)}prev`;
    const cells = Array.from({ length: 3000 }, (_, index) => [`r${index}@2021`, long] as const);
    expect(await failure(squeezed(cells))).toMatchObject({ code: 'limit', at: 'texts' });
  });

  it('any bytes at all under a right checksum, 20,000 times (seed 3)', { timeout: 60_000 }, async () => {
    const whole = packContents({
      ...contents,
      documents: [
        {
          name: '方案',
          note: '',
          author: '',
          modified: '',
          cells: [
            ['gdp@2021', 1],
            ['gdp@growth', '=prev*1.08'],
            ['x@2021', "'a"],
          ],
        },
      ],
    });
    let state = 3;
    const roll = (sides: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * sides);
    };
    for (let round = 0; round < 20_000; round += 1) {
      const bytes = Uint8Array.from(
        round % 2 === 0 ? whole : { length: roll(60) },
        (byte: number | undefined) => byte ?? roll(256),
      );
      for (let change = roll(4) + 1; change > 0 && bytes.length > 0; change -= 1) bytes[roll(bytes.length)] = roll(256);
      await failure(writeFrame(currentFormat, Uint8Array.of(packings.plain, ...bytes)));
    }
  });
});
