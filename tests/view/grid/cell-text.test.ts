import { describe, expect, it } from 'vitest';
import type { CellView, NumberFormat } from '../../../src/core/model/view.ts';
import { sheetColumns, yearsFrom } from '../../../src/core/model/sheet.ts';
import { en } from '../../../src/i18n/en.ts';
import { zh } from '../../../src/i18n/zh.ts';
import { headerLines, statusText } from '../../../src/view/grid/cell-text.ts';
import { statusHint } from '../../../src/view/grid/status-hint.ts';

const count: NumberFormat = { decimals: 0, shift: 0, mark: 'none' };
const percent: NumberFormat = { decimals: 1, shift: 2, mark: 'percent' };
const chinese = { language: 'zh', words: zh.grid } as const;
const english = { language: 'en', words: en.grid } as const;

function gap(
  status: 'met' | 'thin' | 'missed' | 'unknown',
  value?: number,
  format = count,
): Extract<CellView, { kind: 'gap' }> {
  return { id: 'x@gap-2025', changed: false, kind: 'gap', status, format, ...(value !== undefined && { gap: value }) };
}

describe('[V9] the status is a word, and a missed target says how far', () => {
  it.each([
    [gap('met', -10), '达标', 'met'],
    [gap('thin', -10), '险达', 'barely'],
    [gap('missed', 135.2), '差 135', '135 short'],
    [gap('missed', 12345), '差 12,345', '12,345 short'],
    [gap('missed', 0.0004, percent), '差 0.04', '0.04 short'],
    [gap('missed', 0), '差一点', 'just short'],
    [gap('unknown'), '无法判断', 'unknown'],
  ])('%o', (view, inChinese, inEnglish) => {
    expect(statusText(view, chinese)).toBe(inChinese);
    expect(statusText(view, english)).toBe(inEnglish);
  });
  it('the hint is a sentence', () => {
    expect(statusHint(gap('missed', 135.2), chinese)).toBe('距目标还差 135');
    expect(statusHint(gap('missed', 0), chinese)).toContain('超过');
  });
});

describe('[V9] every column has a title in both languages', () => {
  it('that names its year', () => {
    for (const column of sheetColumns(yearsFrom(2020, 5), yearsFrom(2020, 5).slice(-1))) {
      for (const words of [zh.grid.header, en.grid.header]) {
        const title = headerLines(column, words).join(' ');
        expect(title).not.toBe('');
        if (column.year !== undefined) expect(title).toContain(String(column.year));
      }
    }
  });
});
