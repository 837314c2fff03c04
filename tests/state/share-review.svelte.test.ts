import { beforeEach, describe, expect, it } from 'vitest';
import { cellKey, valueKey, type CellKey } from '../../src/core/model/cell.ts';
import { ok } from '../../src/core/model/result.ts';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import {
  blankScenario,
  parseScenarioId,
  type Patch,
  type Scenario,
  type ScenarioId,
} from '../../src/core/scenario/scenario.ts';
import type { ShareCodec, SharedScenarios } from '../../src/core/scenario/share.ts';
import { createShareCodec } from '../../src/io/share/share-codec.ts';
import { Comparison, decodeComparison } from '../../src/state/comparison.svelte.ts';
import { Library } from '../../src/state/library.svelte.ts';
import { ShareDraft } from '../../src/state/share-draft.svelte.ts';
import { ShareReview } from '../../src/state/share-review.svelte.ts';
import { Views } from '../../src/state/views.svelte.ts';
import { Workspace } from '../../src/state/workspace.svelte.ts';
import { dataset, firms, indicator, layer, row, target, y } from '../support/plan.ts';

const other = indicator('other');
const workbook = makeWorkbook(
  dataset(
    [row(firms, 100, { path: 'compound', growth: 0.1 }), row(other, 10, { path: 'compound', growth: 0.05 })],
    [layer('plan', [target('firms', 2025, { op: 'gte', value: 200 })])],
  ),
);
const now = '2026-11-23T08:00:00.000Z';
const codec = createShareCodec(workbook, 'https://example.org/', () => now);
const firmsGrowth = cellKey(firms.id, { kind: 'growth' });
const otherGrowth = cellKey(other.id, { kind: 'growth' });

function sid(text: string): ScenarioId {
  const id = parseScenarioId(text);
  if (!id) throw new Error(text);
  return id;
}

const growths = (...entries: readonly (readonly [CellKey, number])[]): Patch =>
  new Map(entries.map(([cell, value]) => [cell, { kind: 'number', value }]));

const made = (name: string, patch: Patch = new Map(), id = name): Scenario => ({
  ...blankScenario({ id: sid(id), name, dataset: { id: 'test', version: '1' }, now }),
  patch,
});

function planner(...own: readonly Scenario[]) {
  let count = 0;
  const library = new Library(own);
  const workspace = new Workspace({
    workbook,
    library,
    clock: { now: () => now },
    newId: () => sid(`new-${(count += 1)}`),
    onchange: () => undefined,
  });
  const comparison = new Comparison({
    workbook,
    scenarios: () => library.scenarios,
    builtIns: () => library.builtIns,
    current: () => library.current,
    initial: decodeComparison(undefined),
    onchange: () => undefined,
  });
  return { library, workspace, comparison, views: new Views() };
}

const shared = (scenarios: readonly Scenario[], rest: Partial<SharedScenarios> = {}): SharedScenarios => ({
  scenarios,
  leftOut: [],
  ...rest,
});

let open: ReturnType<typeof planner>;
beforeEach(() => {
  open = planner(made('a', growths([otherGrowth, 0.07])), made('b'));
});
const theirs = made('a', growths([firmsGrowth, 0.2], [otherGrowth, 0.09]), 'link-1');
const reviewOf = (what: SharedScenarios) => new ShareReview({ ...open, codec, shared: what });
const namesOf = ({ scenarios }: Workspace) => scenarios.map(({ name }) => name);

describe('[L12] a review of what was shared', () => {
  it('lists what differs with the status of both sides, and changes nothing', () => {
    const before = open.workspace.scenarios;
    const review = reviewOf(shared([theirs]));
    expect(
      review.changes.map(({ listed, last }) => [listed.change.cell, last?.mine.status, last?.theirs.status]),
    ).toEqual([
      [firmsGrowth, 'missed', 'met'],
      [otherGrowth, undefined, undefined],
    ]);
    expect(review.review.newlyMet.length).toBe(1);
    expect(open.workspace.scenarios).toBe(before);
    expect(open.workspace.canUndo).toBe(false);
  });

  it('notices that the same is here already', () => {
    expect(reviewOf(shared([theirs])).same).toBeUndefined();
    expect(reviewOf(shared([made('x', growths([otherGrowth, 0.07]))])).same?.name).toBe('a');
  });

  it('[L11] takes the figures that are chosen, and only those', () => {
    const figure = { indicator: firms.id, theirs: 90, mine: 100 };
    const figures = [figure, { indicator: other.id, theirs: 11, mine: 10 }];
    const review = reviewOf(shared([theirs], { otherVersion: { version: '0', figures } }));
    expect(review.changes.length).toBe(2);
    review.takeFigure(figure, true);
    expect(review.theirs.patch.get(valueKey(firms.id, y(2020)))).toEqual({ kind: 'number', value: 90 });
    expect(review.changes.length).toBe(3);
    review.takeFigure(figure, false);
    expect(review.theirs.patch.size).toBe(2);
  });
});

