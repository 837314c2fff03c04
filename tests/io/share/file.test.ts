import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/core/model/limits.ts';
import { decodeBackup, encodeBackup, planRestoration } from '../../../src/io/share/backup.ts';
import { decodeFile, encodeFile } from '../../../src/io/share/file.ts';
import { parseJson } from '../../../src/io/share/json.ts';
import { textChecksum } from '../../../src/io/checksum.ts';
import {
  encode,
  patch,
  scenario,
  scenarioId,
  traveller,
  travellers,
  typedRate,
  valueOf,
  withGrowth,
  workbook,
} from './support.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plans = [
  scenario('保守', withGrowth(workbook.dataset.rows.slice(0, 20), typedRate), { note: '两行\n备注', author: '规划处' }),
  scenario('进取', patch({ 'gdp@2022': 0.1 + 0.2, 'gdp@2023': null, 'gdp@held': "'2022", 'nobody@2021': 1 }), {
    id: scenarioId('other'),
  }),
];
const savedAt = '2021-07-03T08:00:00.000Z';
const file = encodeFile(plans, workbook, savedAt);

/** The file with another body under a right checksum. */
function crafted(change: (body: Record<string, unknown>) => unknown): Uint8Array {
  const envelope = JSON.parse(file) as { body: Record<string, unknown> };
  const body = change(envelope.body) ?? envelope.body;
  const crc = textChecksum(JSON.stringify(body)).toString(16).padStart(8, '0');
  return bytes(JSON.stringify({ ...envelope, crc, body }));
}

describe('[L14] a file of scenarios', () => {
  it('gives every value back to the last bit', async () => {
    const shared = valueOf(await decodeFile(bytes(file), workbook));
    expect(shared.savedAt).toBe(savedAt);
    expect(shared.leftOut).toEqual([{ scenario: 1, indicator: 'nobody', cells: 1 }]);
    const fitting = plans.map((plan) => ({
      ...plan,
      patch: new Map([...plan.patch].filter(([cell]) => !cell.startsWith('nobody'))),
    }));
    expect(shared.scenarios.map(traveller)).toEqual(fitting.map(traveller));
    expect(shared.scenarios.map(({ id, created }) => [id, created])).toEqual(
      plans.map(({ id, created }) => [id, created]),
    );
  });

  it.each([
    ['a byte order mark', bytes(`\ufeff${file}`)],
    ['other blanks', bytes(JSON.stringify(JSON.parse(file)))],
    ['other line ends', bytes(file.replaceAll('\n', '\r\n'))],
    ['UTF-16', new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file, 'utf16le')]))],
    [
      'UTF-16 the other way round',
      new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file, 'utf16le')]).swap16()),
    ],
  ])('survives %s', async (_what, given) => {
    expect(valueOf(await decodeFile(given, workbook)).scenarios.length).toBe(2);
  });

  it('may be a text with a link', async () => {
    const text = `方案：\r\nhttps://plan.example/#s=${await encode(plans[0] ?? scenario('x'))}\r\n`;
    expect(travellers(await decodeFile(bytes(text), workbook))).toEqual(plans.slice(0, 1).map(traveller));
  });

  it('cut at any byte is refused, with a place where it is no JSON', async () => {
    const short = bytes(encodeFile([scenario('x', patch({ 'gdp@2022': 1 }))], workbook, savedAt).trimEnd());
    for (let end = 0; end < short.length; end += 1) {
      const decoded = await decodeFile(short.slice(0, end), workbook);
      expect(decoded).toMatchObject({ ok: false });
      const expected = end === 0 ? ['notALink'] : ['syntax', 'encoding'];
      expect(expected).toContain(decoded.ok ? '' : decoded.error.code);
    }
  });

  it.each([
    ['another digit', bytes(file.replace('0.30000000000000004', '0.30000000000000001')), { code: 'damaged' }],
    ['another name', bytes(file.replace('保守', '保证')), { code: 'damaged' }],
    ['no checksum', bytes(file.replace('"crc"', '"crd"')), { code: 'damaged' }],
    ['another program’s JSON', bytes('{"cells":[]}'), { code: 'shape', at: 'format' }],
    ['a list', bytes('[1,2]'), { code: 'shape', at: 'format' }],
    [
      'a newer version',
      bytes(file.replace('"version": 1', '"version": 2')),
      { code: 'newer', version: 2, intact: true },
    ],
    ['no version', bytes(file.replace('"version": 1', '"version": "1"')), { code: 'shape', at: 'version' }],
    ['GBK', Uint8Array.from([0x7b, 0x22, 0xb7, 0xbd, 0xb0, 0xb8, 0x22]), { code: 'encoding' }],
    [
      'too many bytes',
      new Uint8Array(limits.importBytes + 1),
      { code: 'tooLarge', part: 'file', limit: limits.importBytes, given: limits.importBytes + 1 },
    ],
    [
      'too deep',
      bytes(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      { code: 'tooDeep', line: 1, column: 13, limit: 12 },
    ],
    ['a comma too many', bytes('{\n "format": "yuce-scenarios",,\n}'), { code: 'syntax', line: 2, column: 29 }],
  ])('%s', async (_what, given, expected) => {
    expect(await decodeFile(given, workbook)).toEqual({ ok: false, error: expected });
  });

  it.each([
    ['no dataset', ({ dataset: _, ...body }) => body, 'dataset'],
    ['scenarios that are no list', (body) => ({ ...body, scenarios: {} }), 'scenarios'],
    ['a scenario that is a number', (body) => ({ ...body, scenarios: [1] }), 'scenarios[0]'],
    [
      'a cell that is an object',
      (body) => ({ ...body, scenarios: [{ ...first(body), cells: [['gdp@2021', {}]] }] }),
      'scenarios[0].cells[0][1]',
    ],
    ['figures that are texts', (body) => ({ ...body, figures: [['gdp', '1']] }), 'figures'],
    ['a time that is a number', (body) => ({ ...body, savedAt: 5 }), 'savedAt'],
    ['a body that is text', () => 'x', 'dataset'],
  ] satisfies readonly (readonly [string, (body: Record<string, unknown>) => unknown, string])[])(
    '%s',
    async (_what, change, at) => {
      expect(await decodeFile(crafted(change), workbook)).toEqual({ ok: false, error: { code: 'shape', at } });
    },
  );

  it('a key of the prototype does nothing', async () => {
    const text = file.replace('"note": ""', '"__proto__": {"polluted": 1}, "note": ""');
    expect(text).not.toBe(file);
    expect(await decodeFile(bytes(text), workbook)).toEqual({ ok: false, error: { code: 'damaged' } });
    const body = (JSON.parse(text) as { body: unknown }).body;
    const shared = valueOf(
      await decodeFile(
        crafted(() => body),
        workbook,
      ),
    );
    expect(shared.scenarios.length).toBe(2);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(shared.scenarios.map((one) => Reflect.get(one, 'polluted') as unknown)).toEqual([undefined, undefined]);
  });

  function first(body: Record<string, unknown>): object {
    return (body['scenarios'] as readonly object[])[0] ?? {};
  }
});

