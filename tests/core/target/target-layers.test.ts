import { describe, expect, it } from 'vitest';
import { defaultLayers, targetsInForce } from '../../../src/core/model/target-layers.ts';
import { dataset, id, layer, target, y } from '../../support/plan.ts';

const report = layer('report', [target('firms', 2021, { op: 'gt', value: 4500 }, 'report')]);
const guidance = layer('guidance', [target('firms', 2025, { op: 'gte', value: 8000 }, 'guidance')], false);
const doubling = layer('doubling', [target('firms', 2025, { op: 'gt', value: 10000 }, 'doubling')]);
const data = dataset([], [report, guidance, doubling]);

describe('[T16] of the layers that are on, the later wins', () => {
  it.each([
    [['report', 'guidance', 'doubling'], 'doubling'],
    [['doubling', 'guidance'], 'doubling'],
    [['report', 'guidance'], 'guidance'],
    [['report'], undefined],
    [['unknown'], undefined],
  ])('%o', (on, wins) => {
    expect(targetsInForce(data, new Set(on)).get(id('firms'))?.get(y(2025))?.layer).toBe(wins);
  });

  it('years of one indicator may come from different layers', () => {
    const inForce = targetsInForce(data, defaultLayers(data)).get(id('firms'));
    expect([...(inForce ?? [])].map(([year, { layer }]) => [year, layer])).toEqual([
      [2021, 'report'],
      [2025, 'doubling'],
    ]);
  });

  it('the dataset says which are on at first', () => {
    expect(defaultLayers(data)).toEqual(new Set(['report', 'doubling']));
  });
});
