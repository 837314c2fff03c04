import { describe, expect, it } from 'vitest';
import { key, sheetOf } from '../../support/calculation.ts';

const compound = '=prev*(1+growth)';

describe('[R2] a row follows its growth', () => {
  it('reaches 6799.57322 in 2025 from 4222 at 10 %', () => {
    const years = [2021, 2022, 2023, 2024, 2025];
    const { show, set } = sheetOf('firms', 5, {
      'firms@2020': 4222,
      'firms@growth': 0,
      ...Object.fromEntries(years.map((year) => [`firms@${year}`, compound])),
    });
    expect(show('firms@2025')).toBe(4222);
    expect(set({ 'firms@growth': 0.1 })).toEqual([
      'firms@2021',
      'firms@2022',
      'firms@2023',
      'firms@2024',
      'firms@2025',
      'firms@growth',
    ]);
    expect(show('firms@2025')).toBeCloseTo(6799.57322, 8);
  });
});

describe('[R3] growth in a year is that year’s own if it has an input, else the row’s', () => {
  const sheet = () =>
    sheetOf('a', 2, { 'a@2020': 100, 'a@growth': 0.1, 'a@2021': compound, 'a@2022': compound, 'a@growth-2022': 0.5 });

  it('takes the year’s own', () => {
    const { show } = sheet();
    expect([show('a@2021'), show('a@2022')]).toEqual([100 * 1.1, 100 * 1.1 * 1.5]);
  });

  it('goes back to the row’s when the year’s own is cleared, and forth again', () => {
    const { show, set, calculation } = sheet();
    expect(calculation.precedents(key('a@2022'))).toEqual(['a@2021', 'a@growth-2022']);
    expect(set({ 'a@growth-2022': undefined })).toEqual(['a@2022', 'a@growth-2022']);
    expect(show('a@2022')).toBe(100 * 1.1 * 1.1);
    expect(calculation.precedents(key('a@2022'))).toEqual(['a@2021', 'a@growth']);
    expect(calculation.dependents(key('a@growth'))).toEqual(['a@2021', 'a@2022']);
    set({ 'a@growth-2022': 0.5 });
    expect(show('a@2022')).toBe(100 * 1.1 * 1.5);
    expect(calculation.dependents(key('a@growth'))).toEqual(['a@2021']);
  });

  it('lets a year’s own growth build on the row’s', () => {
    const { show } = sheetOf('a', 2, { 'a@growth': 0.25, 'a@growth-2022': '=growth+0.5' });
    expect(show('a@growth-2022')).toBe(0.75);
  });

  it('takes a blank growth for missing, not for zero', () => {
    const { calculation } = sheetOf('a', 1, { 'a@2020': 1, 'a@2021': compound });
    expect(calculation.value(key('a@2021'))).toEqual({
      kind: 'error',
      error: { code: '#N/A', origin: 'a@2021', missing: 'a@growth' },
    });
  });
});

describe('[R4] a blank cell read by itself is #N/A naming it; in a range it is passed over', () => {
  it.each([
    ['=a', '#N/A b@2021'],
    ['=SUM(a)', '#N/A b@2021'],
    ['=SUM(a[2020]:a[2022])', 0],
    ['=COUNT(a[2020]:a[2022])', 0],
    ['=MIN(a[2020]:a[2022])', 0],
    ['=MAX(a[2020]:a[2022])', 0],
    ['=AVERAGE(a[2020]:a[2022])', '#DIV/0! b@2021'],
    ['=COUNT(a,1,1/0)', 1],
    ['=IFERROR(a,7)', 7],
  ])('%s is %s', (formula, value) => {
    expect(sheetOf('a b', 2, { 'b@2021': formula }).show('b@2021')).toBe(value);
  });

  it('names the blank cell to readers further on', () => {
    const { calculation } = sheetOf('a b c', 1, { 'b@2021': '=a', 'c@2021': '=b+1' });
    expect(calculation.value(key('c@2021'))).toEqual({
      kind: 'error',
      error: { code: '#N/A', origin: 'b@2021', missing: 'a@2021' },
    });
  });
});

