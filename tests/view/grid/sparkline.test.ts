import { describe, expect, it } from 'vitest';
import { drawSparkline } from '../../../src/view/grid/sparkline.ts';

describe('[V9] a path in small', () => {
  it('rises from the lower left to the upper right', () => {
    expect(drawSparkline([0, 5, 10], undefined, 66, 20)).toEqual({
      points: '3,17 33,10 63,3',
      end: '63,3',
      target: undefined,
    });
  });
  it('leaves room for a target above the line', () => {
    expect(drawSparkline([0, 5], 10, 66, 20)).toMatchObject({ target: 3, end: '63,10' });
  });
  it('runs along the middle where nothing changes', () => {
    expect(drawSparkline([4, 4], undefined, 66, 20).points).toBe('3,10 63,10');
  });
  it('crosses what is missing', () => {
    expect(drawSparkline([0, undefined, 10], undefined, 66, 20).points).toBe('3,17 63,3');
  });
  it('is empty where nothing is known', () => {
    expect(drawSparkline([undefined, undefined], 5, 66, 20)).toEqual({ points: '', end: undefined, target: undefined });
  });
});
