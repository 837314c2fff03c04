import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/core/formula/names.ts';
import { parseCanonical } from '../../src/core/formula/parse.ts';
import { parseIndicatorId, parseYear } from '../../src/core/model/cell.ts';
import type { Label, WorkbookRow } from '../../src/core/model/dataset.ts';
import type { GoalInForce } from '../../src/core/model/goal.ts';
import { targetsInForce, defaultLayers } from '../../src/core/model/target-layers.ts';
import { decodeDataset } from '../../src/io/dataset/decode-dataset.ts';
import { isDataset } from '../../src/io/dataset/load-dataset.ts';
import { loadShipped, shippedFiles } from '../support/shipped-tables.ts';

const dataset = loadShipped();

function row(id: string): WorkbookRow {
  const found = dataset.rows.find(({ indicator }) => indicator.id === id);
  if (!found) throw new Error(`No row ${id}`);
  return found;
}

function observed(id: string, region: string, year: number) {
  return dataset.observations.filter(
    (observation) => observation.indicator === id && observation.region === region && observation.year === year,
  );
}

describe('[D1] the shipped tables decode without a fault', () => {
  it('decodes', () => {
    const decoded = decodeDataset(shippedFiles);
    expect(decoded.ok ? [] : decoded.error).toEqual([]);
    expect(dataset).toMatchObject({ id: 'chongqing-2020', baseYear: 2020, targetYears: [2021, 2025] });
    expect(dataset.years).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
  });

  it('is the same after it was written as JSON and read', () => {
    const read: unknown = JSON.parse(JSON.stringify(dataset));
    expect(read).toStrictEqual(dataset);
    expect(isDataset(read)).toBe(true);
  });

  it.each([
    ['a changed figure', { ...dataset, baseYear: 2019 }],
    ['a missing part', { ...dataset, layers: undefined }],
    ['another version', { ...dataset, version: '00000000' }],
    ['no object', 'dataset'],
    ['nothing', null],
  ])('is not taken for whole with %s', (_, content) => {
    expect(isDataset(content)).toBe(false);
  });

  it.each([
    ['tech_firms', '科技型企业'],
    ['hightech_firms', '高新技术企业'],
    ['rd_intensity', '研发投入强度'],
    ['rd_spend', '研发经费'],
    ['gdp', '地区生产总值'],
    ['rd_staff', '研发人员'],
    ['patents_per_10k', '万人发明专利拥有量'],
    ['tech_contracts', '技术合同成交额'],
    ['academicians', '两院院士'],
    ['state_key_labs', '国家重点实验室'],
    ['incubators_city', '市级孵化平台'],
    ['incubators_national', '国家级孵化平台'],
  ])('%s is %s', (id, shortName) => {
    expect(row(id).indicator.shortName).toBe(shortName);
  });
});

describe('[D2] counts', () => {
  const count = (chapter: string): number =>
    dataset.rows.filter(({ indicator }) => indicator.chapter === chapter).length;
  const ofReport = dataset.rows.filter(({ indicator }) => indicator.origin === 'report').length;
  const peersInReport = dataset.observations.filter(({ figure }) => figure.citation.quote !== undefined).length;
  const targets = dataset.layers.flatMap((layer) => layer.targets);
  const targetsInReport = targets.filter(({ citation }) => citation.quote !== undefined).length;

  it('by chapter, counted by hand in the report', () => {
    expect(dataset.chapters.map(({ id }) => [id, count(id)])).toEqual([
      ['overview', 3],
      ['rd_economy', 3],
      ['c1_1', 17],
      ['c1_2', 14],
      ['c1_3', 11],
      ['c1_4', 21],
      ['c1_5', 6],
      ['c1_6', 9],
      ['c2_1', 1],
      ['c2_2', 4],
      ['c2_3', 3],
    ]);
  });

  it('of figures in the report: over 110', () => {
    expect([ofReport, peersInReport, dataset.statedRatios.length, targetsInReport]).toEqual([90, 18, 3, 3]);
    const withTarget = new Set(targets.map(({ indicator }) => indicator)).size;
    const peers = dataset.observations.filter(({ kind }) => kind === 'peer').length;
    console.log(
      [
        `figures in the report: ${ofReport + peersInReport + dataset.statedRatios.length + targetsInReport}`,
        `rows: ${dataset.rows.length} (${dataset.chapters.map(({ id }) => `${id} ${count(id)}`).join(', ')})`,
        `rows with a target: ${withTarget}, targets of rows: ${targets.length}`,
        `observations: ${dataset.observations.length}, of them peers: ${peers}`,
        `without a row: ${dataset.unbased?.length ?? 0} indicators`,
      ].join('\n'),
    );
  });
});

