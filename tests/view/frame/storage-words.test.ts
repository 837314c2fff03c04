import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { zh } from '../../../src/i18n/zh.ts';
import { wordFailure, wordNotice, wordTime } from '../../../src/view/frame/storage-words.ts';
import { formatBytes } from '../../../src/view/shared/bytes.ts';

const words = zh.frame.notice;

describe('[V38] storage, in sentences', () => {
  it('a full store tells used and quota where known', () => {
    const known = wordFailure({ code: 'full', used: 5_033_165, quota: 5_242_880 }, words);
    expect(known).toContain('已用 4.8 MB，上限 5.0 MB');
    expect(wordFailure({ code: 'full' }, words)).not.toContain('MB');
  });

  it('each failure has its own sentence, in both languages', () => {
    const codes = ['denied', 'timeout', 'closed', 'unknown', 'outdated'] as const;
    for (const own of [zh, en]) {
      const sentences = codes.map((code) => wordFailure({ code }, own.frame.notice));
      expect(new Set(sentences).size).toBe(codes.length);
    }
  });

  it('lost scenarios are named, with when they were last seen', () => {
    const scenarios = [
      { name: '进取', savedAt: '2026-03-05T09:30:12.000Z' },
      { name: '保守', savedAt: '2026-03-04T08:00:00.000Z', older: true as const },
    ];
    const sentence = wordNotice({ kind: 'lost', scenarios }, words);
    expect(sentence).toContain('2 个方案');
    expect(sentence).toContain('进取（最后保存于 2026-03-05 09:30）');
    expect(sentence).toContain('保守（最后保存于 2026-03-04 08:00，已打开更早保存的内容）');
  });

  it('a scenario put aside says why', () => {
    const record = { key: 'k', name: '进取', reason: 'checksum' } as const;
    expect(wordNotice({ kind: 'quarantined', record }, words)).toContain('“进取”无法读取（校验不一致）');
  });

  it('a time is shown to the minute, as it was written', () => {
    expect(wordTime('2026-03-05T09:30:12.000Z')).toBe('2026-03-05 09:30');
  });

  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [5_033_165, '4.8 MB'],
    [200 * 1024 ** 2, '200 MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
