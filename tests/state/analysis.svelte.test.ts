import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { sampleUncertainty } from '../../src/core/analysis/uncertainty.ts';
import { printRangeCell, readRangeCells } from '../../src/core/entry/range-cells.ts';
import { targetEntries } from '../../src/core/entry/target-entry.ts';
import type { Observation } from '../../src/core/model/dataset.ts';
import { err, ok } from '../../src/core/model/result.ts';
import type { CellKey } from '../../src/core/model/cell.ts';
import { Projection } from '../../src/core/projection/projection.ts';
import type { Sampler, SamplingJob, SamplingRun } from '../../src/core/projection/sampler.ts';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { blankScenario } from '../../src/core/scenario/scenario.ts';
import { parseScenarioId, type ScenarioId } from '../../src/core/scenario/scenario.ts';
import { Analysis } from '../../src/state/analysis.svelte.ts';
import { Beside } from '../../src/state/beside.svelte.ts';
import { choosePath, holdYear, isOvertyped, rebalanceAfter } from '../../src/state/growth-steps.ts';
import { guardBeside } from '../../src/state/identity-guard.svelte.ts';
import { Library } from '../../src/state/library.svelte.ts';
import { readPasted } from '../../src/state/read-pasted.ts';
import { Selection } from '../../src/state/selection.svelte.ts';
import { targetDrivers } from '../../src/state/target-drivers.ts';
import { Workspace } from '../../src/state/workspace.svelte.ts';
import { key } from '../support/calculation.ts';
import { dataset, figure, firms, indicator, layer, row, target, units, y } from '../support/plan.ts';

const money = indicator('money', units.money, 'flow');
const output = indicator('output', units.money, 'flow');
const intensity = indicator('intensity', units.percent, 'ratio');
const actual: Observation = {
  kind: 'actual',
  indicator: firms.id,
  region: '重庆',
  year: y(2021),
  figure: figure(1250),
  comparable: true,
};
const workbook = makeWorkbook({
  ...dataset(
    [
      row(firms, 1000, { path: 'compound', growth: 0.1 }),
      row(money, 500, { path: 'compound', growth: 0.12 }),
      row(output, 25000, { path: 'compound', growth: 0.04 }),
      row(intensity, 0.02, { path: 'formula', formula: 'money/output' }),
    ],
    [
      layer('plan', [
        target('firms', 2025, { op: 'gt', value: 1500 }),
        target('intensity', 2025, { op: 'gte', value: 0.025 }),
      ]),
    ],
  ),
  observations: [actual],
  relations: [{ id: 'part', kind: 'within', left: money.id, right: output.id, note: { zh: '', en: '' } }],
});

function sid(text: string): ScenarioId {
  const id = parseScenarioId(text);
  if (!id) throw new Error(text);
  return id;
}

type Answer = Awaited<SamplingRun['answer']>;

/** A sampler whose runs end when told to. */
function slowSampler() {
  const jobs: { readonly job: SamplingJob; progress: (done: number) => void; finish: () => void; fail: () => void }[] =
    [];
  let cancelled = 0;
  const sampler: Sampler = {
    run(job, onprogress) {
      let settle: (answer: Answer) => void = () => undefined;
      const answer = new Promise<Answer>((resolve) => (settle = resolve));
      const finish = (): void => {
        const projection = new Projection(workbook, job.patch);
        const work = sampleUncertainty((cells, sets, results) => projection.sample(cells, sets, results), job.task);
        let step = work.next();
        while (!step.done) step = work.next();
        settle(ok(step.value));
      };
      jobs.push({ job, progress: onprogress, finish, fail: () => settle(err({ code: 'failed', reason: 'broken' })) });
      const cancel = (): void => {
        cancelled += 1;
        settle(err({ code: 'cancelled' }));
      };
      return { answer, cancel };
    },
  };
  return { sampler, jobs, cancelled: () => cancelled };
}

function open() {
  const clock = { now: () => '2026-11-23T08:00:00.000Z' };
  const own = [blankScenario({ id: sid('a'), name: 'a', dataset: { id: 'test', version: '1' }, now: clock.now() })];
  const library = new Library(own, undefined, []);
  const workspace = new Workspace({ workbook, library, clock, newId: () => sid('new'), onchange: () => undefined });
  const slow = slowSampler();
  let fetched = 0;
  const analysis = new Analysis(workspace, () => {
    fetched += 1;
    return Promise.resolve(slow.sampler);
  });
  return { workspace, analysis, ...slow, fetched: () => fetched };
}

