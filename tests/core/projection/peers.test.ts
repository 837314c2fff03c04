import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/core/model/dataset.ts';
import { catchUpHorizon, leftOutOfPeers, peerTables } from '../../../src/core/projection/peers.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { unbasedTables } from '../../../src/core/projection/unbased-peers.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import type { Patch } from '../../../src/core/scenario/scenario.ts';
import { key } from '../../support/calculation.ts';
import { dataset, figure, firms, id, indicator, row, share, target, y } from '../../support/plan.ts';
import { loadShipped } from '../../support/shipped-tables.ts';

const seen = (name: string, region: string, year: number, value: number, extra = {}): Observation => ({
  kind: 'peer',
  indicator: id(name),
  region,
  year: y(year),
  figure: figure(value),
  comparable: true,
  ...extra,
});

const alone = indicator('alone');
const peerTarget = { ...target('firms', 2025, { op: 'gte', value: 999 }), region: '陕西' };
const data = {
  ...dataset([
    row(firms, 100, { path: 'compound', growth: 0.2 }),
    row(share, 0.02, { path: 'points', growth: 0.002 }),
    row(alone, 1, { path: 'hold' }),
  ]),
  observations: [
    seen('firms', '四川', 2020, 121),
    seen('firms', '四川', 2018, 100),
    seen('firms', '四川', 2019, 7, { comparable: false }),
    seen('firms', '四川', 2019, 7, { since: y(2016) }),
    seen('firms', '湖北', 2020, 80),
    seen('firms', '全国', 2020, 1000),
    seen('firms', '全国', 2021, 1100),
    seen('share', '全国', 2021, 0.025),
    seen('share', '全国', 2022, 0.026),
  ],
  peerTargets: [peerTarget],
};
const workbook = makeWorkbook(data);
const tablesUnder = (patch: Patch = new Map()) => peerTables(new Projection(workbook, patch));
const assume = (cell: string, text: string): Patch => new Map([[key(cell), { kind: 'text', text }]]);

function peerOf(region: string, patch?: Patch, of = 'firms') {
  const table = tablesUnder(patch).find((one) => one.row.indicator.id === of);
  const peer = table?.peers.find((one) => one.region === region);
  if (!table || !peer) throw new Error(`${of} ${region}`);
  return { table, peer };
}

describe('[A40] [A41] the open scenario beside a region', () => {
  it('rows that nobody else published have no table', () => {
    expect(tablesUnder().map(({ row: { indicator: of } }) => of.id)).toEqual(['firms', 'share']);
  });

  it('the growth is that between the last two published years, single and comparable', () => {
    const { peer, table } = peerOf('四川');
    expect(peer.published.map(({ year }) => year)).toEqual([2018, 2020]);
    expect(peer.publishedGrowth).toEqual({ value: expect.closeTo(0.1, 14) as number, first: 2018, last: 2020 });
    expect(peer.values.get(y(2025))).toBeCloseTo(121 * 1.1 ** 5, 9);
    expect(table.ourGrowth).toEqual({ value: expect.closeTo(0.2, 14) as number, first: 2020, last: 2025 });
  });

  it('gap, the year of drawing level, and what it takes by the last year', () => {
    const { peer } = peerOf('四川');
    expect(peer.gap).toEqual({ absolute: 21, share: 100 / 121, year: 2020 });
    // ln(121 ÷ 100) ÷ ln(1.2 ÷ 1.1) = 2.19…
    expect(peer.catchUp).toEqual({ kind: 'year', year: 2023 });
    expect(peer.needed?.growth).toBeCloseTo((1.21 * 1.1 ** 5) ** 0.2 - 1, 12);
    expect(peer.needed?.step).toBeCloseTo((121 * 1.1 ** 5 - 100) / 5, 9);
  });

  it('a growth that the scenario assumes stands in its place', () => {
    const { peer } = peerOf('四川', assume('firms@peers', '四川=0.3;湖北=0.5'));
    expect([peer.setGrowth, peer.publishedGrowth?.first]).toEqual([0.3, 2018]);
    expect(peer.catchUp).toEqual({ kind: 'notBefore', year: 2035 });
    expect(catchUpHorizon({ baseYear: y(2020) })).toBe(2035);
    // Ahead by 100 to 80; 100 · 1.2 = 120 and 80 · 1.5 = 120 are level, the year after we are behind.
    expect(peerOf('湖北', assume('firms@peers', '湖北=0.5')).peer.catchUp).toEqual({ kind: 'ahead', overtaken: 2022 });
  });

  it('without a growth all after the published year is unknown', () => {
    const { peer } = peerOf('湖北');
    expect([...peer.values.keys()]).toEqual([2020]);
    expect(peer.catchUp).toEqual({ kind: 'ahead' });
    expect(peer.needed).toBeUndefined();
  });

  it('of what is in per cent growth is points a year, and the gap is of the first year that both have', () => {
    const { peer, table } = peerOf('全国', undefined, 'share');
    expect(table.pace).toBe('step');
    expect(peer.publishedGrowth?.value).toBeCloseTo(0.001, 12);
    expect(peer.gap?.year).toBe(2021);
    // 2021: 2.2 and 2.5 %; 0.1 points nearer a year.
    expect(peer.catchUp).toEqual({ kind: 'year', year: 2024 });
    expect(peer.needed?.growth).toBeCloseTo((0.029 - 0.02) / 5, 12);
  });
});

