/**
 * Every format of links that ever was, as literal links that must open for ever. Beside each stands what it says. A new format adds
 * files named after its number; files are never changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioRow } from '../../../src/core/model/cell.ts';
import type { WorkbookRow } from '../../../src/core/model/dataset.ts';
import type { ScenarioDocument } from '../../../src/core/scenario/document.ts';
import { decodeShare } from '../../../src/io/share/decode-link.ts';
import { formats } from '../../../src/io/share/formats.ts';
import { traveller, valueOf, workbook } from './support.ts';

type Expected = Pick<ScenarioDocument, 'name' | 'note' | 'author' | 'modified' | 'cells'>;

const folder = new URL('links/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/** A dataset that has every row that the links name, so that they open whatever becomes of the shipped one. */
function contextOf(expected: readonly Expected[]) {
  const { dataset } = workbook;
  const ids = new Set(expected.flatMap(({ cells }) => cells.map(([cell]) => cell.slice(0, cell.indexOf('@')))));
  const rows = [...ids]
    .filter((id) => id !== scenarioRow)
    .map((id) => {
      const row = dataset.rows.find(({ indicator }) => indicator.id === id) ?? dataset.rows[0];
      return { ...row, indicator: { ...row?.indicator, id } } as WorkbookRow;
    });
  return { dataset: { ...dataset, id: 'chongqing-2020', rows }, base: workbook.base };
}

describe('[L8] links of every age open', () => {
  it.each(names)('%s', async (name) => {
    const expected = JSON.parse(read(`${name}.json`)) as readonly Expected[];
    const shared = valueOf(await decodeShare(read(`${name}.txt`), contextOf(expected)));
    expect(shared.leftOut).toEqual([]);
    expect(shared.scenarios.map(traveller)).toEqual(
      expected.map(({ name: title, note, author, modified, cells }) =>
        JSON.stringify([title, note, author, modified, cells]),
      ),
    );
  });

  it('each format has some', () => {
    expect([...new Set(names.map((name) => Number(name.split('-')[0])))].sort()).toEqual([...formats.keys()].sort());
  });
});
