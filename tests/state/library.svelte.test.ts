import { describe, expect, it } from 'vitest';
import { cellKey, valueKey, type CellKey } from '../../src/core/model/cell.ts';
import { err, ok } from '../../src/core/model/result.ts';
import { builtInScenarios } from '../../src/core/projection/built-in.ts';
import type { Projection } from '../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { blankScenario, parseScenarioId, type Scenario, type ScenarioId } from '../../src/core/scenario/scenario.ts';
import type { VersionStore } from '../../src/core/scenario/store.ts';
import type { Version } from '../../src/core/scenario/versions.ts';
import { Library } from '../../src/state/library.svelte.ts';
import { Versions } from '../../src/state/versions.svelte.ts';
import { Workspace } from '../../src/state/workspace.svelte.ts';
import {
  deleteScenario,
  describeScenario,
  moveScenario,
  renameScenario,
  writeIntoCopy,
} from '../../src/state/scenario-steps.ts';
import { choosePath } from '../../src/state/growth-steps.ts';
import { printRangeCell, readRangeCells } from '../../src/core/entry/range-cells.ts';
import { targetEntries } from '../../src/core/entry/target-entry.ts';
import { baseOfCell, changesOf, describeVersion, reviewOf } from '../../src/state/scenario-facts.ts';
import { dataset, firms, indicator, layer, row, target, y } from '../support/plan.ts';

const other = indicator('other');
const workbook = makeWorkbook(
  dataset(
    [row(firms, 100, { path: 'compound', growth: 0.1 }), row(other, 10, { path: 'hold' })],
    [layer('plan', [target('firms', 2025, { op: 'gte', value: 200 })])],
  ),
);
const names = { base: '基准', onTarget: '达标', cautious: '保守', bold: '进取', foresight: '2021 年视角' };
const growth = cellKey(firms.id, { kind: 'growth' });
const last = valueKey(firms.id, y(2025));

function sid(text: string): ScenarioId {
  const id = parseScenarioId(text);
  if (!id) throw new Error(text);
  return id;
}

function open() {
  let count = 0;
  const newId = () => sid(`new-${(count += 1)}`);
  const clock = { now: () => '2026-11-23T08:00:00.000Z' };
  const own = ['a', 'b'].map((id) =>
    blankScenario({ id: sid(id), name: id, dataset: { id: 'test', version: '1' }, now: clock.now() }),
  );
  const library = new Library(own, undefined, builtInScenarios(workbook, names));
  const workspace = new Workspace({ workbook, library, clock, newId, onchange: () => undefined });
  return { library, workspace };
}

/** A store of versions on a plain list. */
function versionStore(): VersionStore & { readonly kept: Version[] } {
  const kept: Version[] = [];
  return {
    kept,
    keepVersion: (scenario, reason) => {
      kept.unshift({ number: kept.length + 1, savedAt: '2026-11-23T08:00:00.000Z', reason, scenario });
      return Promise.resolve(ok(undefined));
    },
    listVersions: (id) => Promise.resolve(ok(kept.filter(({ scenario }) => scenario.id === id))),
  };
}

const builtIn = (workspace: Workspace, kind: Scenario['builtIn']): Scenario => {
  const found = workspace.builtIns.find((scenario) => scenario.builtIn === kind);
  if (!found) throw new Error(kind);
  return found;
};
const number = (workspace: Workspace, key: CellKey) => {
  const value = workspace.value(key);
  return value.kind === 'number' ? value.value : undefined;
};
const namesOf = ({ scenarios }: Workspace) => scenarios.map(({ name }) => name);

