import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/core/model/dataset.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { assessRow } from '../../../src/core/projection/cell.ts';
import { inputsToMeet } from '../../../src/core/projection/meet-target.ts';
import { startInYear, type StartOf } from '../../../src/core/projection/needed-growth.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { applyChanges } from '../../../src/core/scenario/edit.ts';
import { changesTo } from '../../../src/core/scenario/changes.ts';
import type { Patch } from '../../../src/core/scenario/scenario.ts';
import { key } from '../../support/calculation.ts';
import { dataset, firms, indicator, layer, rank, row, share, target, units, y } from '../../support/plan.ts';

const money = indicator('money', units.money, 'flow');
const output = indicator('output', units.money, 'flow');
const intensity = indicator('intensity', units.percent, 'ratio');

function book(comparison: Comparison = { op: 'gt', value: 1500 }) {
  const rows = [
    row(firms, 1000, { path: 'compound', growth: 0.1 }),
    row(money, 500, { path: 'compound', growth: 0.12 }),
    row(output, 25000, { path: 'compound', growth: 0.04 }),
    row(intensity, 0.02, { path: 'formula', formula: 'money/output' }),
    row(share, 0.1, { path: 'points', growth: 0.01 }),
    row(rank, 9, { path: 'hold' }),
  ];
  const targets = [
    target('firms', 2025, comparison),
    target('intensity', 2025, { op: 'gte', value: 0.025 }),
    target('share', 2025, { op: 'gt', value: 0.2 }),
    target('rank', 2025, { op: 'lte', value: 5 }),
  ];
  return makeWorkbook(dataset(rows, [layer('plan', targets)]));
}

const workbook = book();
const rowOf = (name: string) => {
  const found = workbook.dataset.rows.find(({ indicator: { id } }) => id === name);
  if (!found) throw new Error(name);
  return found;
};

const number = (value: number): CellInput => ({ kind: 'number', value });
const patchOf = (entries: Readonly<Record<string, number>>): Patch =>
  new Map(Object.entries(entries).map(([cell, value]) => [key(cell), number(value)]));

/** The sheet before and after the growth that a row needs is written. */
function write(name: string, patch: Patch = new Map(), startOf?: (projection: Projection) => StartOf, of = workbook) {
  const projection = new Projection(of, patch);
  const inputs = inputsToMeet(projection, rowOf(name), y(2025), startOf?.(projection));
  if (!inputs.ok) return { error: inputs.error };
  const after = new Projection(of, applyChanges(patch, changesTo(of.base, patch, inputs.value)));
  const value = (cell: string) => after.value(key(cell));
  return { inputs: inputs.value, status: assessRow(rowOf(name), y(2025), after)?.status, value };
}

describe('[T21] the growth that a target needs is written where it belongs', () => {
  it('into the row, one step that shows beyond a strict target', () => {
    const { inputs, status } = write('firms');
    // By hand: 1501 firms, (1501 ÷ 1000)^(1 ÷ 5) − 1.
    expect(inputs?.get(key('firms@growth'))).toEqual(number(expect.closeTo(0.084616328890278, 13) as number));
    expect(status).toBe('thin');
  });

  it('in the unit of its path: points for a share', () => {
    const { inputs, status } = write('share');
    expect(inputs?.get(key('share@growth'))).toEqual(number(expect.closeTo(0.02002, 12) as number));
    expect(status).toBe('thin');
  });

  it('a row whose path reads no growth takes a rate', () => {
    const { inputs, status } = write('rank');
    expect(inputs?.get(key('rank@path'))).toEqual({ kind: 'text', text: 'compound' });
    expect(status).toBe('thin');
  });

  it('into the row that drives a calculated one, whose formula stays', () => {
    const { inputs, status } = write('intensity', patchOf({ 'money@growth-2022': 0.5 }));
    expect([...(inputs?.keys() ?? [])]).toEqual(['money@growth', 'money@growth-2022']);
    expect(status).toBe('thin');
  });

  it('in place of growths of single years and of overtyped ones', () => {
    const { status, inputs } = write('firms', patchOf({ 'firms@growth-2022': 0.5, 'firms@2023': 7 }));
    expect(status).toBe('thin');
    expect(inputs?.get(key('firms@growth-2022'))).toBeNull();
  });

  it('a range is aimed at in its middle, unless the start lies in it', () => {
    const above = book({ op: 'between', low: 1400, high: 1600 });
    expect(write('firms', new Map(), undefined, above).value?.('firms@2025')).toEqual(
      number(expect.closeTo(1500, 9) as number),
    );
    const within = book({ op: 'between', low: 900, high: 1600 });
    expect(write('firms', new Map(), undefined, within).value?.('firms@2025')).toEqual(number(1000));
  });
});

describe('[T21] from a later start the years after it take the growth', () => {
  const from2021 = (projection: Projection) => startInYear(projection, y(2021));

  it('of the sheet: years until then stay as they are', () => {
    const { value, status, inputs } = write('firms', new Map(), from2021);
    expect(status).toBe('thin');
    expect(value?.('firms@2021')).toEqual(number(expect.closeTo(1100, 9) as number));
    expect(value?.('firms@2025')).toEqual(number(expect.closeTo(1501, 9) as number));
    expect(inputs?.has(key('firms@growth'))).toBe(false);
  });

  it('of an actual: its value is written as well', () => {
    const { value, status } = write('firms', new Map(), () => () => ({ year: y(2023), value: 1400 }));
    expect([value?.('firms@2023'), status]).toEqual([number(1400), 'thin']);
  });

  it('a calculated row has no growth of its own', () => {
    expect(write('intensity', new Map(), from2021)).toEqual({ error: { code: 'notDriven' } });
  });

  it('a start after the target has no years', () => {
    expect(write('firms', new Map(), () => () => ({ year: y(2025), value: 1400 }))).toEqual({
      error: { code: 'noYears' },
    });
  });
});
