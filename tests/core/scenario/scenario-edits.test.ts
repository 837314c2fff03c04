import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../src/core/scenario/apply-edit.ts';
import { decodeScenario, encodeScenario } from '../../../src/core/scenario/document.ts';
import { invertEdit, type Edit } from '../../../src/core/scenario/edit.ts';
import {
  copyScenario,
  describeScenarioEdit,
  duplicateScenarioEdit,
  moveScenarioEdit,
  restoreScenarioEdit,
} from '../../../src/core/scenario/scenario-edits.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { cells, n, scenario, sid } from './builders.ts';

const [a, b, c] = [scenario('a', { 'gdp@2021': n(1) }), scenario('b'), scenario('c')];
const all = [a, b, c];
const ids = (scenarios: readonly Scenario[]) => scenarios.map(({ id }) => id);
const must = (edit: Edit | undefined): Edit => {
  if (!edit) throw new Error('An edit was expected');
  return edit;
};

describe('[B5] order', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 2, ['a', 'c', 'b']],
  ])('from %i to %i, and back', (from, to, order) => {
    const edit = must(moveScenarioEdit(all, all[from] ?? a, to));
    const moved = applyEdit(all, edit);
    expect(ids(moved)).toEqual(order);
    expect(applyEdit(moved, invertEdit(edit))).toEqual(all);
  });

  it('leaves every scenario the same object, so that only the order is saved', () => {
    const moved = applyEdit(all, must(moveScenarioEdit(all, a, 2)));
    expect(new Set(moved)).toEqual(new Set(all));
    for (const one of moved) expect(all).toContain(one);
  });

  it('is no edit where nothing moves', () => {
    expect(moveScenarioEdit(all, a, 0)).toBeUndefined();
    expect(moveScenarioEdit(all, a, -1)).toBeUndefined();
    expect(moveScenarioEdit(all, c, 3)).toBeUndefined();
    expect(moveScenarioEdit(all, scenario('x'), 0)).toBeUndefined();
  });
});

describe('[B5] name, note and author', () => {
  it('change and are taken back', () => {
    const edit = must(describeScenarioEdit(all, b, { note: '双倍增口径', author: '规划处' }));
    const next = applyEdit(all, edit);
    expect(next[1]).toMatchObject({ name: b.name, note: '双倍增口径', author: '规划处' });
    expect(applyEdit(next, invertEdit(edit))[1]).toEqual(b);
    expect(describeScenarioEdit(all, b, { name: b.name })).toBeUndefined();
  });

  it('taking a name back leaves what was changed since, as by another tab', () => {
    const edit = must(describeScenarioEdit(all, a, { name: '新' }));
    const elsewhere = applyEdit(all, edit).map((one) =>
      one.id === a.id ? { ...one, note: '别处写的', patch: cells({ 'gdp@2021': n(1), 'gdp@2022': n(2) }) } : one,
    );
    const [undone] = applyEdit(elsewhere, invertEdit(edit));
    expect(undone).toMatchObject({ name: a.name, note: '别处写的' });
    expect(undone?.patch.size).toBe(2);
  });
});

describe('[B7] restoring a version', () => {
  it('brings back its cells and note in one step, and keeps name, place and birth', () => {
    const version = { ...a, name: '旧名', note: '旧附言', patch: cells({ 'gdp@2022': n(9) }) };
    const edit = restoreScenarioEdit(all, a, version, '2022-01-01T00:00:00.000Z');
    const next = applyEdit(all, edit);
    expect(next[0]).toEqual({ ...a, note: '旧附言', patch: version.patch, modified: '2022-01-01T00:00:00.000Z' });
    expect(applyEdit(next, invertEdit(edit))).toEqual(all);
  });
});

describe('[B8] a scenario starts from another', () => {
  it('says from which, and is no longer built in', () => {
    const builtIn: Scenario = { ...scenario('x', { 'gdp@2021': n(5) }), builtIn: 'bold' };
    const copy = copyScenario(builtIn, { id: sid('y'), name: '我的', now: 'now' });
    expect(copy).toMatchObject({ name: '我的', startedFrom: builtIn.name });
    expect('builtIn' in copy).toBe(false);
    expect(copy.patch).toBe(builtIn.patch);
  });

  it('a copy of a built-in one stands behind the last tab', () => {
    const edit = duplicateScenarioEdit(all, scenario('x'), { id: sid('y'), name: '我的', now: 'now' });
    expect(ids(applyEdit(all, edit))).toEqual(['a', 'b', 'c', 'y']);
  });

  it('is stored with where it started, and only where it started somewhere', () => {
    const copy: Scenario = { ...a, startedFrom: '达标' };
    expect(decodeScenario(JSON.parse(JSON.stringify(encodeScenario(copy))))).toEqual({ ok: true, value: copy });
    expect(Object.keys(encodeScenario(a))).not.toContain('startedFrom');
    expect(decodeScenario({ ...encodeScenario(a), startedFrom: 5 })).toEqual({
      ok: false,
      error: { code: 'shape', at: 'startedFrom' },
    });
  });
});