describe('[B10] built-in scenarios are read only', () => {
  it('show their numbers and take no entry', () => {
    const { workspace } = open();
    workspace.open(builtIn(workspace, 'onTarget').id);
    expect(number(workspace, last)).toBeCloseTo(200, 9);
    expect(workspace.readOnly).toBe('builtIn');
    workspace.enter([growth], '50%');
    expect(number(workspace, last)).toBeCloseTo(200, 9);
    expect(workspace.canUndo).toBe(false);
    expect(workspace.refused).toHaveLength(1);
  });

  it('what was refused is written into a copy in one step of undo', () => {
    const { workspace } = open();
    workspace.open(builtIn(workspace, 'bold').id);
    workspace.enter([growth], '50%');
    workspace.enter([valueKey(other.id, y(2021))], '20');
    writeIntoCopy(workspace, '我的');
    expect(workspace.scenario).toMatchObject({ name: '我的', startedFrom: '进取' });
    expect(workspace.readOnly).toBeUndefined();
    expect(workspace.refused).toEqual([]);
    expect(number(workspace, last)).toBeCloseTo(100 * 1.5 ** 5, 9);
    expect(number(workspace, valueKey(other.id, y(2021)))).toBe(20);
    workspace.undo();
    expect(namesOf(workspace)).toEqual(['a', 'b']);
    expect(workspace.canUndo).toBe(false);
  });

  it('cannot be renamed, described, moved or deleted, and are not among those that are saved', () => {
    const { workspace, library } = open();
    const { id } = builtIn(workspace, 'base');
    renameScenario(workspace, id, 'x');
    describeScenario(workspace, id, { note: 'x' });
    moveScenario(workspace, id, 1);
    deleteScenario(workspace, id);
    expect(workspace.canUndo).toBe(false);
    workspace.open(id);
    expect(library.scenarios.every((scenario) => scenario.builtIn === undefined)).toBe(true);
    expect(library.resumed.name).toBe('a');
  });

  it('an entry into another scenario is not held up by a refused one', () => {
    const { workspace } = open();
    workspace.open(builtIn(workspace, 'base').id);
    workspace.enter([growth], '50%');
    workspace.open(sid('b'));
    expect(workspace.refused).toEqual([]);
    workspace.enter([growth], '20%');
    expect(number(workspace, last)).toBeCloseTo(100 * 1.2 ** 5, 9);
  });
});

describe('[B5] describing and ordering', () => {
  it('are undone one by one and leave open what is open', () => {
    const { workspace } = open();
    describeScenario(workspace, sid('b'), { note: '附言', author: '规划处' });
    moveScenario(workspace, sid('b'), 0);
    expect(namesOf(workspace)).toEqual(['b', 'a']);
    expect(workspace.scenario.name).toBe('a');
    workspace.undo();
    expect(namesOf(workspace)).toEqual(['a', 'b']);
    expect(workspace.find(sid('b'))?.note).toBe('附言');
    workspace.undo();
    expect(workspace.find(sid('b'))?.note).toBe('');
  });
});

describe('[B11] before and after', () => {
  it('flips between the base and the scenario, read only while the base is shown', () => {
    const { workspace } = open();
    workspace.enter([growth], '50%');
    workspace.lookThrough({ kind: 'before' });
    expect(number(workspace, last)).toBeCloseTo(100 * 1.1 ** 5, 9);
    expect(workspace.isChanged(growth)).toBe(false);
    expect([...workspace.changedRows]).toEqual([firms.id]);
    workspace.enter([growth], '5%');
    expect(workspace.readOnly).toBe('before');
    workspace.lookThrough(undefined);
    expect(number(workspace, last)).toBeCloseTo(100 * 1.5 ** 5, 9);
    expect(workspace.refused).toEqual([]);
  });

  it('the summary of the open scenario stays that of the scenario', () => {
    const { workspace } = open();
    workspace.enter([growth], '50%');
    workspace.lookThrough({ kind: 'before' });
    expect(workspace.summary(sid('a'))).toEqual({ met: 1, withTarget: 1, changes: 1 });
    expect(reviewOf(workspace, sid('a'))?.rows).toHaveLength(1);
  });

  it('the sheet on view is the same after the summary of another scenario, and after one that could not be worked out', () => {
    const { workspace } = open();
    workspace.enter([growth], '50%');
    workspace.open(sid('b'));
    workspace.enter([growth], '20%');
    const shown = number(workspace, last);
    expect(workspace.summary(sid('a'))).toEqual({ met: 1, withTarget: 1, changes: 1 });
    expect(number(workspace, last)).toBe(shown);
    const fails = (projection: Projection) => {
      projection.show(new Map());
      expect(number(workspace, last)).not.toBe(shown);
      throw new Error('not worked out');
    };
    expect(() => {
      workspace.borrow(fails);
    }).toThrow('not worked out');
    expect([number(workspace, last), workspace.isChanged(growth)]).toEqual([shown, true]);
  });

  it('undo and opening another scenario end it', () => {
    const { workspace } = open();
    workspace.enter([growth], '50%');
    workspace.lookThrough({ kind: 'before' });
    workspace.undo();
    expect(workspace.lens).toBeUndefined();
    workspace.lookThrough({ kind: 'before' });
    workspace.open(sid('b'));
    expect(workspace.lens).toBeUndefined();
  });
});

