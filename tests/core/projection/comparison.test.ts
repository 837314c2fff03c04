import { describe, expect, it } from 'vitest';
import { columnName, settingKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { compareScenarios, compareValues, type ComparisonOptions } from '../../../src/core/projection/comparison.ts';
import { comparisonLines } from '../../../src/core/projection/comparison-lines.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import {
  dataset,
  firms,
  id,
  indicator,
  layer,
  planYears,
  rank,
  row,
  share,
  target,
  units,
  y,
} from '../../support/plan.ts';
import { cells, f, n, t } from '../scenario/builders.ts';

const staff = { ...indicator('staff', units.money), chapter: 'b', better: 'neither' as const };
const workbook = makeWorkbook(
  dataset(
    [
      row(firms, 1000, { path: 'compound', growth: 0.1 }),
      row(share, 0.02, { path: 'points', growth: 0.001 }),
      row(rank, 8, { path: 'hold' }),
      row(staff, 0, { path: 'step', growth: 2 }),
    ],
    [
      layer('plan', [
        target('firms', 2021, { op: 'gte', value: 1150 }),
        target('firms', 2025, { op: 'gt', value: 1500 }),
        target('share', 2025, { op: 'gte', value: 0.03 }),
      ]),
    ],
  ),
);

const everything: ComparisonOptions = { years: [y(2021), y(2025)], changedOnly: false, withTargetOnly: false };
const project = (patch: Readonly<Record<string, CellInput | null>>) => new Projection(workbook, cells(patch));
const compare = (
  patches: readonly Readonly<Record<string, CellInput | null>>[],
  options: Partial<ComparisonOptions> = {},
) => compareScenarios(patches.map(project), { ...everything, ...options });

const resultOf = (table: ReturnType<typeof compare>, name: string, year: number) => {
  const found = table.results.find((one) => one.year === year)?.rows.find((one) => one.indicator.id === name);
  if (!found) throw new Error(`No result of ${name} in ${year}`);
  return found;
};
const assumptionNames = (table: ReturnType<typeof compare>): string[] =>
  table.assumptions.map(({ indicator: of, column }) => `${of.id}@${columnName(column)}`);

describe('[C1] a difference is absolute, a share of the reference, and better or worse', () => {
  it.each([
    ['more where more is better', 'firms', 2021, { 'firms@growth': n(0.2) }, 100, 100 / 1100, true],
    ['less where more is better', 'firms', 2021, { 'firms@growth': n(0) }, -100, -100 / 1100, false],
    ['a fraction for a per cent row', 'share', 2021, { 'share@growth': n(0.006) }, 0.005, 0.005 / 0.021, true],
    ['a smaller rank, of which a share says nothing', 'rank', 2021, { 'rank@2021': n(6) }, -2, undefined, true],
    ['no direction is better', 'staff', 2021, { 'staff@growth': n(5) }, 3, 1.5, undefined],
  ] as const)('%s', (_, name, year, patch, absolute, relative, better) => {
    const cell = resultOf(compare([{}, patch]), name, year).cells[1];
    expect(cell?.difference?.absolute).toBeCloseTo(absolute, 10);
    if (relative === undefined) expect(cell?.difference).not.toHaveProperty('relative');
    else expect(cell?.difference?.relative).toBeCloseTo(relative, 10);
    expect(cell?.difference?.better).toBe(better);
  });

  it('has no share of a reference that is zero', () => {
    const cell = resultOf(compare([{}, { 'staff@2020': n(4) }], { years: [y(2020)] }), 'staff', 2020).cells[1];
    expect(cell?.difference).toEqual({ absolute: 4 });
  });

  it('has no number between a number and an error or a blank, which still differ', () => {
    const table = compare([{}, { 'firms@2021': f('1/0') }, { 'firms@2021': null }]);
    for (const cell of resultOf(table, 'firms', 2021).cells.slice(1)) {
      expect(cell.difference).toBeUndefined();
      expect(cell.differs).toBe(true);
    }
  });

  it('is exactly zero where only calculating made one', () => {
    const cell = resultOf(compare([{ 'firms@2021': n(0.3) }, { 'firms@2021': f('0.1+0.2') }]), 'firms', 2021).cells[1];
    expect(cell).toMatchObject({ differs: false, difference: { absolute: 0 } });
  });

  it('the reference has none from itself', () => {
    expect(resultOf(compare([{}, {}]), 'firms', 2021).cells[0]).not.toHaveProperty('difference');
  });
});

