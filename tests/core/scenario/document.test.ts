import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/core/model/limits.ts';
import {
  decodeScenario,
  encodeScenario,
  type DocumentError,
  type ScenarioDocument,
} from '../../../src/core/scenario/document.ts';
import { migrateDocument } from '../../../src/core/scenario/migrate.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { cells, f, key, n, scenario, sid, t } from './builders.ts';

const fixtures = new URL('fixtures/', import.meta.url);
const readFixture = (name: string): unknown => JSON.parse(readFileSync(new URL(name, fixtures), 'utf8'));

function decode(document: unknown): Scenario {
  const decoded = decodeScenario(document);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return decoded.value;
}

const full: Scenario = {
  id: sid('7b0c5c1e-3f5d-4d57-9f0e-2c1a6f3d8e11'),
  name: '进取方案（2021年7月）',
  note: '第一行\n第二行 <b>not bold</b>',
  author: '张三',
  dataset: { id: 'chongqing-2020', version: '3f2a9c' },
  created: '2021-07-01T08:00:00.000Z',
  modified: '2021-07-02T09:30:00.000Z',
  patch: cells({
    'tech_firms@2023': f('1+'),
    'hightech_firms@2021': n(5108),
    'hightech_firms@2022': f('hightech_firms[-1]*(1+growth)'),
    'hightech_firms@growth': n(0.1),
    'hightech_firms@growth-2023': n(0.125),
    'hightech_firms@path': t('compound'),
    'hightech_firms@held': t('2021,2024'),
    'state_key_labs@2025': null,
    'rd_intensity@2025': f('rd_spend/gdp'),
  }),
};

/** With what schema 2 added: own targets, ranges, growth of other regions, settings. */
const plan: Scenario = {
  ...full,
  patch: cells({
    'hightech_firms@2021': n(5108),
    'hightech_firms@peers': t('四川=0.12'),
    'hightech_firms@range': t('0.06~0.1'),
    'hightech_firms@range-2023': t('0.08±0.02'),
    'hightech_firms@target-2025': t('>12000 binding'),
    'rd_intensity@target-2025': null,
    'scenario@set-known-until': t('2022-12-31'),
    'scenario@set-layers': t('report-2020'),
  }),
};

/** With what schema 3 added: ranges of figures. */
const ranged: Scenario = {
  ...plan,
  patch: new Map([
    ...plan.patch,
    ...cells({ 'hightech_firms@value-range-2020': t('4222±50'), 'hightech_firms@value-range-2021': t('5000~5216') }),
  ]),
};

