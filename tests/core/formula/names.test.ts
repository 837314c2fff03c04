import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../src/core/formula/nearest-name.ts';
import { nameConflicts } from '../../../src/core/formula/name-conflicts.ts';
import { createNames, namesById, type NamedRow } from '../../../src/core/formula/names.ts';
import { id, names, rows } from './fixture.ts';

function named(indicator: string, shortName: string, ...aliases: string[]): NamedRow {
  return { id: id(indicator), shortName, aliases, pinyin: '', label: { zh: shortName, en: indicator } };
}

describe('[F11] a name is exact but for the case of A to Z', () => {
  it.each([
    ['地区生产总值', 'gdp'],
    ['GDP', 'gdp'],
    ['Gdp', 'gdp'],
    ['高企', 'hightech_firms'],
    ['高新技术企', undefined],
    // Cyrillic е, and the Kelvin sign, which lower-cases to k.
    ['hightеch_firms', undefined],
    ['\u212a', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['toString', undefined],
  ])('%s means %s', (name, indicator) => {
    expect(names.find(name)).toBe(indicator);
  });

  it('composes accents', () => {
    const accented = createNames([named('cafe', 'caf\u00e9')]);
    expect(accented.find('cafe\u0301')).toBe('cafe');
  });
});

describe('[V39] names for those who do not read Chinese', () => {
  it('show rows by their ids, and know all the names that there are', () => {
    const english = namesById(names);
    expect(english.shortName(id('hightech_firms'))).toBe('hightech_firms');
    expect([english.find('高企'), english.growthWord]).toEqual(['hightech_firms', 'growth']);
  });
});

describe('[F11] a name that is taken is reported, and shown names always read back', () => {
  const rowsInConflict = [
    named('one', '总数'),
    named('two', '总数'),
    named('three', 'SUM'),
    named('four', '增速'),
    named('five', '有 空格'),
    named('six', '1e5'),
    named('seven', '七', 'one'),
  ];
  const conflicting = createNames(rowsInConflict);

  it('lists every conflict', () => {
    expect(nameConflicts(rowsInConflict)).toEqual([
      { name: '总数', indicator: 'two', with: { kind: 'indicator', indicator: 'one' } },
      { name: 'SUM', indicator: 'three', with: { kind: 'function' } },
      { name: '增速', indicator: 'four', with: { kind: 'word' } },
      { name: 'one', indicator: 'seven', with: { kind: 'indicator', indicator: 'one' } },
    ]);
    expect(nameConflicts(rows)).toEqual([]);
  });

  it.each([
    ['one', '总数'],
    ['two', 'two'],
    ['three', 'three'],
    ['four', 'four'],
    ['five', 'five'],
    ['six', 'six'],
    ['seven', '七'],
  ])('%s is shown as %s', (indicator, shown) => {
    expect(conflicting.shortName(id(indicator))).toBe(shown);
  });
});

describe('[F11] the nearest name is offered for a slip, and nothing for a stranger', () => {
  it.each([
    ['地区生产总直', 'row', '地区生产总值'],
    ['高新技术企', 'row', '高新技术企业'],
    ['hightech_firm', 'row', 'hightech_firms'],
    ['prv', 'row', 'prev'],
    ['5g基占', 'row', '5G基站'],
    ['GDPP', 'row', 'gdp'],
    ['averge', 'function', 'AVERAGE'],
    ['水果', 'row', undefined],
    ['ab', 'row', undefined],
    ['x'.repeat(120), 'row', undefined],
    ['', 'row', undefined],
  ] as const)('%s (%s)', (name, kind, nearest) => {
    expect(nearestName(name, kind, rows)).toBe(nearest);
  });
});

describe('[F13] the nearest of very many names is found at once', () => {
  it('20,000 rows', () => {
    const many = Array.from({ length: 20_000 }, (_, row) => named(`indicator_${row}`, `某区县第${row}项主要指标`));
    const before = performance.now();
    expect(nearestName('某区县第19999项主要指示', 'row', many)).toBe('某区县第19999项主要指标');
    expect(performance.now() - before).toBeLessThan(250);
  });
});

describe('[F11] of very many names each finds its row, and what is no name finds none', () => {
  const rowsInMind = Array.from({ length: 2000 }, (_, row) =>
    named(`indicator_${row}`, `指标${row}`, `Alias${row}`, `别名${row}`),
  );
  // The index cannot tell these two by their hashes.
  const alike = [named('left', 'n2ud1la'), named('right', 'n7zs2wv')];
  const many = createNames([...rowsInMind, ...alike]);

  it('by id, short name and alias', () => {
    const wrong = [...rowsInMind, ...alike].flatMap(({ id: indicator, shortName, aliases }) =>
      [indicator, shortName, ...aliases].filter((name) => many.find(name) !== indicator),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['指标2000', 'alias2000', 'indicator_', '指标', ''])('%s is none', (name) => {
    expect(many.find(name)).toBeUndefined();
  });

  it('also where the caller says where the rows stand, and where there are none', () => {
    const rowOf = new Map(alike.map(({ id: indicator }, row) => [indicator, row]));
    expect(createNames(alike, rowOf).find('right')).toBe('right');
    expect(createNames([]).find('right')).toBeUndefined();
  });
});
