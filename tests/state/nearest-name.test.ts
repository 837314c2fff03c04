import { describe, expect, it } from 'vitest';
import type { EntryError } from '../../src/core/entry/parse-entry.ts';
import { meantBy } from '../../src/state/nearest-name.ts';
import type { SheetReader } from '../../src/state/sheet-reader.svelte.ts';
import { dataset, indicator, row } from '../support/plan.ts';

const sheet: Pick<SheetReader, 'dataset'> = {
  dataset: dataset([row(indicator('hightech_firms'), 1, { path: 'hold' })]),
};
const formula = (error: Extract<EntryError, { code: 'formula' }>['error']): EntryError => ({ code: 'formula', error });

describe('[F11] who names a row or function that is not there is asked whether another was meant', () => {
  it.each<[EntryError, string | undefined]>([
    [formula({ code: 'unknownName', at: 1, name: 'hightech_firm' }), 'hightech_firms'],
    [formula({ code: 'unknownFunction', at: 1, name: 'SUMM' }), 'SUM'],
    [formula({ code: 'unknownFunction', at: 1, name: '水果' }), undefined],
    [formula({ code: 'forbidden', at: 2, text: 'sumn' }), undefined],
    [{ code: 'unreadable', at: 0 }, undefined],
  ])('%o', (problem, meant) => {
    expect(meantBy(problem, sheet)).toBe(meant);
  });
});
