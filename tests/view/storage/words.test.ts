import { describe, expect, it } from 'vitest';
import { parseCellKey, type CellKey } from '../../../src/core/model/cell.ts';
import { storageWords, wordBackupError, wordCell, wordRefusal } from '../../../src/view/storage/words.ts';

const names = { shortName: () => '高新技术企业' };
const words = storageWords('zh');

function key(text: string): CellKey {
  if (!parseCellKey(text)) throw new Error(`Not a cell: ${text}`);
  return text as CellKey;
}

describe('[P24] what was not done, in words', () => {
  it.each([
    ['hightech_firms@2023', '高新技术企业 2023 年'],
    ['hightech_firms@growth', '高新技术企业 增速'],
    ['hightech_firms@growth-2023', '高新技术企业 2023 年增速'],
    ['hightech_firms@path', '高新技术企业 增长路径'],
    ['hightech_firms@held', '高新技术企业 锁定年份'],
  ])('%s is %s', (cell, text) => {
    expect(wordCell(key(cell), names, words)).toBe(text);
  });

  it('a limit is named, with what there would be', () => {
    const text = wordRefusal({ code: 'changedCells', limit: 20_000, given: 20_003 }, names, words);
    expect(text).toContain('20000');
    expect(text).toContain('20003');
    expect(wordRefusal({ code: 'notANumber', cell: key('gdp@2021') }, names, words)).toContain('高新技术企业 2021 年');
  });
});

describe('[P25] a bad backup file, in words', () => {
  it('says where JSON breaks, in which file', () => {
    expect(wordBackupError({ code: 'syntax', line: 12, column: 5 }, 'plan.json', words)).toMatch(
      /^plan\.json 第 12 行第 5 列/,
    );
  });

  it('says how large a file is and may be', () => {
    const text = wordBackupError({ code: 'tooLarge', limit: 10_485_760, given: 20_971_520 }, 'plan.json', words);
    expect(text).toContain('20.0 MB，最多 10.0 MB');
  });

  it('each failure has its own sentence, in both languages', () => {
    const errors = [
      { code: 'encoding' },
      { code: 'damaged' },
      { code: 'newer', version: 2 },
      { code: 'shape', at: 'format' },
      { code: 'tooDeep', line: 1, column: 2, limit: 12 },
      { code: 'limit', at: 'scenarios', limit: 500, given: 501 },
    ] as const;
    for (const language of ['zh', 'en'] as const) {
      const sentences = errors.map((error) => wordBackupError(error, 'a.json', storageWords(language)));
      expect(new Set(sentences).size).toBe(errors.length);
      if (language === 'en') expect(sentences.join('')).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
