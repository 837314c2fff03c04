import { describe, expect, it } from 'vitest';
import { cellKey, valueKey } from '../../../src/core/model/cell.ts';
import { builtInScenarios, growthFactors } from '../../../src/core/projection/built-in.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook, type Workbook } from '../../../src/core/projection/workbook.ts';
import type { BuiltInKind, Patch, Scenario } from '../../../src/core/scenario/scenario.ts';
import { knownUntil } from '../../../src/core/scenario/settings.ts';
import { dataset, firms, indicator, layer, row, share, target, units, y, id } from '../../support/plan.ts';
import { loadShipped } from '../../support/shipped-tables.ts';

const names: Record<BuiltInKind, string> = {
  base: '基准',
  onTarget: '达标',
  cautious: '保守',
  bold: '进取',
  foresight: '2021 年视角',
};

const shipped = makeWorkbook(loadShipped());

function builtIn(workbook: Workbook, kind: BuiltInKind): Scenario {
  const found = builtInScenarios(workbook, names).find((scenario) => scenario.builtIn === kind);
  if (!found) throw new Error(`No ${kind}`);
  return found;
}

function project(workbook: Workbook, kind: BuiltInKind): Projection {
  return new Projection(workbook, builtIn(workbook, kind).patch);
}

const number = (projection: Projection, name: string, year: number): number => {
  const value = projection.value(valueKey(id(name), y(year)));
  if (value.kind !== 'number') throw new Error(`${name}@${year} is ${value.kind}`);
  return value.value;
};

describe('[B1] the base scenario changes nothing', () => {
  it('has an empty patch and comes first', () => {
    const [first] = builtInScenarios(shipped, names);
    expect(first).toMatchObject({ builtIn: 'base', name: '基准' });
    expect(first?.patch.size).toBe(0);
  });
});

describe('[B1] the built-in scenarios follow from the dataset alone', () => {
  it('also when they are worked out in a projection that shows another scenario', () => {
    const plan = layer('plan', [target('firms', 2025, { op: 'gte', value: 90 })]);
    const workbook = makeWorkbook(dataset([row(firms, 100, { path: 'compound', growth: 0.1 })], [plan]));
    const held: Patch = new Map([[cellKey(firms.id, { kind: 'held' }), { kind: 'text', text: '2022,2023' }]]);
    const patches = (projection?: Projection) =>
      builtInScenarios(workbook, names, projection).map(({ builtIn, patch }) => [builtIn, [...patch]]);
    expect(patches(new Projection(workbook, held))).toEqual(patches());
  });
});

describe('[B2] 达标 just meets every target', () => {
  it('of the shipped dataset: all of them, by the least that counts', () => {
    const projection = project(shipped, 'onTarget');
    const { withTarget, met } = projection.rollUp();
    expect(withTarget).toBeGreaterThan(4);
    expect(met).toBe(withTarget);
    expect(number(projection, 'hightech_firms', 2025)).toBeCloseTo(10001, 6);
    expect(number(projection, 'tech_firms', 2021)).toBeCloseTo(30001, 6);
  });

  it('a calculated row through the growth of the row that drives it, in each target year', () => {
    const projection = project(shipped, 'onTarget');
    expect(number(projection, 'rd_intensity', 2021)).toBeCloseTo(0.0216, 12);
    expect(number(projection, 'rd_intensity', 2025)).toBeCloseTo(0.026, 12);
    expect(projection.input(valueKey(id('rd_intensity'), y(2025)))).toMatchObject({ kind: 'formula' });
    for (const year of shipped.dataset.years.slice(1)) {
      const identity = number(projection, 'rd_spend', year) / number(projection, 'gdp', year);
      expect(number(projection, 'rd_intensity', year)).toBeCloseTo(identity, 12);
    }
  });

  it('one target by a constant rate, several through each of them, one already met by standing still', () => {
    const other = indicator('other');
    const full = indicator('full');
    const workbook = makeWorkbook(
      dataset(
        [
          row(firms, 100, { path: 'compound', growth: 0.5 }),
          row(other, 100, { path: 'hold' }),
          row(full, 100, { path: 'compound', growth: 0.1 }),
        ],
        [
          layer('plan', [
            target('firms', 2025, { op: 'gt', value: 200 }),
            target('other', 2021, { op: 'gte', value: 110 }),
            target('other', 2025, { op: 'gte', value: 120 }),
            target('full', 2025, { op: 'gte', value: 90 }),
          ]),
        ],
      ),
    );
    const projection = project(workbook, 'onTarget');
    expect(projection.path(firms.id)).toEqual({ kind: 'compound' });
    expect(number(projection, 'firms', 2025)).toBeCloseTo(201, 9);
    expect(projection.path(other.id)).toEqual({ kind: 'checkpoints' });
    expect([number(projection, 'other', 2021), number(projection, 'other', 2025)]).toEqual([
      expect.closeTo(110, 9),
      expect.closeTo(120, 9),
    ]);
    expect(projection.path(full.id)).toEqual({ kind: 'hold' });
    expect(projection.rollUp().met).toBe(4);
  });

  it('leaves rows without a target alone', () => {
    const { patch } = builtIn(shipped, 'onTarget');
    expect(patch.has(cellKey(id('patents_per_10k'), { kind: 'growth' }))).toBe(false);
  });
});

