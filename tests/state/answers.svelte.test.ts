import { describe, expect, it } from 'vitest';
import { printRangeCell, readRangeCells } from '../../src/core/entry/range-cells.ts';
import { targetEntries } from '../../src/core/entry/target-entry.ts';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { blankScenario, parseScenarioId, type ScenarioId } from '../../src/core/scenario/scenario.ts';
import { answers as zh } from '../../src/i18n/zh/answers.ts';
import { Analysis } from '../../src/state/analysis.svelte.ts';
import { ChosenResult } from '../../src/state/chosen-result.svelte.ts';
import { GoalDraft } from '../../src/state/goal-draft.svelte.ts';
import { Library } from '../../src/state/library.svelte.ts';
import { SensitivityDraft } from '../../src/state/sensitivity-draft.svelte.ts';
import { Workspace } from '../../src/state/workspace.svelte.ts';
import { wordOutcome } from '../../src/view/analysis/goal-seek/outcome-words.ts';
import { barPart, barScale, barWidth } from '../../src/view/analysis/sensitivity/bar-scale.ts';
import { tornadoTable, twoWayTable } from '../../src/view/analysis/sensitivity/sensitivity-tables.ts';
import { key } from '../support/calculation.ts';
import { dataset, firms, indicator, layer, row, target, units, y } from '../support/plan.ts';

const money = indicator('money', units.money, 'flow');
const output = indicator('output', units.money, 'flow');
const intensity = indicator('intensity', units.percent, 'ratio');
const workbook = makeWorkbook(
  dataset(
    [
      row(firms, 1000, { path: 'compound', growth: 0.1 }),
      row(money, 500, { path: 'compound', growth: 0.12 }),
      row(output, 25000, { path: 'compound', growth: 0.04 }),
      row(intensity, 0.02, { path: 'formula', formula: 'money/output' }),
    ],
    [
      layer('plan', [
        target('firms', 2025, { op: 'gt', value: 1500 }),
        target('intensity', 2025, { op: 'gte', value: 0.03 }),
      ]),
    ],
  ),
);

function sid(text: string): ScenarioId {
  const id = parseScenarioId(text);
  if (!id) throw new Error(text);
  return id;
}

const spoken = { language: 'zh', words: zh } as const;

/** `place`: the active cell of the sheet. */
function open(place = { row: 2, column: 'name' }) {
  const clock = { now: () => '2026-11-23T08:00:00.000Z' };
  const own = [blankScenario({ id: sid('a'), name: 'a', dataset: { id: 'test', version: '1' }, now: clock.now() })];
  const library = new Library(own, undefined, []);
  const workspace = new Workspace({ workbook, library, clock, newId: () => sid('new'), onchange: () => undefined });
  workspace.learnEntries({ read: readRangeCells, print: printRangeCell }, targetEntries);
  const analysis = new Analysis(workspace, () => Promise.reject(new Error('no sampler')));
  const result = new ChosenResult(workspace, place);
  return { workspace, analysis, result };
}

function goal(place?: Parameters<typeof open>[0]) {
  const plan = open(place);
  return { ...plan, draft: new GoalDraft(plan.workspace, plan.analysis, plan.result) };
}

function sensitivity() {
  const plan = open({ row: 5, column: '2025' });
  return { ...plan, draft: new SensitivityDraft(plan.workspace, plan.analysis, plan.result) };
}

describe('[A30] a question begins with the active cell', () => {
  it.each([
    [{ row: 2, column: '2023' }, 'firms@2023'],
    [{ row: 5, column: 'gap-2025' }, 'intensity@2025'],
    [{ row: 3, column: 'growth' }, 'money@2025'],
    [{ row: 1, column: '2023' }, 'firms@2023'],
  ])('%o asks about %s', (place, cell) => {
    expect(open(place).result.cell).toBe(cell);
  });
});

describe('[A30] 反推', () => {
  it('asks for the target, passed by the least step, by the own growth', () => {
    const { draft } = goal();
    expect(draft.text).toBe('1501');
    expect(draft.drivers).toEqual(['firms@growth']);
    const [write] = draft.writes;
    expect(write?.to).toBeCloseTo(1.501 ** 0.2 - 1, 13);
  });

  it('of a calculated row by the growth of the first row that drives it; without a target from the present value', () => {
    const { draft } = goal({ row: 5, column: '2024' });
    expect(draft.drivers).toEqual(['money@growth']);
    expect(draft.answer?.kind).toBe('solved');
    expect(draft.writes.length).toBe(0);
    draft.ask(intensity.id, y(2025));
    expect(draft.text).toBe('3%');
    expect(draft.writes[0]?.to).toBeCloseTo((0.03 / 0.02) ** 0.2 * 1.04 - 1, 12);
  });

  it('by the own growth also where another stands before it', () => {
    const { draft, workspace } = goal({ row: 3, column: '2025' });
    workspace.enter([key('money@2021')], '=firms*0.5');
    expect(draft.choices.map(({ cell }) => cell)).toContain('firms@growth');
    expect(draft.drivers).toEqual(['money@growth']);
  });

  it('changes nothing until it is written, which is one step of undo', () => {
    const { draft, workspace } = goal();
    draft.type('２，０００');
    expect(workspace.scenario.patch.size).toBe(0);
    expect(draft.write()).toBe(true);
    expect(workspace.value(key('firms@2025'))).toMatchObject({ value: expect.closeTo(2000, 8) as number });
    expect(draft.writes).toEqual([]);
    workspace.undo();
    expect(workspace.scenario.patch.size).toBe(0);
  });

  it('says what cannot be read, and has no answer then', () => {
    const { draft } = goal();
    draft.type('many');
    expect(draft.goal.ok).toBe(false);
    expect(draft.answer).toBeUndefined();
    expect(draft.write()).toBe(false);
  });

  it('multiplies the growths it rests on, or those that are chosen', () => {
    const { draft } = goal({ row: 5, column: '2025' });
    draft.changeBy('several');
    expect(draft.drivers).toEqual(['money@growth', 'output@growth']);
    draft.toggle(key('output@growth'));
    expect(draft.drivers).toEqual(['money@growth']);
    draft.toggle(key('money@growth'));
    expect(draft.answer?.kind).toBe('noDriver');
    draft.toggle(key('money@2020'));
    expect(draft.writes.map(({ assumption }) => assumption.cell)).toEqual(['money@2020']);
    draft.ask(firms.id, y(2025));
    expect(draft.drivers).toEqual(['firms@growth']);
  });

  it('another driver can be chosen, and has no solution said plainly', () => {
    const { draft } = goal();
    draft.drive(key('firms@2020'));
    expect(draft.writes[0]?.to).toBeCloseTo(1501 / 1.1 ** 5, 9);
    draft.type('-5');
    const sentence = wordOutcome(draft, firms, spoken);
    expect(draft.answer?.kind).toBe('closest');
    expect(sentence).toBe(zh.goal.atLeast('firms 2025 年', '0 家', '-5 家'));
  });
});

