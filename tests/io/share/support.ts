/** The shipped workbook, and scenarios as the planner's own actions make them. */
import { choosePath } from '../../../src/core/growth/choose-path.ts';
import { pathReadingGrowth } from '../../../src/core/growth/path.ts';
import { cellKey, parseCellKey, type CellKey } from '../../../src/core/model/cell.ts';
import type { Dataset, WorkbookRow } from '../../../src/core/model/dataset.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import type { Result } from '../../../src/core/model/result.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { changesTo } from '../../../src/core/scenario/changes.ts';
import { encodeScenario, type InputDocument } from '../../../src/core/scenario/document.ts';
import { applyChanges } from '../../../src/core/scenario/edit.ts';
import { parseScenarioId, type Patch, type Scenario, type ScenarioId } from '../../../src/core/scenario/scenario.ts';
import { loadShipped } from '../../support/shipped-tables.ts';
import { decodeShare } from '../../../src/io/share/decode-link.ts';
import { encodeShare } from '../../../src/io/share/encode-link.ts';
import type { SharedScenarios, ShareError } from '../../../src/core/scenario/share.ts';

export const workbook = makeWorkbook(loadShipped());

/** The shipped dataset in another version, with other base-year figures. */
export function otherVersion(figures: Readonly<Record<string, number>>, change: Partial<Dataset> = {}) {
  const { dataset } = workbook;
  const rows = dataset.rows.map((row) => {
    const value = figures[row.indicator.id];
    return value === undefined ? row : { ...row, base: { ...row.base, value } };
  });
  return makeWorkbook({ ...dataset, version: 'ffffffff', rows, ...change });
}

export function scenarioId(text: string): ScenarioId {
  const id = parseScenarioId(text);
  if (id === undefined) throw new Error(`Not a scenario id: ${text}`);
  return id;
}

export function key(text: string): CellKey {
  const ref = parseCellKey(text);
  if (!ref) throw new Error(`Not a cell: ${text}`);
  return cellKey(ref.indicator, ref.column);
}

export function input(stored: InputDocument): CellInput | null {
  if (stored === null) return null;
  if (typeof stored === 'number') return { kind: 'number', value: stored };
  return stored.startsWith('=')
    ? { kind: 'formula', source: stored.slice(1) }
    : { kind: 'text', text: stored.slice(1) };
}

/** A patch from cells as they are stored: a number, `=formula`, `'text`, `null`. */
export function patch(cells: Readonly<Record<string, InputDocument>>): Patch {
  return new Map(Object.entries(cells).map(([cell, stored]) => [key(cell), input(stored)]));
}

export function scenario(name: string, changes: Patch = new Map(), head: Partial<Scenario> = {}): Scenario {
  const { id, version } = workbook.dataset;
  return {
    id: scenarioId('own'),
    name,
    note: '',
    author: '',
    dataset: { id, version },
    created: '2021-07-01T08:00:00.000Z',
    modified: '2021-07-02T08:00:00.000Z',
    patch: changes,
    ...head,
  };
}

/** The patch after a person typed growths into rows, one after the other, as the growth cell and its slider do. */
export function withGrowth(rows: readonly WorkbookRow[], growth: (index: number, row: WorkbookRow) => number): Patch {
  const projection = new Projection(workbook, new Map());
  let changed: Patch = new Map();
  for (const [index, row] of rows.entries()) {
    const { indicator } = row;
    const path = pathReadingGrowth(projection.path(indicator.id), indicator);
    const written = choosePath(path, projection.pathRow(row));
    if (!written.ok) throw new Error(`${indicator.id}: ${written.error.code}`);
    const inputs = new Map<CellKey, CellInput | null>(written.value);
    inputs.set(cellKey(indicator.id, { kind: 'growth' }), { kind: 'number', value: growth(index, row) });
    changed = applyChanges(changed, changesTo(workbook.base, changed, inputs));
  }
  return changed;
}

/** A rate as people type them: 8 %, 12.5 %, 0.75 %, in no order. */
export function typedRate(index: number): number {
  return [0.08, 0.125, 0.0075, 0.1, 0.065, 0.152, 0.03, 0.2268, -0.015, 0.05][(index * 7) % 10] ?? 0;
}

export async function encode(...scenarios: readonly Scenario[]): Promise<string> {
  return valueOf(await encodeShare(scenarios, workbook));
}

export function decode(text: string): Promise<Result<SharedScenarios, ShareError>> {
  return decodeShare(text, workbook);
}

export function valueOf<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** What slows a text down slows it down every time; what another program does to the machine does not. */
export async function timed(text: string) {
  for (let least = Infinity, attempt = 0; ; attempt += 1) {
    const started = performance.now();
    const decoded = await decode(text);
    least = Math.min(least, performance.now() - started);
    if (least < 50 || attempt === 4) return { decoded, time: least };
  }
}

/** What of a scenario travels, as text in which every double keeps its last bit. */
export function traveller({ name, note, author, modified, patch: changes }: Scenario): string {
  const { cells } = encodeScenario(scenario('', changes));
  return JSON.stringify([name, note, author, modified.replace(/\.\d+/, ''), cells]);
}

export function travellers(result: Result<SharedScenarios, ShareError>): readonly string[] {
  return valueOf(result).scenarios.map(traveller);
}

/** Tells a person who runs the tests what was measured. */
export function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