describe('[L12] the ways on', () => {
  it('只看: a guest, read only, not among the own ones; closing it leads back', () => {
    reviewOf(shared([theirs])).look();
    const { workspace, library } = open;
    expect(workspace.scenario).toMatchObject({ name: 'a (2)', id: 'link-1' });
    expect(workspace.readOnly).toBe('guest');
    workspace.enter([firmsGrowth], '1');
    expect(workspace.input(firmsGrowth)).toEqual({ kind: 'number', value: 0.2 });
    expect(namesOf(workspace)).toEqual(['a', 'b']);
    expect(library.resumed.name).toBe('a');
    reviewOf(shared([theirs])).look();
    expect(workspace.guests.length).toBe(1);
    workspace.dismiss(sid('link-1'));
    expect(workspace.scenario.name).toBe('a');
    expect(workspace.guests).toEqual([]);
  });

  it('另存为副本: own scenarios under free names and new ids, one step of undo', () => {
    const review = reviewOf(shared([theirs, made('b', new Map(), 'link-2')]));
    expect(review.saveCopy()).toBe(true);
    expect(namesOf(open.workspace)).toEqual(['a', 'b', 'a (2)', 'b (2)']);
    expect(open.workspace.scenarios[2]).toMatchObject({ id: 'new-1', startedFrom: 'a', patch: theirs.patch });
    open.workspace.undo();
    expect(namesOf(open.workspace)).toEqual(['a', 'b']);
  });

  it('only the one on view, where that is chosen', () => {
    const review = reviewOf(shared([theirs, made('c', new Map(), 'link-2')]));
    review.together = false;
    review.show(1);
    review.saveCopy();
    expect(namesOf(open.workspace)).toEqual(['a', 'b', 'c']);
  });

  it('与我的对比: the open one is the reference, nothing is added', () => {
    reviewOf(shared([theirs])).compare();
    expect(open.comparison.reference.name).toBe('a');
    expect(open.comparison.compared.map(({ name }) => name)).toEqual(['a (2)']);
    expect(open.views.current).toBe('comparison');
    expect(namesOf(open.workspace)).toEqual(['a', 'b']);
  });

  it('[L13] 合并所选: the chosen cells alone, one step of undo', () => {
    const review = reviewOf(shared([theirs]));
    const [first] = review.changes;
    review.chooseAll(false);
    expect(review.canMerge).toBe(false);
    if (first) review.choose(first.listed, true);
    expect(review.merge()).toBe(true);
    expect(open.workspace.scenario.patch).toEqual(growths([otherGrowth, 0.07], [firmsGrowth, 0.2]));
    open.workspace.undo();
    expect(open.workspace.scenario.patch).toEqual(growths([otherGrowth, 0.07]));
  });

  it('nothing is merged into what is read only', () => {
    open.workspace.look([made('guest', new Map(), 'link-9')]);
    const review = reviewOf(shared([theirs]));
    expect(review.canMerge).toBe(false);
    expect(review.merge()).toBe(false);
    expect(open.workspace.canUndo).toBe(false);
  });
});

/** Writes down what it was given instead of packing it, which a test page cannot. */
const encoder: ShareCodec = {
  ...codec,
  encode: (scenarios) => {
    const code = scenarios.map(({ name, author, note }) => `${name} by ${author}: ${note}`).join(', ');
    return Promise.resolve(ok({ code, address: `#s=${code}`, fit: 'anywhere', fitsQrCode: true }));
  },
};

describe('[L1] a link in the making', () => {
  it('carries what is written with it and keeps it nowhere', async () => {
    const { workspace } = open;
    const draft = new ShareDraft(workspace, encoder);
    await draft.make();
    await draft.sign(' 规划处 ');
    await draft.annotate('附言');
    expect(draft.link?.code).toBe('a by 规划处: 附言');
    expect(workspace.scenario).toMatchObject({ author: '', note: '' });
  });

  it('of several leaves each its own note, in their order here', async () => {
    open = planner(made('a'), { ...made('b'), note: 'own' });
    const draft = new ShareDraft(open.workspace, encoder);
    const [, second] = draft.candidates;
    if (second) await draft.choose(second, true);
    await draft.annotate('for those without');
    expect(draft.link?.code).toBe('a by : for those without, b by : own');
  });

  it('is none while nothing is chosen', async () => {
    const draft = new ShareDraft(open.workspace, encoder);
    await draft.make();
    expect(draft.link).toBeDefined();
    await draft.choose(open.workspace.scenario, false);
    expect(draft.link).toBeUndefined();
  });
});