describe('[R5] an error keeps its origin through every reader', () => {
  it.each([
    ['text in a value cell', 'abc', '#VALUE! a@2021'],
    ['a malformed formula', '=1+', '#ERROR! a@2021'],
    ['an unknown name', '=nobody', '#NAME? a@2021'],
    ['an unknown function', '=NOTHING(1)', '#NAME? a@2021'],
    ['a year outside the sheet', '=b[2031]', '#REF! a@2021'],
    ['the year before the base year', '=b[-2]', '#REF! a@2021'],
    ['the year after the last', '=b[2]', '#REF! a@2021'],
    ['a number that is not finite', Infinity, '#NUM! a@2021'],
  ])('%s', (_, entry, value) => {
    const { show } = sheetOf('a b c', 2, { 'a@2021': entry, 'b@2022': '=a[-1]*2', 'c@2022': '=SUM(1,b)' });
    expect([show('a@2021'), show('b@2022'), show('c@2022')]).toEqual([value, value, value]);
  });

  it('takes the first error in reading order', () => {
    const { show } = sheetOf('a b c', 1, {
      'a@2021': '=1/0',
      'b@2021': '=SQRT(-1)',
      'c@2021': '=b+a',
      'c@2020': '=SUM(a[2021]:b[2021])',
    });
    expect(show('c@2021')).toBe('#NUM! b@2021');
    expect(show('c@2020')).toBe('#DIV/0! a@2021');
  });

  it('is caught by IFERROR, and does not spread from a branch that is not taken', () => {
    const { show } = sheetOf('a b', 1, {
      'a@2020': '=1/0',
      'a@2021': '=IFERROR(prev,5)',
      'b@2020': '=IF(1>2,a,3)',
      'b@2021': '=AND(0,a[2020])+OR(1,a[2020])*10',
    });
    expect([show('a@2021'), show('b@2020'), show('b@2021')]).toEqual([5, 3, 10]);
  });

  it('gives way to IFERROR even where a reference lies outside the sheet', () => {
    expect(sheetOf('a', 1, { 'a@2020': '=IFERROR(prev,8)' }).show('a@2020')).toBe(8);
  });

  it('stands in a cell whose formula cannot be read', () => {
    const { show } = sheetOf('a', 1, { 'a@2020': '=1+', 'a@2021': '=1' });
    expect([show('a@2020'), show('a@2021')]).toEqual(['#ERROR! a@2020', 1]);
  });
});

describe('[R6] a circular reference is #CYCLE! with its ring', () => {
  it('on every cell of the ring, in the order of reading; readers outside have its origin', () => {
    const { calculation, show } = sheetOf('a b c d', 1, {
      'a@2021': '=b',
      'b@2021': '=c+1',
      'c@2021': '=a',
      'd@2021': '=b',
    });
    const ring = ['a@2021', 'b@2021', 'c@2021'];
    for (const origin of ring) {
      expect(calculation.value(key(origin))).toEqual({ kind: 'error', error: { code: '#CYCLE!', origin, ring } });
    }
    expect(show('d@2021')).toBe('#CYCLE! b@2021');
  });

  it('though the branch is not taken', () => {
    const { show } = sheetOf('a b', 1, { 'a@2021': '=IF(1,1,b)', 'b@2021': '=a' });
    expect([show('a@2021'), show('b@2021')]).toEqual(['#CYCLE! a@2021', '#CYCLE! b@2021']);
  });

  it('of one cell', () => {
    expect(sheetOf('a', 1, { 'a@2021': '=a' }).show('a@2021')).toBe('#CYCLE! a@2021');
  });

  it('through a wide range, of which COUNT may still be asked', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `r${i}`);
    const { show } = sheetOf(`${rows.join(' ')} total n`, 1, {
      ...Object.fromEntries(rows.map((row) => [`${row}@2021`, 1])),
      'r7@2021': '=total',
      'total@2021': '=SUM(r0:r19)',
      'n@2021': '=COUNT(r0:r19)',
      'n@2020': '=SUM(r0[2021]:r19[2021])',
    });
    expect([show('total@2021'), show('r7@2021')]).toEqual(['#CYCLE! total@2021', '#CYCLE! r7@2021']);
    expect([show('n@2021'), show('n@2020')]).toEqual([19, '#CYCLE! r7@2021']);
  });

  it('opens again when one cell of it changes', () => {
    const { show, set } = sheetOf('a b c', 1, { 'a@2021': '=b', 'b@2021': '=a', 'c@2021': '=a' });
    expect(set({ 'b@2021': 4 })).toEqual(['a@2021', 'b@2021', 'c@2021']);
    expect(show('c@2021')).toBe(4);
    set({ 'b@2021': '=c' });
    expect(show('c@2021')).toBe('#CYCLE! c@2021');
  });

  it('leaves the rest of the sheet alone', () => {
    const { show, set } = sheetOf('a b', 1, { 'a@2021': '=a', 'b@2020': 1, 'b@2021': '=prev+IFERROR(a,5)' });
    expect(show('b@2021')).toBe(6);
    set({ 'b@2020': 2 });
    expect(show('b@2021')).toBe(7);
  });
});