describe('[S12] a stored scenario opens for ever', () => {
  it('schema 1 reads as it was meant', () => {
    expect(decode(readFixture('schema-1-full.json'))).toEqual(full);
    expect(decode(readFixture('schema-1-empty.json'))).toEqual({
      ...full,
      id: '1',
      name: '',
      note: '',
      author: '',
      created: '',
      modified: '',
      patch: new Map(),
    });
  });

  it('schema 1 kept the date up to which targets are known beside the cells, where schema 2 has a setting', () => {
    expect(decode(readFixture('schema-1-known-until.json')).patch).toEqual(
      cells({ 'gdp@2021': n(5), 'scenario@set-known-until': t('2021-12-31') }),
    );
  });

  it('schema 2 reads as it was meant', () => {
    expect(decode(readFixture('schema-2-full.json'))).toEqual(plan);
  });

  it('schema 3 reads as it was meant', () => {
    expect(decode(readFixture('schema-3-full.json'))).toEqual(ranged);
  });

  it('schema 3 is written as it is read, cells in order of their keys', () => {
    expect(encodeScenario(ranged)).toStrictEqual(readFixture('schema-3-full.json'));
  });

  it('every fixture opens', () => {
    const names = readdirSync(fixtures);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(decodeScenario(readFixture(name)), name).toHaveProperty('ok', true);
  });

  it('an empty formula, an empty text and a text that begins with a sign come back alike', () => {
    const patch = cells({ 'a@2021': f(''), 'b@2021': t(''), 'c@2021': t('=1'), 'd@2021': t("'x"), 'e@2021': n(-0) });
    const back = decode(JSON.parse(JSON.stringify(encodeScenario({ ...full, patch }))));
    expect(back.patch).toEqual(new Map([...patch, ...cells({ 'e@2021': n(0) })]));
  });

  it('neither writes nor reads −0', () => {
    expect(encodeScenario({ ...full, patch: cells({ 'e@2021': n(-0) }) }).cells).toEqual([['e@2021', 0]]);
    const document = { ...encodeScenario(full), cells: [['e@2021', JSON.parse('-0') as unknown]] };
    expect(decode(document).patch).toEqual(cells({ 'e@2021': n(0) }));
  });

  it('any patch of numbers, formulas and texts comes back alike through JSON', () => {
    const input = fc.oneof(
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => n(value === 0 ? 0 : value)),
      fc.string({ unit: 'binary' }).map(f),
      fc.string({ unit: 'binary' }).map(t),
    );
    const column = fc.constantFrom('2021', '2025', 'growth', 'growth-2022', 'path', 'held');
    const address = fc
      .tuple(fc.constantFrom('a', 'constructor', 'to_string', 'x9'), column)
      .map((parts) => parts.join('@'));
    fc.assert(
      fc.property(fc.dictionary(address, input), (entries) => {
        const patch = cells(entries);
        const back = decode(JSON.parse(JSON.stringify(encodeScenario({ ...full, patch }))));
        expect(back.patch).toEqual(patch);
      }),
    );
  });
});

const good: ScenarioDocument = encodeScenario(scenario('a', { 'firms@2021': n(1) }));
const withCells = (...entries: readonly unknown[]) => ({ ...good, cells: entries });
const long = (length: number) => 'x'.repeat(length);

