import { describe, expect, it } from 'vitest';
import { zh } from '../../../src/i18n/zh.ts';
import type { Edit } from '../../../src/core/scenario/edit.ts';
import { canUndoFrom, wordGridMessage } from '../../../src/view/frame/notice.ts';
import { splitEmphasis } from '../../../src/view/shared/emphasis.ts';

const edit: Edit = { kind: 'scenarios', what: 'delete', changes: [] };
const words = zh.grid.message;

describe('[V31] notices', () => {
  it('offer undo only while it would take back what they are about', () => {
    const notice = { text: () => '', undoes: edit };
    expect(canUndoFrom(notice, edit)).toBe(true);
    expect(canUndoFrom(notice, { ...edit })).toBe(false);
    expect(canUndoFrom({ text: () => '' }, undefined)).toBe(false);
  });

  it('a paste tells what could not be read and what was left out, if anything', () => {
    expect(wordGridMessage({ kind: 'pasted', cells: 4, unreadable: 0, skipped: 0 }, words)).toBe(words.pasted(4));
    const all = wordGridMessage({ kind: 'pasted', cells: 4, unreadable: 1, skipped: 2 }, words);
    expect(all).toBe([words.pasted(4), words.unreadable(1), words.skipped(2)].join(' '));
  });

  it('a trace that leads nowhere says so', () => {
    expect(wordGridMessage({ kind: 'traced', to: 'precedents', count: 0, place: '' }, words)).toBe(words.noPrecedents);
    expect(wordGridMessage({ kind: 'traced', to: 'dependents', count: 0, place: '' }, words)).toBe(words.noDependents);
    expect(wordGridMessage({ kind: 'traced', to: 'dependents', count: 2, place: 'x' }, words)).toBe(
      words.dependents(2, 'x'),
    );
  });
});

describe('[V39] the numbers that matter in a message', () => {
  it('stand between asterisks', () => {
    expect(splitEmphasis('有目标 *8* 项')).toEqual([
      { text: '有目标 ', strong: false },
      { text: '8', strong: true },
      { text: ' 项', strong: false },
    ]);
    expect(splitEmphasis('没有目标')).toEqual([{ text: '没有目标', strong: false }]);
  });

  it('the roll-up is in official words', () => {
    const text = zh.frame.status.rollUp(8, 4, '50.0%', 4).replaceAll('*', '');
    expect(text).toBe('有目标 8 项中 4 项可完成，完成率 50.0%，滞后 4 项');
  });
});