describe('[R7] an edit costs what depends on it', () => {
  const rows = Array.from({ length: 100 }, (_, i) => `r${i}`);
  const sheet = () =>
    sheetOf(`driver ${rows.join(' ')}`, 1, {
      'driver@2020': 1.2,
      'driver@2021': '=ROUND(driver[2020])',
      ...Object.fromEntries(
        rows.flatMap((row): [string, string | number][] => [
          [`${row}@2020`, 2],
          [`${row}@2021`, '=prev*driver'],
        ]),
      ),
    });

  it('calculates dependents only', () => {
    const { calculation, set } = sheet();
    expect(set({ 'r5@2020': 3 })).toEqual(['r5@2020', 'r5@2021']);
    expect(calculation.evaluated).toBe(1);
  });

  it('stops where a value comes out as before', () => {
    const { calculation, set, show } = sheet();
    expect(set({ 'driver@2020': 1.3 })).toEqual(['driver@2020']);
    expect(calculation.evaluated).toBe(1);
    expect(set({ 'driver@2020': 1.7 })).toHaveLength(102);
    expect(calculation.evaluated).toBe(101);
    expect(show('r99@2021')).toBe(4);
  });

  it('does nothing for an input that says the same', () => {
    const { calculation, set } = sheet();
    expect(set({ 'r5@2020': 2, 'r5@2021': '=prev*driver' })).toEqual([]);
    expect(calculation.evaluated).toBe(0);
  });

  it('works a formula out for a column of 150 rows as for one', () => {
    const column = Array.from({ length: 150 }, (_, i) => `r${i}`);
    const entries = column.flatMap((row, i): [string, string | number][] => [
      [`${row}@2020`, i + 1],
      [`${row}@2021`, '=(base*driver+1)/(year-2011)-ROUND(base/7,1)'],
    ]);
    const { set, show } = sheetOf(`driver ${column.join(' ')}`, 1, {
      'driver@2021': 3,
      ...Object.fromEntries(entries),
    });
    const expected = (driver: number) =>
      column.map((_, i) => ((i + 1) * driver + 1) / 10 - Math.round(((i + 1) / 7) * 10) / 10);
    expect(column.map((row) => show(`${row}@2021`))).toEqual(expected(3));
    expect(set({ 'driver@2021': 4 })).toHaveLength(151);
    expect(column.map((row) => show(`${row}@2021`))).toEqual(expected(4));
  });

  it('tells every change of a sheet that was typed cell by cell', () => {
    const rows = Array.from({ length: 100 }, (_, i) => `r${i}`);
    const { set } = sheetOf(`driver ${rows.join(' ')}`, 0, { 'driver@2020': 1 });
    for (const row of rows) set({ [`${row}@2020`]: '=driver' });
    expect(set({ 'driver@2020': 2 })).toHaveLength(101);
  });

  it('plans anew each edit of a sheet of 280,000 cells', () => {
    const { set, show } = sheetOf('a b', 70_000, { 'a@2020': 1, 'b@2020': 5, 'a@2021': '=prev+b[2020]' });
    expect(set({ 'a@2020': 2 })).toEqual(['a@2020', 'a@2021']);
    expect(set({ 'b@2020': 6 })).toEqual(['a@2021', 'b@2020']);
    expect(set({ 'a@2022': '=prev*2', 'b@growth-2021': '=growth', 'b@growth': 3 })).toEqual([
      'a@2022',
      'b@growth',
      'b@growth-2021',
    ]);
    expect([show('a@2022'), show('b@growth-2021')]).toEqual([16, 3]);
  });

  it('goes down a chain of 50,000 cells', () => {
    const years = 50;
    const chain = Array.from({ length: 1000 }, (_, i) => `r${i}`);
    const entries: [string, string | number][] = chain.flatMap((row, i) =>
      Array.from({ length: years }, (_, year): [string, string | number] => [
        `${row}@${2020 + year}`,
        year > 0 ? '=prev+1' : i === 0 ? 1 : `=r${i - 1}[${2020 + years - 1}]+1`,
      ]),
    );
    const { set, show } = sheetOf(chain.join(' '), years - 1, Object.fromEntries(entries));
    expect(show(`r999@${2020 + years - 1}`)).toBe(50_000);
    expect(set({ 'r0@2020': 11 })).toHaveLength(50_000);
    expect(show(`r999@${2020 + years - 1}`)).toBe(50_010);
    set({ 'r0@2020': `=r999[${2020 + years - 1}]` });
    expect(show('r500@2030')).toBe('#CYCLE! r500@2030');
  });
});

