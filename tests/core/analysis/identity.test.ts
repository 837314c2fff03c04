import { describe, expect, it } from 'vitest';
import { brokenRelations, checkRelation, type BrokenRelation } from '../../../src/core/analysis/identity.ts';
import type { Relation } from '../../../src/core/model/dataset.ts';
import { brokenIn, restoring } from '../../../src/core/projection/relations.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { applyChanges } from '../../../src/core/scenario/edit.ts';
import { changesTo } from '../../../src/core/scenario/changes.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { key } from '../../support/calculation.ts';
import { id, y } from '../../support/plan.ts';
import { loadShipped } from '../../support/shipped-tables.ts';

const note = { zh: '', en: '' };
const share: Relation = {
  ...{ id: 'share', kind: 'quotient', left: id('r'), right: id('a'), divisor: id('b'), tolerance: 0.001, note },
};
const part: Relation = { id: 'part', kind: 'within', left: id('p'), right: id('w'), note };
const rise: Relation = { id: 'rise', kind: 'increase', left: id('s'), right: id('n'), note };

/** Values by row; a list begins in 2020. */
function check(relation: Relation, values: Readonly<Record<string, readonly (number | undefined)[]>>, year = 2020) {
  return checkRelation(relation, y(year), (of, when) => values[of]?.[when - 2020]);
}

const solved = (broken: BrokenRelation | undefined) =>
  broken?.restorations.map(({ indicator, value }) => [indicator, value]);

describe('[A19] what is true by definition', () => {
  it('a quotient holds within its tolerance; else each of the three sides can mend it', () => {
    expect(check(share, { r: [0.0209], a: [50], b: [2400] })).toBeUndefined();
    const broken = check(share, { r: [0.03], a: [50], b: [2500] });
    expect(broken).toMatchObject({ year: 2020, actual: 0.03, allowed: 0.02 });
    expect(broken?.excess).toBeCloseTo(0.01, 15);
    expect(solved(broken)).toEqual([
      ['r', 0.02],
      ['a', 75],
      ['b', 50 / 0.03],
    ]);
    expect(solved(check(share, { r: [0], a: [50], b: [2500] }))?.length).toBe(2);
    expect(check(share, { r: [0.03], a: [50], b: [0] })).toBeUndefined();
  });

  it('a part is at most the whole', () => {
    expect(check(part, { p: [12], w: [12] })).toBeUndefined();
    expect(check(part, { p: [12.000000000000002], w: [12] })).toBeUndefined();
    const broken = check(part, { p: [14], w: [12] });
    expect(broken).toMatchObject({ actual: 14, allowed: 12, excess: 2 });
    expect(solved(broken)).toEqual([
      ['p', 12],
      ['w', 14],
    ]);
  });

  it('what there is rises by no more than what is new, and may rise by less', () => {
    expect(check(rise, { s: [6, 9], n: [3, 3] }, 2021)).toBeUndefined();
    expect(check(rise, { s: [6, 5], n: [3, 3] }, 2021)).toBeUndefined();
    expect(check(rise, { s: [6, 9], n: [3, 3] }, 2020)).toBeUndefined();
    const broken = check(rise, { s: [6, 11], n: [3, 3] }, 2021);
    expect(broken).toMatchObject({ actual: 5, allowed: 3, excess: 2 });
    expect(solved(broken)).toEqual([
      ['s', 9],
      ['n', 5],
    ]);
  });

  it('says nothing where a value is no number', () => {
    expect(check(part, { p: [14] })).toBeUndefined();
    expect(check(share, { r: [1], a: [1] })).toBeUndefined();
  });

  it('lists what is broken by year', () => {
    const values: Record<string, readonly number[]> = { p: [14, 1, 14], w: [12, 12, 12], s: [1, 9, 9], n: [0, 0, 0] };
    const list = brokenRelations([part, rise], [2020, 2021, 2022].map(y), (of, when) => values[of]?.[when - 2020]);
    expect(list.map(({ relation, year }) => `${relation.id} ${year}`)).toEqual(['part 2020', 'rise 2021', 'part 2022']);
  });
});

describe('[A19] the identity guard on the shipped data', () => {
  const workbook = makeWorkbook(loadShipped());
  const project = (...entries: readonly (readonly [string, number])[]): Projection =>
    new Projection(
      workbook,
      new Map(
        entries.map(([cell, value]): [ReturnType<typeof key>, CellInput] => [key(cell), { kind: 'number', value }]),
      ),
    );

  it('nothing is broken before any scenario', () => {
    expect(workbook.dataset.relations?.length).toBe(13);
    expect(brokenIn(project())).toEqual([]);
  });

  it('an overtyped quotient is mended by its formula, or by one of the other two rows', () => {
    const projection = project(['rd_intensity@2023', 0.03]);
    const [broken, ...others] = brokenIn(projection);
    expect(others).toEqual([]);
    expect(broken?.relation.id).toBe('rd_intensity_is_spend_by_gdp');
    for (const restoration of broken?.restorations ?? []) {
      if (!broken) continue;
      const inputs = restoring(projection, broken, restoration);
      const changes = changesTo(projection.underlying, projection.patch, inputs);
      const mended = new Projection(workbook, applyChanges(projection.patch, changes));
      expect(brokenIn(mended)).toEqual([]);
      if (restoration.indicator === 'rd_intensity') expect(mended.patch.size).toBe(0);
    }
  });

  it('more national zones than zones, and more of them than were new', () => {
    const ids = brokenIn(project(['national_hightech_zones@2025', 13], ['torch_bases@2021', 12])).map(
      ({ relation, year, excess }) => `${relation.id} ${year} ${excess}`,
    );
    expect(ids).toEqual(['torch_bases_increase 2021 3', 'national_zones_within_zones 2025 1']);
  });
});
