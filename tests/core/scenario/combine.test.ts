import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCellKey, type CellKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { sameEntry } from '../../../src/core/scenario/changes.ts';
import { combine, findClashes, type ClashKey, type Part } from '../../../src/core/scenario/combine.ts';
import type { Patch } from '../../../src/core/scenario/scenario.ts';
import { cells, f, key, n, t } from './builders.ts';

const part = (source: number, ...names: readonly string[]): Part => ({ source, cells: names.map(key) });
const none = new Map<ClashKey, number>();
const answer = (clash: { readonly key: ClashKey } | undefined, source: number) =>
  new Map(clash ? [[clash.key, source]] : []);

describe('[B12] a scenario from parts of several', () => {
  const a: Patch = cells<CellInput | null>({ 'gdp@growth': n(0.05), 'firms@growth': n(0.1), 'firms@2023': n(5) });
  const b: Patch = cells<CellInput | null>({ 'gdp@growth': n(0.06), 'firms@growth': n(0.1), 'rank@2021': null });

  it('has the entries of the chosen parts and of nothing else', () => {
    const parts = [part(0, 'firms@2023'), part(1, 'rank@2021')];
    expect(combine([a, b], parts, none)).toEqual({
      patch: cells<CellInput | null>({ 'firms@2023': n(5), 'rank@2021': null }),
      open: [],
    });
  });

  it('asks nothing where two say the same', () => {
    const parts = [part(0, 'firms@growth'), part(1, 'firms@growth')];
    expect(combine([a, b], parts, none)).toEqual({ patch: cells({ 'firms@growth': n(0.1) }), open: [] });
  });

  it('asks where two hold otherwise, and has neither until that is decided', () => {
    const parts = [part(0, 'gdp@growth'), part(1, 'gdp@growth'), part(0, 'firms@2023')];
    const { open, patch } = combine([a, b], parts, none);
    expect(open.map(({ key: asked, sources }) => [asked, sources])).toEqual([['gdp@growth 0', [0, 1]]]);
    expect([...patch.keys()]).toEqual(['firms@2023']);
    for (const [source, growth] of [
      [0, 0.05],
      [1, 0.06],
    ] as const) {
      const decided = combine([a, b], parts, answer(open[0], source));
      expect(decided.open).toEqual([]);
      expect(decided.patch.get(key('gdp@growth'))).toEqual(n(growth));
    }
  });

  it('does not count the answer for a scenario that is no longer among those to choose from', () => {
    const parts = [part(0, 'gdp@growth'), part(1, 'gdp@growth')];
    const [clash] = findClashes([a, b], parts);
    expect(combine([a, b], parts, answer(clash, 2)).open).toHaveLength(1);
  });

  it('asks where one blanks what the other fills', () => {
    const blank = cells<CellInput | null>({ 'gdp@growth': null });
    expect(findClashes([a, blank], [part(0, 'gdp@growth'), part(1, 'gdp@growth')])).toHaveLength(1);
  });

  const stepped: Patch = cells<CellInput | null>({
    'firms@path': t('step'),
    'firms@growth': n(200),
    'firms@2021': f('prev+growth'),
  });
  const wholePath = part(1, 'firms@path', 'firms@growth', 'firms@2021');

  it.each([
    ['the growth of the row', { 'firms@growth': n(0.1) }, ['firms@growth']],
    ['the growth of a year, though no cell is common', { 'firms@growth-2023': n(0.1) }, ['firms@growth-2023']],
    [
      'another path',
      { 'firms@path': t('hold'), 'firms@growth': null, 'firms@2021': f('prev') },
      ['firms@path', 'firms@growth', 'firms@2021'],
    ],
  ])('a path is not mixed with %s of another scenario', (_, other, names) => {
    const sources = [cells<CellInput | null>(other), stepped];
    const [clash] = findClashes(sources, [part(0, ...names), wholePath]);
    expect(clash?.sources).toEqual([0, 1]);
    const { patch } = combine(sources, [part(0, ...names), wholePath], answer(clash, 1));
    expect(patch).toEqual(stepped);
  });

  it.each<[string, Readonly<Record<string, CellInput>>, readonly string[], boolean]>([
    [
      'otherwise: one question for both',
      { 'firms@growth': n(0.08), 'firms@range': t('0.06~0.1') },
      ['firms@growth', 'firms@range'],
      true,
    ],
    [
      'otherwise, though only the range is ticked',
      { 'firms@growth': n(0.08), 'firms@range': t('0.06~0.1') },
      ['firms@range'],
      true,
    ],
    ['alike: none', { 'firms@growth': n(0.1), 'firms@range': t('0.06~0.14') }, ['firms@growth', 'firms@range'], false],
    ['of another row: none', { 'gdp@range': t('0.06~0.14') }, ['gdp@range'], false],
  ])('a range goes with the growth it is a range of, which the other scenario has %s', (_, other, names, asks) => {
    const sources = [cells({ 'firms@growth': n(0.1) }), cells(other)];
    const parts = [part(0, 'firms@growth'), ...names.map((name) => part(1, name))];
    expect(findClashes(sources, parts).map(({ parts: bundled }) => bundled.length)).toEqual(asks ? [parts.length] : []);
  });

  it('a range goes with the figure of its own year, and with no other', () => {
    const sources = [cells({ 'firms@2020': n(900) }), cells({ 'firms@2020': n(1000), 'firms@2022': n(1200) })];
    const ask = (range: string) => findClashes(sources, [part(0, 'firms@2020'), part(1, range)]).length;
    expect([ask('firms@value-range-2020'), ask('firms@value-range-2022')]).toEqual([1, 0]);
  });

  it('the same path of two scenarios, and a cell that no path touches, need no answer', () => {
    const sources = [stepped, stepped, cells({ 'firms@2020': n(1) })];
    const parts = [{ ...wholePath, source: 0 }, wholePath, part(2, 'firms@2020')];
    const { open, patch } = combine(sources, parts, none);
    expect(open).toEqual([]);
    expect(patch).toEqual(new Map([...stepped, ...cells({ 'firms@2020': n(1) })]));
  });

  it('what clashes with the same part is one question', () => {
    const sources = [cells({ 'firms@growth': n(0.1) }), stepped, cells({ 'firms@2021': n(9) })];
    const parts = [part(0, 'firms@growth'), part(2, 'firms@2021'), wholePath];
    const clashes = findClashes(sources, parts);
    expect(clashes.map((clash) => clash.sources)).toEqual([[0, 1, 2]]);
    const [clash] = clashes;
    expect(combine(sources, parts, answer(clash, 2)).patch).toEqual(cells({ 'firms@2021': n(9) }));
  });
});

