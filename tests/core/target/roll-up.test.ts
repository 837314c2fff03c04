import { describe, expect, it } from 'vitest';
import { assessTarget } from '../../../src/core/target/assess.ts';
import { rollUp } from '../../../src/core/target/roll-up.ts';
import { id } from '../../support/plan.ts';

const assessed = (name: string, value: number | undefined) => ({
  indicator: id(name),
  assessment: assessTarget({ op: 'gte', value: 100 }, value),
});

describe('[T15] the roll-up counts targets, met and lagging', () => {
  it('in official words: of 5 with a target 3 can be met', () => {
    const values = [
      assessed('a', 200),
      assessed('b', 101),
      assessed('c', 99),
      assessed('d', undefined),
      assessed('e', 150),
    ];
    expect(rollUp(values)).toEqual({
      withTarget: 5,
      met: 3,
      rate: 0.6,
      thin: ['b'],
      lagging: ['c'],
      unknown: ['d'],
    });
  });

  it('28 targets of which 25 are met is 89.3 %', () => {
    const values = Array.from({ length: 28 }, (_, index) => assessed(`row_${index}`, index < 25 ? 200 : 50));
    expect(rollUp(values).rate).toBeCloseTo(0.893, 3);
  });

  it('has no rate where nothing has a target', () => {
    expect(rollUp([])).toEqual({ withTarget: 0, met: 0, thin: [], lagging: [], unknown: [] });
  });
});