describe('[R8] wide ranges are shared and build on one another', () => {
  it.each([9, 10, 11, 12, 13])('adds %d cells and no more', (count) => {
    const rows = Array.from({ length: 20 }, (_, i) => `r${i}`);
    const entries = Object.fromEntries(rows.map((row, i) => [`${row}@2020`, 0.1 * (i + 1)]));
    const { show } = sheetOf(`total ${rows.join(' ')}`, 0, { ...entries, 'total@2020': `=SUM(r0:r${count - 1})` });
    expect(show('total@2020')).toBe(rows.slice(0, count).reduce((sum, _, i) => sum + 0.1 * (i + 1), 0));
  });

  const rows = Array.from({ length: 60 }, (_, i) => `r${i}`);
  const sheet = () =>
    sheetOf(`${rows.join(' ')} s20 s40 s60 least most mean`, 1, {
      ...Object.fromEntries(rows.map((row, i) => [`${row}@2021`, i])),
      's20@2021': '=SUM(r0:r19)',
      's40@2021': '=SUM(r0:r39)',
      's60@2021': '=SUM(r0:r59)',
      'least@2021': '=MIN(r0:r59)',
      'most@2021': '=MAX(r0:r59)',
      'mean@2021': '=AVERAGE(r0:r59)',
    });

  it('sums', () => {
    const { show } = sheet();
    expect(['s20', 's40', 's60', 'least', 'most', 'mean'].map((row) => show(`${row}@2021`))).toEqual([
      190, 780, 1770, 0, 59, 29.5,
    ]);
  });

  it('lets go of a range that one formula named twice', () => {
    const { show, set } = sheet();
    set({ 'mean@2021': '=SUM(r0:r29)/SUM(r0:r29)' });
    expect(show('mean@2021')).toBe(1);
    set({ 'mean@2021': 3 });
    expect(show('mean@2021')).toBe(3);
  });

  it('follows a change, a blank and an error', () => {
    const { show, set } = sheet();
    set({ 'r5@2021': 105 });
    expect(['s20', 's40', 's60', 'most'].map((row) => show(`${row}@2021`))).toEqual([290, 880, 1870, 105]);
    set({ 'r30@2021': undefined });
    expect(['s20', 's40', 's60', 'mean'].map((row) => show(`${row}@2021`))).toEqual([290, 850, 1840, 1840 / 59]);
    set({ 'r30@2021': '=1/0' });
    expect(['s20', 's40', 'least'].map((row) => show(`${row}@2021`))).toEqual([
      290,
      '#DIV/0! r30@2021',
      '#DIV/0! r30@2021',
    ]);
  });

  it('goes on from sum to sum and from year to year', () => {
    const cells = Array.from({ length: 900 }, (_, i) => `c${i}`);
    const sums = Array.from({ length: 90 }, (_, k) => `sum${k}`);
    const years = [2020, 2021, 2022];
    const numbers = new Map(cells.flatMap((cell, i) => years.map((year) => [`${cell}@${year}`, i * year] as const)));
    const { show, set } = sheetOf(`${cells.join(' ')} ${sums.join(' ')}`, 2, {
      ...Object.fromEntries(numbers),
      ...Object.fromEntries(
        sums.flatMap((sum, k) => years.map((year) => [`${sum}@${year}`, `=SUM(c0:c${k * 10 + 9})`])),
      ),
    });
    const expectSums = (): void => {
      for (const year of years) {
        const added = cells.map((cell) => numbers.get(`${cell}@${year}`) ?? 0);
        expect(sums.map((sum) => show(`${sum}@${year}`))).toEqual(
          sums.map((_, k) => added.slice(0, k * 10 + 10).reduce((a, b) => a + b)),
        );
      }
    };
    expectSums();
    for (const [cell, number] of [
      ['c0@2021', 7],
      ['c655@2022', 8],
      ['c899@2020', 9],
    ] as const) {
      numbers.set(cell, number);
      set({ [cell]: number });
      expectSums();
    }
    set({ 'c700@2021': '=1/0' });
    expect([show('sum69@2021'), show('sum70@2021'), show('sum70@2022')]).toEqual([
      numbersUpTo(700, 2021),
      '#DIV/0! c700@2021',
      numbersUpTo(710, 2022),
    ]);

    function numbersUpTo(count: number, year: number): number {
      return cells.slice(0, count).reduce((sum, cell) => sum + (numbers.get(`${cell}@${year}`) ?? 0), 0);
    }
  });

  it('lists every cell of a range once as a precedent, and its formulas as dependents', () => {
    const { calculation, set } = sheet();
    expect(calculation.precedents(key('s20@2021'))).toEqual(rows.slice(0, 20).map((row) => `${row}@2021`));
    expect(calculation.dependents(key('r25@2021'))).toEqual([
      's40@2021',
      's60@2021',
      'least@2021',
      'most@2021',
      'mean@2021',
    ]);
    set({ 's40@2021': undefined, 'mean@2021': 1 });
    expect(calculation.dependents(key('r25@2021'))).toEqual(['s60@2021', 'least@2021', 'most@2021']);
  });
});

