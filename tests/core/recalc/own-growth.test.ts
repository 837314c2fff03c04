import { describe, expect, it } from 'vitest';
import { cellKey } from '../../../src/core/model/cell.ts';
import { yearsFrom } from '../../../src/core/model/sheet.ts';
import { parseCanonical } from '../../../src/core/formula/parse.ts';
import { Calculation } from '../../../src/core/recalc/calculation.ts';
import { indicator, inputOf, key, namesOf, sheetOf, shown } from '../../support/calculation.ts';

const rows = Array.from({ length: 40 }, (_, row) => `row${row}`);
/** Each number below `count` once, far from its neighbours. */
const scattered = (count: number, step: number): number[] =>
  Array.from({ length: count }, (_, at) => (at * step) % count);

describe("[R3] years' own growths, wherever they lie in memory", () => {
  it('that are formulas are each of their row and year, in whatever order they are put in', () => {
    const years = [2021, 2022, 2023];
    const growths = Object.fromEntries(rows.map((row, at) => [`${row}@growth`, at / 100]));
    const { set, show, calculation } = sheetOf(rows.join(' '), 3, growths);
    for (const at of scattered(rows.length * years.length, 7)) {
      const row = rows[at % rows.length];
      const year = years[Math.floor(at / rows.length)];
      set({ [`${row}@growth-${year}`]: '=growth*2+year-2020' });
    }
    const expected = (factor: number) =>
      rows.flatMap((row, at) => years.map((year) => [`${row}@growth-${year}`, (at / 100) * factor * 2 + year - 2020]));
    const found = () =>
      rows.flatMap((row) => years.map((year) => [`${row}@growth-${year}`, show(`${row}@growth-${year}`)]));
    expect(found()).toEqual(expected(1));
    set(Object.fromEntries(rows.map((row, at) => [`${row}@growth`, (at / 100) * 3])));
    expect(found()).toEqual(expected(3));
    calculation.recalculate();
    expect(calculation.changedSlots()).toHaveLength(0);
  });

  it('are not taken for the next year of another row that comes to lie where that would', () => {
    const { set, show } = sheetOf('a b', 3, { 'a@growth': 1, 'b@growth': 10 });
    for (const cell of ['a@growth-2021', 'a@growth-2023', 'b@growth-2022']) set({ [cell]: '=growth*2' });
    set({ 'a@growth': 2, 'b@growth': 20 });
    expect(['a@growth-2021', 'a@growth-2023', 'b@growth-2022'].map(show)).toEqual([4, 4, 40]);
  });

  it('win over the row’s in a sum of growths and in a branch', () => {
    const { set, show } = sheetOf('a b c', 2, {
      ...{ 'a@growth': 1, 'b@growth': 2, 'c@2020': 5 },
      ...{ 'c@2022': '=SUM(a[growth]:b[growth])', 'c@2021': '=IF(1,b[growth],0)' },
    });
    expect([show('c@2021'), show('c@2022')]).toEqual([2, 3]);
    set({ 'b@growth-2022': 20, 'a@growth-2022': 10, 'b@growth-2021': 7 });
    expect([show('c@2021'), show('c@2022')]).toEqual([7, 30]);
    set({ 'b@growth-2022': undefined, 'b@growth-2021': undefined });
    expect([show('c@2021'), show('c@2022')]).toEqual([2, 12]);
  });

  it('are found by those who write numbers in a loop before they hold any', () => {
    const { calculation, show } = sheetOf('a b', 2, { 'a@2020': 100, 'a@2021': '=prev*(1+growth)', 'a@growth': 0.1 });
    const slot = calculation.slotOf(key('a@growth-2021'));
    calculation.setNumber(slot, 0.5);
    expect([show('a@2021'), show('a@growth-2021'), show('b@growth-2021')]).toEqual([150, 0.5, '']);
    expect(calculation.keyOf(slot)).toBe('a@growth-2021');
    expect(calculation.dependents(key('a@growth-2021'))).toEqual(['a@2021']);
    expect(calculation.dependents(key('b@growth-2021'))).toEqual([]);
  });
});

describe("[R3] a sheet may be said to have few years' own growths", () => {
  const indicators = ['a', 'b', 'c'].map(indicator);
  const names = namesOf(indicators);
  const make = () =>
    new Calculation({ indicators, years: yearsFrom(2020, 3), ownGrowths: 2 }, [], (source) =>
      parseCanonical(source, names),
    );
  const own = (row: string, year: number) => key(`${row}@growth-${year}`);
  const put = (calculation: Calculation, cell: string, entry: number | undefined) =>
    calculation.apply([{ cell: key(cell), input: inputOf(entry) }]);

  it('and knows for which of them it has room', () => {
    const calculation = make();
    expect(calculation.hasRoomFor([own('a', 2021), own('b', 2023), cellKey(indicator('c'), { kind: 'growth' })])).toBe(
      true,
    );
    expect(calculation.hasRoomFor([own('a', 2021), own('b', 2023), own('c', 2021)])).toBe(false);
    put(calculation, 'b@growth-2023', 3);
    expect(put(calculation, 'a@growth-2021', 2)).toEqual(['a@growth-2021']);
    expect(calculation.hasRoomFor([own('a', 2021), own('b', 2023), key('c@path'), key('x@growth-2021')])).toBe(true);
    expect(calculation.hasRoomFor([own('c', 2021)])).toBe(false);
    expect(() => put(calculation, 'c@growth-2021', 1)).toThrow('c@growth-2021');
    // What was never filled takes no room to be emptied or read.
    expect(put(calculation, 'c@growth-2022', undefined)).toEqual([]);
    expect([shown(calculation.value(own('c', 2022))), shown(calculation.value(own('b', 2023)))]).toEqual(['', 3]);
  });
});
