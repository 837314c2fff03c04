import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { blankScenario, parseScenarioId } from '../../src/core/scenario/scenario.ts';
import { Beside } from '../../src/state/beside.svelte.ts';
import { Library } from '../../src/state/library.svelte.ts';
import { Selection } from '../../src/state/selection.svelte.ts';
import { Workspace } from '../../src/state/workspace.svelte.ts';
import { key } from '../support/calculation.ts';
import { dataset, firms, indicator, row } from '../support/plan.ts';

const other = indicator('other');
const workbook = makeWorkbook(
  dataset([row(firms, 1000, { path: 'compound', growth: 0.1 }), row(other, 10, { path: 'compound', growth: 0.5 })], []),
);

function open() {
  const id = parseScenarioId('own');
  if (id === undefined) throw new Error('Not an id');
  const now = '2026-01-01T00:00:00.000Z';
  const scenario = blankScenario({
    id,
    name: '方案一',
    dataset: { id: workbook.dataset.id, version: workbook.dataset.version },
    now,
  });
  const library = new Library([scenario], id);
  const workspace = new Workspace({
    workbook,
    library,
    clock: { now: () => now },
    newId: () => id,
    onchange: () => undefined,
    refuses: () => false,
  });
  const selection = new Selection();
  const steps: (() => void)[] = [];
  const beside = new Beside(workspace, selection, (step) => steps.push(step));
  flushSync();
  const paint = (): void => {
    for (const step of steps.splice(0)) step();
    flushSync();
  };
  paint();
  return { workspace, selection, beside, steps, paint };
}

/** How often a reader looked. */
function counting(read: () => unknown): () => number {
  let looks = 0;
  $effect.root(() => {
    $effect(() => {
      read();
      looks++;
    });
  });
  flushSync();
  return () => looks;
}

describe('[V40] what stands beside the sheet', () => {
  it('is told of an edit once the sheet is painted, and once for many edits', () => {
    const { workspace, beside, steps, paint } = open();
    const looks = counting(() => beside.value(key('firms@2025')));
    workspace.enter([key('firms@growth')], '20%');
    flushSync();
    workspace.enter([key('firms@growth')], '30%');
    flushSync();
    expect(looks()).toBe(1);
    expect(steps).toHaveLength(1);
    paint();
    expect(looks()).toBe(2);
    expect(beside.value(key('firms@2025'))).toEqual(workspace.value(key('firms@2025')));
    expect([...beside.changedRows]).toEqual(['firms']);
    expect(beside.scenario).toBe(workspace.scenario);
  });

  it('follows the active cell as late', () => {
    const { selection, beside, paint } = open();
    const from = beside.place;
    selection.moveTo({ row: 3, column: '2023' });
    flushSync();
    expect(beside.place).toBe(from);
    paint();
    expect(beside.place).toEqual({ row: 3, column: '2023' });
  });
});

describe('[V40] a cell of the sheet', () => {
  it('is looked at again at once when its row changes, and not when another does', () => {
    const { workspace } = open();
    const column = workspace.sheet.columns.find(({ id }) => id === '2025');
    if (!column) throw new Error('No column');
    const looks = counting(() => workspace.cell(firms.id, column));
    workspace.enter([key('other@growth')], '20%');
    flushSync();
    expect(looks()).toBe(1);
    workspace.enter([key('firms@growth')], '20%');
    flushSync();
    expect(looks()).toBe(2);
  });
});