describe('[C2] targets newly met and lost are told against the reference', () => {
  it('in the cell and in the roll-up', () => {
    const table = compare([{}, { 'firms@growth': n(0.2) }, { 'firms@growth': n(0.01) }]);
    expect(resultOf(table, 'firms', 2021).cells.map(({ status, turn }) => [status, turn])).toEqual([
      ['missed', undefined],
      ['met', 'won'],
      ['missed', undefined],
    ]);
    expect(resultOf(table, 'firms', 2025).cells.map(({ turn }) => turn)).toEqual([undefined, undefined, 'lost']);
    const turns = table.summaries.map(({ met, withTarget, won, lost }) => [
      met,
      withTarget,
      won.map(({ indicator: of, year }) => `${of.id} ${year}`),
      lost.map(({ indicator: of, year }) => `${of.id} ${year}`),
    ]);
    expect(turns).toEqual([
      [1, 3, [], []],
      [2, 3, ['firms 2021'], []],
      [0, 3, [], ['firms 2025']],
    ]);
  });

  it('a target that one of them does not know is neither won nor lost', () => {
    const later = { ...layer('plan', [target('firms', 2025, { op: 'gt', value: 1500 })]), issued: '2022-06-01' };
    const book = makeWorkbook(dataset([row(firms, 1000, { path: 'compound', growth: 0.1 })], [later]));
    const table = compareScenarios(
      [
        new Projection(book, new Map()),
        new Projection(book, new Map([[settingKey('known-until'), { kind: 'text', text: '2021-12-31' }]])),
      ],
      everything,
    );
    expect(table.summaries).toEqual([
      { met: 1, withTarget: 1, won: [], lost: [] },
      { met: 0, withTarget: 0, won: [], lost: [] },
    ]);
    expect(table.results[1]?.rows[0]?.target?.comparison).toEqual({ op: 'gt', value: 1500 });
    expect(table.results[1]?.rows[0]?.cells[1]).not.toHaveProperty('status');
  });
});