describe('[S13] a stranger’s document is refused with the place of its first fault', () => {
  it.each<readonly [string, unknown, DocumentError]>([
    ['nothing', undefined, { code: 'shape', at: '' }],
    ['null', null, { code: 'shape', at: '' }],
    ['a text', '{}', { code: 'shape', at: '' }],
    ['a list', [], { code: 'shape', at: 'schema' }],
    ['no schema', { ...good, schema: undefined }, { code: 'shape', at: 'schema' }],
    ['schema 0', { ...good, schema: 0 }, { code: 'shape', at: 'schema' }],
    ['a schema in words', { ...good, schema: '1' }, { code: 'shape', at: 'schema' }],
    ['a list with a schema', Object.assign([], { schema: 1 }), { code: 'shape', at: '' }],
    ['no name', { ...good, name: undefined }, { code: 'shape', at: 'name' }],
    ['a number for a name', { ...good, name: 1 }, { code: 'shape', at: 'name' }],
    ['a bad id', { ...good, id: '../a' }, { code: 'shape', at: 'id' }],
    ['no dataset', { ...good, dataset: 1 }, { code: 'shape', at: 'dataset' }],
    ['no version', { ...good, dataset: { id: 'a' } }, { code: 'shape', at: 'dataset.version' }],
    ['no cells', { ...good, cells: {} }, { code: 'shape', at: 'cells' }],
    [
      'a cell that is no pair',
      withCells(['firms@2021', 1, 2]),
      { code: 'tooLarge', at: 'cells[0]', limit: 2, given: 3 },
    ],
    ['a cell without input', withCells(['firms@2021', 1], ['firms@2022']), { code: 'shape', at: 'cells[1]' }],
    ['a bad key', withCells(['__proto__', 1]), { code: 'shape', at: 'cells[0]' }],
    ['a position for a key', withCells(['B7', 1]), { code: 'shape', at: 'cells[0]' }],
    ['a cell twice', withCells(['a@2021', 1], ['a@2021', 2]), { code: 'duplicateCell', cell: key('a@2021') }],
    ['bare text', withCells(['a@2021', 'alert(1)']), { code: 'shape', at: 'cells[0][1]' }],
    ['true', withCells(['a@2021', true]), { code: 'shape', at: 'cells[0][1]' }],
    ['an object', withCells(['a@2021', {}]), { code: 'shape', at: 'cells[0][1]' }],
    ['infinity', withCells(['a@2021', Number.POSITIVE_INFINITY]), { code: 'shape', at: 'cells[0][1]' }],
    ['a long name', { ...good, name: long(121) }, { code: 'tooLarge', at: 'name', limit: 120, given: 121 }],
    ['a long note', { ...good, note: long(10_001) }, { code: 'tooLarge', at: 'note', limit: 10_000, given: 10_001 }],
    [
      'a long formula',
      withCells(['a@2021', `=${long(10_000)}`]),
      { code: 'tooLarge', at: 'cells[0][1]', limit: 10_000, given: 10_001 },
    ],
    [
      'too many cells',
      { ...good, cells: Array.from({ length: limits.changedCells + 1 }, () => 0) },
      { code: 'tooLarge', at: 'cells', limit: limits.changedCells, given: limits.changedCells + 1 },
    ],
  ])('%s', (_, document, error) => {
    expect(decodeScenario(document)).toEqual({ ok: false, error });
  });

  it('what is only inherited counts as absent', () => {
    expect(decodeScenario(Object.create(good))).toEqual({ ok: false, error: { code: 'shape', at: 'schema' } });
    expect(decodeScenario({ ...good, dataset: Object.create(good.dataset) as unknown })).toHaveProperty(
      'error.at',
      'dataset.id',
    );
  });

  it('unknown keys are dropped, and no prototype is touched', () => {
    const hostile: unknown = JSON.parse(
      JSON.stringify(good).replace(
        '{',
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"extra":[],',
      ),
    );
    const decoded = decode(hostile);
    expect(decoded).toEqual(decode(good));
    expect(Object.keys(decoded)).not.toContain('extra');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('shares no object with what it read', () => {
    const document = structuredClone(good);
    const decoded = decode(document);
    Object.assign(document.dataset, { id: 'changed' });
    Object.assign(document.cells[0] ?? [], { 1: 99 });
    expect(decoded.dataset.id).toBe('chongqing-2020');
    expect(decoded.patch).toEqual(cells({ 'firms@2021': n(1) }));
  });

  it('any JSON at all is answered, not thrown at', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(good)), (value, field) => {
        expect(typeof decodeScenario(value).ok).toBe('boolean');
        expect(typeof decodeScenario({ ...good, [field]: value }).ok).toBe('boolean');
      }),
    );
  });
});

describe('[S14] a newer schema is named and not touched, an older one is brought up step by step', () => {
  const steps = {
    1: (document: Readonly<Record<string, unknown>>) => ({ ...document, title: document['name'] }),
    2: ({ title, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, title: `${String(title)}!` }),
  };

  it('newer', () => {
    expect(decodeScenario({ schema: 4, anything: true })).toEqual({ ok: false, error: { code: 'newer', schema: 4 } });
  });

  it('each step in turn, on a copy', () => {
    const old = { schema: 1, name: 'a', deep: { list: [1] } };
    const before = structuredClone(old);
    const migrated = migrateDocument(old, 3, steps);
    expect(migrated).toEqual({ ok: true, value: { schema: 3, name: 'a', title: 'a!', deep: { list: [1] } } });
    expect(old).toEqual(before);
    expect(migrated.ok && (migrated.value as typeof old).deep).not.toBe(old.deep);
    expect(migrated.ok && migrateDocument(migrated.value, 3, steps)).toEqual(migrated);
  });

  it('a step that is missing or throws is named', () => {
    const broken = {
      ...steps,
      2: () => {
        throw new Error('half-way');
      },
    };
    expect(migrateDocument({ schema: 1 }, 3, broken)).toEqual({ ok: false, error: { code: 'migration', schema: 2 } });
    expect(migrateDocument({ schema: 1 }, 4, steps)).toEqual({ ok: false, error: { code: 'migration', schema: 3 } });
  });
});
