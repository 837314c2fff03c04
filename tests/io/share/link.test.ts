import { describe, expect, it } from 'vitest';
import { indicatorCode, indicatorOfCode } from '../../../src/io/share/indicator-codes.ts';
import { fromBase64Url, toBase64Url } from '../../../src/io/share/base64url.ts';
import { carriesShare } from '../../../src/io/share/decode-link.ts';
import { fitsQrCode, linkFit, shareAddress } from '../../../src/io/share/encode-link.ts';
import {
  decode,
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

const changes = patch({
  'hightech_firms@2020': 4222.5,
  'hightech_firms@growth': 0.1,
  'hightech_firms@growth-2023': -0.025,
  'hightech_firms@2024': '=prev*(1+growth)',
  'gdp@2025': null,
  'gdp@held': "'2023,2024",
  'gdp@path': "'target-linear:2021",
  'gdp@2021': '=base*(27894.02/base)^((year-2020)/5)',
  'tech_firms@path': "'scurve:120000",
});

describe('[L1] a link carries what a scenario changes, exactly', () => {
  it('numbers, formulas, texts and blanks in every kind of column', async () => {
    const plan = scenario('达标', changes, { note: '两行\n备注 # <b>', author: '李 & 王' });
    const code = await encode(plan);
    expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(travellers(await decode(code))).toEqual([traveller(plan)]);
  });

  it('in the oldest format that can say it: only ranges of figures need the third', async () => {
    const ranged = patch({ 'hightech_firms@2020': 4200, 'hightech_firms@value-range-2020': "'4100~4300" });
    const versionOf = (code: string) => fromBase64Url(code)?.[0];
    const code = await encode(scenario('区间', ranged));
    expect([versionOf(await encode(scenario('达标', changes))), versionOf(code)]).toEqual([2, 3]);
    expect(travellers(await decode(code))).toEqual([traveller(scenario('区间', ranged))]);
    expect(travellers(await decode(`请看 ${code} 。`))).toEqual([traveller(scenario('区间', ranged))]);
  });

  it.each([
    0.1 + 0.2,
    1 / 3,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    -Number.MIN_VALUE,
    2 ** 53,
    2 ** 53 + 2,
    1e21,
    1e-7,
    123456789.123,
    -0.5,
    0,
    5e7,
    1.7976931348623157e308,
    2.2250738585072014e-308,
    100,
    1000,
    12,
    -12,
  ])('the double %d', async (value) => {
    const opened = valueOf(await decode(await encode(scenario('x', patch({ 'gdp@2022': value })))));
    const [entry] = opened.scenarios[0]?.patch.values() ?? [];
    expect(entry?.kind === 'number' && Object.is(entry.value, value)).toBe(true);
  });

  it.each([
    '007',
    '1.50',
    '12345678901234567890',
    '#',
    '\0x',
    '1e5',
    '',
    '=',
    'prev*1.08',
    '2023,2024',
    '9'.repeat(400),
    '𝟙😀',
    "'",
  ])('the text %j', async (text) => {
    const plan = scenario('x', patch({ 'gdp@2022': `=${text}`, 'gdp@held': `'${text}` }));
    expect(travellers(await decode(await encode(plan)))).toEqual([traveller(plan)]);
  });

  it('rows whose years agree in all but a few', async () => {
    const plan = scenario(
      'x',
      patch({
        'gdp@2021': '=prev',
        'gdp@2022': '=prev',
        'gdp@2023': '=prev',
        'gdp@2025': 5,
        'rd_staff@2021': null,
        'rd_staff@2022': null,
        'rd_staff@2023': null,
      }),
    );
    expect(travellers(await decode(await encode(plan)))).toEqual([traveller(plan)]);
  });

  it('a scenario that changes nothing, and one without a time', async () => {
    const plans = [scenario(''), scenario('无时间', new Map(), { modified: 'yesterday' })];
    const opened = valueOf(await decode(await encode(...plans)));
    expect(opened.scenarios.map(({ patch: { size }, name, modified }) => [size, name, modified])).toEqual([
      [0, '', '2021-07-02T08:00:00.000Z'],
      [0, '无时间', ''],
    ]);
  });

  it('the same scenario gives the same code, in whatever order its cells were changed', async () => {
    const reversed = new Map([...changes].reverse());
    expect(await encode(scenario('x', changes))).toBe(await encode(scenario('x', reversed)));
  });
});

describe('[L1] one text for the same bytes', () => {
  it.each([0, 1, 2, 3, 4, 5, 100])('%i bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => 255 - 7 * index);
    const text = toBase64Url(bytes);
    expect(text).toBe(Buffer.from(bytes).toString('base64url'));
    expect(fromBase64Url(text)).toEqual(bytes);
  });

  it.each(['AB', 'A_', 'AAB', 'A', 'AAAAA', 'A+', 'A='])('%s is none', (text) => {
    expect(fromBase64Url(text)).toBeUndefined();
  });
});

describe('[L2] several scenarios go in one link', () => {
  const plans = ['保守', '基准', '进取'].map((name, index) =>
    scenario(
      name,
      withGrowth(workbook.dataset.rows.slice(3 * index, 40), (row) => typedRate(row + index)),
    ),
  );

  it('in order, and shorter than one by one', async () => {
    const code = await encode(...plans);
    expect(travellers(await decode(code))).toEqual(plans.map(traveller));
    const single = await Promise.all(plans.map((plan) => encode(plan)));
    expect(code.length).toBeLessThan(single.join('').length * 0.75);
  });

  it('with ids that come again with the same link and with no other', async () => {
    const ids = async (code: string) => valueOf(await decode(code)).scenarios.map(({ id }) => id);
    const code = await encode(...plans);
    expect(await ids(code)).toEqual(await ids(code));
    expect(new Set(await ids(code)).size).toBe(3);
    expect(await ids(code)).not.toContain(scenarioId('own'));
    expect(await ids(await encode(...plans.slice(1)))).not.toEqual((await ids(code)).slice(1));
  });
});

describe('[L3] how far an address goes', () => {
  it.each([
    [1900, 'anywhere', true],
    [1901, 'most', true],
    [2901, 'most', false],
    [8001, 'file', false],
  ])('%i characters: %s', (length, fit, qr) => {
    expect(linkFit('x'.repeat(length))).toBe(fit);
    expect(fitsQrCode('x'.repeat(length))).toBe(qr);
  });

  it('the address keeps the page and loses what stood behind its #', () => {
    expect(shareAddress('https://plan.example/app/?a=1#/compare', 'AQ')).toBe('https://plan.example/app/?a=1#s=AQ');
    expect(carriesShare('https://plan.example/app/?a=1#s=AQ')).toBe(true);
    expect(carriesShare('?a=1&s=AQ')).toBe(true);
    expect(carriesShare('https://plan.example/app/?a=1#/compare')).toBe(false);
  });
});

describe('[L8] codes of indicators', () => {
  it('every row has one, and no two the same', () => {
    const { rows } = workbook.dataset;
    const codes = rows.map(({ indicator }) => indicatorCode(indicator.id));
    expect(rows.filter((_, index) => codes[index] === undefined).map(({ indicator }) => indicator.id)).toEqual([]);
    expect(new Set(codes).size).toBe(rows.length);
    expect(codes.map((code) => indicatorOfCode(code ?? 0))).toEqual(rows.map(({ indicator }) => indicator.id));
    expect(indicatorOfCode(0)).toBeUndefined();
  });
});
