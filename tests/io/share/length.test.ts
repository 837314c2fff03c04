import { describe, expect, it } from 'vitest';
import { requiredOf } from '../../../src/core/projection/cell.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { decode, encode, report, scenario, traveller, travellers, typedRate, withGrowth, workbook } from './support.ts';

const { rows } = workbook.dataset;
/** Spread over the sheet, so that rows between changed ones are not changed. */
const spread = (count: number) =>
  rows
    .filter((_, index) => Math.floor((index * count) / rows.length) !== Math.floor(((index - 1) * count) / rows.length))
    .slice(0, count);

describe('[L3] a link is short: 20 changes within 300 characters, all rows within 1,000', () => {
  it.each([
    [1, 140],
    [5, 200],
    [20, 300],
    [60, 600],
    [rows.length, 1000],
  ])('%i rows with another growth: at most %i characters', async (count, limit) => {
    const changed = spread(count);
    expect(changed.length).toBe(count);
    const plan = scenario('十四五冲刺方案', withGrowth(changed, typedRate), {
      author: '规划处',
      note: '按年中会议口径调整',
    });
    const code = await encode(plan);
    report(`link of ${count} rows with another growth (${plan.patch.size} cells): ${code.length} characters`);
    expect(travellers(await decode(code))).toEqual([traveller(plan)]);
    expect(code.length).toBeLessThanOrEqual(limit);
  });

  it('growths computed to the last bit are as long as they must be', async () => {
    const base = new Projection(workbook, new Map());
    const last = workbook.dataset.targetYears.at(-1) ?? base.baseYear;
    const plan = scenario(
      '所需增速',
      withGrowth(rows, (index, row) => requiredOf(row.indicator.id, last, base) ?? Math.sqrt(index + 2) / 20),
    );
    const code = await encode(plan);
    report(`link of ${rows.length} rows with computed growth: ${code.length} characters`);
    expect(travellers(await decode(code))).toEqual([traveller(plan)]);
    // 53 bits a number and a sixth of waste in the alphabet leave little less.
    expect(code.length).toBeLessThanOrEqual(1400);
  });
});
