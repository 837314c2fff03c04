import { describe, expect, it } from 'vitest';
import type { PathReason, WorkbookRow } from '../../../src/core/model/dataset.ts';
import { panel as en } from '../../../src/i18n/en/panel.ts';
import { panel as zh } from '../../../src/i18n/zh/panel.ts';
import { wordReason } from '../../../src/view/panel/reason-words.ts';
import { dataset, figure, firms, layer, share, y } from '../../support/plan.ts';

const book = dataset([], [layer('“十四五”科创规划', [])]);

function say(reason: PathReason, growth?: number, indicator = firms): string {
  const defaultPath = { path: 'compound', reason, ...(growth !== undefined && { growth }) };
  const row: WorkbookRow = { indicator, base: figure(1), defaultPath };
  return wordReason(row, book, zh.reason, 'zh');
}

describe('[V37] why a default growth is what it is', () => {
  it('history: years, values and rate', () => {
    const reason = { code: 'history', from: y(2015), to: y(2020), first: 1035, last: 4222 } as const;
    expect(say(reason, 0.3247)).toBe('依据 2015—2020 年历史，从 1,035 到 4,222，年均 32.5%。');
  });

  it('history of a share is told in per cent', () => {
    const reason = { code: 'history', from: y(2015), to: y(2020), first: 0.0153, last: 0.021 } as const;
    expect(say(reason, 0.0654, share)).toContain('从 1.53% 到 2.10%，年均 6.5%');
  });

  it('target: the document, the year and the rate', () => {
    const reason = { code: 'target', year: y(2025), layer: '“十四五”科创规划' } as const;
    expect(say(reason, 0.105)).toMatch(/“十四五”科创规划.*2025 年目标.*10\.5%/);
    expect(say(reason)).not.toContain('%');
  });

  it('published growth of one year', () => {
    expect(say({ code: 'publishedGrowth', year: y(2020) }, 0.053)).toMatch(/2020 年.*5\.3%/);
  });

  it('every reason has a sentence of its own in both languages', () => {
    const codes = ['identity', 'rank', 'periodTotal', 'changedDefinition', 'noHistory'] as const;
    for (const panel of [zh, en]) {
      const sentences = codes.map((code) =>
        wordReason(
          { indicator: firms, base: figure(1), defaultPath: { path: 'hold', reason: { code } } },
          book,
          panel.reason,
          'zh',
        ),
      );
      expect(new Set(sentences).size).toBe(codes.length);
    }
  });
});