/** Lets promises that are ready be read. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('[A5] needed growth in the workspace', () => {
  it('follows each edit, and the year from which it is counted', () => {
    const { workspace, analysis } = open();
    const seen: (number | undefined)[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        const [first] = analysis.needed;
        seen.push(first?.needed.ok ? first.needed.value : undefined);
      });
    });
    flushSync();
    workspace.enter([key('firms@2020')], '1200');
    flushSync();
    analysis.countNeededFrom(y(2024));
    flushSync();
    stop();
    expect(seen[0]).toBeCloseTo(1.5 ** 0.2 - 1, 12);
    expect(seen[1]).toBeCloseTo(1.25 ** 0.2 - 1, 12);
    expect(seen[2]).toBeCloseTo(1500 / (1200 * 1.1 ** 4) - 1, 12);
    analysis.countNeededFrom('lastActual');
    expect(analysis.needed.map(({ start }) => start)).toEqual([{ year: 2021, value: 1250 }]);
  });
});

describe('[A3] goal seek in the workspace', () => {
  it('changes nothing until it is applied, which is one step of undo', () => {
    const { workspace, analysis } = open();
    const cell = key('intensity@2025');
    const answer = analysis.seekGoal({ cell, value: 0.03, drivers: [key('money@growth')] });
    expect(answer.kind).toBe('solved');
    expect(workspace.value(cell)).toMatchObject({ value: expect.closeTo(0.02 * (1.12 / 1.04) ** 5, 12) as number });
    expect(analysis.applyGoal(answer)).toBe(true);
    expect(workspace.value(cell)).toMatchObject({ value: expect.closeTo(0.03, 13) as number });
    workspace.undo();
    expect(workspace.scenario.patch.size).toBe(0);
  });

  it('multiplies several drivers, and writes all of them', () => {
    const { workspace, analysis } = open();
    const drivers = [key('money@growth'), key('firms@growth')];
    const answer = analysis.seekGoal({ cell: key('money@2025'), value: 500 * 1.24 ** 5, drivers });
    expect(answer).toMatchObject({ kind: 'solved', at: expect.closeTo(2, 10) as number });
    analysis.applyGoal(answer);
    expect(workspace.value(key('firms@2021'))).toMatchObject({ value: expect.closeTo(1200, 6) as number });
  });

  it('needs a driver that holds a number, and writes nothing without an answer', () => {
    const { workspace, analysis } = open();
    const answer = analysis.seekGoal({ cell: key('firms@2025'), value: 1, drivers: [key('intensity@growth')] });
    expect(answer).toEqual({ kind: 'noDriver' });
    expect(analysis.applyGoal(answer)).toBe(false);
    expect(workspace.canUndo).toBe(false);
  });
});

describe('[A13] what a result rests on', () => {
  it('by one point, and over the ranges that there are', () => {
    const { analysis } = open();
    const result = key('intensity@2025');
    const cells = analysis.tornado(result, 'point').bars.map(({ cell }) => cell);
    expect(cells.slice(0, 2)).toEqual(['output@growth', 'money@growth']);
    expect(cells.length).toBe(4);
    expect(analysis.tornado(result, 'range').bars).toEqual([]);
    analysis.uncertainty.setRange(key('money@growth'), { kind: 'between', low: 0.05, high: 0.15 });
    const [bar] = analysis.tornado(result, 'range').bars;
    expect(bar).toMatchObject({ cell: 'money@growth', low: 0.05, high: 0.15 });
    expect(bar?.atHigh).toBeCloseTo(0.02 * (1.15 / 1.04) ** 5, 12);
  });

  it('[A14] and a table over two assumptions, with axes to begin with', () => {
    const { analysis } = open();
    const first = analysis.axis(key('money@growth'));
    const second = analysis.axis(key('output@growth'));
    expect(first?.values.map((value) => Math.round(value * 100))).toEqual([9, 10, 11, 12, 13, 14, 15]);
    expect(analysis.axis(key('money@path'))).toBeUndefined();
    if (!first || !second) return;
    const table = analysis.table(key('intensity@2025'), first, second);
    expect(table[0]?.[6]).toBeCloseTo(0.02 * (1.09 / 1.07) ** 5, 12);
  });
});

describe('[A9] ranges in the workspace', () => {
  it('stand in the scenario, so that undo takes them back', () => {
    const { workspace, analysis } = open();
    const { uncertainty } = analysis;
    expect(uncertainty.setRange(key('money@growth'), { kind: 'around', mid: 0.1, spread: 0.02 })).toBe(true);
    expect(uncertainty.setRange(key('money@growth-2023'), { kind: 'between', low: 0, high: 0.02 })).toBe(true);
    expect(uncertainty.setRange(key('money@path'), { kind: 'between', low: 0, high: 2 })).toBe(false);
    expect(workspace.scenario.patch.get(key('money@range'))).toEqual({ kind: 'text', text: '0.1±0.02' });
    expect([...uncertainty.ranges.keys()]).toEqual(['money@growth', 'money@growth-2023']);
    uncertainty.setRange(key('money@growth'), undefined);
    expect([...uncertainty.ranges.keys()]).toEqual(['money@growth-2023']);
    workspace.undo();
    workspace.undo();
    expect(uncertainty.ranges).toEqual(new Map([[key('money@growth'), { kind: 'around', mid: 0.1, spread: 0.02 }]]));
  });

  it('that nobody can read are passed over', () => {
    const { workspace, analysis } = open();
    workspace.write(new Map([[key('money@range'), { kind: 'text', text: 'about 5' }]]), 'range');
    expect(analysis.uncertainty.ranges.size).toBe(0);
  });
});

describe('[A18] starting again from an actual year', () => {
  const value = (workspace: Workspace, cell: string): number => {
    const shown = workspace.value(key(cell));
    return shown.kind === 'number' ? shown.value : NaN;
  };

  it('in the open scenario is one step of undo, and leaves no error behind', () => {
    const { workspace, analysis } = open();
    const { hindsight } = analysis;
    expect(hindsight.years).toEqual([2021]);
    expect(hindsight.backTest.errors.map(({ error }) => Math.round(error))).toEqual([-150]);
    expect(hindsight.targets.map(({ actual: real }) => real.status)).toEqual(['unknown', 'unknown']);
    hindsight.rebase(y(2021));
    expect(value(workspace, 'firms@2022')).toBeCloseTo(1375, 9);
    expect(hindsight.backTest.mape).toBe(0);
    workspace.undo();
    expect(workspace.scenario.patch.size).toBe(0);
  });

  it('in a copy leaves the plan as it was', () => {
    const { workspace, analysis } = open();
    expect(analysis.hindsight.rebaseCopy(y(2021), 'again')).toBe(true);
    expect(workspace.scenario.name).toBe('again');
    expect(value(workspace, 'firms@2022')).toBeCloseTo(1375, 9);
    expect(workspace.scenarios.map(({ name, patch }) => [name, patch.size])).toEqual([
      ['a', 0],
      ['again', 2],
    ]);
  });
});

describe('[A19] the identity guard in the workspace', () => {
  it('shows what an edit breaks, and mends the side that is chosen as one step of undo', () => {
    const { workspace, analysis } = open();
    const { guard } = analysis;
    expect(guard.broken).toEqual([]);
    expect(guard.brokenYears.size).toBe(0);
    workspace.enter([key('money@2020')], '26000');
    expect([...guard.brokenYears]).toEqual([
      ['money', [2020, 2021, 2022, 2023, 2024, 2025]],
      ['output', [2020, 2021, 2022, 2023, 2024, 2025]],
    ]);
    const [first] = guard.broken;
    expect(first).toMatchObject({ year: 2020, excess: 1000 });
    const side = first?.restorations[1];
    if (!first || !side) return;
    guard.mend(first, side);
    expect(workspace.value(key('output@2020'))).toMatchObject({ value: 26000 });
    expect(guard.broken.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
    workspace.undo();
    expect(guard.broken[0]).toMatchObject({ year: 2020 });
  });
});

describe('[V40] the identity guard beside the sheet', () => {
  it('looks again once the sheet is painted, at the scenario and not at a lens before it', () => {
    const { workspace } = open();
    const steps: (() => void)[] = [];
    const guard = guardBeside(workspace, new Beside(workspace, new Selection(), (step) => steps.push(step)));
    const paint = (): void => {
      flushSync();
      for (const step of steps.splice(0)) step();
      flushSync();
    };
    paint();
    const whole = guard.brokenYears;
    workspace.enter([key('money@2020')], '26000');
    flushSync();
    expect(guard.brokenYears).toBe(whole);
    paint();
    expect([...guard.brokenYears.keys()]).toEqual(['money', 'output']);
    workspace.lookThrough({ kind: 'before' });
    paint();
    expect(guard.brokenYears.size).toBe(2);
    workspace.lookThrough(undefined);
    workspace.undo();
    paint();
    expect(guard.brokenYears).toBe(whole);
  });
});

describe('[G17] [G16] an overtyped year', () => {
  const valueIn = (workspace: Workspace, cell: string) => {
    const value = workspace.value(key(cell));
    return value.kind === 'number' ? value.value : NaN;
  };

  it('is followed by a way back to the old end, if asked, as one step of undo', () => {
    const { workspace } = open();
    const end = valueIn(workspace, 'firms@2025');
    expect(isOvertyped(workspace, firms.id, y(2022))).toBe(false);
    workspace.enter([key('firms@2022')], '1500');
    expect(valueIn(workspace, 'firms@2025')).toBeCloseTo(1500 * 1.1 ** 3, 9);
    expect(isOvertyped(workspace, firms.id, y(2022))).toBe(true);
    rebalanceAfter(workspace, firms.id, y(2022));
    expect(valueIn(workspace, 'firms@2025')).toBeCloseTo(end, 9);
    expect(valueIn(workspace, 'firms@2023')).toBeCloseTo(1500 * (end / 1500) ** (1 / 3), 9);
    expect(valueIn(workspace, 'firms@2022')).toBe(1500);
    workspace.undo();
    expect(valueIn(workspace, 'firms@2025')).toBeCloseTo(1500 * 1.1 ** 3, 9);
    workspace.enter([key('firms@2025')], '1');
    expect(isOvertyped(workspace, firms.id, y(2025))).toBe(false);
  });

  it('is held at its number, and released to its path', () => {
    const { workspace } = open();
    holdYear(workspace, firms.id, y(2022), true);
    workspace.enter([key('firms@growth')], '20%');
    expect(valueIn(workspace, 'firms@2022')).toBeCloseTo(1210, 9);
    holdYear(workspace, firms.id, y(2022), false);
    expect(valueIn(workspace, 'firms@2022')).toBeCloseTo(1440, 9);
  });
});

describe('[A46] a calculated row with a target', () => {
  it('is brought there by each growth that it rests on', () => {
    const { workspace, analysis } = open();
    const drivers = targetDrivers(workspace, analysis, intensity.id, y(2025));
    expect(drivers.map(({ assumption }) => assumption.cell)).toEqual(['money@growth', 'output@growth']);
    const [spend, gdp] = drivers.map(({ answer }) => (answer.kind === 'solved' ? answer.at : NaN));
    // 500 · q⁵ ÷ (25000 · 1.04⁵) = 0.025, and 500 · 1.12⁵ ÷ (25000 · q⁵) = 0.025.
    expect(spend).toBeCloseTo(1.25 ** 0.2 * 1.04 - 1, 12);
    expect(gdp).toBeCloseTo(1.12 / 1.25 ** 0.2 - 1, 12);
    const [, second] = drivers;
    if (second) analysis.applyGoal(second.answer);
    expect(workspace.input(key('output@growth'))).toMatchObject({ value: gdp });
    expect(workspace.assessment(intensity.id, y(2025))?.status).not.toBe('missed');
    workspace.undo();
    expect(workspace.input(key('output@growth'))).toMatchObject({ value: 0.04 });
  });

  it('has none without a target in that year', () => {
    const { workspace, analysis } = open();
    expect(targetDrivers(workspace, analysis, intensity.id, y(2021))).toEqual([]);
  });
});

describe('[A12] chances and fans', () => {
  it('a year with a number of its own is that number in the fan', async () => {
    const { workspace, analysis, jobs } = open();
    const { uncertainty } = analysis;
    uncertainty.setRange(key('firms@growth'), { kind: 'between', low: 0.02, high: 0.14 });
    workspace.enter([key('firms@2023')], '1300');
    const run = uncertainty.run();
    await settled();
    jobs[0]?.finish();
    await run;
    const fan = uncertainty.fan(firms.id);
    expect(fan.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(fan[2]?.percentiles).toEqual([1300, 1300, 1300, 1300, 1300]);
    expect(new Set(fan[3]?.percentiles).size).toBe(5);
  });

  const range = { kind: 'between', low: 0.02, high: 0.14 } as const;

  it('are there after a run, with progress on the way, and stale after an edit', async () => {
    const { workspace, analysis, jobs } = open();
    const { uncertainty } = analysis;
    uncertainty.setRange(key('firms@growth'), range);
    const run = uncertainty.run();
    expect(uncertainty.state).toEqual({ kind: 'running', done: 0, samples: 10_000 });
    await settled();
    jobs[0]?.progress(2500);
    expect(uncertainty.state).toMatchObject({ kind: 'running', done: 2500 });
    expect(jobs[0]?.job.task).toMatchObject({
      targets: [{ indicator: 'firms', year: 2025, measure: 'level' }],
      seed: 1,
    });
    jobs[0]?.finish();
    await run;
    expect(uncertainty.state).toEqual({ kind: 'idle' });
    // By hand: the growth must pass 1.5^(1/5) − 1 = 8.447 %, of 2 % to 14 %.
    const share = (0.14 - (1.5 ** 0.2 - 1)) / 0.12;
    expect(Math.abs((uncertainty.chance(firms.id, y(2025))?.met.share ?? NaN) - share)).toBeLessThan(0.02);
    expect(uncertainty.chance(intensity.id, y(2025))).toBeUndefined();
    expect(uncertainty.fan(firms.id).map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(uncertainty.fan(money.id)).toEqual([]);
    expect(uncertainty.isStale).toBe(false);
    workspace.enter([key('firms@2020')], '1100');
    expect(uncertainty.isStale).toBe(true);
    expect(uncertainty.answer).toBeDefined();
  });

  it('can be cancelled, before the sampler is there and while it works', async () => {
    const { analysis, jobs, cancelled } = open();
    const { uncertainty } = analysis;
    uncertainty.setRange(key('firms@growth'), range);
    const early = uncertainty.run();
    uncertainty.cancel();
    await early;
    expect(jobs.length).toBe(0);
    const run = uncertainty.run();
    await settled();
    uncertainty.cancel();
    await run;
    expect(cancelled()).toBe(1);
    jobs[0]?.progress(5000);
    expect(uncertainty.state).toEqual({ kind: 'idle' });
    expect(uncertainty.answer).toBeUndefined();
  });

  it('a new run takes the place of the one before, with the same sampler', async () => {
    const { analysis, jobs, fetched } = open();
    const { uncertainty } = analysis;
    uncertainty.setRange(key('firms@growth'), range);
    const first = uncertainty.run();
    await settled();
    uncertainty.chooseSeed(7);
    const second = uncertainty.run();
    await first;
    expect(uncertainty.state.kind).toBe('running');
    await settled();
    jobs[1]?.finish();
    await second;
    expect(fetched()).toBe(1);
    expect(uncertainty.answer?.seed).toBe(7);
    uncertainty.chooseSeed(0.5);
    expect(uncertainty.seed).toBe(7);
    uncertainty.chooseSeed(8);
    expect(uncertainty.isStale).toBe(true);
  });

  it('say that sampling failed; without ranges nothing is run', async () => {
    const { analysis, jobs } = open();
    const { uncertainty } = analysis;
    await uncertainty.run();
    expect(jobs.length).toBe(0);
    uncertainty.setRange(key('firms@growth'), range);
    const run = uncertainty.run();
    await settled();
    jobs[0]?.fail();
    await run;
    expect(uncertainty.state).toEqual({ kind: 'failed', reason: 'broken' });
  });

  it('takes as many samples as are asked for', async () => {
    const { analysis, jobs } = open();
    const { uncertainty } = analysis;
    uncertainty.setRange(key('firms@growth'), range);
    uncertainty.chooseSamples(99);
    expect(uncertainty.samples).toBe(10_000);
    uncertainty.chooseSamples(300);
    const run = uncertainty.run();
    await settled();
    expect(jobs[0]?.job.task.samples).toBe(300);
    jobs[0]?.finish();
    await run;
    expect(uncertainty.isStale).toBe(false);
    uncertainty.chooseSamples(400);
    expect(uncertainty.isStale).toBe(true);
  });
});

describe('[A15] a range belongs to the growth it was typed with', () => {
  function typed(text: string) {
    const plan = open();
    plan.workspace.learnEntries({ read: readRangeCells, print: printRangeCell }, targetEntries);
    const growth = key('firms@growth');
    const entered = plan.workspace.enter([growth], text);
    return { ...plan, growth, entered };
  }

  it.each([
    ['6%~10%', 0.08, '6%~10%'],
    ['8±2', 0.08, '8%±2%'],
    ['6/7/10', 0.07, '6%/7%/10%'],
    ['-2%/1%/3%', 0.01, '-2%/1%/3%'],
    ['5—8', 0.065, '5%~8%'],
  ])('%s is its middle and the range, as one step of undo', (text, middle, shown) => {
    const { workspace, analysis, growth } = typed(text);
    expect(workspace.input(growth)).toEqual({ kind: 'number', value: middle });
    expect(workspace.entryText(growth)).toBe(shown);
    expect(workspace.isChanged(growth)).toBe(true);
    expect([...analysis.uncertainty.ranges.keys()]).toEqual([growth]);
    workspace.undo();
    expect(workspace.scenario.patch.size).toBe(0);
    expect(analysis.uncertainty.ranges.size).toBe(0);
  });

  it('is taken away by a number, a blank, a reset and a path, and comes back with undo', () => {
    const { workspace, analysis, growth } = typed('6%~10%');
    const without: (() => void)[] = [
      () => workspace.enter([growth], '9'),
      () => workspace.clear([growth]),
      () => workspace.resetToBase([growth]),
      () => workspace.write(new Map([[growth, { kind: 'formula', source: '0.1' }]]), 'paste'),
    ];
    for (const write of without) {
      write();
      expect(analysis.uncertainty.ranges.size).toBe(0);
      workspace.undo();
      expect(analysis.uncertainty.ranges.size).toBe(1);
    }
    workspace.enter([key('firms@2020')], '1100');
    expect(analysis.uncertainty.ranges.size).toBe(1);
  });

  it('gives a row that takes no growth a path that does', () => {
    const { workspace, analysis } = typed('6%~10%');
    choosePath(workspace, firms.id, { kind: 'hold' });
    expect(analysis.uncertainty.ranges.size).toBe(0);
    workspace.enter([key('firms@growth')], '2%~4%');
    expect(workspace.path(firms.id).kind).toBe('compound');
    expect(workspace.value(key('firms@2021'))).toMatchObject({ value: expect.closeTo(1030, 9) as number });
    expect(analysis.uncertainty.ranges.size).toBe(1);
  });

  it('whose middle is what the base holds is a change all the same', () => {
    const { workspace, growth } = typed('8%~12%');
    expect([...workspace.scenario.patch.keys()]).toEqual(['firms@range']);
    expect(workspace.isChanged(growth)).toBe(true);
  });

  it.each(['10%~6%', '8%±0', '6~x'])('%s is refused', (text) => {
    const { workspace, entered } = typed(text);
    expect(entered.ok).toBe(false);
    expect(workspace.scenario.patch.size).toBe(0);
  });

  it.each([
    ['-2/3', '=-2/3'],
    ['=6/8/10', '=6/8/10'],
    ['—', ''],
  ])('%s is none', (text, shown) => {
    const { workspace, growth } = typed(text);
    expect(workspace.entryText(growth)).toBe(shown);
    expect(workspace.rangeText(growth)).toBeUndefined();
  });

  it('is pasted as it was copied; where nothing is a number it cannot be read', () => {
    const { workspace, growth } = typed('6%~10%');
    const pasted = readPasted(workspace, key('money@growth'), workspace.entryText(growth));
    expect([...pasted]).toEqual([
      ['money@growth', { kind: 'number', value: 0.08 }],
      ['money@range', { kind: 'text', text: '0.06~0.1' }],
    ]);
    expect([...readPasted(workspace, key('money@2020'), '480~520')]).toEqual([
      ['money@2020', { kind: 'number', value: 500 }],
      ['money@value-range-2020', { kind: 'text', text: '480~520' }],
    ]);
    expect(readPasted(workspace, key('money@2020'), '5/8').get(key('money@2020'))).toEqual({
      kind: 'text',
      text: '5/8',
    });
  });

  it('of a row that the dataset has not got draws nothing', () => {
    const { workspace, analysis } = open();
    const text = { kind: 'text', text: '0.06~0.1' } as const;
    const cells = ['gone@range', 'firms@range-2040', 'firms@range-2023', 'firms@value-range-2040'].map(key);
    workspace.write(new Map(cells.map((cell) => [cell, text])), 'paste');
    expect([...analysis.uncertainty.ranges.keys()]).toEqual(['firms@growth-2023']);
  });
});

describe('[A15] a figure may be a range, too', () => {
  const base = key('firms@2020');

  function typed(cell: CellKey, text: string) {
    const plan = open();
    plan.workspace.learnEntries({ read: readRangeCells, print: printRangeCell }, targetEntries);
    const entered = plan.workspace.enter([cell], text);
    return { ...plan, entered };
  }

  it.each([
    ['firms@2020', '900~1,100家', 1000, '900~1100', { kind: 'between', low: 900, high: 1100 }],
    ['firms@2020', '1000±50', 1000, '1000±50', { kind: 'around', mid: 1000, spread: 50 }],
    ['firms@2020', '1000±5%', 1000, '1000±50', { kind: 'around', mid: 1000, spread: 50 }],
    ['firms@2022', '1200/1300/1500', 1300, '1200/1300/1500', { kind: 'threePoint', low: 1200, mid: 1300, high: 1500 }],
    ['intensity@2020', '2%至2.4%', 0.022, '2%~2.4%', { kind: 'between', low: 0.02, high: 0.024 }],
  ])('%s: %s is its middle and the range, as one step of undo', (name, text, middle, shown, range) => {
    const cell = key(name);
    const { workspace, analysis } = typed(cell, text);
    expect(workspace.input(cell)).toEqual({ kind: 'number', value: middle });
    expect(workspace.entryText(cell)).toBe(shown);
    expect(workspace.isChanged(cell)).toBe(true);
    expect(analysis.uncertainty.ranges).toEqual(new Map([[cell, range]]));
    expect(analysis.figures.map((figure) => figure.cell)).toContain(cell);
    workspace.undo();
    expect(workspace.scenario.patch.size).toBe(0);
    expect(analysis.uncertainty.ranges.size).toBe(0);
  });

  it('is shown in the sheet', () => {
    const { workspace } = typed(base, '900~1100');
    const column = workspace.sheet.columns.find(({ id }) => id === '2020');
    const view = () => column && workspace.cell(firms.id, column);
    expect(view()).toMatchObject({ changed: true, isRange: true });
    workspace.undo();
    expect(view()).not.toHaveProperty('isRange');
  });

  it('is taken away by a number, a blank, a reset and by a path that writes the year anew', () => {
    const { workspace, analysis } = typed(base, '900~1100');
    const year = key('firms@2022');
    workspace.enter([year], '1200~1300');
    const without: [number, () => void][] = [
      [1, () => workspace.enter([base], '1000')],
      [1, () => workspace.clear([base])],
      [1, () => workspace.resetToBase([base])],
      [1, () => choosePath(workspace, firms.id, { kind: 'hold' })],
      [0, () => workspace.resetRow(firms.id)],
    ];
    for (const [left, write] of without) {
      write();
      expect(analysis.uncertainty.ranges.size).toBe(left);
      workspace.undo();
      expect(analysis.uncertainty.ranges.size).toBe(2);
    }
  });

  it('stands in the tornado between its ends', () => {
    const { analysis } = typed(base, '900~1100');
    const { bars } = analysis.tornado(key('firms@2025'), 'range');
    // By hand: 900 and 1,100 times 1.1 to the fifth, 1.61051.
    expect(bars).toMatchObject([
      { cell: base, atLow: expect.closeTo(1449.459, 6) as number, atHigh: expect.closeTo(1771.561, 6) as number },
    ]);
  });

  it('is drawn in the samples', async () => {
    const { analysis, jobs } = typed(base, '900~1100');
    const run = analysis.uncertainty.run();
    await settled();
    jobs[0]?.finish();
    await run;
    // By hand: more than 1,500 in 2025 from a base above 1500 / 1.61051 = 931.382, of 900 to 1,100.
    const share = (1100 - 1500 / 1.61051) / 200;
    expect(Math.abs((analysis.uncertainty.chance(firms.id, y(2025))?.met.share ?? NaN) - share)).toBeLessThan(0.02);
    expect(analysis.uncertainty.fan(firms.id)[0]).toMatchObject({ year: 2020 });
  });
});
