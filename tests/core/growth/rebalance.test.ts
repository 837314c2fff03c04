import { describe, expect, it } from 'vitest';
import { rebalance } from '../../../src/core/growth/rebalance.ts';
import type { Year } from '../../../src/core/model/cell.ts';
import { id, y } from '../../support/plan.ts';
import { evaluateRow } from './evaluate-row.ts';

const asked = {
  indicator: id('firms'),
  year: y(2022),
  value: 6000,
  lastYear: y(2025),
  lastValue: 10000,
  held: new Set<Year>(),
};

function formulasOf(inputs: ReturnType<typeof rebalance>): ReadonlyMap<Year, string> {
  return new Map(
    [...inputs].map(([key, input]) => [y(Number(key.slice(-4))), input?.kind === 'formula' ? input.source : '']),
  );
}

describe('[G17] after an overtyped year the rest runs to the old end, if asked', () => {
  it('at a constant rate, reading the overtyped cell', () => {
    const formulas = formulasOf(rebalance(asked));
    expect([...formulas.keys()]).toEqual([2023, 2024, 2025]);
    expect(formulas.get(y(2023))).toBe('self[2022]*(10000/self[2022])^((year-2022)/3)');
    const values = evaluateRow(4222, new Map([[y(2022), '6000'], ...formulas]));
    expect(values.get(2025)).toBeCloseTo(10000, 8);
    // 6000 × (10/6)^(1/3), by another program.
    expect(values.get(2023)).toBeCloseTo(7113.786608980126, 8);
  });

  it('in equal steps where a rate has no meaning', () => {
    const values = evaluateRow(
      5,
      new Map([[y(2022), '0'], ...formulasOf(rebalance({ ...asked, value: 0, lastValue: 9 }))]),
    );
    expect([2023, 2024, 2025].map((year) => values.get(year))).toEqual([3, 6, 9]);
  });

  it('leaves held years alone, and writes nothing after the last', () => {
    expect([...formulasOf(rebalance({ ...asked, held: new Set([y(2024)]) })).keys()]).toEqual([2023, 2025]);
    expect(rebalance({ ...asked, year: y(2025) }).size).toBe(0);
  });
});
