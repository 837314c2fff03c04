import { describe, expect, it } from 'vitest';
import { loadShipped } from '../support/shipped-tables.ts';
import { targetTable } from '../tools/targets/table.ts';

describe('the printed table of targets', () => {
  const lines = targetTable(loadShipped());
  const line = (...words: string[]) => lines.find((one) => words.every((word) => one.includes(word)));

  // (30000 ÷ 26371) − 1 and (10000 ÷ 4222)^(1 ÷ 5) − 1, by hand.
  it('has the growth that the report and the plan ask for', () => {
    expect(line('report-2020', 'tech_firms', ' 2021 ', '>30000')).toContain('above 13.761328732');
    expect(line('doubling-2023', 'hightech_firms', ' 2025 ', '>10000')).toContain('above 18.821862134');
  });

  it('names the row that drives a calculated one', () => {
    expect(line('plan-14fyp', 'rd_intensity')).toMatch(/\d % of rd_spend/);
  });

  it('knows layers that are off by default, and what was not known in 2021', () => {
    expect(line('work-2022', 'hightech_firms', ' 2022 ')).toMatch(/(met|missed|thin) .* not in force$/);
    expect(line('report-2020', 'tech_firms', ' 2021 ')).not.toContain('not in force');
  });

  it('meets every target in force of the scenario that is on target', () => {
    const heading = lines[0] ?? '';
    const at = heading.indexOf('on-target');
    const status = line('doubling-2023', 'tech_firms', ' 2025 ')?.slice(at).split(' ')[0];
    expect(status).toBe('thin');
  });
});