describe('[D3] every number has a source and every word both languages', () => {
  const figures = [
    ...dataset.rows.map(({ base }) => base),
    ...[...dataset.observations, ...dataset.statedRatios].map(({ figure }) => figure),
  ];
  const unbased = dataset.unbased ?? [];
  const citations = [
    ...figures.map(({ citation }) => citation),
    ...[...dataset.layers, ...unbased].flatMap(({ targets }) => targets.map(({ citation }) => citation)),
    ...unbased.flatMap(({ observations }) => observations.map(({ figure }) => figure.citation)),
  ];

  it('names document and publisher', () => {
    expect(citations.filter(({ document, publisher }) => document.zh === '' || publisher.zh === '')).toEqual([]);
    expect(citations.length).toBeGreaterThan(250);
  });

  it('leaves no Chinese in English and no English alone in Chinese', () => {
    const labels: readonly Label[] = [
      ...dataset.rows.flatMap(({ indicator }) => [indicator.label, ...(indicator.note ? [indicator.note] : [])]),
      ...unbased.map(({ label }) => label),
      ...dataset.chapters.flatMap(({ label, subtitle }) => [label, subtitle]),
      ...dataset.layers.map(({ label }) => label),
      ...(dataset.regions ?? []),
      ...citations.flatMap(({ document, publisher }) => [document, publisher]),
      ...dataset.statedRatios.map(({ warning }) => warning),
      ...figures.flatMap(({ note }) => (note ? [note] : [])),
    ];
    expect(labels.filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([]);
    expect(dataset.rows.filter(({ indicator }) => !/\p{Script=Han}/u.test(indicator.label.zh))).toEqual([]);
  });
});

describe('[D4] names are unique and can be written in formulas', () => {
  const names = createNames(dataset.rows.map(({ indicator }) => indicator));

  it.each(dataset.rows.map(({ indicator }) => [indicator.shortName, indicator.id] as const))('%s is %s', (name, id) => {
    expect(parseCanonical(name, names)).toEqual(parseCanonical(id, names));
    expect(parseCanonical(name, names).ok).toBe(true);
    expect(Array.from(name).length).toBeLessThanOrEqual(12);
  });

  it('gives each a name of its own', () => {
    const all = dataset.rows.flatMap(({ indicator }) => [indicator.id, indicator.shortName, ...indicator.aliases]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('gives as many initials as the short name has letters', () => {
    const wrong = dataset.rows.filter(
      ({ indicator }) => indicator.pinyin.length !== Array.from(indicator.shortName).length,
    );
    expect(wrong.map(({ indicator }) => indicator.id)).toEqual([]);
    expect(row('hightech_firms').indicator.pinyin).toBe('gxjsqy');
  });
});

describe('[D5] figures as the report words them', () => {
  it.each([
    ['tech_firms', '=', 26371, 'stock'],
    ['hightech_firms', '=', 4222, 'stock'],
    ['rd_intensity', '≈', 0.021, 'ratio'],
    ['rd_staff', '=', 16.07, 'stock'],
    ['hz_projects_investment', '>', 1200, 'flow'],
    ['incubated_teams', '>', 3000, 'stock'],
    ['startup_teams', '>', 1.5, 'stock'],
    ['guidance_fund_investment', '≈', 160, 'stock'],
    ['tech_contracts', '>', 150, 'flow'],
    ['sy_shared_experts', '>', 8000, 'flow'],
    ['law_booklets', '>', 1, 'flow'],
    ['strategic_growth_share', '=', 0.557, 'ratio'],
    ['innovation_index_rank', '=', 7, 'rank'],
    ['manufacturing_centers', '=', 0, 'stock'],
    ['big_facilities', '=', 0, 'stock'],
  ])('%s %s %d (%s)', (id, bound, value, kind) => {
    expect(row(id)).toMatchObject({ base: { bound, value }, indicator: { kind } });
  });

  it('keeps additions apart from totals, and the city apart from the nation', () => {
    const values = ['incubators_city', 'incubators_city_new', 'incubators_national', 'incubators_national_new'];
    expect(values.map((id) => row(id).base.value)).toEqual([375, 20, 75, 14]);
    expect(row('incubators_city_new').indicator.kind).toBe('flow');
  });

  it('qualifies no number that the report does not', () => {
    const qualified = dataset.rows.filter(({ base }) => base.bound !== '=');
    for (const { base } of qualified) expect(base.citation.quote).toMatch(/超|余|近|预计|突破/);
    expect(qualified).toHaveLength(8);
  });

  it('says of rows that only the model needs that they are not from the report', () => {
    const model = dataset.rows.filter(({ indicator }) => indicator.origin === 'model');
    expect(model.map(({ indicator }) => indicator.id)).toEqual(['rd_spend', 'gdp']);
    for (const { indicator, base } of model) {
      expect(indicator.note?.zh).toContain('报告未列');
      expect(base.citation.quote).toBeUndefined();
    }
  });

  it('counts a rank as better when it falls', () => {
    const wrong = dataset.rows.filter(({ indicator }) => (indicator.kind === 'rank') !== (indicator.better === 'down'));
    expect(wrong).toEqual([]);
  });
});

describe('[D8] targets stand in dated layers', () => {
  const force = targetsInForce(dataset, defaultLayers(dataset));
  const target = (id: string, year: number): GoalInForce | undefined => {
    const indicator = parseIndicatorId(id);
    const of = parseYear(year);
    return indicator && of && force.get(indicator)?.get(of);
  };

  it.each([
    ['tech_firms', 2021, 'gt', 30000],
    ['hightech_firms', 2021, 'gt', 4500],
    ['rd_intensity', 2021, 'gt', 0.0215],
    ['rd_intensity', 2025, 'gte', 0.026],
    ['hightech_firms', 2025, 'gt', 10000],
    ['tech_firms', 2025, 'gt', 67000],
  ])('%s %d: %s %d by default', (id, year, op, value) => {
    expect(target(id, year)?.comparison).toEqual({ op, value });
  });

  it('has no other default target for 2021 or 2025', () => {
    const years = [...force.values()].flatMap((of) => [...of.keys()]).filter((year) => year <= 2025);
    expect(years).toHaveLength(6);
  });

  it('puts the report, the plan and the doubling in force, in order of date, and no other', () => {
    expect(dataset.layers.filter(({ byDefault }) => byDefault).map(({ id }) => id)).toEqual([
      'report-2020',
      'plan-14fyp',
      'doubling-2023',
    ]);
    const issued = dataset.layers.map((layer) => layer.issued.padEnd(10, '-00'));
    expect(issued).toEqual(issued.toSorted());
  });

  it('keeps the plan targets of indicators without a base, outside the sheet', () => {
    const plan = (dataset.unbased ?? []).flatMap(({ id, targets }) =>
      targets.filter(({ layer }) => layer === 'plan-14fyp').map(({ comparison }) => [id, comparison]),
    );
    expect(plan).toEqual([
      ['high_value_patents_per_10k', { op: 'gte', value: 12 }],
      ['strategic_output_share', { op: 'gte', value: 0.35 }],
    ]);
  });

  it("keeps other regions' targets out of the layers", () => {
    expect(dataset.peerTargets?.map(({ region }) => region)).toContain('四川');
    expect(dataset.layers.flatMap(({ id }) => id).filter((id) => id.startsWith('sichuan'))).toEqual([]);
  });
});

describe('[D9] observations are joined to a row only where they are comparable', () => {
  it.each([
    ['hightech_firms', 2025, 9123],
    ['tech_firms', 2025, 75600],
    ['tech_firms', 2021, 27509],
    ['tech_contracts', 2022, 630.4],
    ['tech_contracts', 2024, 974.24],
    ['gdp', 2018, 20363.19],
    ['rd_intensity', 2021, 0.0221],
    ['patents_per_10k', 2020, 11.32],
    ['state_key_labs', 2023, 10],
    ['national_innovation_bases', 2025, 228],
    ['new_institutions', 2025, 39],
    ['knowledge_loans', 2021, 223.5],
  ])('%s %d %d is shown alone', (id, year, value) => {
    const found = observed(id, '重庆', year).filter(({ figure }) => figure.value === value);
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ comparable }) => comparable)).toBe(false);
  });

  it.each([
    ['hightech_firms', 2021, 5108],
    ['tech_firms', 2021, 36900],
    ['rd_intensity', 2021, 0.0216],
    ['rd_intensity', 2020, 0.0211],
    ['rd_spend', 2021, 603.8],
    ['gdp', 2025, 33757.93],
  ])('%s %d %d may be joined', (id, year, value) => {
    expect(observed(id, '重庆', year).filter(({ comparable }) => comparable)).toMatchObject([{ figure: { value } }]);
  });

  it.each([
    ['academicians', '湖北', 80],
    ['state_key_labs', '上海', 44],
    ['manufacturing_centers', '全国', 13],
    ['big_facilities', '北京', 7],
    ['double_first_universities', '陕西', 8],
    ['hightech_firms', '上海', 17012],
  ])('%s of %s in 2020 is %d', (id, region, value) => {
    expect(observed(id, region, 2020)).toMatchObject([{ kind: 'peer', figure: { value } }]);
  });

  it('keeps the stated ratios with a warning and takes no count from them', () => {
    expect(dataset.statedRatios.map(({ region, figure }) => [region, figure.bound, figure.value])).toEqual([
      ['广东', '≈', 0.054],
      ['上海', '≈', 0.269],
      ['四川', '≈', 0.572],
    ]);
    for (const { warning } of dataset.statedRatios) expect(warning.zh).toContain('不据此推算');
    expect(observed('hightech_firms', '四川', 2020)).toEqual([]);
  });
});