describe('[A42] place among the regions', () => {
  it('counts those that are known, and not the country', () => {
    const { table } = peerOf('四川');
    expect(table.firstPlace).toEqual({ place: 2, of: 3, unknown: 0 });
    expect(table.lastPlace).toEqual({ place: 1, of: 2, unknown: 1 });
    expect(peerOf('全国', undefined, 'share').table.firstPlace).toBeUndefined();
  });

  it('of a count the country is a total: a share, and nothing to draw level with', () => {
    const { peer } = peerOf('全国');
    expect(peer.isTotal).toBe(true);
    expect(peer.gap?.share).toBe(0.1);
    expect([peer.catchUp, peer.needed]).toEqual([undefined, undefined]);
    expect(peerOf('全国', undefined, 'share').peer.isTotal).toBe(false);
  });

  it('targets stand with their region, or apart where it published nothing', () => {
    expect(peerOf('四川').table.otherTargets).toEqual([peerTarget]);
  });
});

describe('[A43] a date hides what was published later', () => {
  const on = (published: string, value: number) => ({
    ...figure(value),
    citation: { ...figure(value).citation, published },
  });
  const dated = {
    ...data,
    observations: [
      seen('firms', '四川', 2018, 100, { figure: on('2019-02', 100) }),
      seen('firms', '四川', 2020, 121, { figure: on('2021', 121) }),
      seen('firms', '四川', 2022, 200, { figure: on('2023-02-01', 200) }),
      seen('firms', '湖北', 2021, 90, { figure: on('2022-01-01', 90) }),
      seen('firms', '陕西', 2020, 70, { figure: on('', 70) }),
      seen('share', '全国', 2021, 0.025, { figure: on('2022-09', 0.025) }),
    ],
    peerTargets: [
      { ...peerTarget, citation: { ...peerTarget.citation, published: '2021-05' } },
      { ...peerTarget, year: y(2024), citation: { ...peerTarget.citation, published: '2024' } },
    ],
    statedRatios: [
      {
        indicator: firms.id,
        region: '四川',
        year: y(2020),
        figure: on('2021-06-11', 0.8),
        warning: peerTarget.citation.document,
      },
      {
        indicator: firms.id,
        region: '四川',
        year: y(2022),
        figure: on('2023-06-11', 0.7),
        warning: peerTarget.citation.document,
      },
    ],
  };
  const datedBook = makeWorkbook(dated);
  const knowing = (until: string) => new Projection(datedBook, assume('scenario@set-known-until', until));
  const known = peerTables(knowing('2021-12-31'));

  it('an indicator of which nothing is left has no table', () => {
    expect(known.map(({ row: { indicator: of } }) => of.id)).toEqual(['firms']);
    expect(peerTables(new Projection(datedBook, new Map())).length).toBe(2);
  });

  it('growth, path, gap and year of drawing level rest on what is left', () => {
    const [sichuan, ...others] = known[0]?.peers ?? [];
    expect(others).toEqual([]);
    expect(sichuan?.published.map(({ year }) => year)).toEqual([2018, 2020]);
    expect([sichuan?.later, sichuan?.publishedGrowth?.last]).toEqual([1, 2020]);
    expect(sichuan?.values.get(y(2022))).toBeCloseTo(121 * 1.1 ** 2, 9);
    expect(sichuan?.catchUp).toEqual({ kind: 'year', year: 2023 });
    const all = peerTables(new Projection(datedBook, new Map()))[0]?.peers[0];
    expect([all?.later, all?.values.get(y(2022)), all?.catchUp]).toEqual([0, 200, { kind: 'notBefore', year: 2035 }]);
  });

  it('regions that are not heard of yet are unknown in the place, and so named', () => {
    expect(known[0]?.laterRegions).toEqual(['湖北', '陕西']);
    expect(known[0]?.firstPlace).toEqual({ place: 2, of: 2, unknown: 2 });
  });

  it('later targets and ratios are not told', () => {
    expect(known[0]?.otherTargets.map(({ year }) => year)).toEqual([2025]);
    expect(known[0]?.ratios.map(({ year }) => year)).toEqual([2020]);
  });

  it('how much is hidden is told; nothing is said where nothing is', () => {
    expect(leftOutOfPeers(knowing('2021-12-31'))).toEqual({
      until: '2021-12-31',
      figures: 4,
      targets: 1,
      indicators: ['share'],
    });
    expect(leftOutOfPeers(new Projection(datedBook, new Map()))).toBeUndefined();
    expect(leftOutOfPeers(new Projection(workbook, assume('scenario@set-known-until', '2030-01-01')))).toBeUndefined();
  });
});

