import { describe, expect, it } from 'vitest';
import { lineHeight, lineWindow, mostLines } from '../../../src/view/comparison/windowing.ts';

describe('[C16] a long board keeps only the lines in view on the page', () => {
  it('a short one is there whole', () => {
    expect(lineWindow(mostLines, 5000, 400)).toEqual({ first: 0, end: mostLines });
  });

  it.each([
    [0],
    [lineHeight * 777],
    [lineHeight * 12_000 - 400],
    // Lines were filtered away while it was scrolled far down.
    [lineHeight * 50_000],
  ])('scrolled to %d, every line in view is there and no more than some others', (scrollTop) => {
    const count = 12_000;
    const { first, end } = lineWindow(count, scrollTop, 400);
    const top = Math.min(Math.floor(scrollTop / lineHeight), count - 1);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(first).toBeLessThanOrEqual(top);
    expect(end).toBeGreaterThanOrEqual(Math.min(count, top + Math.ceil(400 / lineHeight)));
    expect(end).toBeLessThanOrEqual(count);
    expect(end - first).toBeLessThan(60);
  });
});
