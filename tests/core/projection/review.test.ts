import { describe, expect, it } from 'vitest';
import { Projection } from '../../../src/core/projection/projection.ts';
import { cellsOfRows, review } from '../../../src/core/projection/review.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { mergeChosen } from '../../../src/core/scenario/review.ts';
import { applyChanges } from '../../../src/core/scenario/edit.ts';
import { cells, f, n, t } from '../scenario/builders.ts';
import { dataset, firms, id, layer, rank, row, share, target } from '../../support/plan.ts';

const workbook = makeWorkbook(
  dataset(
    [
      row(firms, 100, { path: 'compound', growth: 0.1 }),
      row(share, 0.02, { path: 'hold' }),
      row(rank, 7, { path: 'hold' }),
    ],
    [
      layer('plan', [
        target('firms', 2021, { op: 'gte', value: 105 }),
        target('firms', 2025, { op: 'gte', value: 200 }),
        target('share', 2025, { op: 'gte', value: 0.025 }),
        target('rank', 2025, { op: 'lte', value: 6 }),
      ]),
    ],
  ),
);
const of = (entries: Parameters<typeof cells>[0]) => new Projection(workbook, cells(entries) as Projection['patch']);
const compound = Object.fromEntries(
  [2021, 2022, 2023, 2024, 2025].map((year) => [`share@${year}`, f('prev*(1+growth)')]),
);

describe('[L12] a review', () => {
  it('of equal scenarios is empty', () => {
    const same = { 'firms@growth': n(0.2) };
    expect(review(of(same), of(same))).toMatchObject({ rows: [], changes: 0, newlyMet: [], lost: [], targets: 4 });
  });

  it('shows each change with both inputs and values, the base where a side has none', () => {
    const found = review(of({}), of({ 'firms@growth': n(0.2), 'firms@2023': n(150) }));
    expect(found.changes).toBe(2);
    const [reviewed] = found.rows;
    expect(found.rows.length).toBe(1);
    expect(reviewed?.row.indicator.id).toBe('firms');
    expect(reviewed?.cells).toMatchObject([
      {
        cell: 'firms@growth',
        input: { mine: n(0.1), theirs: n(0.2) },
        value: { mine: n(0.1), theirs: n(0.2) },
        written: false,
      },
      { cell: 'firms@2023', input: { mine: f('prev*(1+growth)'), theirs: n(150) }, written: false },
    ]);
    const { mine, theirs } = reviewed?.last ?? {};
    expect(mine?.kind === 'number' && mine.value).toBeCloseTo(100 * 1.1 ** 5, 9);
    expect(theirs?.kind === 'number' && theirs.value).toBeCloseTo(150 * 1.2 ** 2, 9);
  });

  it('names targets newly met and lost, and counts what each side meets', () => {
    const found = review(
      of({ 'rank@2025': n(6) }),
      of({ 'firms@growth': n(0.15), 'share@2025': n(0.03), 'firms@2021': n(104) }),
    );
    const name = ({ row: { indicator }, year }: (typeof found.newlyMet)[number]): string => `${indicator.id} ${year}`;
    expect(found.newlyMet.map(name)).toEqual(['share 2025']);
    expect(found.lost.map(name)).toEqual(['firms 2021', 'rank 2025']);
    expect(found.met).toEqual({ mine: 2, theirs: 1 });
    expect(found.targets).toBe(4);
  });

  it('counts a chosen path as what the person chose, not the formulas that it wrote', () => {
    const found = review(of({}), of({ 'share@path': t('compound'), 'share@growth': n(0.05), ...compound }));
    expect(found.changes).toBe(2);
    expect(found.rows[0]?.path).toEqual({ mine: { kind: 'hold' }, theirs: { kind: 'compound' } });
    expect(found.rows[0]?.cells.map(({ cell, written }) => [cell, written])).toEqual([
      ['share@growth', false],
      ['share@path', false],
      ...Object.keys(compound).map((cell) => [cell, true]),
    ]);
    expect(found.rows[0]?.cells[0]?.format).toMatchObject({ mine: undefined, theirs: { mark: 'percent' } });
  });

  it('lists rows in the order of the sheet and cells in the order of its columns', () => {
    const found = review(
      of({}),
      of({
        'rank@held': t('2022'),
        'rank@growth-2022': n(1),
        'rank@2022': n(5),
        'rank@2020': n(8),
        'firms@2022': n(1),
      }),
    );
    expect(found.rows.map(({ row: { indicator } }) => indicator.id)).toEqual(['firms', 'rank']);
    expect(found.rows[1]?.cells.map(({ cell }) => cell)).toEqual([
      'rank@2020',
      'rank@2022',
      'rank@growth-2022',
      'rank@held',
    ]);
  });

  it('changes neither side, and passes over cells of no row', () => {
    const [mine, theirs] = [of({ 'firms@growth': n(0.2) }), of({ 'nobody@2021': n(1), 'rank@2025': f('1+') })];
    const before = [new Map(mine.patch), new Map(theirs.patch)];
    expect(review(mine, theirs).rows.map(({ row: { indicator } }) => indicator.id)).toEqual(['firms', 'rank']);
    expect([mine.patch, theirs.patch]).toEqual(before);
  });
});

describe('[L13] rows chosen in a review', () => {
  it('merge with all their cells', () => {
    const [mine, theirs] = [
      of({ 'firms@growth': n(0.2) }),
      of({ 'share@path': t('compound'), 'share@growth': n(0.05), ...compound }),
    ];
    const found = review(mine, theirs);
    const merged = applyChanges(
      mine.patch,
      mergeChosen(mine.patch, theirs.patch, cellsOfRows(found, new Set([id('share')]))),
    );
    expect(merged).toEqual(new Map([...mine.patch, ...theirs.patch]));
    expect(cellsOfRows(found, new Set())).toEqual([]);
  });
});
