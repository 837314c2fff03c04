import { describe, expect, it } from 'vitest';
import { peerGrowthInput, readPeerGrowths, withPeerGrowth } from '../../../src/core/model/peer-growth.ts';

const text = (stored: string) => ({ kind: 'text', text: stored }) as const;

describe('[A40] growth assumed of other regions is kept as text beside the row', () => {
  it('in the order of the names, and read back as it was', () => {
    const growths = new Map([
      ['湖北', 0.1],
      ['四川', -1.5e-7],
    ]);
    expect(peerGrowthInput(growths)).toEqual(text('四川=-1.5e-7;湖北=0.1'));
    expect(readPeerGrowths(peerGrowthInput(growths))).toEqual(growths);
  });

  it('nothing assumed is a blank', () => {
    expect(peerGrowthInput(new Map())).toBeNull();
    expect(readPeerGrowths(null).size).toBe(0);
    expect(readPeerGrowths({ kind: 'number', value: 1 }).size).toBe(0);
  });

  it('of a text from elsewhere the parts that can be read', () => {
    expect([...readPeerGrowths(text('四川=0.1;湖北=;=0.2;陕西=1e999;;上海=x;广东=0.3'))]).toEqual([
      ['四川', 0.1],
      ['广东', 0.3],
    ]);
  });

  it('one is set or taken away, and what was there stays as it is', () => {
    const growths = new Map([['四川', 0.1]]);
    expect([...withPeerGrowth(growths, '湖北', 0.2).keys()]).toEqual(['四川', '湖北']);
    expect(withPeerGrowth(growths, '四川', undefined).size).toBe(0);
    expect(growths.size).toBe(1);
  });
});