describe('[A44] an indicator without a row', () => {
  const book = makeWorkbook(loadShipped());
  const tables = unbasedTables(new Projection(book, new Map()));

  it('is listed if others published it', () => {
    expect(tables.map(({ indicator: { id: of } }) => of)).toEqual([
      'high_value_patents_per_10k',
      'basic_research_share',
    ]);
  });

  it("has their course, and everybody's targets", () => {
    const [patents, research] = tables;
    expect(patents?.peers.map(({ region, values }) => [region, values.get(y(2020)), values.get(y(2025))])).toEqual([
      ['全国', 6.3, 16],
    ]);
    expect(patents?.peers[0]?.targets.map(({ comparison }) => comparison)).toEqual([{ op: 'gte', value: 12 }]);
    expect(patents?.ourTargets.map(({ layer, year }) => [layer, year])).toEqual([
      ['plan-14fyp', 2025],
      ['work-2026', 2026],
    ]);
    // 6.57 % in 2022 and 6.88 % in 2024: 0.155 points a year; nothing is known of 2020.
    expect(research?.peers[0]?.values.get(y(2020))).toBeUndefined();
    expect(research?.peers[0]?.values.get(y(2025))).toBeCloseTo(0.07035, 12);
    expect(research?.otherTargets.map(({ region }) => region)).toEqual(['四川']);
  });

  it('[A43] keeps to the date as well', () => {
    const until = (date: string) => unbasedTables(new Projection(book, assume('scenario@set-known-until', date)));
    const [patents, ...more] = until('2021-12-31');
    expect(more).toEqual([]);
    expect(patents?.peers[0]).toMatchObject({ later: 1, published: [{ year: 2020 }] });
    expect(patents?.ourTargets).toEqual([]);
  });
});

describe('of the shipped data', () => {
  const shipped = peerTables(new Projection(makeWorkbook(loadShipped()), new Map()));
  const firmsTable = shipped.find(({ row: of }) => of.indicator.id === 'hightech_firms');

  it('twelve rows have peers, none of them an observation that cannot be compared', () => {
    expect(shipped.length).toBe(12);
    expect(
      shipped.flatMap(({ peers }) => peers.flatMap(({ published }) => published)).every((one) => one.comparable),
    ).toBe(true);
  });

  it('a count of a peer is what it published, not what the stated ratio would give', () => {
    const values = firmsTable?.peers.map(({ region, values: known }) => [region, Math.round(known.get(y(2020)) ?? 0)]);
    expect(values).toEqual(
      expect.arrayContaining([
        ['上海', 17012],
        ['广东', 53000],
        ['陕西', 6198],
      ]),
    );
  });

  it('each stated ratio stands beside what the published count gives', () => {
    const ratios = firmsTable?.ratios.map(({ region, figure: { value }, published }) => [region, value, published]);
    expect(ratios).toEqual([
      ['广东', 0.054, expect.closeTo(4222 / 53000, 12)],
      ['上海', 0.269, expect.closeTo(4222 / 17012, 12)],
      ['四川', 0.572, undefined],
    ]);
  });
});
