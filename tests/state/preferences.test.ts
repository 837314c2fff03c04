import { describe, expect, it, vi } from 'vitest';
import { parseIndicatorId } from '../../src/core/model/cell.ts';
import { decodePreferences, Preferences } from '../../src/state/preferences.svelte.ts';

const id = (text: string) => parseIndicatorId(text) ?? expect.fail();

describe('[V16] decimals chosen for rows', () => {
  it('are kept for the next visit, and let go again', () => {
    const kept = vi.fn();
    const preferences = new Preferences(decodePreferences(undefined), kept);
    preferences.chooseDecimals([id('gdp'), id('rd_spend')], 0);
    preferences.chooseDecimals([id('gdp')], 3);
    expect(preferences.decimals(id('gdp'))).toBe(3);
    expect(decodePreferences(kept.mock.lastCall?.[0]).decimals).toEqual({ gdp: 3, rd_spend: 0 });
    preferences.chooseDecimals([id('gdp')], undefined);
    expect(preferences.decimals(id('gdp'))).toBeUndefined();
    expect(preferences.decimals(id('rd_spend'))).toBe(0);
  });
  it.each([null, 7, { gdp: 1.5 }, { gdp: -1 }, { gdp: 7 }, { gdp: '2' }, ['x']])(
    'what is none is left out: %j',
    (raw) => {
      expect(decodePreferences({ decimals: raw }).decimals).toEqual({});
    },
  );
});
