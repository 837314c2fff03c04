import { describe, expect, it } from 'vitest';
import { makeSheet } from '../../src/core/projection/sheet.ts';
import { Outline, type RowFacts } from '../../src/state/outline.svelte.ts';
import { dataset, indicator, row } from '../support/plan.ts';

const inChapter = (chapter: string, name: string) => row({ ...indicator(name), chapter }, 1, { path: 'hold' });
const rows = [
  ...Array.from({ length: 3 }, (_, at) => inChapter('first', `a${at}`)),
  ...Array.from({ length: 5000 }, (_, at) => inChapter('second', `b${at}`)),
];
const facts: RowFacts = {
  chapterOf: (id) => (id.startsWith('a') ? 'first' : 'second'),
  searchText: (id) => id,
  isChanged: () => false,
  isBehind: () => false,
  hasTarget: (id) => id === 'b7',
};
const open = (): Outline => new Outline(makeSheet(dataset(rows)), facts);
const seen = (outline: Outline, ...indices: number[]) =>
  indices.map((index) => {
    const at = outline.rows.at(index);
    return at && [at.index, at.number, at.row.kind === 'heading' ? at.row.chapter : at.row.indicator];
  });

describe('[V2] the rows on view', () => {
  it('are those of the sheet, with their numbers in it', () => {
    const outline = open();
    expect(outline.rows.length).toBe(5005);
    expect(seen(outline, 0, 1, 4, 5, 5004, 5005, -1)).toEqual([
      ...[
        [0, 1, 'first'],
        [1, 2, 'a0'],
        [4, 5, 'second'],
        [5, 6, 'b0'],
        [5004, 5005, 'b4999'],
      ],
      ...[undefined, undefined],
    ]);
    expect([...outline.rows]).toEqual(outline.rows.slice(0, 9999));
  });

  it('are without those of folded chapters and those that a filter leaves out', () => {
    const outline = open();
    outline.foldChapter('first');
    expect(seen(outline, 0, 1, 2)).toEqual([
      [0, 1, 'first'],
      [1, 5, 'second'],
      [2, 6, 'b0'],
    ]);
    outline.filter({ withTarget: true });
    expect(seen(outline, 0, 1, 2)).toEqual([[0, 5, 'second'], [1, 13, 'b7'], undefined]);
    expect([...outline.rows]).toHaveLength(2);
  });

  it('stay the same objects while they are looked at, and also when all rows have been', () => {
    const outline = open();
    const window = outline.rows.slice(100, 140);
    expect([...outline.rows]).toHaveLength(5005);
    const again = outline.rows.slice(101, 141);
    for (let at = 1; at < 40; at++) expect(again[at - 1]).toBe(window[at]);
    expect(outline.rows.at(139)).toBe(window[39]);
    expect(outline.rows.slice(5000, 6000)).toHaveLength(5);
  });

  it('stay the same objects on the way through all of them', () => {
    const { rows: onView } = open();
    const active = onView.at(3);
    let before = onView.slice(0, 40);
    for (let top = 7; top < 5000; top += 7) {
      const window = onView.slice(top, top + 40);
      const shared = before.slice(7);
      expect(window.slice(0, shared.length).every((row, at) => row === shared[at])).toBe(true);
      expect(onView.at(3)).toBe(active);
      before = window;
    }
  });
});