describe('[R9] what takes no part in calculation', () => {
  it('text columns keep their text and are reported last', () => {
    const { calculation, set, show } = sheetOf('a', 1, { 'a@path': 'compound', 'a@2020': 1 });
    expect(show('a@path')).toBe('compound');
    expect(set({ 'a@path': 'hold', 'a@held': '2021', 'a@2020': 2 })).toEqual(['a@2020', 'a@path', 'a@held']);
    expect(calculation.input(key('a@held'))).toEqual({ kind: 'text', text: '2021' });
    expect(set({ 'a@path': 'hold' })).toEqual([]);
  });

  it('each text belongs to its own row and column, and goes when it is cleared', () => {
    const { set, show } = sheetOf('a b', 1, { 'a@path': 'compound', 'b@path': 'hold', 'b@held': '2021' });
    const shown = (): (string | number)[] => ['a@path', 'b@path', 'a@held', 'b@held'].map(show);
    expect(shown()).toEqual(['compound', 'hold', '', '2021']);
    expect(set({ 'b@path': undefined, 'a@held': '2021' })).toEqual(['b@path', 'a@held']);
    expect(shown()).toEqual(['compound', '', '2021', '2021']);
  });

  it('a cell that is not in the sheet is blank, and stays so', () => {
    const { calculation, set, show } = sheetOf('a', 1, {});
    expect(set({ 'b@2020': 1, 'a@2050': 1, 'b@path': 'hold', 'a@growth-2020': 1 })).toEqual([]);
    expect(['b@2020', 'a@2050', 'b@path', 'a@growth-2020'].map(show)).toEqual(['', '', '', '']);
    expect(calculation.precedents(key('b@2020'))).toEqual([]);
    expect(calculation.dependents(key('b@2020'))).toEqual([]);
    expect(calculation.input(key('b@2020'))).toBeUndefined();
  });
});

describe('[R12] formulas may stand in every calculating column; growth has the base year as its year', () => {
  it.each([
    ['a@2020', '=year', 2020],
    ['a@2022', '=year', 2022],
    ['a@growth', '=year', 2020],
    ['a@growth-2022', '=year', 2022],
    ['a@growth', '=b', 1],
    ['a@growth-2021', '=b', 2],
    ['a@growth-2021', '=b[-1]', 1],
    ['a@growth', '=b[-1]', '#REF! a@growth'],
    ['a@2020', '=prev', '#REF! a@2020'],
    ['a@growth', '=growth', '#CYCLE! a@growth'],
  ])('%s %s is %s', (cell, formula, value) => {
    expect(sheetOf('a b', 2, { 'b@2020': 1, 'b@2021': 2, 'b@2022': 3, [cell]: formula }).show(cell)).toBe(value);
  });
});

