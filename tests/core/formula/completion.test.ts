import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../src/core/formula/completion.ts';
import { namesById } from '../../../src/core/formula/names.ts';
import { rows, names } from './fixture.ts';

const complete = createCompletion(rows, names);

describe('[F12] completion knows Chinese, English and pinyin initials', () => {
  const texts = (prefix: string): readonly string[] => complete(prefix).map(({ text }) => text);

  it.each([
    ['高', '高新技术企业'],
    ['gxjs', '高新技术企业'],
    ['GXJS', '高新技术企业'],
    ['技术企', '高新技术企业'],
    ['hightech', '高新技术企业'],
    ['regional', '地区生产总值'],
    ['rd', '研发经费'],
    ['med', 'MEDIAN'],
    ['mean', 'AVERAGE'],
    ['上', '上年'],
    ['gr', 'growth'],
  ])('%s offers %s', (prefix, text) => {
    expect(texts(prefix)).toContain(text);
  });

  it('puts what begins with the letters before what holds them', () => {
    expect(texts('研发')[0]).toBe('研发经费');
    expect(texts('sum')[0]).toBe('SUM');
  });

  it('looks inside names for more than one letter', () => {
    expect(texts('术')).toContain('高新技术企业');
    expect(texts('js')).toContain('高新技术企业');
    expect(texts('q')).not.toContain('高新技术企业');
  });

  it('offers nothing for nothing, and no more than asked', () => {
    expect(complete('')).toEqual([]);
    expect(complete('r', 2)).toHaveLength(2);
  });
});

describe('[V39] what is offered to those who do not read Chinese', () => {
  it('is called by ids, whichever name was begun', () => {
    const english = createCompletion(rows, namesById(names));
    expect(english('gxjs').map(({ text }) => text)).toEqual(
      complete('gxjs').map((found) => (found.kind === 'indicator' ? found.indicator : found.text)),
    );
    expect(english('hightech')[0]?.text).toBe('hightech_firms');
  });
});