describe('[B9] the changes of a scenario', () => {
  it('newest first, each with the base it started from, and each is taken back alone', () => {
    const { workspace } = open();
    workspace.enter([growth], '50%');
    workspace.enter([valueKey(other.id, y(2022))], '30');
    const changes = changesOf(workspace, sid('a'));
    expect(changes.map(({ change }) => change.cell)).toEqual(['other@2022', 'firms@growth']);
    expect(changes[1]?.change.input).toEqual({
      mine: { kind: 'number', value: 0.1 },
      theirs: { kind: 'number', value: 0.5 },
    });
    workspace.takeBack(sid('a'), changes[1]?.cells ?? []);
    expect(changesOf(workspace, sid('a')).map(({ change }) => change.cell)).toEqual(['other@2022']);
    workspace.undo();
    expect(changesOf(workspace, sid('a'))).toHaveLength(2);
  });

  it('a chosen path is one change with all that it wrote, and counts as one', () => {
    const { workspace } = open();
    choosePath(workspace, firms.id, { kind: 'hold' });
    expect(workspace.scenario.patch.size).toBeGreaterThan(5);
    expect(workspace.summary(sid('a'))?.changes).toBe(1);
    const [change, ...more] = changesOf(workspace, sid('a'));
    expect(more).toEqual([]);
    workspace.takeBack(sid('a'), change?.cells ?? []);
    expect(workspace.scenario.patch.size).toBe(0);
  });

  it('a number and its range are one change, and so are a path, its growth and the range of that', () => {
    const { workspace } = open();
    workspace.learnEntries({ read: readRangeCells, print: printRangeCell }, targetEntries);
    const taken = () => changesOf(workspace, sid('a')).map(({ cells }) => cells);
    workspace.enter([growth], '6%~10%');
    workspace.enter([valueKey(other.id, y(2022))], '30±2');
    expect(taken()).toEqual([
      ['other@2022', 'other@value-range-2022'],
      ['firms@growth', 'firms@range'],
    ]);
    expect(workspace.summary(sid('a'))?.changes).toBe(2);
    workspace.takeBack(sid('a'), taken()[0] ?? []);
    expect([...workspace.scenario.patch.keys()]).toEqual(['firms@growth', 'firms@range']);
    workspace.takeBack(sid('a'), taken()[0] ?? []);
    expect(workspace.scenario.patch.size).toBe(0);

    // Around the base's own number the range alone is the change.
    workspace.enter([growth], '8%~12%');
    expect([taken(), workspace.summary(sid('a'))?.changes]).toEqual([[['firms@range']], 1]);

    choosePath(workspace, firms.id, { kind: 'step' });
    workspace.enter([growth], '20~40');
    expect(taken()).toEqual([expect.arrayContaining(['firms@path', 'firms@growth', 'firms@range'])]);
    expect(workspace.summary(sid('a'))?.changes).toBe(1);
  });

  it.each(['-2%/1%/3%', '-2/1/3', '＋1／2／3', '-3÷2÷4'])(
    '[A15] before ranges can be read, %s is not taken for a formula',
    (text) => {
      const { workspace } = open();
      expect(workspace.enter([growth], text).ok).toBe(false);
      expect(workspace.scenario.patch.size).toBe(0);
      workspace.learnEntries({ read: readRangeCells, print: printRangeCell }, targetEntries);
      expect(workspace.enter([growth], text).ok).toBe(true);
      expect(workspace.scenario.patch.has(cellKey(firms.id, { kind: 'range' }))).toBe(true);
    },
  );

  it.each(['=6/3/2', '-6/3', '-6'])('[A15] %s is no range and need not wait', (text) => {
    const { workspace } = open();
    expect(workspace.enter([growth], text).ok).toBe(true);
  });

  it('a reset says to what', () => {
    const { workspace } = open();
    workspace.enter([growth], '50%');
    expect(baseOfCell(workspace, growth)).toMatchObject({
      input: { kind: 'number', value: 0.1 },
      path: { kind: 'compound' },
    });
    workspace.resetAll();
    expect(workspace.scenario.patch.size).toBe(0);
  });
});