describe('[R13] numbers in a loop', () => {
  it('setNumber takes the place of a formula, also of one that holds a number', () => {
    const { calculation } = sheetOf('a', 2, { 'a@2020': 100, 'a@growth': 0.1, 'a@2021': compound, 'a@2022': compound });
    calculation.setNumber(calculation.slotOf(key('a@2021')), 50);
    expect(calculation.input(key('a@2021'))).toEqual({ kind: 'number', value: 50 });
    expect(calculation.dependents(key('a@2020'))).toEqual([]);
    calculation.setNumber(calculation.slotOf(key('a@growth')), 0.2);
    expect(calculation.value(key('a@2021'))).toEqual({ kind: 'number', value: 50 });
    expect(calculation.value(key('a@2022'))).toEqual({ kind: 'number', value: 60 });
  });

  it('setNumber fills a cell that was blanked, or held text, since its last number', () => {
    const { calculation, set, show } = sheetOf('a', 1, { 'a@2020': 1, 'a@2021': '=prev*2' });
    const slot = calculation.slotOf(key('a@2020'));
    calculation.setNumber(slot, 2);
    for (const other of [undefined, '未定']) {
      set({ 'a@2020': other });
      expect(calculation.setNumber(slot, 5)).toBe(2);
      expect(calculation.input(key('a@2020'))).toEqual({ kind: 'number', value: 5 });
      expect([show('a@2020'), show('a@2021')]).toEqual([5, 10]);
    }
  });

  it('setNumber fills a year’s own growth that was blanked since its last number', () => {
    const { calculation, set, show } = sheetOf('a', 1, { 'a@2020': 100, 'a@growth': 0.1, 'a@growth-2021': 0.2 });
    const slot = calculation.slotOf(key('a@growth-2021'));
    calculation.setNumber(slot, 0.3);
    set({ 'a@growth-2021': undefined });
    calculation.setNumber(slot, 0.5);
    set({ 'a@2021': compound });
    expect(show('a@2021')).toBe(150);
  });

  it('setNumber changes what apply would, and tells the slots', () => {
    const { calculation, show } = sheetOf('a b', 1, { 'a@2020': 1, 'a@2021': '=prev*2', 'b@2021': '=a+1' });
    const slot = calculation.slotOf(key('a@2020'));
    expect(calculation.setNumber(slot, 5)).toBe(3);
    expect(show('b@2021')).toBe(11);
    expect([...calculation.changedSlots()].map((changed) => calculation.keyOf(changed))).toEqual([
      'a@2020',
      'a@2021',
      'b@2021',
    ]);
    expect(calculation.input(key('a@2020'))).toEqual({ kind: 'number', value: 5 });
    expect(calculation.setNumber(slot, 5)).toBe(0);
    expect(calculation.setNumber(slot, NaN)).toBe(3);
    expect(show('b@2021')).toBe('#NUM! a@2020');
    expect(calculation.setNumber(calculation.slotOf(key('a@2021')), 7)).toBe(2);
    expect(show('b@2021')).toBe(8);
  });

  it('sample tries many vectors of numbers and leaves the sheet as it was', () => {
    const { calculation, show } = sheetOf('a b', 1, {
      'a@2020': 1,
      'a@2021': '=prev*2',
      'b@2021': '=10/a',
      'b@2020': '=a[2021]',
      'a@growth': '=b[2021]',
    });
    const slots = (...keys: string[]) => keys.map((text) => calculation.slotOf(key(text)));
    const results = calculation.sample(
      slots('a@2020', 'b@2020'),
      Float64Array.of(5, 1, 0, 2, 2, 3),
      slots('a@2021', 'b@2021', 'b@2020'),
    );
    expect([...results]).toEqual([10, 1, 1, 0, NaN, 2, 4, 2.5, 3]);
    expect(['a@2020', 'a@2021', 'b@2021', 'b@2020', 'a@growth'].map(show)).toEqual([1, 2, 5, 2, 5]);
    expect(calculation.input(key('b@2020'))).toEqual({ kind: 'formula', source: 'a[2021]' });
  });

  it('a full recalculation changes nothing', () => {
    const { calculation, show } = sheetOf('a b', 1, {
      'a@2020': 1,
      'a@2021': '=prev*2',
      'b@2021': '=a+1',
      'b@2020': '=b',
    });
    calculation.recalculate();
    expect(calculation.changedSlots()).toHaveLength(0);
    expect(calculation.evaluated).toBe(2);
    expect([show('b@2021'), show('b@2020')]).toEqual([3, '#CYCLE! b@2020']);
  });
});
