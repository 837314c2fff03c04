import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import type { Version } from '../../src/core/scenario/versions.ts';
import { compareVersions } from '../../src/state/compare-versions.ts';
import { ComparisonBoard } from '../../src/state/comparison-board.svelte.ts';
import { Comparison, decodeComparison } from '../../src/state/comparison.svelte.ts';
import { Views } from '../../src/state/views.svelte.ts';
import { n, scenario, t } from '../core/scenario/builders.ts';
import { dataset, firms, row } from '../support/plan.ts';

const workbook = makeWorkbook(dataset([row(firms, 1000, { path: 'compound', growth: 0.1 })]));
const now = scenario('a', { 'firms@growth': n(0.3) });

const version = (number: number, growth: number): Version => ({
  number,
  savedAt: '2021-07-01T08:00:00.000Z',
  reason: 'save',
  scenario: { ...now, patch: scenario('a', { 'firms@growth': n(growth) }).patch },
});

function compare(versions: readonly Version[], withNow: boolean) {
  const comparison = new Comparison({
    workbook,
    scenarios: () => [now, scenario('b')],
    builtIns: () => [],
    current: () => now,
    initial: decodeComparison(undefined),
    onchange: () => undefined,
  });
  const views = new Views();
  const open = (): void =>
    compareVersions(
      { versions, withNow, nameOf: ({ savedAt }) => `a ${savedAt.slice(0, 10)}` },
      { comparison, views, workspace: { find: (id) => (id === now.id ? now : undefined) } },
    );
  open();
  const shown = () =>
    [comparison.reference, ...comparison.compared].map(({ name, patch }) => [name, [...patch.values()][0]]);
  return { comparison, open, shown, views };
}

describe('[B7] versions side by side', () => {
  it('stand in the order of their making, each under a name of its own, with the scenario as it is now last', () => {
    const { shown, views } = compare([version(2, 0.2), version(1, 0.1)], true);
    expect(shown()).toEqual([
      ['a 2021-07-01', n(0.1)],
      ['a 2021-07-01 (2)', n(0.2)],
      [now.name, n(0.3)],
    ]);
    expect(views.current).toBe('comparison');
  });

  it('stand without it if it is not wanted', () => {
    expect(compare([version(1, 0.1), version(2, 0.2)], false).shown()).toHaveLength(2);
  });

  it('are there once and keep their names when they are taken in again', () => {
    const { comparison, open, shown } = compare([version(1, 0.1), version(2, 0.2)], true);
    const before = shown();
    open();
    expect(shown()).toEqual(before);
    expect(comparison.candidates).toHaveLength(4);
  });

  it('[C3a] show in which choices of the scenario as a whole they differ', () => {
    const earlier = version(1, 0.3);
    const patch = scenario('a', { 'firms@growth': n(0.3), 'scenario@set-lights': t('linear 1 0.5') }).patch;
    const { comparison } = compare([{ ...earlier, scenario: { ...now, patch } }], true);
    const { assumptions, settings } = new ComparisonBoard(comparison).table;
    expect(assumptions).toEqual([]);
    expect(settings.map(({ name, cells }) => [name, cells.map(({ text }) => text)])).toEqual([
      ['lights', ['linear 1 0.5', undefined]],
    ]);
  });
});
