import { describe, expect, it } from 'vitest';
import { estimateWidth, figuresWidth, surelyFits } from '../../../src/view/grid/text-width.ts';

describe('[V15] the width of a text, without asking the browser', () => {
  it('is that of its characters', () => {
    expect(estimateWidth('研发经费', 13)).toBe(52);
    expect(estimateWidth('gdp', 10)).toBe(18);
    expect(figuresWidth('1,200.0', 10)).toBe(35);
  });
  it('leaves more room for Latin letters, which differ, than for Chinese and for figures', () => {
    expect(surelyFits('研发经费', 13, 52)).toBe(true);
    expect(surelyFits('研发经费', 13, 51)).toBe(false);
    expect(surelyFits('>10,000', 13, 49)).toBe(true);
    expect(surelyFits('>10,000', 13, 48)).toBe(false);
    expect(surelyFits('Growth', 10, 41)).toBe(true);
    expect(surelyFits('Growth', 10, 40)).toBe(false);
  });
  it('nothing always fits', () => {
    expect(surelyFits('', 13, 0)).toBe(true);
  });
});
