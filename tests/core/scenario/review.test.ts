import { describe, expect, it } from 'vitest';
import { applyChanges, invertEdit } from '../../../src/core/scenario/edit.ts';
import { differingCells, mergeChosen } from '../../../src/core/scenario/review.ts';
import { cells, f, key, n, sid } from './builders.ts';

const mine = cells({ 'gdp@2021': n(1), 'gdp@2022': n(2), 'gdp@2023': null, 'gdp@2024': f('prev') });
const theirs = cells({ 'gdp@2021': n(1), 'gdp@2022': n(3), 'gdp@2024': f('prev'), 'rd_staff@2021': null });

describe('[L12] two scenarios differ', () => {
  it('in the cells that one changed and the other did not or otherwise; blanked and not changed are two things', () => {
    expect(differingCells(mine, theirs)).toEqual(['gdp@2022', 'gdp@2023', 'rd_staff@2021']);
    expect(differingCells(theirs, mine)).toEqual(['gdp@2022', 'rd_staff@2021', 'gdp@2023']);
    expect(differingCells(mine, mine)).toEqual([]);
  });
});

describe('[L13] merging', () => {
  it('all of it makes the one like the other', () => {
    expect(applyChanges(mine, mergeChosen(mine, theirs, differingCells(mine, theirs)))).toEqual(theirs);
  });

  it('takes over what was chosen and leaves the rest', () => {
    const changes = mergeChosen(mine, theirs, [key('gdp@2022')]);
    expect(changes).toEqual([{ cell: 'gdp@2022', from: n(2), to: n(3) }]);
    expect(applyChanges(mine, changes)).toEqual(new Map([...mine, [key('gdp@2022'), n(3)]]));
  });

  it('lets the base show through where the other side had not changed the cell', () => {
    expect(mergeChosen(mine, theirs, [key('gdp@2023')])).toEqual([{ cell: 'gdp@2023', from: null, to: undefined }]);
  });

  it('takes over a blank that was made on purpose', () => {
    expect(mergeChosen(mine, theirs, [key('rd_staff@2021')])).toEqual([
      { cell: 'rd_staff@2021', from: undefined, to: null },
    ]);
  });

  it('of cells that do not differ, or named twice, changes nothing more', () => {
    expect(mergeChosen(mine, theirs, [key('gdp@2021'), key('nobody@2021')])).toEqual([]);
    expect(mergeChosen(mine, theirs, [key('gdp@2022'), key('gdp@2022')]).length).toBe(1);
  });

  it('is one edit that can be taken back', () => {
    const changes = mergeChosen(mine, theirs, differingCells(mine, theirs));
    const edit = invertEdit({ kind: 'cells', what: 'paste', scenario: sid('a'), changes });
    expect(edit.kind === 'cells' && applyChanges(theirs, edit.changes)).toEqual(mine);
  });
});
