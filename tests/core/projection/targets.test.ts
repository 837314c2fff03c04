import { describe, expect, it } from 'vitest';
import { cellKey, settingKey, valueKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { assessRow, requiredOf } from '../../../src/core/projection/cell.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { review } from '../../../src/core/projection/review.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import type { Patch } from '../../../src/core/scenario/scenario.ts';
import { layersSetting } from '../../../src/core/scenario/setting-inputs.ts';
import { layersChosen } from '../../../src/core/scenario/settings.ts';
import { dataset, firms, indicator, layer, row, target, y } from '../../support/plan.ts';

const first = { ...layer('first', [target('firms', 2025, { op: 'gt', value: 1500 })]), issued: '2021-06' };
const second = { ...layer('second', [target('firms', 2025, { op: 'gte', value: 2000 })]), issued: '2023-03' };
const spare = { ...layer('spare', [target('firms', 2021, { op: 'gte', value: 1050 })]), byDefault: false };
const plan = dataset([row(firms, 1000, { path: 'compound', growth: 0.1 })], [first, second, spare]);
const book = makeWorkbook(plan);
const own = cellKey(firms.id, { kind: 'target', year: y(2025) });
const text = (words: string): CellInput => ({ kind: 'text', text: words });
const shown = (patch: Patch): Projection => new Projection(book, patch);
const goal = (projection: Projection, year = 2025) => projection.target(firms.id, y(year));
const firmsRow = plan.rows[0];
if (!firmsRow) throw new Error('No row');

describe('[T13] a target changed or added in a scenario is a change like any other', () => {
  it('counts in the place of the layers’, and its layer is none', () => {
    const projection = shown(new Map([[own, text('>1600 binding')]]));
    expect(goal(projection)).toMatchObject({ comparison: { op: 'gt', value: 1600 }, nature: 'binding' });
    expect(goal(projection)?.layer).toBeUndefined();
    expect(assessRow(firmsRow, y(2025), projection)?.status).toBe('thin');
    expect(projection.isChanged(own)).toBe(true);
  });

  it('is followed by an edit and by its undoing', () => {
    const projection = shown(new Map());
    expect(projection.rollUp()).toMatchObject({ withTarget: 1, met: 0 });
    projection.show(new Map([[own, text('>1')]]));
    expect(goal(projection)?.comparison).toEqual({ op: 'gt', value: 1 });
    expect(projection.rollUp()).toMatchObject({ withTarget: 1, met: 1 });
    projection.show(new Map());
    expect(goal(projection)?.comparison).toEqual({ op: 'gte', value: 2000 });
    expect(projection.rollUp()).toMatchObject({ withTarget: 1, met: 0 });
  });

  it('may be added where there was none, and taken away', () => {
    const added = shown(new Map([[cellKey(firms.id, { kind: 'target', year: y(2021) }), text('averageGrowth >=0.1')]]));
    expect(assessRow(firmsRow, y(2021), added)?.status).toBe('thin');
    expect(added.rollUp().withTarget).toBe(2);
    expect(goal(shown(new Map([[own, null]])))).toBeUndefined();
  });

  it('makes its row one of those with a target, in their order, as long as it is there', () => {
    const [early, late] = [row(indicator('early'), 1, { path: 'hold' }), row(indicator('late'), 1, { path: 'hold' })];
    const projection = new Projection(makeWorkbook(dataset([early, firmsRow, late], [first])), new Map());
    const ids = (): readonly string[] => projection.targetRows.map(({ indicator: { id } }) => id);
    expect(ids()).toEqual(['firms']);
    const target = cellKey(early.indicator.id, { kind: 'target', year: y(2025) });
    projection.show(new Map([[target, text('>1')]]));
    expect(ids()).toEqual(['early', 'firms']);
    expect(projection.rollUp().withTarget).toBe(2);
    projection.show(new Map());
    expect(ids()).toEqual(['firms']);
  });

  it('that cannot be read is none', () => {
    expect(goal(shown(new Map([[own, text('as much as possible')]])))).toBeUndefined();
  });

  it('asks for a level whatever it measures, and that level has its growth', () => {
    const projection = shown(new Map([[own, text('averageGrowth >=0.2')]]));
    expect(projection.targetLevel(firms.id, y(2025))).toEqual({ op: 'gte', value: 1000 * 1.2 ** 5 });
    expect(requiredOf(firms.id, y(2025), projection)).toBeCloseTo(0.2, 12);
    expect(projection.pathRow(firmsRow).targets.get(y(2025))?.comparison).toEqual({
      op: 'gte',
      value: 1000 * 1.2 ** 5,
    });
  });

  it('shows what the layers say as its entry, and stands in a review', () => {
    expect(shown(new Map()).input(own)).toEqual(text('>=2000'));
    const { rows, newlyMet } = review(shown(new Map()), shown(new Map([[own, text('>1600')]])));
    expect(rows[0]?.cells.map(({ cell, input }) => [cell, input.mine, input.theirs])).toEqual([
      [own, text('>=2000'), text('>1600')],
    ]);
    expect(newlyMet.length).toBe(1);
  });
});

describe('[T14] layers switch on and off, and a date shows only what was known then', () => {
  it.each([
    [new Map(), 2000, undefined],
    [new Map([[settingKey('layers'), text('first')]]), 1500, undefined],
    [new Map([[settingKey('layers'), text('first,spare')]]), 1500, 1050],
    [new Map([[settingKey('known-until'), text('2022-12-31')]]), 1500, undefined],
    [new Map([[settingKey('layers'), text('')]]), undefined, undefined],
  ])('%#', (patch, late, early) => {
    const projection = shown(patch);
    const value = (year: number) => {
      const comparison = goal(projection, year)?.comparison;
      return comparison && 'value' in comparison ? comparison.value : undefined;
    };
    expect([value(2025), value(2021)]).toEqual([late, early]);
    expect(projection.value(valueKey(firms.id, y(2025))).kind).toBe('number');
  });

  it('a choice that goes without saying leaves no trace, and equal choices are equal', () => {
    expect(layersSetting(plan, new Set(['second', 'first']))).toBeNull();
    expect(layersSetting(plan, new Set(['spare', 'first']))).toEqual(text('first,spare'));
    expect(layersChosen(plan, new Map([[settingKey('layers'), text('first,spare')]]))).toEqual(
      new Set(['first', 'spare']),
    );
  });

  it('is told in a review', () => {
    const { settings, changes } = review(shown(new Map()), shown(new Map([[settingKey('layers'), text('first')]])));
    expect(settings.map(({ cell }) => cell)).toEqual([settingKey('layers')]);
    expect(changes).toBe(1);
  });
});
