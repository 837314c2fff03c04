import { describe, expect, it } from 'vitest';
import { createNames, namesById, type NamedRow } from '../../../src/core/formula/names.ts';
import { id, names } from './fixture.ts';

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
  const conflicting = createNames([
    named('one', '总数'),
    named('two', '总数'),
    named('three', 'SUM'),
    named('four', '增速'),
    named('five', '有 空格'),
    named('six', '1e5'),
    named('seven', '七', 'one'),
  ]);

  it('lists every conflict', () => {
    expect(conflicting.conflicts).toEqual([
      { name: '总数', indicator: 'two', with: { kind: 'indicator', indicator: 'one' } },
      { name: 'SUM', indicator: 'three', with: { kind: 'function' } },
      { name: '增速', indicator: 'four', with: { kind: 'word' } },
      { name: 'one', indicator: 'seven', with: { kind: 'indicator', indicator: 'one' } },
    ]);
    expect(names.conflicts).toEqual([]);
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
    expect(names.nearest(name, kind)).toBe(nearest);
  });
});

describe('[F13] the nearest of very many names is found at once', () => {
  it('20,000 rows', () => {
    const many = createNames(
      Array.from({ length: 20_000 }, (_, row) => named(`indicator_${row}`, `某区县第${row}项主要指标`)),
    );
    const before = performance.now();
    expect(many.nearest('某区县第19999项主要指示', 'row')).toBe('某区县第19999项主要指标');
    expect(performance.now() - before).toBeLessThan(250);
  });
});
