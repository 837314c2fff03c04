import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { CellInput } from '../../src/core/model/input.ts';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { ComparisonBoard } from '../../src/state/comparison-board.svelte.ts';
import { Comparison, decodeComparison, type ComparisonChoice } from '../../src/state/comparison.svelte.ts';
import { n, scenario, sid } from '../core/scenario/builders.ts';
import { dataset, firms, id, row, share, y } from '../support/plan.ts';

const workbook = makeWorkbook(
  dataset([row(firms, 1000, { path: 'compound', growth: 0.1 }), row(share, 0.02, { path: 'hold' })]),
);

interface Setup {
  readonly own?: readonly string[];
  readonly builtIns?: readonly string[];
  readonly open?: string;
  readonly choice?: unknown;
}

function setup({ own = ['a', 'b', 'c'], builtIns = [], open, choice }: Setup = {}) {
  let scenarios = $state.raw<readonly Scenario[]>(own.map((name) => scenario(name)));
  const brought = builtIns.map((name) => scenario(name));
  const kept: ComparisonChoice[] = [];
  const comparison = new Comparison({
    workbook,
    scenarios: () => scenarios,
    builtIns: () => brought,
    current: () => scenarios.find((one) => one.id === open) ?? scenarios[0] ?? scenario('none'),
    initial: decodeComparison(choice),
    onchange: (next) => kept.push(next),
  });
  return {
    comparison,
    kept,
    edit: (name: string, patch: Readonly<Record<string, CellInput | null>>): void => {
      scenarios = scenarios.map((one) => (one.id === name ? scenario(name, patch) : one));
    },
    drop: (name: string): void => {
      scenarios = scenarios.filter((one) => one.id !== name);
    },
  };
}

const shown = ({ reference, compared }: Comparison): string => [reference, ...compared].map((one) => one.id).join(' ');

describe('[C9] which scenarios stand side by side', () => {
  it.each([
    ['the first is the reference, the others beside it', {}, 'a b c'],
    ['the one brought along is the reference', { builtIns: ['base', 'met'] }, 'base a b c'],
    [
      'alone, an own one stands beside those brought along',
      { own: ['a'], builtIns: ['base', 'met', 'bold'] },
      'base a met',
    ],
    ['four at most, the open one among them', { own: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], open: 'g' }, 'a b c d g'],
    ['a kept choice comes back in its order', { choice: { reference: 'c', compared: ['b', 'a'] } }, 'c b a'],
    ['what is gone from the library is left out', { choice: { reference: 'x', compared: ['b', 'y'] } }, 'a b'],
    ['a choice of nobody stays one', { choice: { compared: [] } }, 'a'],
  ] as const)('%s', (_, given, expected) => {
    expect(shown(setup(given).comparison)).toBe(expected);
  });

  it('adds last, removes, moves within the ends, and keeps each choice', () => {
    const { comparison, kept } = setup({ choice: { reference: 'a', compared: ['b'] } });
    comparison.add(sid('c'));
    expect(shown(comparison)).toBe('a b c');
    comparison.move(sid('c'), -5);
    expect(shown(comparison)).toBe('a c b');
    comparison.remove(sid('c'));
    expect(shown(comparison)).toBe('a b');
    expect(comparison.others.map((one) => one.id)).toEqual(['c']);
    expect(decodeComparison(JSON.parse(JSON.stringify(kept.at(-1))))).toMatchObject({
      reference: 'a',
      compared: ['b'],
    });
  });

  it('a new reference changes places with the old one', () => {
    const { comparison } = setup();
    comparison.chooseReference(sid('c'));
    expect(shown(comparison)).toBe('c b a');
  });

  it('a deleted scenario leaves its column', () => {
    const { comparison, drop } = setup({ choice: { reference: 'a', compared: ['c', 'b'] } });
    drop('a');
    expect(shown(comparison)).toBe('b c');
  });

  it('takes in a scenario that is not in the library, the later of one id', () => {
    const { comparison } = setup({ own: ['a'] });
    comparison.invite(scenario('guest'));
    comparison.invite(scenario('guest', { 'firms@growth': n(1) }));
    comparison.show(sid('a'), [sid('guest'), sid('a')]);
    expect(shown(comparison)).toBe('a guest');
    expect(comparison.compared[0]?.patch.size).toBe(1);
  });

  it('includes a scenario once, leaving those chosen, also one that is not in the library', () => {
    const { comparison } = setup({ choice: { reference: 'a', compared: ['b'] } });
    comparison.include(scenario('a'));
    comparison.include(scenario('b'));
    expect(shown(comparison)).toBe('a b');
    comparison.include(scenario('c'));
    comparison.include(scenario('guest'));
    expect(shown(comparison)).toBe('a b c guest');
  });

  it('shows the target years, and never no year', () => {
    const { comparison } = setup();
    expect(comparison.years).toEqual([2021, 2025]);
    comparison.toggleYear(y(2023));
    comparison.toggleYear(y(2021));
    comparison.toggleYear(y(2025));
    comparison.toggleYear(y(2023));
    expect(comparison.years).toEqual([2023]);
  });

  it.each([[undefined], [null], ['text'], [[]], [{ compared: 'b', years: '2021', changedOnly: 1, chapter: 7 }]])(
    'what was kept badly is as if nothing had been: %j',
    (raw) => {
      expect(decodeComparison(raw)).toEqual(decodeComparison({}));
    },
  );
});