describe('[B3] 保守 and 进取 scale growth toward the better side', () => {
  const energy = { ...indicator('energy', units.money, 'flow'), better: 'down' as const };
  const workbook = makeWorkbook(
    dataset([
      row(firms, 100, { path: 'compound', growth: 0.1 }),
      row(energy, 100, { path: 'compound', growth: -0.1 }),
      row(share, 0.1, { path: 'points', growth: -0.01 }),
      row(indicator('level'), 7, { path: 'hold' }),
    ]),
  );

  it.each(['cautious', 'bold'] as const)('%s', (kind) => {
    const { patch } = builtIn(workbook, kind);
    expect([...patch]).toEqual([
      ['firms@growth', { kind: 'number', value: Number((0.1 * growthFactors[kind]).toPrecision(12)) }],
      ['energy@growth', { kind: 'number', value: Number((-0.1 * growthFactors[kind]).toPrecision(12)) }],
    ]);
  });

  it('by 0.7 and 1.2', () => {
    expect(growthFactors).toEqual({ cautious: 0.7, bold: 1.2 });
  });
});

describe('[B4] 2021 年视角 knows no later document', () => {
  it('of the shipped dataset: only the report of 2020', () => {
    const projection = project(shipped, 'foresight');
    expect(knownUntil(builtIn(shipped, 'foresight').patch)).toBe('2021-12-31');
    expect(projection.target(id('hightech_firms'), y(2021))?.layer).toBe('report-2020');
    expect(projection.target(id('hightech_firms'), y(2025))).toBeUndefined();
    expect(projection.rollUp().withTarget).toBe(3);
    expect(new Projection(shipped, new Map()).rollUp().withTarget).toBeGreaterThan(3);
  });

  it('a default growth that came from a later target is not known either', () => {
    const later = { ...layer('later', [target('firms', 2025, { op: 'gte', value: 200 })]), issued: '2022-01' };
    const fromTarget = {
      ...row(firms, 100, { path: 'compound', growth: 0.15 }),
      defaultPath: {
        path: 'compound',
        growth: 0.15,
        reason: { code: 'target', year: y(2025), layer: 'later' } as const,
      },
    };
    const workbook = makeWorkbook(dataset([fromTarget], [later]));
    expect(number(project(workbook, 'foresight'), 'firms', 2025)).toBe(100);
    expect(project(workbook, 'foresight').rollUp().withTarget).toBe(0);
    expect(project(workbook, 'base').rollUp().withTarget).toBe(1);
  });

  it('showing another scenario in the same projection brings its targets', () => {
    const projection = project(shipped, 'foresight');
    projection.show(new Map());
    expect(projection.target(id('hightech_firms'), y(2025))).toBeDefined();
  });
});