describe('[B12] two questions', () => {
  it('that begin with the same cell, held alike, are answered each by itself', () => {
    const sources = [
      cells({ 'firms@2021': n(1), 'firms@2022': n(2) }),
      cells({ 'firms@2021': n(1), 'firms@2023': n(3) }),
      cells({ 'firms@2022': n(20) }),
      cells({ 'firms@2023': n(30) }),
    ];
    const parts = sources.map((one, source): Part => ({ source, cells: [...one.keys()] }));
    const [first, second] = findClashes(sources, parts);
    expect([first?.sources, second?.sources]).toEqual([
      [0, 2],
      [1, 3],
    ]);
    const { open, patch } = combine(sources, parts, new Map([...answer(first, 2), ...answer(second, 1)]));
    expect(open).toEqual([]);
    expect(patch).toEqual(cells({ 'firms@2021': n(1), 'firms@2022': n(20), 'firms@2023': n(3) }));
    expect(combine(sources, parts, answer(first, 0)).open).toEqual([second]);
  });
});

describe('[B12] many parts', () => {
  it('of thousands of rows are bundled at once', () => {
    const rows = Array.from({ length: 6000 }, (_, row) => `row_${row}@growth`);
    const sources = [1, 2].map((growth) => cells(Object.fromEntries(rows.map((name) => [name, n(growth)]))));
    const parts = sources.flatMap((_, source) => rows.map((name) => part(source, name)));
    const started = performance.now();
    expect(findClashes(sources, parts)).toHaveLength(6000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('[B12] of any parts', () => {
  const entry: fc.Arbitrary<CellInput | null> = fc.constantFrom(null, n(1), n(2), f('prev'), t('step'));
  const cell = fc.constantFrom(
    ...['a', 'b'].flatMap((row) =>
      ['path', 'growth', '2021', '2022', 'growth-2022', 'held', 'range', 'range-2022', 'target-2022'].map(
        (c) => `${row}@${c}`,
      ),
    ),
  );
  const patch = fc.dictionary(cell, entry, { noNullPrototype: true }).map((entries): Patch => cells(entries));
  /** Every source cut into parts of one row at random, some of them chosen. */
  const world = fc
    .array(fc.tuple(patch, fc.array(fc.nat(3), { minLength: 18, maxLength: 18 })), { minLength: 2, maxLength: 4 })
    .map((given) => ({
      sources: given.map(([one]) => one),
      parts: given.flatMap(([one, cuts], source) => {
        const groups = new Map<string, CellKey[]>();
        [...one.keys()].forEach((k, index) => {
          const cut = cuts[index] ?? 0;
          const name = `${parseCellKey(k)?.indicator ?? ''} ${cut}`;
          if (cut > 0) groups.set(name, [...(groups.get(name) ?? []), k]);
        });
        return [...groups.values()].map((taken): Part => ({ source, cells: taken }));
      }),
    }));

  it('every entry comes from a chosen part, and each part is there whole or clashes', () => {
    fc.assert(
      fc.property(world, fc.array(fc.nat(3)), ({ sources, parts }, answers) => {
        const clashes = findClashes(sources, parts);
        const decisions = new Map(
          clashes.map((clash, i) => [clash.key, clash.sources[(answers[i] ?? 0) % clash.sources.length] ?? 0]),
        );
        const { open, patch: made } = combine(sources, parts, decisions);
        expect(open).toEqual([]);
        expect(decisions.size).toBe(clashes.length);
        const clashing = new Set(clashes.flatMap((clash) => clash.parts));
        for (const one of parts) {
          const clash = clashes.find((found) => found.parts.includes(one));
          const isTaken = !clash || decisions.get(clash.key) === one.source;
          if (isTaken) {
            for (const k of one.cells) expect(sameEntry(made.get(k), sources[one.source]?.get(k))).toBe(true);
          }
          expect(clashing.has(one)).toBe(clash !== undefined);
        }
        for (const [k, value] of made) {
          expect(parts.some((one) => one.cells.includes(k) && sameEntry(sources[one.source]?.get(k), value))).toBe(
            true,
          );
        }
      }),
      { seed: 20261123, numRuns: 3000 },
    );
  });

  it('the order in which parts are chosen does not matter', () => {
    fc.assert(
      fc.property(world, ({ sources, parts }) => {
        const cellsOf = (given: readonly Part[]) =>
          findClashes(sources, given).map(({ key: c, sources: s }) => `${c} ${s.join()}`);
        expect(cellsOf(parts.toReversed()).sort()).toEqual([...cellsOf(parts)].sort());
        expect(combine(sources, parts.toReversed(), none).patch).toEqual(combine(sources, parts, none).patch);
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });

  it('everything of one scenario is that scenario', () => {
    fc.assert(
      fc.property(patch, (one) => {
        const parts = [...one.keys()].map((k): Part => ({ source: 0, cells: [k] }));
        expect(combine([one, new Map()], parts, none).patch).toEqual(one);
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});