describe('[C10] the board is live', () => {
  const last = (board: ComparisonBoard, column: number): number => {
    const value = board.values(id('firms'))[column]?.at(-1);
    return value?.kind === 'number' ? Math.round(value.value) : NaN;
  };

  it('an edit in one is seen at once, and in that one alone', () => {
    const { comparison, edit } = setup();
    const board = new ComparisonBoard(comparison);
    const seen: number[][] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push([last(board, 0), last(board, 1), last(board, 2)]);
      });
    });
    flushSync();
    edit('b', { 'firms@growth': n(0) });
    flushSync();
    edit('a', { 'firms@2025': n(7) });
    flushSync();
    stop();
    expect(seen).toEqual([
      [1611, 1611, 1611],
      [1611, 1000, 1611],
      [7, 1000, 1611],
    ]);
  });

  it('works the same out after an edit as from the beginning', () => {
    const patch = { 'firms@growth': n(0.3), 'share@2023': n(0.5), 'firms@2022': null };
    const { comparison, edit } = setup();
    const board = new ComparisonBoard(comparison);
    expect(board.table.assumptions).toEqual([]);
    edit('b', { 'firms@growth': n(0.9), 'firms@2024': n(1) });
    expect(board.table.assumptions.length).toBeGreaterThan(0);
    edit('b', patch);
    const fresh = setup();
    fresh.edit('b', patch);
    expect(board.table).toEqual(new ComparisonBoard(fresh.comparison).table);
  });

  it('scenarios that say the same share a column if asked to, also with the reference', () => {
    const { comparison, edit } = setup({ own: ['a', 'b', 'c', 'd'] });
    edit('b', { 'firms@growth': n(0.2), 'share@2025': null });
    edit('d', { 'share@2025': null, 'firms@growth': n(0.2) });
    const board = new ComparisonBoard(comparison);
    const groups = (): string[] => board.columns.map(({ scenarios }) => scenarios.map((one) => one.id).join('='));
    expect(groups()).toEqual(['a', 'b', 'c', 'd']);
    comparison.turn('mergeEqual', true);
    expect(groups()).toEqual(['a=c', 'b=d']);
    edit('d', { 'firms@growth': n(0.2) });
    expect(groups()).toEqual(['a=c', 'b', 'd']);
  });

  it('[C6] the target shown is the reference’s, and another’s where it knows of none', () => {
    const { comparison, edit } = setup({ own: ['a', 'b', 'c'] });
    const goal = (text: string): CellInput => ({ kind: 'text', text });
    const board = new ComparisonBoard(comparison);
    const year = y(2025);
    edit('c', { 'firms@target-2025': goal('>3000') });
    expect(board.target(firms.id, year)?.level).toEqual({ op: 'gt', value: 3000 });
    edit('a', { 'firms@target-2025': goal('averageGrowth >=0.1') });
    expect(board.target(firms.id, year)?.goal.measure).toBe('averageGrowth');
    const level = board.target(firms.id, year)?.level;
    expect(level?.op).toBe('gte');
    expect(level && 'value' in level ? level.value : NaN).toBeCloseTo(1000 * 1.1 ** 5, 6);
    expect(board.target(share.id, year)).toBeUndefined();
  });

  it('draws the indicator chosen, else the first that differs', () => {
    const { comparison, edit } = setup();
    const board = new ComparisonBoard(comparison);
    edit('b', { 'share@2025': n(0.9) });
    expect(board.indicator).toBe('share');
    comparison.chart(id('firms'));
    expect(board.indicator).toBe('firms');
  });

  it('puts a section away and back', () => {
    const { comparison, edit } = setup();
    edit('b', { 'firms@growth': n(0.2) });
    const board = new ComparisonBoard(comparison);
    const before = board.lines.length;
    comparison.fold('assumptions');
    expect(board.lines.length).toBe(before - 1);
    comparison.fold('assumptions');
    expect(board.lines.length).toBe(before);
  });
});
