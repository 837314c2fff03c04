import { describe, expect, it } from 'vitest';
import { cellKey, settingKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { usualLights } from '../../../src/core/model/light.ts';
import { startInYear } from '../../../src/core/projection/needed-growth.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { idleTargets, targetLines } from '../../../src/core/projection/target-lines.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import type { Patch } from '../../../src/core/scenario/scenario.ts';
import { dataset, firms, layer, row, target, y } from '../../support/plan.ts';

const first = layer('first', [
  target('firms', 2021, { op: 'gt', value: 1050 }, 'first'),
  target('firms', 2025, { op: 'gt', value: 1500 }, 'first'),
]);
const second = {
  ...layer('second', [
    target('firms', 2023, { op: 'gt', value: 1300 }, 'second'),
    target('firms', 2025, { op: 'gte', value: 2000 }, 'second'),
    target('firms', 2030, { op: 'gte', value: 9000 }, 'second'),
    target('unknown', 2025, { op: 'gte', value: 1 }, 'second'),
  ]),
  issued: '2023-03',
};
const workbook = makeWorkbook(dataset([row(firms, 1000, { path: 'compound', growth: 0.1 })], [first, second]));
const text = (words: string): CellInput => ({ kind: 'text', text: words });
const own = cellKey(firms.id, { kind: 'target', year: y(2025) });

function show(patch: Patch = new Map()) {
  const projection = new Projection(workbook, patch);
  const lines = targetLines(projection, startInYear(projection, y(2020)), usualLights);
  return { lines, idle: idleTargets(projection).map(({ target: of, why }) => [of.layer, of.year, why]) };
}

describe('[T22] the targets of a scenario one by one', () => {
  it('each year that the sheet has, with its document; only the target years count', () => {
    const { lines } = show();
    expect(lines.map(({ goal, layer: of, counted }) => [goal.year, of?.id, counted])).toEqual([
      [2021, 'first', true],
      [2023, 'second', false],
      [2025, 'second', true],
    ]);
  });

  it('how it fares: value, status, lights, needed growth', () => {
    const [, , last] = show().lines;
    expect(last).toMatchObject({
      value: expect.closeTo(1000 * 1.1 ** 5, 8) as number,
      assessment: { status: 'missed' },
      needed: { needed: { value: expect.closeTo(2 ** 0.2 - 1, 13) as number } },
    });
    // By hand: 1100, 1210, 1331, 1464 and 1611 of 1000 → 2000, against 20, 40, 60, 80 and 100 %.
    expect(last?.lights.map(({ year, light }) => [year, light])).toEqual(
      [2021, 2022, 2023, 2024, 2025].map((year) => [year, 'red']),
    );
  });

  it('what is measured is told in its own unit', () => {
    const { lines } = show(new Map([[own, text('averageGrowth >=0.09')]]));
    expect(lines.at(-1)).toMatchObject({ value: expect.closeTo(0.1, 12) as number, changed: true });
    expect(lines.at(-1)?.layer).toBeUndefined();
  });
});

describe('[T17] lights in what a target measures', () => {
  // 1000 of 2020 grows by 10 % a year: 1100, 1210, 1331, 1464.1, 1610.51.
  it.each([
    ['averageGrowth >=0.1', ['green', 'green', 'green', 'green', 'green']],
    // 8 % of 10.1 % asked for: by each year the same.
    ['averageGrowth >=0.101', ['yellow', 'yellow', 'yellow', 'yellow', 'yellow']],
    // By hand: 100, 210, 331, 464.1, 610.51 of 600, against 120, 240, 360, 480, 600.
    ['change >=600', ['yellow', 'yellow', 'yellow', 'yellow', 'green']],
    // By hand: 1100, 2310, 3641, 5105.1, 6715.61 of 6500, against 1300, 2600, 3900, 5200, 6500.
    ['total >=6500', ['yellow', 'yellow', 'yellow', 'yellow', 'green']],
    ['total >=5500', ['green', 'green', 'green', 'green', 'green']],
  ])('%s', (goal, expected) => {
    const line = show(new Map([[own, text(goal)]])).lines.at(-1);
    expect(line?.lights.map(({ light }) => light)).toEqual(expected);
  });

  it('the growth of a single year is seen in that year', () => {
    const line = show(new Map([[own, text('growth >=0.12')]])).lines.at(-1);
    expect(line?.lights).toEqual([
      { year: 2025, light: 'yellow', planned: 1, done: expect.closeTo(10 / 12, 9) as number },
    ]);
  });
});

describe('[T22] targets that do not count say why', () => {
  it.each([
    ['replaced by a later document', new Map(), [['first', 2025, 'replaced']]],
    [
      'switched off',
      new Map([[settingKey('layers'), text('first')]]),
      [
        ['second', 2023, 'off'],
        ['second', 2025, 'off'],
      ],
    ],
    [
      'issued later',
      new Map([[settingKey('known-until'), text('2022-12-31')]]),
      [
        ['second', 2023, 'later'],
        ['second', 2025, 'later'],
      ],
    ],
    [
      'replaced by the scenario’s own',
      new Map([[own, text('>1')]]),
      [
        ['first', 2025, 'replaced'],
        ['second', 2025, 'replaced'],
      ],
    ],
  ] as [string, Patch, unknown][])('%s', (_, patch, idle) => {
    expect(show(patch).idle).toEqual(idle);
  });
});