describe('[C3] assumptions that differ are listed as they were made', () => {
  it('not those that all make alike', () => {
    const table = compare([{ 'firms@growth': n(0.2) }, { 'firms@growth': n(0.2), 'share@growth': n(0.002) }], {
      changedOnly: true,
    });
    expect(assumptionNames(table)).toEqual(['share@growth']);
    expect(table.assumptions[0]?.cells.map(({ differs, changed }) => [differs, changed])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('in the order of the sheet: base-year figure, path, growth, single years, overtyped years, held years', () => {
    const patch = {
      'share@growth': n(0.002),
      'firms@held': t('2023'),
      'firms@2023': n(1400),
      'firms@growth-2022': n(0.3),
      'firms@growth': n(0.2),
      'firms@2020': n(1001),
    };
    expect(assumptionNames(compare([{}, patch], { changedOnly: true }))).toEqual([
      'firms@2020',
      'firms@growth',
      'firms@growth-2022',
      'firms@2023',
      'firms@held',
      'share@growth',
    ]);
  });

  it('formulas that follow from a path are not listed, only the path', () => {
    const years = Object.fromEntries(planYears.slice(1).map((year) => [`firms@${year}`, f('prev')]));
    const table = compare([{}, { 'firms@path': t('hold'), 'firms@growth': null, ...years }], { changedOnly: true });
    expect(assumptionNames(table)).toEqual(['firms@path', 'firms@growth']);
    expect(table.assumptions[0]?.cells.map(({ path }) => path)).toEqual(['compound', 'hold']);
    expect(table.assumptions[1]?.cells[1]).not.toHaveProperty('format');
  });

  it('a formula shows its text, rows by their short names', () => {
    const table = compare([{}, { 'firms@2023': f('share*2') }], { changedOnly: true });
    expect(table.assumptions[0]?.cells.map(({ entry }) => entry)).toEqual(['=prev*(1+growth)', '=share*2']);
  });

  it('a rate differs by points and by no share of itself; an amount by both', () => {
    const table = compare([{}, { 'firms@growth': n(0.2), 'staff@growth': n(3) }], { changedOnly: true });
    expect(table.assumptions.map(({ cells: [, cell] }) => cell?.difference)).toEqual([
      { absolute: 0.1 },
      { absolute: 1, relative: 0.5 },
    ]);
  });

  it('growths of two measures have no number between them', () => {
    const table = compare([{}, { 'firms@path': t('step'), 'firms@growth': n(50) }], { changedOnly: true });
    const growth = table.assumptions.find(({ column }) => column.kind === 'growth');
    expect(growth?.cells[1]).toMatchObject({ differs: true });
    expect(growth?.cells[1]).not.toHaveProperty('difference');
  });

  it('with everything on view, every row that takes a growth shows it', () => {
    expect(assumptionNames(compare([{}, {}]))).toEqual(['firms@growth', 'share@growth', 'staff@growth']);
  });
});

describe('[C3a] choices of the scenarios as a whole stand side by side', () => {
  const names = (table: ReturnType<typeof compare>): string[] => table.settings.map(({ name }) => name);
  const differ = { 'scenario@set-lights': t('geometric 1 0.8'), 'scenario@set-layers': t('') };

  it('those that differ, or all', () => {
    expect(names(compare([{}, differ, {}], { changedOnly: true }))).toEqual(['layers', 'lights']);
    expect(names(compare([differ, differ], { changedOnly: true }))).toEqual([]);
    expect(names(compare([{}, {}]))).toEqual(['layers', 'known-until', 'lights']);
    expect(compare([{}, differ, {}]).settings[2]?.cells).toEqual([
      { differs: false },
      { text: 'geometric 1 0.8', differs: true },
      { differs: false },
    ]);
  });

  it('by what they come to: what goes without saying is as good as unsaid', () => {
    const spelled = { 'scenario@set-lights': t('linear 1 0.8'), 'scenario@set-layers': t('plan') };
    expect(names(compare([{}, spelled, { 'scenario@set-lights': t('?') }], { changedOnly: true }))).toEqual([]);
  });

  it('whatever chapter is on view and whether only targets are: they bear on all rows', () => {
    const table = compare([{}, differ], { changedOnly: true, chapter: 'b', withTargetOnly: true });
    expect(names(table)).toEqual(['layers', 'lights']);
    expect(assumptionNames(table)).toEqual([]);
  });

  it('the last day of known targets says why a target counts in one of them only', () => {
    const table = compare([{}, { 'scenario@set-known-until': t('2020-12-31') }], { changedOnly: true });
    expect(table.settings).toEqual([
      { name: 'known-until', cells: [{ differs: false }, { text: '2020-12-31', differs: true }] },
    ]);
    expect(table.summaries.map(({ withTarget }) => withTarget)).toEqual([3, 0]);
  });

  it('come first, without chapters', () => {
    const lines = comparisonLines(compare([{}, { ...differ, 'firms@growth': n(0.2) }], { changedOnly: true }), {
      byChapter: true,
      folded: new Set(['results-2021', 'results-2025']),
    });
    expect(lines.map(({ id: line }) => line)).toEqual([
      'settings',
      'setting layers',
      'setting lights',
      'assumptions',
      'assumptions a',
      'assumption firms@growth',
      'results-2021',
      'results-2025',
    ]);
  });
});

describe('[C3] own targets, ranges and growth of other regions are assumptions', () => {
  const patch = { 'firms@target-2025': t('>1600'), 'share@range': t('0~0.002'), 'rank@peers': t('四川=0.1') };

  it('and are listed where they differ', () => {
    const table = compare([{}, patch], { changedOnly: true });
    expect(assumptionNames(table)).toEqual(['firms@target-2025', 'share@range', 'rank@peers']);
    expect(table.assumptions.map(({ cells }) => cells.map(({ input }) => input))).toEqual([
      [t('>1500'), t('>1600')],
      [undefined, t('0~0.002')],
      [undefined, t('四川=0.1')],
    ]);
  });
});

describe('[C4] switches leave rows out and never change a number', () => {
  it('changed only: rows whose results differ in that year', () => {
    const table = compare([{}, { 'firms@2025': n(9) }], { changedOnly: true });
    expect(table.results.map(({ rows }) => rows.map((one) => one.indicator.id))).toEqual([[], ['firms']]);
  });

  it('with targets only: of each year the rows with a target in it', () => {
    const table = compare([{}, {}], { withTargetOnly: true });
    expect(table.results.map(({ rows }) => rows.map((one) => one.indicator.id))).toEqual([
      ['firms'],
      ['firms', 'share'],
    ]);
    expect(assumptionNames(table)).toEqual(['firms@growth', 'share@growth']);
  });

  it('a chapter: its rows and its roll-up', () => {
    const table = compare([{}, {}], { chapter: 'b' });
    expect(table.results[0]?.rows.map((one) => one.indicator.id)).toEqual(['staff']);
    expect(table.summaries[0]).toEqual({ met: 0, withTarget: 0, won: [], lost: [] });
  });

  it('the roll-up counts hidden rows too', () => {
    const [shown] = compare([{}, {}]).summaries;
    const [hidden] = compare([{}, {}], { changedOnly: true, withTargetOnly: true }).summaries;
    expect(hidden).toEqual(shown);
  });

  it('nothing is shown of no scenario', () => {
    expect(compare([])).toEqual({ settings: [], assumptions: [], results: [], summaries: [] });
  });
});

describe('[C5] the board is a list of lines', () => {
  const table = compare([{}, { 'firms@growth': n(0.2), 'staff@growth': n(5) }], { changedOnly: true });
  const ids = (byChapter: boolean, folded: readonly string[] = []): string[] =>
    comparisonLines(table, { byChapter, folded: new Set(folded) }).map(({ id: line }) => line);

  it('a section for the assumptions and one for each year', () => {
    expect(ids(false)).toEqual([
      'assumptions',
      'assumption firms@growth',
      'assumption staff@growth',
      'results-2021',
      'result firms@2021',
      'result staff@2021',
      'results-2025',
      'result firms@2025',
      'result staff@2025',
    ]);
  });

  it('chapters within each, folded sections without their rows, empty ones not at all', () => {
    expect(ids(true, ['assumptions', 'results-2025'])).toEqual([
      'assumptions',
      'results-2021',
      'results-2021 a',
      'result firms@2021',
      'results-2021 b',
      'result staff@2021',
      'results-2025',
    ]);
    expect(comparisonLines(compare([{}], { changedOnly: true }), { byChapter: true, folded: new Set() })).toEqual([]);
  });

  it('a folded section still says how many rows it has', () => {
    const [first] = comparisonLines(table, { byChapter: false, folded: new Set(['assumptions']) });
    expect(first).toMatchObject({ kind: 'section', rows: 2, folded: true });
  });
});

describe('[C6] a line of the chart is every year of a row', () => {
  it('for each scenario in order', () => {
    const values = compareValues(id('firms'), [project({}), project({ 'firms@growth': n(0) })]);
    expect(values.map((line) => line.map((value) => value.kind === 'number' && Math.round(value.value)))).toEqual([
      [1000, 1100, 1210, 1331, 1464, 1611],
      [1000, 1000, 1000, 1000, 1000, 1000],
    ]);
  });
});