describe('[B4] a scenario that knows no later targets', () => {
  it('has only the layers known then, and so has its copy', () => {
    const { workspace } = open();
    expect(workspace.layers.map(({ id }) => id)).toEqual(['plan']);
    const until = {
      ...workbook.dataset,
      layers: workbook.dataset.layers.map((one) => ({ ...one, issued: '2022-01' })),
    };
    const later = makeWorkbook(until);
    const library = new Library([...workspace.scenarios], undefined, builtInScenarios(later, names));
    const options = {
      workbook: later,
      library,
      clock: { now: () => '' },
      newId: () => sid('n'),
      onchange: () => undefined,
    };
    const seen = new Workspace(options);
    seen.open(builtIn(seen, 'foresight').id);
    expect(seen.layers).toEqual([]);
    expect(seen.rollUp().withTarget).toBe(0);
    writeIntoCopy(seen, 'c');
    expect(seen.rollUp().withTarget).toBe(0);
    seen.open(sid('a'));
    expect(seen.rollUp().withTarget).toBe(1);
  });
});

describe('[B7] versions', () => {
  it('an explicit save keeps what is saved, and before it what the visit began with', async () => {
    const { workspace } = open();
    workspace.enter([growth], '50%');
    const store = versionStore();
    const versions = new Versions(store, workspace);
    workspace.enter([growth], '60%');
    await versions.keep();
    expect(store.kept.map(({ reason }) => reason)).toEqual(['save', 'opened']);
    expect(store.kept.map(({ scenario }) => scenario.patch.get(growth))).toEqual([
      { kind: 'number', value: 0.6 },
      { kind: 'number', value: 0.5 },
    ]);
    await versions.keep();
    expect(store.kept.filter(({ reason }) => reason === 'opened')).toHaveLength(1);
  });

  it('an earlier one is looked at read only, and restored in one step', async () => {
    const { workspace } = open();
    const store = versionStore();
    const versions = new Versions(store, workspace);
    workspace.enter([growth], '50%');
    await versions.keep();
    workspace.enter([growth], '60%');
    const [version] = store.kept;
    if (!version) throw new Error('No version');
    workspace.lookThrough({ kind: 'version', version });
    expect(number(workspace, last)).toBeCloseTo(100 * 1.5 ** 5, 9);
    expect(workspace.readOnly).toBe('version');
    await versions.restore(version);
    expect(workspace.lens).toBeUndefined();
    expect(number(workspace, last)).toBeCloseTo(100 * 1.5 ** 5, 9);
    expect(store.kept[0]).toMatchObject({ reason: 'restore' });
    expect(describeVersion(workspace, version)).toMatchObject({ met: 1, withTarget: 1, asNow: true });
    workspace.undo();
    expect(number(workspace, last)).toBeCloseTo(100 * 1.6 ** 5, 9);
  });

  it('a built-in scenario has none, and a store that fails is told', async () => {
    const { workspace } = open();
    const store = versionStore();
    const versions = new Versions(
      { ...store, listVersions: () => Promise.resolve(err({ code: 'denied' })) },
      workspace,
    );
    await versions.read(sid('a'));
    expect(versions.of(sid('a'))).toEqual({ kind: 'failed', failure: { code: 'denied' } });
    workspace.open(builtIn(workspace, 'base').id);
    await versions.keep();
    expect(store.kept).toEqual([]);
  });
});