describe('[D10] the default of every row follows from its data', () => {
  it.each([
    ['hightech_firms', 2015, 1035, 0.32468],
    ['tech_firms', 2018, 11026, 0.54653],
    ['rd_staff', 2015, 9.78, 0.1044],
    ['patents_per_10k', 2015, 4.3, 0.21427],
  ])('%s grows as since %d (%d)', (id, from, first, growth) => {
    const { defaultPath, base } = row(id);
    expect(defaultPath).toMatchObject({
      path: 'compound',
      reason: { code: 'history', from, to: 2020, first, last: base.value },
    });
    expect(defaultPath.growth).toBeCloseTo(growth, 4);
    expect(first * (1 + (defaultPath.growth ?? 0)) ** (2020 - from)).toBeCloseTo(base.value, 8);
  });

  it('takes the published growth of 2020 for the two drivers and the identity for the intensity', () => {
    expect(row('rd_spend').defaultPath).toEqual({
      path: 'compound',
      growth: 0.122,
      reason: { code: 'publishedGrowth', year: 2020 },
    });
    expect(row('gdp').defaultPath).toEqual({
      path: 'compound',
      growth: 0.039,
      reason: { code: 'publishedGrowth', year: 2020 },
    });
    expect(row('rd_intensity').defaultPath).toEqual({
      path: 'formula',
      formula: 'rd_spend/gdp',
      reason: { code: 'identity' },
    });
  });

  it.each([
    ['innovation_index_rank', 'rank'],
    ['hz_projects_new', 'periodTotal'],
    ['knowledge_loans', 'periodTotal'],
    ['state_key_labs', 'changedDefinition'],
    ['national_innovation_bases', 'changedDefinition'],
    ['new_institutions', 'changedDefinition'],
    ['tech_contracts', 'changedDefinition'],
    ['academicians', 'noHistory'],
  ])('%s holds: %s', (id, code) => {
    expect(row(id).defaultPath).toEqual({ path: 'hold', reason: { code } });
  });

  it('holds every rank and every flow of the report', () => {
    const moving = dataset.rows.filter(
      ({ indicator, defaultPath }) =>
        (indicator.kind === 'rank' || (indicator.kind === 'flow' && indicator.origin === 'report')) &&
        defaultPath.path !== 'hold',
    );
    expect(moving).toEqual([]);
  });
});
