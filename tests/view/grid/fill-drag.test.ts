import { describe, expect, it } from 'vitest';
import { dragFill } from '../../../src/view/grid/fill-drag.ts';

const source = { top: 4, bottom: 6, left: 3, right: 4 };

describe('[V8] the handle fills the side on which the pointer is farthest out', () => {
  it.each([
    ['down', 9, 4, { ...source, top: 7, bottom: 9 }, { ...source, bottom: 9 }],
    ['up', 1, 3, { ...source, top: 1, bottom: 3 }, { ...source, top: 1 }],
    ['right', 5, 8, { ...source, left: 5, right: 8 }, { ...source, right: 8 }],
    ['left', 5, 0, { ...source, left: 0, right: 2 }, { ...source, left: 0 }],
    ['right', 7, 8, { ...source, left: 5, right: 8 }, { ...source, right: 8 }],
    ['down', 8, 6, { ...source, top: 7, bottom: 8 }, { ...source, bottom: 8 }],
  ])('%s to row %d, column %d', (direction, row, column, target, whole) => {
    expect(dragFill(source, row, column)).toEqual({ direction, target, whole });
  });
  it('nothing inside the block', () => {
    expect(dragFill(source, 5, 4)).toBeUndefined();
  });
});
