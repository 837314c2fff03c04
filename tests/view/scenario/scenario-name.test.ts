import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/core/model/limits.ts';
import { nameProblem } from '../../../src/view/scenario/name-problem.ts';
import { firstFreeName } from '../../../src/view/scenario/scenario-name.ts';
import { moveInList } from '../../../src/view/shared/menu-keys.ts';

describe('[V34] names of scenarios', () => {
  it.each([
    ['进取', undefined],
    ['  ', 'empty'],
    ['保守', 'taken'],
    [' 保守 ', 'taken'],
    ['长'.repeat(limits.nameCharacters), undefined],
    ['长'.repeat(limits.nameCharacters + 1), 'tooLong'],
  ])('%s: %s', (name, problem) => {
    expect(nameProblem(name, ['保守'])).toBe(problem);
  });

  it('a new one takes the first number that is free', () => {
    const make = (number: number) => `方案 ${number}`;
    expect(firstFreeName(make, [])).toBe('方案 1');
    expect(firstFreeName(make, ['保守', '方案 3'])).toBe('方案 4');
    expect(firstFreeName(make, ['方案 1'])).toBe('方案 2');
  });
});

describe('[V31] moving along tabs and menus', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 0],
    ['ArrowLeft', 0, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['ArrowDown', 0, undefined],
    ['x', 0, undefined],
  ])('%s from %d leads to %s', (key, from, to) => {
    expect(moveInList(key, from, 3, 'horizontal')).toBe(to);
  });

  it('a menu moves up and down, and an empty one not at all', () => {
    expect(moveInList('ArrowDown', -1, 3, 'vertical')).toBe(0);
    expect(moveInList('ArrowUp', -1, 3, 'vertical')).toBe(2);
    expect(moveInList('ArrowDown', -1, 0, 'vertical')).toBeUndefined();
  });
});
