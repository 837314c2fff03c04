import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { printRangeCell, readRangeCells } from '../../src/core/entry/range-cells.ts';
import { targetEntries } from '../../src/core/entry/target-entry.ts';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { blankScenario, parseScenarioId, type ScenarioId } from '../../src/core/scenario/scenario.ts';
import { Analysis } from '../../src/state/analysis.svelte.ts';
import { Library } from '../../src/state/library.svelte.ts';
import { TargetReview } from '../../src/state/target-review.svelte.ts';
import { Workspace } from '../../src/state/workspace.svelte.ts';
import { key } from '../support/calculation.ts';
import { dataset, firms, layer, row, target, y } from '../support/plan.ts';

const plan = { ...layer('plan', [target('firms', 2025, { op: 'gt', value: 2000 }, 'plan')]), issued: '2022-01' };
const spare = layer('spare', [target('firms', 2021, { op: 'gt', value: 1150 }, 'spare')], false);
const workbook = makeWorkbook(dataset([row(firms, 1000, { path: 'compound', growth: 0.1 })], [plan, spare]));

function sid(text: string): ScenarioId {
  const id = parseScenarioId(text);
  if (!id) throw new Error(text);
  return id;
}

function open() {
  const scenario = blankScenario({
    id: sid('s1'),
    name: 'one',
    now: '2026-01-01T00:00:00.000Z',
    dataset: { id: workbook.dataset.id, version: workbook.dataset.version },
  });
  const workspace = new Workspace({
    workbook,
    library: new Library([scenario], scenario.id),
    clock: { now: () => '2026-01-01T00:00:00.000Z' },
    newId: () => sid('s2'),
    onchange: () => undefined,
  });
  workspace.learnEntries({ read: readRangeCells, print: printRangeCell }, targetEntries);
  const analysis = new Analysis(workspace, () => Promise.reject(new Error('No samples are taken here')));
  return { workspace, analysis, review: new TargetReview(workspace, analysis) };
}

const years = (review: TargetReview) => review.lines.map(({ goal }) => goal.year);

describe('[T14] documents are switched on and off, each as one step of undo', () => {
  it('and the lines, the choices and the roll-up follow', () => {
    const { review, workspace } = open();
    expect([years(review), review.rollUp.withTarget]).toEqual([[2025], 1]);
    review.switchLayer('spare', true);
    flushSync();
    expect([years(review), review.rollUp.withTarget]).toEqual([[2021, 2025], 2]);
    expect(review.layers.map(({ layer: { id }, chosen, targets }) => [id, chosen, targets])).toEqual([
      ['plan', true, 1],
      ['spare', true, 1],
    ]);
    workspace.undo();
    flushSync();
    expect(years(review)).toEqual([2025]);
    expect(workspace.scenario.patch.size).toBe(0);
  });

  it('and a date leaves out what was issued later', () => {
    const { review, workspace } = open();
    review.knowUntil('2021-12-31');
    flushSync();
    expect([years(review), review.idle.map(({ why }) => why)]).toEqual([[], ['later', 'off']]);
    expect(review.layers[0]).toMatchObject({ chosen: true, inForce: false });
    review.knowUntil(undefined);
    flushSync();
    expect([years(review), workspace.scenario.patch.size]).toEqual([[2025], 0]);
  });
});

describe('[T20] the rule of the lights is a choice of the scenario', () => {
  it('and the light at the checkpoint follows it', () => {
    const { review, workspace } = open();
    const light = () => review.lines.map((line) => review.light(line));
    // By hand: 331 of 1000 done in 2023, 600 planned.
    expect([review.checkpoint, light()]).toEqual([2023, ['red']]);
    review.changeRule({ shape: 'linear', green: 0.6, yellow: 0.55 });
    flushSync();
    expect(light()).toEqual(['yellow']);
    review.lookAt(y(2025));
    expect(light()).toEqual(['yellow']);
    workspace.undo();
    flushSync();
    expect(review.rule).toEqual({ shape: 'linear', green: 1, yellow: 0.8 });
  });
});

describe('[T13] a target is set, dropped and reset', () => {
  it('as it would be typed', () => {
    const { review } = open();
    expect(review.setTarget(firms.id, y(2025), '>=1600 binding')).toBe(true);
    flushSync();
    expect(review.lines[0]).toMatchObject({ changed: true, assessment: { status: 'thin' } });
    expect([review.isOwn(firms.id, y(2025)), review.setTarget(firms.id, y(2025), 'soon')]).toEqual([true, false]);
    review.dropTarget(firms.id, y(2025));
    flushSync();
    expect([years(review), review.target(firms.id, y(2025))]).toEqual([[], undefined]);
    review.resetTarget(firms.id, y(2025));
    flushSync();
    expect(review.target(firms.id, y(2025))?.comparison).toEqual({ op: 'gt', value: 2000 });
  });
});

describe('[T21] the growth that a target needs is written in one step', () => {
  it('counted from where needed growth is', () => {
    const { review, analysis, workspace } = open();
    expect(review.writeNeeded(firms.id, y(2025)).ok).toBe(true);
    expect(workspace.input(key('firms@growth'))).toEqual({
      kind: 'number',
      value: expect.closeTo(2.001 ** 0.2 - 1, 12) as number,
    });
    workspace.undo();
    analysis.countNeededFrom(y(2021));
    review.writeNeeded(firms.id, y(2025));
    expect(workspace.input(key('firms@growth-2023'))).toEqual({
      kind: 'number',
      value: expect.closeTo((2001 / 1100) ** 0.25 - 1, 12) as number,
    });
    expect(workspace.done.length).toBe(1);
  });

  it('says why there is none', () => {
    const { review, analysis } = open();
    analysis.countNeededFrom(y(2025));
    expect(review.writeNeeded(firms.id, y(2025))).toMatchObject({ ok: false, error: { code: 'noYears' } });
  });
});

describe('[T15] every scenario and chapter is counted', () => {
  it('by its own targets', () => {
    const { review } = open();
    expect(review.scenarios.map(({ rollUp }) => [rollUp.withTarget, rollUp.met])).toEqual([[1, 0]]);
    expect(review.chapters.map(({ chapter, rollUp }) => [chapter.id, rollUp.lagging])).toEqual([['a', [firms.id]]]);
  });
});