describe('[L14] the look over JSON agrees with the parser', () => {
  it.each([
    '1',
    ' null ',
    '"a"',
    '"\\u00e9\\n"',
    '{}',
    '[]',
    '{"a":[1,{"b":-0.5e+3}]}',
    '\t[ ]\r\n',
    '""',
    '',
    ' ',
    '{',
    '}',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '[1 2]',
    '01',
    '1.',
    '.5',
    '+1',
    '-',
    'NaN',
    'tru',
    '"a',
    '"\n"',
    '"\\x"',
    '"\\u12"',
    '{"a"}',
    '{"a":}',
    '{:1}',
    '[,1]',
    ']',
    '[}',
    '{]',
    '1 1',
    '{"a":1 "b":2}',
    '[1],',
    '"a"b',
    '\u00a0[]',
    '//x\n1',
    'undefined',
    '{1:2}',
    '[1:2]',
  ])('%j', (text) => {
    let expected: unknown;
    try {
      expected = { ok: true, value: JSON.parse(text) as unknown };
    } catch {
      expected = { ok: false, code: 'syntax' };
    }
    const parsed = parseJson(text, 12);
    expect(parsed.ok ? parsed : { ok: false, code: parsed.error.code }).toEqual(expected);
  });

  it('a string of ten million characters', () => {
    expect(parseJson(`"${'a'.repeat(10_000_000)}"`, 12).ok).toBe(true);
  });
});

describe('[L15] a backup', () => {
  const backup = encodeBackup(plans, workbook, savedAt);
  const ids = () => {
    let made = 0;
    return () => scenarioId(`new-${(made += 1)}`);
  };

  it('keeps everything, also changes of rows that are not here', () => {
    const opened = valueOf(decodeBackup(bytes(backup)));
    expect(opened.scenarios).toEqual(plans);
    expect(opened.savedAt).toBe(savedAt);
  });

  it('that is broken is refused whole', () => {
    expect(decodeBackup(bytes(backup.slice(0, -20)))).toMatchObject({ ok: false, error: { code: 'syntax' } });
    expect(decodeBackup(bytes(backup.replace('保守', '保证')))).toEqual({ ok: false, error: { code: 'damaged' } });
  });

  it('restored into nothing is what was saved', () => {
    expect(planRestoration([], plans, ids())).toEqual({ added: plans, skipped: 0 });
  });

  it('restored where it came from adds nothing', () => {
    expect(planRestoration(plans, plans, ids())).toEqual({ added: [], skipped: 2 });
  });

  it('adds what was changed since under new names and ids, and touches nothing here', () => {
    const here = [{ ...plans[0], ...scenario('保守', patch({ 'gdp@2022': 9 })) }, scenario('保守 (2)')];
    const { added, skipped } = planRestoration(here, plans, ids());
    expect(skipped).toBe(0);
    expect(added.map(({ name, id }) => [name, id])).toEqual([
      ['保守 (3)', 'new-1'],
      ['进取', 'other'],
    ]);
    expect(added.map(({ patch: changes }) => changes)).toEqual(plans.map(({ patch: changes }) => changes));
  });

  it('that holds two of one name and id keeps both', () => {
    const twins = [scenario('甲', patch({ 'gdp@2022': 1 })), scenario('甲', patch({ 'gdp@2022': 2 }))];
    const { added } = planRestoration([], twins, ids());
    expect(added.map(({ name, id }) => [name, id])).toEqual([
      ['甲', 'own'],
      ['甲 (2)', 'new-1'],
    ]);
  });
});