describe('[A13] [A31] 敏感性', () => {
  it('stands on the two widest, and marks what meets the target', () => {
    const { draft } = sensitivity();
    const bars = draft.tornado.bars.map(({ cell }) => cell);
    const { table } = draft;
    expect([table?.rows.assumption.cell, table?.columns.assumption.cell]).toEqual(bars.slice(0, 2));
    expect(table?.rows.assumption.cell).toBe('output@growth');
    const values = table?.cells.flat() ?? [];
    expect(values.length).toBe(49);
    for (const { value = NaN, status } of values) expect(status === 'missed').toBe(value < 0.03);
  });

  it('takes the numbers that are typed, and says which it cannot take', () => {
    const { draft } = sensitivity();
    draft.choose('rows', key('money@growth'));
    draft.choose('columns', key('output@growth'));
    draft.type('rows', 'low', '10%');
    draft.type('rows', 'high', '30');
    draft.type('rows', 'count', '3');
    expect(draft.table?.rows.values.map((value) => Number(value.toFixed(12)))).toEqual([0.1, 0.2, 0.3]);
    expect(draft.table?.cells.length).toBe(3);
    expect(draft.table?.cells[1]?.[3]?.value).toBeCloseTo(0.02 * (1.2 / 1.04) ** 5, 12);
    draft.type('rows', 'high', '9%');
    expect(draft.table?.rows.problem).toBe('high');
    draft.type('rows', 'high', '30%');
    draft.type('rows', 'count', '26');
    expect(draft.table?.rows.problem).toBe('count');
    draft.type('rows', 'low', 'x');
    expect(draft.table?.rows.problem).toBe('low');
    expect(draft.table?.rows.values.length).toBe(7);
  });

  it('changes sides when the assumption of the other side is chosen', () => {
    const { draft } = sensitivity();
    draft.choose('rows', key('money@growth'));
    expect(draft.table?.columns.assumption.cell).toBe('output@growth');
    draft.choose('columns', key('money@growth'));
    expect(draft.table?.rows.assumption.cell).toBe('output@growth');
    expect(draft.table?.columns.assumption.cell).toBe('money@growth');
  });

  it('moves over ranges only those that have one', () => {
    const { draft, workspace } = sensitivity();
    workspace.enter([key('money@growth')], '5%~15%');
    draft.moveBy('range');
    expect(draft.tornado.bars.map(({ cell, low, high }) => [cell, low, high])).toEqual([['money@growth', 0.05, 0.15]]);
  });

  it('goes to other programs with whole numbers in their shown unit', () => {
    const { draft } = sensitivity();
    const [header, first] = tornadoTable(draft, intensity, spoken);
    expect(header?.length).toBe(6);
    expect(first?.[0]).toBe('output 年均增速');
    expect(first?.[1]).toBe(3);
    expect(first?.[2]).toBeCloseTo(2 * (1.12 / 1.03) ** 5, 12);
    const table = twoWayTable(draft, intensity, spoken);
    expect(table.length).toBe(8);
    expect(table[0]?.slice(1)).toEqual([9, 10, 11, 12, 13, 14, 15]);
    expect(table[4]?.[0]).toBe(4);
  });

  it('is drawn from the least result at the left to the greatest at the right', () => {
    const bars = [
      { cell: key('a@growth'), present: 0, low: 0, high: 1, atLow: 10, atHigh: 30, swing: 20 },
      { cell: key('b@growth'), present: 0, low: 0, high: 1, atLow: 22, swing: 2 },
    ];
    const scale = barScale({ present: 20, bars });
    expect([scale(10), scale(20), scale(30)]).toEqual([0, barWidth / 2, barWidth]);
    expect(barPart(20, 10, scale)).toEqual({ x: 0, width: barWidth / 2 });
    expect(barPart(20, undefined, scale)).toBeUndefined();
    expect(barScale({ present: 5, bars: [] })(5)).toBe(barWidth / 2);
  });
});

describe('[A32] what may be given a range', () => {
  it('is every growth that holds a number, those of single years behind that of all', () => {
    const { analysis, workspace } = open();
    workspace.enter([key('firms@growth-2023')], '12%');
    const cells = analysis.growths.map(({ cell }) => cell);
    expect(cells).toEqual(['firms@growth', 'firms@growth-2023', 'money@growth', 'output@growth']);
  });
});
