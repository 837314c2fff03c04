import { describe, expect, it } from 'vitest';
import { parseYear } from '../../../src/core/model/cell.ts';
import { cycleReference } from '../../../src/view/grid/cycle-reference.ts';
import { canPointAt, splice } from '../../../src/view/grid/draft.ts';
import { indexAt, wordAt } from '../../../src/view/grid/word-at.ts';

/** The caret is written as `|`. */
function caretIn(marked: string): readonly [string, number] {
  return [marked.replace('|', ''), marked.indexOf('|')];
}

describe('[V5] a reference can stand after =, an operator, a bracket or a comma', () => {
  it.each([
    '=|',
    '＝|',
    '=1+|',
    '=a*|',
    '=SUM(|',
    '=SUM(a,|)',
    '=(|)',
    '=a^|',
    '=a<|',
    '=a:|',
    '=1，|',
    '=- |',
    '=|+a',
  ])('%s', (marked) => {
    expect(canPointAt(...caretIn(marked))).toBe(true);
  });
  it.each(['|', '12|', 'abc+|', '=12|', '=a|', '=(a)|', '=|a', '=1+|2', '=a[|', '=5%|'])('not in %s', (marked) => {
    expect(canPointAt(...caretIn(marked))).toBe(false);
  });
});

describe('[V13] the word being typed', () => {
  it.each([
    ['=gao|', 'gao', 1],
    ['=1+高新|', '高新', 3],
    ['=SUM(rd_s|', 'rd_s', 5],
    ['＝高|)', '高', 1],
    ['=5G|', '5G', 1],
    ['=1+5G基|', '5G基', 3],
  ])('%s', (marked, text, start) => {
    expect(wordAt(...caretIn(marked))).toEqual({ text, start });
  });
  it.each(['gao|', '=12|', '=1e|', '=1e5|', '=1.5|', '=ga|o', '=a+|', '=a[-1|', '=a[20|'])('none in %s', (marked) => {
    expect(wordAt(...caretIn(marked))).toBeUndefined();
  });
});

describe('[V13] the brackets behind a name', () => {
  it.each([
    ['=高新技术企业[|', { name: '高新技术企业', text: '', start: 8, afterGrowth: false }],
    ['=1+gdp[-|]', { name: 'gdp', text: '-', start: 7, afterGrowth: false }],
    ['=gdp[增速][20|', { name: 'gdp', text: '20', start: 9, afterGrowth: true }],
    ['=5G基站[|', { name: '5G基站', text: '', start: 6, afterGrowth: false }],
    ['=self【|', { name: 'self', text: '', start: 6, afterGrowth: false }],
  ])('%s', (marked, open) => {
    expect(indexAt(...caretIn(marked))).toEqual(open);
  });
  it.each(['gdp[|', '=gdp|[-1]', '=gdp[-1]|', '=[|', '=12[|', '=1e5[|', '=gdp[-1][|'])('none in %s', (marked) => {
    expect(indexAt(...caretIn(marked))).toBeUndefined();
  });
});

describe('[V6] F4 turns an offset into the year and back', () => {
  const year = parseYear(2023) ?? expect.fail();
  it.each([
    ['=高新技术企业|', '=高新技术企业[2023]'],
    ['=gdp[-1]|', '=gdp[2022]'],
    ['=gdp|[-1]*2', '=gdp[2022]*2'],
    ['=gdp[2022]|', '=gdp[-1]'],
    ['=gdp[2023]|', '=gdp'],
    ['=gdp[2025]|', '=gdp[+2]'],
    ['=a+|gdp[+1]', '=a+gdp[2024]'],
    ['=gdp[增速][-1]|', '=gdp[增速][2022]'],
    ['=gdp[增速]|', '=gdp[增速][2023]'],
    ['=5G基站|*2', '=5G基站[2023]*2'],
    ['=2*5G基站[-1]|', '=2*5G基站[2022]'],
    ['=self[-1]|', '=self[2022]'],
    ['=本行[2021]|', '=本行[-2]'],
    ['=gdp【-1】|', '=gdp[2022]'],
  ])('%s', (marked, expected) => {
    const [text, caret] = caretIn(marked);
    expect(cycleReference(text, caret, year)?.text).toBe(expected);
  });
  it.each(['=prev|', '=上年|', '=SU|M(1)', '=12|', 'gdp|', '=growth|*2', '=1e5|', '=1.5|'])(
    'nothing in %s',
    (marked) => {
      expect(cycleReference(...caretIn(marked), year)).toBeUndefined();
    },
  );
});

describe('[V5] a picked reference takes the place of the last one', () => {
  it('and says where it stands', () => {
    expect(splice('=a+gdp*2', 3, 6, '研发经费[-1]')).toEqual({ text: '=a+研发经费[-1]*2', start: 3, end: 11 });
  });
});
