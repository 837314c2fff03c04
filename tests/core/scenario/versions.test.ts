import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../../src/core/scenario/change-order.ts';
import { emptyHistory, recordEdit } from '../../../src/core/scenario/history.ts';
import { versionsToKeep } from '../../../src/core/scenario/versions.ts';
import { n, scenario, sid, key } from './builders.ts';

const at = (number: number, savedAt: string) => ({ number, savedAt });
const numbers = (versions: readonly { readonly number: number }[]) => versions.map((version) => version.number);

describe('[B6] versions kept: three of the newest day, one of each other day, ten in all', () => {
  it('thins out the newest day to its last three', () => {
    const today = [1, 2, 3, 4, 5].map((number) => at(number, `2026-11-23T0${number}:00:00.000Z`));
    expect(numbers(versionsToKeep(today))).toEqual([5, 4, 3]);
  });

  it('keeps the last of each earlier day', () => {
    const versions = [
      at(1, '2026-11-20T01:00:00.000Z'),
      at(2, '2026-11-20T02:00:00.000Z'),
      at(3, '2026-11-21T01:00:00.000Z'),
      at(4, '2026-11-21T02:00:00.000Z'),
      at(5, '2026-11-23T01:00:00.000Z'),
    ];
    expect(numbers(versionsToKeep(versions))).toEqual([5, 4, 2]);
  });

  it('keeps ten in all', () => {
    const versions = Array.from({ length: 28 }, (_, day) => at(day + 1, `2026-02-${String(day + 1).padStart(2, '0')}`));
    expect(numbers(versionsToKeep(versions))).toEqual([28, 27, 26, 25, 24, 23, 22, 21, 20, 19]);
  });

  it('the newest is the one with the highest number, whatever the clock said', () => {
    const versions = [at(1, '2036-01-01'), at(2, '2026-01-01'), at(3, 'NaN'), at(4, '2025-12-31')];
    expect(numbers(versionsToKeep(versions))).toEqual([4, 3, 2, 1]);
  });
});

describe('[B9] the list of changes, newest first', () => {
  const open = scenario('a', { 'a@2021': n(1), 'b@2021': n(2), 'c@2021': n(3) });
  const step = (cell: string, to: number | undefined, of = 'a') => ({
    kind: 'cells' as const,
    what: 'enter' as const,
    scenario: sid(of),
    changes: [{ cell: key(cell), from: undefined, to: to === undefined ? undefined : n(to) }],
  });

  it('without steps of this session: the last of the patch first', () => {
    expect(newestFirst(open, emptyHistory)).toEqual(['c@2021', 'b@2021', 'a@2021']);
  });

  it('the cell of the latest step comes first, and each cell once', () => {
    const history = [step('b@2021', 1), step('a@2021', 1), step('b@2021', 2)].reduce(
      (before, edit) => recordEdit(before, edit),
      emptyHistory,
    );
    expect(newestFirst(open, history)).toEqual(['b@2021', 'a@2021', 'c@2021']);
  });

  it('steps of other scenarios and cells given back do not count', () => {
    const history = [step('a@2021', 1, 'z'), step('d@2021', undefined)].reduce(
      (before, edit) => recordEdit(before, edit),
      emptyHistory,
    );
    expect(newestFirst(open, history)).toEqual(['c@2021', 'b@2021', 'a@2021']);
  });
});
