import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison, Measure } from '../../../src/core/model/dataset.ts';
import { parseGoal, printGoal, type GoalTerms } from '../../../src/core/model/goal.ts';

describe('[T10] a target has one stored text', () => {
  it.each<[GoalTerms, string]>([
    [{ comparison: { op: 'gt', value: 10000 }, nature: 'unstated' }, '>10000'],
    [{ comparison: { op: 'gte', value: 0.026 }, nature: 'binding' }, '>=0.026 binding'],
    [{ measure: 'averageGrowth', comparison: { op: 'gte', value: 0.1 }, nature: 'unstated' }, 'averageGrowth >=0.1'],
    [{ comparison: { op: 'approx', value: 25, tolerance: 0.5 }, nature: 'anticipatory' }, '25±0.5 anticipatory'],
    [{ comparison: { op: 'between', low: -1, high: 2 }, nature: 'unstated' }, '-1~2'],
  ])('%j', (terms, text) => {
    expect(printGoal(terms)).toBe(text);
    expect(parseGoal(text)).toEqual(terms);
  });

  it.each(['', '10000', '> 10000', '>', '>1 binding now', 'speed >1', '>1 vital', '3~1', '5±-1', '>1e999', '>0x10'])(
    'nothing else is one: %j',
    (text) => {
      expect(parseGoal(text)).toBeUndefined();
    },
  );

  it('reads what it writes, to the last bit', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const comparison: fc.Arbitrary<Comparison> = fc.oneof(
      fc.record({ op: fc.constantFrom('gt', 'gte', 'lt', 'lte', 'eq'), value: number }),
      fc.record({ op: fc.constant('approx' as const), value: number, tolerance: number.map(Math.abs) }),
      fc.tuple(number, number).map(([a, b]) => ({ op: 'between', low: Math.min(a, b), high: Math.max(a, b) }) as const),
    );
    const measure = fc.constantFrom<Exclude<Measure, 'level'>>('growth', 'averageGrowth', 'change', 'total');
    const nature = fc.constantFrom<GoalTerms['nature']>('binding', 'anticipatory', 'unstated');
    fc.assert(
      fc.property(comparison, nature, fc.option(measure), (compared, kind, measured) => {
        const terms: GoalTerms = { ...(measured && { measure: measured }), comparison: compared, nature: kind };
        expect(parseGoal(printGoal(terms))).toEqual(terms);
      }),
      { numRuns: 2000 },
    );
  });
});
