import { describe, expect, it } from 'vitest';
import { formatDate, formatShortTime } from '../../../src/view/format/time.ts';

describe('[B7] a version is called by its time, the year only where it is another one', () => {
  it.each([
    ['2026-11-24T03:35:00', '11月24日 03:35', '24 Nov, 03:35'],
    ['2025-11-24T13:05:00', '2025年11月24日 13:05', '24 Nov 2025, 13:05'],
    ['soon', 'soon', 'soon'],
  ])('%s', (text, chinese, english) => {
    const now = '2026-12-01T08:00:00';
    expect(formatShortTime(text, now, 'zh')).toBe(chinese);
    expect(formatShortTime(text, now, 'en')).toBe(english);
  });
});

describe('[S15] a stored day is that day everywhere', () => {
  it.each([
    ['2021-12-31', '2021年12月31日'],
    ['2021-12', '2021-12'],
    ['2021-02-31T', '2021-02-31T'],
  ])('%s', (text, day) => {
    expect(formatDate(text, 'zh')).toBe(day);
  });
});
