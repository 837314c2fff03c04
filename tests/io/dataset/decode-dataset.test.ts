import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/core/model/dataset.ts';
import type { DatasetError, TableName } from '../../../src/io/dataset/dataset-error.ts';
import { decodeDataset } from '../../../src/io/dataset/decode-dataset.ts';
import { tables } from './tables.ts';

function decoded(files = tables()): Dataset {
  const result = decodeDataset(files);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function faults(table: TableName, line: number, text: string): readonly DatasetError[] {
  const result = decodeDataset(tables({ table, line, text }));
  return result.ok ? [] : result.error;
}

describe('[D1] tables decode to a dataset', () => {
  const dataset = decoded();

  it('reads years, rows in order, chapters that have rows', () => {
    expect(dataset).toMatchObject({
      id: 'small',
      baseYear: 2020,
      years: [2020, 2021, 2022, 2023],
      targetYears: [2021, 2023],
    });
    expect(dataset.rows.map(({ indicator }) => [indicator.id, indicator.chapter])).toEqual([
      ['firms', 'one'],
      ['share', 'two'],
      ['place', 'two'],
    ]);
    expect(dataset.chapters.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('keeps value, bound, standing and citation of a figure', () => {
    expect(dataset.rows[0]?.base).toEqual({
      value: 121,
      bound: '>',
      standing: 'official',
      citation: {
        document: { zh: '报告', en: 'Report' },
        publisher: { zh: '局', en: 'Bureau' },
        published: '2021-06-11',
        chapter: '一',
        paragraph: '段',
        quote: '企业121家',
      },
    });
  });

  it('stores per cent as the nearest fraction, targets and ratios too', () => {
    expect(dataset.rows[1]?.base.value).toBe(0.021);
    expect(dataset.layers[0]?.targets[0]?.comparison).toEqual({ op: 'gt', value: 0.026 });
    expect(dataset.statedRatios[0]).toMatchObject({ figure: { value: 0.054, bound: '≈' }, warning: { zh: '慎用' } });
    expect(dataset.unbased?.[0]?.targets[0]?.comparison).toEqual({ op: 'approx', value: 0.07, tolerance: 0.005 });
  });

  it('reads a level as one to be reached from the better side', () => {
    expect(dataset.layers[0]?.targets[1]).toMatchObject({
      indicator: 'place',
      comparison: { op: 'lte', value: 5 },
      nature: 'binding',
    });
    expect(dataset.peerTargets).toMatchObject([{ region: '乙', comparison: { op: 'gte', value: 300 } }]);
  });

  it('keeps what has no row outside rows, layers and observations', () => {
    expect(dataset.unbased).toMatchObject([{ id: 'pace', observations: [{ figure: { value: 0.122 } }] }]);
    expect(dataset.observations.map(({ indicator }) => indicator)).toEqual(['firms', 'firms', 'firms']);
    expect(dataset.layers.map(({ id, targets }) => [id, targets.length])).toEqual([
      ['plan', 2],
      ['nation', 1],
    ]);
  });

  it('computes the growth of a default path from its endpoints', () => {
    const [firms, share, place] = dataset.rows.map(({ defaultPath }) => defaultPath);
    expect(firms?.growth).toBeCloseTo(0.1, 14);
    expect(firms?.reason).toEqual({ code: 'history', from: 2018, to: 2020, first: 100, last: 121 });
    expect(share).toEqual({ path: 'formula', formula: 'firms/place', reason: { code: 'identity' } });
    expect(place).toEqual({ path: 'compound', growth: 0.122, reason: { code: 'publishedGrowth', year: 2020 } });
  });

  it("takes no other region's history for its own", () => {
    const text = 'history|firms|乙|2018||=|50|official|report|yes|||||';
    const [firms] = decoded(tables({ table: 'observations', line: 2, text })).rows;
    expect(firms?.defaultPath.growth).toBeCloseTo(0.1, 14);
  });

  it('keeps the span of a total and whether it may be joined', () => {
    expect(dataset.observations[2]).toMatchObject({
      since: 2016,
      year: 2020,
      comparable: false,
      figure: { note: { en: 'Note' } },
    });
    expect(dataset.observations[1]).not.toHaveProperty('since');
  });
});

describe('[D11] the version names the content', () => {
  it('is the same for the same content and another for any changed figure', () => {
    const version = decoded().version;
    expect(version).toMatch(/^[0-9a-f]{8}$/);
    expect(decoded().version).toBe(version);
    const edits = [
      tables({ table: 'baseline-2020', line: 3, text: 'share|≈|2.2|estimate|report|||||' }),
      tables({ table: 'targets', line: 2, text: 'plan|share|2023|>=|2.6||unstated|press|report|||||' }),
      tables({ table: 'observations', line: 2, text: 'history|firms|甲|2018||≈|91|estimate|report|no|||||' }),
    ];
    expect(new Set([version, ...edits.map((files) => decoded(files).version)]).size).toBe(4);
  });

  it('does not depend on the form of the file', () => {
    const files = tables();
    const saved = `\uFEFF${files.regions.replaceAll('\n', '\r\n')}\r\n\t\r\n`;
    expect(decoded({ ...files, regions: saved }).version).toBe(decoded().version);
  });
});

describe('[A19] relations', () => {
  it('are read with their rows, a tolerance in the stored unit of the left one', () => {
    expect(decoded().relations).toEqual([
      {
        ...{ id: 'share_is', kind: 'quotient', left: 'share', right: 'firms', divisor: 'place', tolerance: 0.0005 },
        note: { zh: '占比的定义', en: 'What a share is' },
      },
      { id: 'part', kind: 'within', left: 'place', right: 'firms', note: { zh: '部分', en: 'A part' } },
      { id: 'more', kind: 'increase', left: 'firms', right: 'place', note: { zh: '增加', en: 'An increase' } },
    ]);
  });
});

describe('[D12] a fault is named with table, line and column', () => {
  it.each<[TableName, number, string, Partial<Record<string, unknown>>]>([
    ['units', 1, 'unit|zh|en|decimals|percent', { code: 'missingColumn', line: 1, column: 'whole' }],
    ['regions', 1, 'region|en|en', { code: 'repeatedColumn', line: 1, column: 'en' }],
    ['regions', 1, 'region|en|fr', { code: 'unknownColumn', name: 'fr' }],
    ['regions', 2, '甲', { code: 'cellCount', line: 2, expected: 2, given: 1 }],
    ['regions', 2, '甲|"A', { code: 'quoting', line: 2 }],
    ['regions', 3, '甲|A', { code: 'repeated', line: 3, column: 'region', firstLine: 2 }],
    ['relations', 2, 'share_is|quotient|share|firms||0.05|注|Note', { code: 'empty', column: 'divisor' }],
    ['relations', 2, 'share_is|sum|share|firms|||注|Note', { code: 'notChoice', column: 'kind' }],
    ['relations', 3, 'part|within|place|firms|share||注|Note', { code: 'notEmpty', column: 'divisor' }],
    ['relations', 3, 'part|within|pace|firms|||注|Note', { code: 'missingRow', column: 'left', inTable: 'workbook' }],
    ['relations', 3, 'part|within|place|nobody|||注|Note', { code: 'unknownReference', column: 'right' }],
    ['relations', 3, 'share_is|within|place|firms|||注|Note', { code: 'repeated', column: 'relation', firstLine: 2 }],
    ['units', 2, 'jia|家|no.|9|no|yes', { code: 'notChoice', column: 'decimals', text: '9' }],
    ['units', 2, 'Jia|家|no.|0|no|yes', { code: 'notId', column: 'unit' }],
    ['units', 2, 'jia|家|no.|0|true|yes', { code: 'notChoice', column: 'percent' }],
    ['documents', 2, 'report|报告|Report|局|Bureau|2021-6-11|', { code: 'notDate', column: 'published' }],
    ['documents', 2, 'report|报告||局|Bureau|2021|', { code: 'empty', column: 'en' }],
    [
      'dataset',
      2,
      'small|小|Small|丙|2020|2023|2021',
      { code: 'unknownReference', column: 'region', inTable: 'regions' },
    ],
    ['dataset', 2, 'small|小|Small|甲|2020|2019|2021', { code: 'notYear', column: 'last_year' }],
    ['dataset', 2, '', { code: 'missingRow', inTable: 'dataset' }],
    ['indicators', 2, 'Firms|one|企业数|Firms|企业|qy||jia|stock|up|report||', { code: 'notId', column: 'indicator' }],
    [
      'indicators',
      2,
      'firms|one|企业数|Firms|企 业|qy||jia|stock|up|report||',
      { code: 'notShortName', text: '企 业' },
    ],
    ['indicators', 2, 'firms|one|企业数|Firms|2企业|qy||jia|stock|up|report||', { code: 'notShortName' }],
    ['indicators', 2, 'firms|one|企业数|Firms|E5|qy||jia|stock|up|report||', { code: 'notShortName' }],
    [
      'indicators',
      2,
      'firms|one|企业数|Firms|增速|qy||jia|stock|up|report||',
      { code: 'nameTaken', line: 2, name: '增速' },
    ],
    ['indicators', 2, 'firms|one|企业数|Firms|企业|qy|占比|jia|stock|up|report||', { code: 'nameTaken', name: '占比' }],
    ['indicators', 2, 'firms|one|企业数|Firms|企业|QY||jia|stock|up|report||', { code: 'notPinyin' }],
    [
      'indicators',
      2,
      'firms|one|企业数|Firms|企业|qy||ge|stock|up|report||',
      { code: 'unknownReference', inTable: 'units' },
    ],
    ['indicators', 2, 'firms|one|企业数|Firms|企业|qy||jia|level|up|report||', { code: 'notChoice', column: 'kind' }],
    [
      'indicators',
      2,
      'firms|one|企业数|Firms|企业|qy||jia|stock|up|report|只有中文|',
      { code: 'empty', column: 'note_en' },
    ],
    ['baseline-2020', 2, 'firms|>|1,021|official|report|||||', { code: 'notNumber', text: '1,021' }],
    ['baseline-2020', 2, 'firms|>|1e9|official|report|||||', { code: 'notNumber' }],
    ['baseline-2020', 2, 'firms|>||official|report|||||', { code: 'empty', column: 'value' }],
    ['baseline-2020', 2, 'firms|>|121|official||||||', { code: 'empty', column: 'document' }],
    ['baseline-2020', 2, 'firms|~|121|official|report|||||', { code: 'notChoice', column: 'bound' }],
    ['baseline-2020', 3, 'firms|>|121|official|report|||||', { code: 'repeated', firstLine: 2 }],
    ['baseline-2020', 2, 'pace|=|1|official|report|||||', { code: 'notEmpty', column: 'indicator', text: 'pace' }],
    [
      'baseline-2020',
      2,
      '',
      { code: 'missingRow', table: 'workbook', line: 2, name: 'firms', inTable: 'baseline-2020' },
    ],
    ['workbook', 2, '', { code: 'missingRow', table: 'indicators', line: 2, name: 'firms', inTable: 'workbook' }],
    ['workbook', 2, 'firms|soar|noHistory|||', { code: 'notChoice', column: 'path', text: 'soar', choices: ['hold'] }],
    ['workbook', 2, 'firms|hold|history|2018||', { code: 'notChoice', column: 'path', choices: ['compound'] }],
    ['workbook', 2, 'firms|hold|because|||', { code: 'notChoice', column: 'reason' }],
    ['workbook', 2, 'firms|compound|history|2017||', { code: 'noObservation', column: 'from', year: 2017 }],
    ['workbook', 4, 'place|compound|publishedGrowth|2019|pace|', { code: 'noObservation', column: 'growth_from' }],
    ['workbook', 2, 'firms|hold|noHistory|2018||', { code: 'notEmpty', column: 'from' }],
    ['workbook', 3, 'share|formula|identity|||firms/', { code: 'formula', column: 'formula' }],
    ['workbook', 3, 'share|formula|identity|||nothing*2', { code: 'formula', column: 'formula' }],
    ['workbook', 3, 'share|formula|identity|||', { code: 'empty', column: 'formula' }],
    ['layers', 2, 'plan|甲|spring|yes|规划|Plan', { code: 'notDate', column: 'issued' }],
    [
      'targets',
      2,
      'plan|share|2023|about|2.6||unstated|press|report|||||',
      { code: 'notChoice', column: 'comparator' },
    ],
    ['targets', 4, 'plan|pace|2023|≈|7||unstated|press|report|||||', { code: 'empty', column: 'tolerance' }],
    ['targets', 2, 'plan|share|2023|>|2.6|1|unstated|press|report|||||', { code: 'notEmpty', column: 'tolerance' }],
    ['targets', 3, 'plan|share|2023|=|5||binding|press|report|||||', { code: 'repeated', firstLine: 2 }],
    [
      'observations',
      2,
      'history|firms|甲|2018||≈|90|estimate|report|yes|||||',
      { code: 'repeated', column: 'comparable', firstLine: 2 },
    ],
    ['observations', 3, 'history|firms|甲|18||=|100|official|report|yes|||||', { code: 'notYear', column: 'year' }],
    [
      'observations',
      2,
      'history|toString|甲|2018||=|100|official|report|yes|||||',
      { code: 'unknownReference', inTable: 'indicators' },
    ],
    ['ratios', 2, 'firms|乙|2020|≈|5.4|official|report|||||', { code: 'empty', column: 'warning_zh' }],
  ])('%s, line %d: %s', (table, line, text, expected) => {
    expect(faults(table, line, text)).toContainEqual(expect.objectContaining({ table, ...expected }));
  });

  it('reports the faults of all tables at once', () => {
    const files = { ...tables({ table: 'units', line: 2, text: 'jia|家|no.|x|no|yes' }), regions: 'region' };
    const result = decodeDataset(files);
    const broken = result.ok ? [] : result.error.map(({ table }) => table);
    expect(broken).toEqual(expect.arrayContaining(['units', 'regions', 'indicators']));
  });

  it('refuses a chapter whose rows do not stand together', () => {
    const files = tables();
    const [head, firms, share, place] = files.workbook.split('\n');
    const result = decodeDataset({ ...files, workbook: [head, share, firms, place].join('\n') });
    expect(result.ok ? [] : result.error).toMatchObject([{ code: 'chapterSplit', chapter: 'two', line: 4 }]);
  });

  it('refuses a table beyond any size that figures need', () => {
    const result = decodeDataset({ ...tables(), regions: 'x'.repeat(4_000_001) });
    expect(result.ok ? [] : result.error).toContainEqual(
      expect.objectContaining({ code: 'tooLong', table: 'regions' }),
    );
  });
});
