import type { CellKey } from '../../../src/core/model/cell.ts';
import { cellKey, parseCellKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { parseScenarioId, type Scenario, type ScenarioId } from '../../../src/core/scenario/scenario.ts';

export const n = (value: number): CellInput => ({ kind: 'number', value });
export const f = (source: string): CellInput => ({ kind: 'formula', source });
export const t = (text: string): CellInput => ({ kind: 'text', text });

export function key(text: string): CellKey {
  const ref = parseCellKey(text);
  if (!ref) throw new Error(`Not a cell key: ${text}`);
  return cellKey(ref.indicator, ref.column);
}

export function sid(text: string): ScenarioId {
  const id = parseScenarioId(text);
  if (!id) throw new Error(`Not a scenario id: ${text}`);
  return id;
}

export function cells<T>(entries: Readonly<Record<string, T>>): Map<CellKey, T> {
  return new Map(Object.entries(entries).map(([text, value]) => [key(text), value]));
}

export function scenario(id: string, patch: Readonly<Record<string, CellInput | null>> = {}): Scenario {
  return {
    id: sid(id),
    name: `方案 ${id}`,
    note: '',
    author: '',
    dataset: { id: 'chongqing-2020', version: '1' },
    created: '2021-07-01T08:00:00.000Z',
    modified: '2021-07-01T08:00:00.000Z',
    patch: cells(patch),
  };
}
