import { describe, expect, it } from 'vitest';
import { parsePeerGrowth, printPeerGrowth } from '../../../src/core/entry/peer-growth-entry.ts';
import { err, ok } from '../../../src/core/model/result.ts';

describe('[A40] the growth of another region as it is typed', () => {
  it.each([
    ['12', 0.12],
    ['12%', 0.12],
    ['１２．５％', 0.125],
    [' -3 ', -0.03],
    ['0.1个百分点', 0.001],
    ['', undefined],
  ])('“%s” is %d', (text, growth) => {
    expect(parsePeerGrowth(text)).toEqual(ok(growth));
  });

  it.each(['快', '12 家', '-100', '-250%'])('“%s” is refused', (text) => {
    expect(parsePeerGrowth(text)).toEqual(err({ code: 'unreadable' }));
  });

  it('is printed as it could be typed', () => {
    expect(printPeerGrowth(0.125)).toBe('12.5%');
  });
});
