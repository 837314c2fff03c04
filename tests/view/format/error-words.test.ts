import { describe, expect, it } from 'vitest';
import { parseIndicatorId, parseYear, valueKey, type CellKey } from '../../../src/core/model/cell.ts';
import type { CellError, ErrorCode } from '../../../src/core/model/input.ts';
import type { EntryError } from '../../../src/core/entry/parse-entry.ts';
import { en } from '../../../src/i18n/en.ts';
import { zh } from '../../../src/i18n/zh.ts';
import { errorPlace } from '../../../src/view/format/error-place.ts';
import { describeCellError, describeEntryError } from '../../../src/view/format/error-words.ts';

const key = (id: string, year: number): CellKey =>
  valueKey(parseIndicatorId(id) ?? expect.fail(), parseYear(year) ?? expect.fail());
const own = key('a', 2023);
const other = key('b', 2022);
const label = (cell: CellKey): string => `<${cell}>`;
const codes: readonly ErrorCode[] = ['#DIV/0!', '#NUM!', '#VALUE!', '#NAME?', '#REF!', '#N/A', '#ERROR!'];

describe('[V11] an error value says which cell to mend', () => {
  it.each(codes)('%s elsewhere', (code) => {
    for (const words of [zh.error, en.error])
      expect(describeCellError({ code, origin: other }, own, words, label)).toContain('<b@2022>');
  });
  it.each(codes)('%s here', (code) => {
    expect(describeCellError({ code, origin: own }, own, zh.error, label)).toContain('这一格');
    expect(describeCellError({ code, origin: own }, own, en.error, label).toLowerCase()).toContain('this cell');
  });
  it('#N/A names the blank', () => {
    const error: CellError = { code: '#N/A', origin: own, missing: other };
    expect(describeCellError(error, own, zh.error, label)).toBe(
      '这一格的公式引用了空白单元格<b@2022>。请先填写<b@2022>。',
    );
  });
  it('#CYCLE! names the ring and closes it', () => {
    const error: CellError = { code: '#CYCLE!', origin: own, ring: [own, other] };
    expect(describeCellError(error, own, zh.error, label)).toContain('<a@2023> → <b@2022> → <a@2023>');
  });
});

const formula = (error: Extract<EntryError, { code: 'formula' }>['error']): EntryError => ({ code: 'formula', error });

describe('[V11] an entry that cannot be read says where and why', () => {
  it.each<[EntryError, string]>([
    [formula({ code: 'syntax', at: 3, expected: 'operand' }), '第 4 个字符：这里缺少数字、指标名或函数。'],
    [formula({ code: 'syntax', at: 0, expected: 'closingBracket' }), '第 1 个字符：括号没有配对，这里需要右括号 )。'],
    [formula({ code: 'unknownName', at: 1, name: '高新企业' }), '第 2 个字符：没有叫“高新企业”的指标。'],
    [formula({ code: 'unknownFunction', at: 1, name: 'foo' }), '第 2 个字符：没有叫“foo”的函数。'],
    [
      formula({ code: 'argumentCount', at: 1, name: 'ROUND', least: 1, most: 2, given: 3 }),
      '第 2 个字符：ROUND 需要 1 到 2 个参数，现在有 3 个。',
    ],
    [
      formula({ code: 'argumentCount', at: 1, name: 'SUM', least: 1, most: 64, given: 0 }),
      '第 2 个字符：SUM 需要 至少 1 个参数，现在有 0 个。',
    ],
    [formula({ code: 'tooDeep', at: 40, limit: 32 }), '第 41 个字符：括号套得太深，最多 32 层。'],
    [formula({ code: 'forbidden', at: 2, text: ';' }), '第 3 个字符：公式里不能用“;”。'],
    [{ code: 'unreadable', at: 0 }, '“abc”不是数字。请填写数字（如 1,234、12.5%、1.2万），或以 = 开头的公式。'],
    [
      { code: 'unit', at: 2, given: '亩', unit: { zh: '家', en: 'firms' } },
      '“亩”与本行的计量单位不符，本行是“家”。请换算后只写数字。',
    ],
  ])('%o', (error, sentence) => {
    expect(describeEntryError(error, 'abc', 'zh', zh.error)).toBe(sentence);
  });
  it('offers the name that may have been meant', () => {
    const error = formula({ code: 'unknownName', at: 1, name: '高新企业' });
    expect(describeEntryError(error, '=高新企业', 'zh', zh.error, '高新技术企业')).toBe(
      '第 2 个字符：没有叫“高新企业”的指标。是不是“高新技术企业”？',
    );
  });
  it('in English', () => {
    const error = formula({ code: 'unknownName', at: 1, name: 'firm' });
    expect(describeEntryError(error, '=firm', 'en', en.error, 'firms')).toBe(
      'Character 2: there is no indicator “firm”. Did you mean “firms”?',
    );
  });
  it('puts the caret there', () => {
    expect(errorPlace(formula({ code: 'forbidden', at: 2, text: ';' }))).toBe(2);
    expect(errorPlace({ code: 'unreadable', at: 5 })).toBe(5);
  });
  it('stays short however long the text', () => {
    expect(describeEntryError({ code: 'unreadable', at: 0 }, 'x'.repeat(5000), 'zh', zh.error).length).toBeLessThan(
      120,
    );
  });
});
