import { describe, expect, it } from 'vitest';
import { trialsOn } from '../../../src/core/analysis/trial.ts';
import {
  sampleUncertainty,
  type UncertaintyAnswer,
  type UncertaintyTask,
} from '../../../src/core/analysis/uncertainty.ts';
import { normalQuantile } from '../../../src/core/analysis/distribution.ts';
import { indicator, key, sheetOf } from '../../support/calculation.ts';
import { y } from '../../support/plan.ts';

const sheet = () =>
  sheetOf('a b', 1, {
    'a@2020': 100,
    'a@growth': 0.1,
    'a@2021': '=prev*(1+growth)',
    'b@2020': 1,
    'b@2021': '=1/IF(a>105,1,0)',
  });

const task: UncertaintyTask = {
  seed: 20201231,
  samples: 10_000,
  uncertain: [{ cell: key('a@growth'), range: { kind: 'between', low: 0, high: 0.2 } }],
  targets: [
    {
      indicator: indicator('a'),
      year: y(2021),
      baseYear: y(2020),
      measure: 'level',
      comparison: { op: 'gte', value: 115 },
      better: 'up',
    },
  ],
  spreads: [key('a@2021')],
};

function run(changes: Partial<UncertaintyTask> = {}, batch?: number): UncertaintyAnswer & { reports: number[] } {
  const { calculation, show } = sheet();
  const work = sampleUncertainty(trialsOn(calculation), { ...task, ...changes }, batch);
  const reports: number[] = [];
  let step = work.next();
  for (; !step.done; step = work.next()) reports.push(step.value);
  expect(show('a@2021')).toBeCloseTo(110, 9);
  return { ...step.value, reports };
}

describe('[A11] what ranges do to results', () => {
  it('a uniform growth of 0 to 20 % meets +15 % in a quarter of the samples', () => {
    const [chance] = run().targets;
    expect(Math.abs((chance?.met.share ?? NaN) - 0.25)).toBeLessThan(0.015);
    expect(chance?.met.low).toBeLessThan(0.25);
    expect(chance?.met.high).toBeGreaterThan(0.25);
    expect(chance?.unknown).toBe(0);
  });

  it('the percentiles of a linear result are those of its range', () => {
    const [spread] = run().spreads;
    for (const [index, share] of [0.05, 0.25, 0.5, 0.75, 0.95].entries()) {
      expect(Math.abs((spread?.percentiles[index] ?? NaN) - (100 + 20 * share))).toBeLessThan(0.3);
    }
  });

  it('of a normal growth too, with the spread as two standard deviations', () => {
    const [spread] = run({
      uncertain: [{ cell: key('a@growth'), range: { kind: 'around', mid: 0.1, spread: 0.04 } }],
    }).spreads;
    expect(Math.abs((spread?.percentiles[4] ?? NaN) - (110 + 2 * normalQuantile(0.95)))).toBeLessThan(0.15);
  });

  it('the same seed has the same bits, however the samples are cut; another seed has others', () => {
    const { reports, ...once } = run();
    const { reports: others, ...again } = run({}, 777);
    expect(again).toEqual(once);
    expect(run({ seed: 2 }).spreads).not.toEqual(once.spreads);
    expect(others.at(-1)).toBe(10_000);
    expect(others.length).toBe(13);
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
  });

  it('draws of two assumptions have nothing to do with each other', () => {
    const { calculation } = sheetOf('a b c', 1, { 'a@2020': 0, 'b@2020': 0, 'c@2020': '=a-b' });
    const even = { kind: 'between', low: 0, high: 1 } as const;
    const work = sampleUncertainty(trialsOn(calculation), {
      ...{ seed: 3, samples: 10_000, targets: [], spreads: [key('c@2020')] },
      uncertain: ['a@2020', 'b@2020'].map((cell) => ({ cell: key(cell), range: even })),
    });
    let step = work.next();
    while (!step.done) step = work.next();
    // The difference of two uniform numbers is triangular from −1 to 1: a share u lies below √(2u) − 1.
    const [low = NaN, quarter = NaN, middle = NaN] = step.value.spreads[0]?.percentiles ?? [];
    expect(Math.abs(low - (Math.sqrt(0.1) - 1))).toBeLessThan(0.03);
    expect(Math.abs(quarter - (Math.sqrt(0.5) - 1))).toBeLessThan(0.03);
    expect(Math.abs(middle)).toBeLessThan(0.03);
  });

  it('another range leaves the draws of this one as they are', () => {
    const alone = run().spreads;
    const other = { cell: key('b@2020'), range: { kind: 'between', low: 1, high: 2 } } as const;
    expect(run({ uncertain: [other, ...task.uncertain] }).spreads).toEqual(alone);
  });

  it('samples without a value do not meet a target and are left out of percentiles', () => {
    const answer = run({
      targets: [
        {
          indicator: indicator('b'),
          year: y(2021),
          baseYear: y(2020),
          measure: 'level',
          comparison: { op: 'gte', value: 0 },
          better: 'up',
        },
      ],
      spreads: [key('b@2021')],
    });
    const [chance] = answer.targets;
    expect(Math.abs((chance?.met.share ?? NaN) - 0.75)).toBeLessThan(0.015);
    expect(chance?.unknown).toBeCloseTo(10_000 * (1 - (chance?.met.share ?? NaN)), 6);
    expect(answer.spreads[0]).toMatchObject({ percentiles: [1, 1, 1, 1, 1], unknown: chance?.unknown });
  });

  it('a target on average growth or on a total is measured in each sample', () => {
    const question = { indicator: indicator('a'), year: y(2021), baseYear: y(2020), better: 'up' } as const;
    const { targets } = run({
      targets: [
        { ...question, measure: 'averageGrowth', comparison: { op: 'gte', value: 0.15 } },
        { ...question, measure: 'total', comparison: { op: 'gte', value: 115 } },
      ],
    });
    expect(targets[0]?.met).toEqual(run().targets[0]?.met);
    expect(targets[1]?.met).toEqual(run().targets[0]?.met);
  });

  it('can be left off between batches', () => {
    const { calculation, show } = sheet();
    const work = sampleUncertainty(trialsOn(calculation), task);
    expect(work.next().value).toBe(500);
    expect(show('a@2021')).toBeCloseTo(110, 9);
  });
});
