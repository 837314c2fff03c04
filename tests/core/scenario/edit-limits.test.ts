import { describe, expect, it } from 'vitest';
import type { CellInput } from '../../../src/core/model/input.ts';
import { limits } from '../../../src/core/model/limits.ts';
import { decodeScenario, encodeScenario } from '../../../src/core/scenario/document.ts';
import type { Edit } from '../../../src/core/scenario/edit.ts';
import { findExcess } from '../../../src/core/scenario/edit-limits.ts';
import {
  addScenariosEdit,
  createScenarioEdit,
  describeScenarioEdit,
  freeName,
} from '../../../src/core/scenario/scenario-edits.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { cells, key, n, scenario, sid, t } from './builders.ts';

function enter(into: Scenario, to: CellInput, ...names: readonly string[]): Edit {
  const changes = names.map((name) => ({ cell: key(name), from: into.patch.get(key(name)), to }));
  return { kind: 'cells', what: 'enter', scenario: into.id, changes };
}

describe('[P24] no edit makes what could not be opened again', () => {
  const full = {
    ...scenario('full'),
    patch: cells(Object.fromEntries(Array.from({ length: limits.changedCells }, (_, row) => [`r${row}@2021`, n(row)]))),
  };

  it('a scenario takes as many changed cells as the limit says, and not one more', () => {
    expect(decodeScenario(JSON.parse(JSON.stringify(encodeScenario(full)))).ok).toBe(true);
    expect(findExcess([full], enter(full, n(1), 'r0@2021'))).toBeUndefined();
    const limit = limits.changedCells;
    expect(findExcess([full], enter(full, n(1), 'gdp@2021'))).toEqual({
      code: 'changedCells',
      limit,
      given: limit + 1,
    });
  });

  it('what is beyond a limit already may shrink', () => {
    const over = { ...full, patch: new Map([...full.patch, [key('gdp@2021'), n(1)], [key('gdp@2022'), n(2)]]) };
    const reset: Edit = {
      kind: 'cells',
      what: 'reset',
      scenario: over.id,
      changes: [{ cell: key('gdp@2021'), from: n(1), to: undefined }],
    };
    expect(findExcess([over], reset)).toBeUndefined();
  });

  it.each([NaN, Infinity, -Infinity])('%d is no number to be kept', (value) => {
    const plan = scenario('a');
    expect(findExcess([plan], enter(plan, n(value), 'gdp@2021'))).toEqual({ code: 'notANumber', cell: 'gdp@2021' });
  });

  it('a text fits with the sign that stands before it in the stored form', () => {
    const plan = scenario('a');
    const limit = limits.cellCharacters;
    const longest = { ...plan, patch: cells({ 'gdp@2021': t('x'.repeat(limit - 1)) }) };
    expect(decodeScenario(encodeScenario(longest)).ok).toBe(true);
    expect(findExcess([plan], enter(plan, t('x'.repeat(limit - 1)), 'gdp@2021'))).toBeUndefined();
    expect(findExcess([plan], enter(plan, t('x'.repeat(limit)), 'gdp@2021'))).toMatchObject({
      code: 'cellText',
      limit,
    });
  });

  it.each([
    ['name', limits.nameCharacters],
    ['note', limits.noteCharacters],
    ['author', limits.nameCharacters],
  ] as const)('%s: %d characters', (field, limit) => {
    const plan = scenario('a');
    const describeAs = (length: number) => describeScenarioEdit([plan], plan, { [field]: 'x'.repeat(length) });
    const [most, over] = [describeAs(limit), describeAs(limit + 1)];
    expect(most && findExcess([plan], most)).toBeUndefined();
    expect(over && findExcess([plan], over)).toEqual({ code: field, limit, given: limit + 1 });
  });

  it('five hundred scenarios', () => {
    const many = Array.from({ length: limits.scenarios - 1 }, (_, index) => scenario(`s${index}`));
    expect(findExcess(many, createScenarioEdit(many, scenario('x')))).toBeUndefined();
    expect(findExcess(many, addScenariosEdit(many, [scenario('x'), scenario('y')]))).toEqual({
      code: 'scenarios',
      limit: limits.scenarios,
      given: limits.scenarios + 1,
    });
  });

  it('a free name is never too long, and ends with a whole character', () => {
    const long = `${'策'.repeat(limits.nameCharacters - 5)}😀😀😀😀`;
    const first = freeName([], long);
    const second = freeName([{ ...scenario('a'), name: first }], long);
    for (const name of [first, second]) {
      expect(name.length).toBeLessThanOrEqual(limits.nameCharacters);
      expect(() => encodeURIComponent(name)).not.toThrow();
    }
    expect(second).not.toBe(first);
  });

  it('scenarios are added behind the last tab, in their order', () => {
    const here = [scenario('a')];
    const edit = addScenariosEdit(here, [scenario('b'), scenario('c')]);
    expect(edit.changes).toMatchObject([
      { id: sid('b'), to: { position: 1 } },
      { id: sid('c'), to: { position: 2 } },
    ]);
  });
});
