import { describe, expect, it } from 'vitest';
import { peers as words } from '../../../src/i18n/zh/peers.ts';
import { catchUpText, gapText, growthText, neededText, type PeersContext } from '../../../src/view/peers/peers-text.ts';
import { firms, rank, share, y } from '../../support/plan.ts';

const counts: PeersContext = { indicator: firms, pace: 'rate', language: 'zh', words };
const shares: PeersContext = { indicator: share, pace: 'step', language: 'zh', words };
const gap = (absolute: number, ours?: number) => ({
  gap: { absolute, year: y(2020), ...(ours !== undefined && { share: ours }) },
  isTotal: false,
});

describe('[A41] what is told of another region', () => {
  it('a gap says who is ahead, in the row’s unit', () => {
    expect(gapText(gap(12790, 0.248), counts)).toEqual({ amount: '差 12,790 家', share: '为其 24.8%' });
    expect(gapText(gap(-5), counts)).toEqual({ amount: '超 5 家', share: '' });
    expect(gapText(gap(0, 1), counts).amount).toBe('持平');
    expect(gapText(gap(0.008, 0.724), shares)).toEqual({ amount: '差 0.80 个百分点', share: '为其 72.4%' });
    expect(gapText({ isTotal: false }, counts).amount).toBe('同期数据不足');
  });

  it('of ranks the smaller is ahead', () => {
    expect(gapText(gap(-3), { ...counts, indicator: rank }).amount).toMatch(/^差 3/);
  });

  it('of a total it is our share of the country', () => {
    expect(gapText({ ...gap(900, 0.1), isTotal: true }, counts)).toEqual({ amount: '占全国 10.0%', share: '' });
  });

  it.each([
    [{ kind: 'ahead' }, '✓', '已领先'],
    [{ kind: 'ahead', overtaken: y(2024) }, '△', '已领先，2024 年被反超'],
    [{ kind: 'year', year: y(2028) }, '→', '2028 年追上'],
    [{ kind: 'year', year: y(2022), lost: y(2024) }, '△', '2022 年追上，2024 年又落后'],
    [
      { kind: 'year', year: y(2022), lost: y(2024), regained: y(2027) },
      '→',
      '2022 年追上，2024 年又落后，2027 年再追上',
    ],
    [{ kind: 'ahead', overtaken: y(2023), regained: y(2026) }, '→', '已领先，2023 年被反超，2026 年再追上'],
    [{ kind: 'notBefore', year: y(2035) }, '✗', '2035 年前追不上'],
    [{ kind: 'unknown' }, '?', '增速未定'],
  ] as const)('%j has a shape before its words', (catchUp, mark, text) => {
    expect(catchUpText({ catchUp }, words.catchUp)).toEqual({ mark, text });
  });

  it('what it takes is a rate and so much a year, or points, or from nothing only so much a year', () => {
    const known = { isTotal: false, values: new Map([[y(2025), 1]]) };
    expect(neededText({ ...known, needed: { growth: 0.2, step: 30 } }, 2025, counts)).toEqual({
      growth: '20.00%',
      step: '每年增加 30 家',
    });
    expect(neededText({ ...known, needed: { growth: 0.0018, step: 0.0018 } }, 2025, shares)).toEqual({
      growth: '0.18 百分点',
      step: '',
    });
    expect(neededText({ ...known, needed: { step: 2 } }, 2025, counts).growth).toBe('从 0 起步');
    expect(neededText(known, 2025, counts).growth).toBe('不需要');
    expect(neededText({ isTotal: false, values: new Map() }, 2025, counts).growth).toBe('增速未定');
    expect(neededText({ ...known, isTotal: true }, 2025, counts)).toEqual({ growth: '', step: '' });
    expect(growthText(-0.05, counts)).toBe('-5.00%');
  });
});
