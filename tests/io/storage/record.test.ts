import { describe, expect, it } from 'vitest';
import { textChecksum } from '../../../src/io/checksum.ts';
import { encodeRecord } from '../../../src/io/storage/encode-record.ts';
import { decodeRecord, encodeBody, recordKey } from '../../../src/io/storage/record.ts';
import { scenarioCodec } from '../../../src/io/storage/scenario-store.ts';
import { dice, edited, scenario, text } from './support.ts';

describe('[P10] the checksum is CRC-32', () => {
  // Values of the published check string and of two texts by zlib's crc32.
  it.each([
    ['', 0x00000000],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('%j', (given, expected) => {
    expect(textChecksum(given)).toBe(expected);
  });
});

const plan = scenario('a', { 'gdp@2021': 27894.02, 'hightech_firms@2025': '=prev*(1+growth)', 'gdp@2022': null });
const origin = { parentRev: 4, tab: 'tab-1', savedAt: '2021-03-02T08:00:00.000Z' };
const record = encodeRecord(plan.id, encodeBody(plan, scenarioCodec), scenarioCodec.schema, origin);
const decode = (given: unknown) => decodeRecord(recordKey('a'), given, scenarioCodec);

describe('[P10] a stored record opens exactly or not at all', () => {
  it('opens what was written', () => {
    const decoded = decode(structuredClone(record));
    expect(decoded.ok && text([decoded.value.scenario])).toBe(text([plan]));
    expect(record.rev).toBe(5);
  });

  it.each([
    ['no object', null, 'shape'],
    ['a list', [], 'shape'],
    ['a shorter body', { ...record, body: record.body.slice(0, -1) }, 'length'],
    ['another digit', { ...record, body: record.body.replace('27894.02', '27894.03') }, 'checksum'],
    ['another id', { ...record, id: 'b' }, 'shape'],
    ['a newer envelope', { ...record, fmt: 2 }, 'newer'],
    ['a newer document', { ...record, schema: 99, body: 'whatever' }, 'newer'],
    ['a revision that is no number', { ...record, rev: '5' }, 'shape'],
    ['a parent that is not older', { ...record, parentRev: 5 }, 'shape'],
    ['a document that is none', { ...record, ...sealed('[]') }, 'shape'],
    ['a document of another id', { ...record, ...sealed(encodeBody(scenario('b'), scenarioCodec)) }, 'shape'],
  ])('%s', (_what, given, reason) => {
    expect(decode(given)).toEqual({ ok: false, error: reason });
  });

  it('whatever is changed in it, 10,000 times (seed 7)', () => {
    const roll = dice(7);
    let refused = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const decoded = decode(mutate(record, roll));
      if (!decoded.ok) refused += 1;
      else expect(text([decoded.value.scenario])).toBe(text([plan]));
    }
    expect(refused).toBeGreaterThan(5000);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('[P18] holds text only, so a reactive proxy inside the scenario cannot keep it from being stored', () => {
    const proxied = { ...plan, dataset: new Proxy({ ...plan.dataset }, {}) };
    expect(() => structuredClone(proxied)).toThrow();
    const encoded = encodeRecord(plan.id, encodeBody(proxied, scenarioCodec), scenarioCodec.schema, origin);
    expect(structuredClone(encoded)).toEqual(record);
  });

  it('tells two scenarios apart by one cell', () => {
    expect(encodeBody(edited(plan, { 'gdp@2021': 1 }), scenarioCodec)).not.toBe(record.body);
  });
});

function sealed(body: string) {
  return { body, len: body.length, crc: textChecksum(body) };
}

const strangers: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  '',
  'x',
  true,
  [],
  {},
  new Map(),
  10n,
];

function mutate(given: object, roll: (sides: number) => number): unknown {
  const fields = Object.entries(given);
  const place = roll(fields.length);
  const change = ([name, old]: readonly [string, unknown]): readonly (readonly [string, unknown])[] => {
    switch (roll(5)) {
      case 0:
        return [];
      case 1:
        return [[name, strangers[roll(strangers.length)]]];
      case 2:
        return [[`${name}_`, old]];
      default:
        return [[name, typeof old === 'string' ? mutateText(old, roll) : Number(old) + roll(9) - 4]];
    }
  };
  return Object.fromEntries(fields.flatMap((field, index) => (index === place ? change(field) : [field])));
}

function mutateText(old: string, roll: (sides: number) => number): string {
  const at = roll(old.length + 1);
  const inserted = ['', '0', '"', '\\u0000', '方', '\ud800', '__proto__'][roll(7)] ?? '';
  return old.slice(0, at) + inserted + old.slice(at + roll(3));
}
