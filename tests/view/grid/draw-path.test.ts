import { describe, expect, it } from 'vitest';
import { drawPath } from '../../../src/view/grid/draw-path.ts';
import type { DrawnPath } from '../../../src/view/grid/present-cell.ts';

const rising: DrawnPath = { id: 'firms@path', kind: 'path', changed: false, values: [0, 5], target: 10 };
const withoutTarget: DrawnPath = { id: 'firms@path', kind: 'path', changed: false, values: [0, 5, 10] };

function pointsIn(cell: Element): (string | null)[] {
  return [...cell.querySelectorAll('polyline')].map((line) => line.getAttribute('points'));
}

describe('[V9] a path in its cell', () => {
  it('is a line, the mark of its target, and its end', () => {
    const cell = document.createElement('div');
    drawPath(cell, rising);
    expect(pointsIn(cell)).toEqual(['3,17 63,10', '59,3 66,3', '63,10 63,10']);
  });
  it('is drawn over the one before, in the same picture', () => {
    const cell = document.createElement('div');
    drawPath(cell, rising);
    const picture = cell.firstElementChild;
    drawPath(cell, withoutTarget);
    expect(cell.children).toHaveLength(1);
    expect(cell.firstElementChild).toBe(picture);
    expect(pointsIn(cell)).toEqual(['3,17 33,10 63,3', '', '63,3 63,3']);
  });
  it('touches nothing where nothing is new', () => {
    const cell = document.createElement('div');
    drawPath(cell, rising);
    const observer = new MutationObserver(() => undefined);
    observer.observe(cell, { subtree: true, childList: true, attributes: true });
    drawPath(cell, { ...rising });
    expect(observer.takeRecords()).toEqual([]);
  });
  it('is nothing to a screen reader, which has the figures', () => {
    const cell = document.createElement('div');
    drawPath(cell, rising);
    expect(cell.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
  });
  it('gives each cell a picture of its own', () => {
    const [one, other] = [document.createElement('div'), document.createElement('div')];
    drawPath(one, rising);
    drawPath(other, withoutTarget);
    expect([one, other].map((cell) => pointsIn(cell)[0])).toEqual(['3,17 63,10', '3,17 33,10 63,3']);
  });
});
