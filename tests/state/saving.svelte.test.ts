import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/core/scenario/edit.ts';
import { blankScenario, parseScenarioId } from '../../src/core/scenario/scenario.ts';
import { findExcess } from '../../src/core/scenario/edit-limits.ts';
import { Saving, type SavingActions } from '../../src/state/saving.svelte.ts';

const id = parseScenarioId('a');
if (id === undefined) throw new Error('Well-formed');
const plan = blankScenario({ id, name: '方案一', dataset: { id: 'd', version: '1' }, now: '2021-01-01T00:00:00.000Z' });
const rename: Edit = {
  kind: 'scenarios',
  what: 'rename',
  changes: [{ id, from: { scenario: plan, position: 0 }, to: { scenario: { ...plan, name: '新名' }, position: 0 } }],
};

function saving(actions: Partial<SavingActions> = {}): Saving {
  const saving = new Saving({
    saveNow: () => undefined,
    forgetLost: () => undefined,
    readQuarantined: () => Promise.resolve(undefined),
    reload: () => undefined,
    ...actions,
  });
  saving.heedLimits(findExcess);
  return saving;
}

describe('[P6] beside a newer version of the app', () => {
  it('every edit is refused, with the reason', () => {
    const state = saving();
    expect(state.refuses(rename, [plan])).toBe(false);
    state.show({ kind: 'failed', failure: { code: 'outdated' } });
    expect(state.isOutdated).toBe(true);
    expect(state.refuses(rename, [plan])).toBe(true);
    expect(state.refusal).toEqual({ code: 'outdated' });
  });

  it('also where the newer version was there at the start', () => {
    const state = saving();
    state.notify({ kind: 'unavailable', failure: { code: 'denied' } });
    expect(state.isOutdated).toBe(false);
    state.notify({ kind: 'unavailable', failure: { code: 'outdated' } });
    expect(state.isOutdated).toBe(true);
  });
});

describe('[P24] limits', () => {
  it('an edit beyond one is refused, and the next one that fits takes the message away', () => {
    const state = saving();
    const long: Edit = {
      ...rename,
      changes: [{ id, to: { scenario: { ...plan, name: 'x'.repeat(121) }, position: 0 } }],
    };
    expect(state.refuses(long, [])).toBe(true);
    expect(state.refusal).toEqual({ code: 'name', limit: 120, given: 121 });
    expect(state.refuses(rename, [plan])).toBe(false);
    expect(state.refusal).toBeUndefined();
  });
});

describe('[P11] the list of lost scenarios', () => {
  it('is forgotten only when that very notice is read', () => {
    let forgotten = 0;
    const state = saving({ forgetLost: () => (forgotten += 1) });
    state.notify({ kind: 'recovered', edits: 1 });
    state.notify({ kind: 'lost', scenarios: [{ name: 'a', savedAt: '' }] });
    for (const notice of state.notices) {
      state.dismiss(notice);
      expect(forgotten).toBe(notice.kind === 'lost' ? 1 : 0);
    }
  });
});

describe('[P9] what other windows did', () => {
  it('adds up until it is read', () => {
    const state = saving();
    state.tellMerged({ cells: 0, scenarios: 0 });
    expect(state.merged).toBeUndefined();
    state.tellMerged({ cells: 2, scenarios: 0 });
    state.tellMerged({ cells: 1, scenarios: 1 });
    expect(state.merged).toEqual({ cells: 3, scenarios: 1 });
    state.dismissMerged();
    expect(state.merged).toBeUndefined();
  });
});
