import { describe, expect, it } from 'vitest';
import type { CellInput } from '../../../src/core/model/input.ts';
import { changesTo, changesToReset, inputOf } from '../../../src/core/scenario/changes.ts';
import type { PatchEntry } from '../../../src/core/scenario/edit.ts';
import { cells, f, key, n, t } from './builders.ts';

const base = cells<CellInput>({
  'firms@2020': n(4222),
  'firms@2021': f('prev*(1+growth)'),
  'firms@path': t('compound'),
});

describe('[S6] what the base holds is no change', () => {
  it.each<readonly [string, PatchEntry, string, CellInput | null, PatchEntry | 'none']>([
    ['a new number', undefined, 'firms@2020', n(5000), n(5000)],
    ['the number of the base', n(5000), 'firms@2020', n(4222), undefined],
    ['the formula of the base', n(1), 'firms@2021', f('prev*(1+growth)'), undefined],
    ['the text of the base', t('hold'), 'firms@path', t('compound'), undefined],
    ['blank, where the base holds something', undefined, 'firms@2020', null, null],
    ['blank, where the base is blank', n(1), 'firms@growth', null, undefined],
    ['blank, where all is blank', undefined, 'firms@growth', null, 'none'],
    ['what it holds', n(5000), 'firms@2020', n(5000), 'none'],
    ['a base number in an unchanged cell', undefined, 'firms@2020', n(4222), 'none'],
    ['blank again', null, 'firms@2020', null, 'none'],
    ['the same number as a formula', undefined, 'firms@2020', f('4222'), f('4222')],
  ])('%s', (_, entry, cell, input, to) => {
    const patch = entry === undefined ? new Map() : cells({ [cell]: entry });
    const changes = changesTo(base, patch, cells({ [cell]: input }));
    expect(changes).toEqual(to === 'none' ? [] : [{ cell, from: entry, to }]);
    // toEqual does not tell undefined from absent, nor should null pass for either.
    if (to !== 'none') expect(changes[0]?.to === null).toBe(to === null);
  });

  it('the input in force is the own one, else that of the base', () => {
    const patch = cells({ 'firms@2020': n(1), 'firms@2021': null });
    expect(inputOf(base, patch, key('firms@2020'))).toEqual(n(1));
    expect(inputOf(base, patch, key('firms@2021'))).toBeNull();
    expect(inputOf(base, patch, key('firms@path'))).toEqual(t('compound'));
    expect(inputOf(base, patch, key('firms@growth'))).toBeNull();
  });
});

describe('[S7] a reset lets the base show through', () => {
  it('in the changed cells alone, once each', () => {
    const patch = cells({ 'firms@2020': n(1), 'firms@2021': null });
    const asked = ['firms@2020', 'firms@2021', 'firms@2022', 'firms@2020'].map(key);
    expect(changesToReset(patch, asked)).toEqual([
      { cell: 'firms@2020', from: n(1), to: undefined },
      { cell: 'firms@2021', from: null, to: undefined },
    ]);
  });
});
