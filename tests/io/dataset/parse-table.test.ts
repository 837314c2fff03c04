import { describe, expect, it } from 'vitest';
import type { DatasetError } from '../../../src/io/dataset/dataset-error.ts';
import { parseTable } from '../../../src/io/dataset/parse-table.ts';
import { contentHash } from '../../../src/io/dataset/content-hash.ts';

function cells(text: string) {
  const errors: DatasetError[] = [];
  const rows = parseTable('regions', text, ['region', 'en'], errors);
  return { errors, rows: rows.map((row) => [row.line, row.cells.get('region'), row.cells.get('en')]) };
}

describe('[D13] tables are read as Excel and WPS save them', () => {
  it.each([
    ['plain', 'region\ten\n甲\tA\n', [[2, '甲', 'A']]],
    ['with CRLF and a byte order mark', '\uFEFFregion\ten\r\n甲\tA\r\n', [[2, '甲', 'A']]],
    ['with old Mac line ends', 'region\ten\r甲\tA', [[2, '甲', 'A']]],
    ['with cells in quotes', 'region\ten\n甲\t"A, ""the"" first"\n', [[2, '甲', 'A, "the" first']]],
    ['with blanks around', 'region\ten\n 甲 \tA \n', [[2, '甲', 'A']]],
    ['with columns in another order', 'en\tregion\nA\t甲\n', [[2, '甲', 'A']]],
    ['with empty rows, counted', 'region\ten\n\n\t\n甲\tA\n', [[4, '甲', 'A']]],
    ['with an empty cell', 'region\ten\n甲\t\n', [[2, '甲', '']]],
    ['with no rows', 'region\ten', []],
  ])('%s', (_, text, rows) => {
    expect(cells(text)).toEqual({ errors: [], rows });
  });

  it('leaves out a broken row and keeps the others', () => {
    const { errors, rows } = cells('region\ten\n甲\tA\tx\n乙\tB\n');
    expect(errors).toMatchObject([{ code: 'cellCount', line: 2 }]);
    expect(rows).toEqual([[3, '乙', 'B']]);
  });
});

describe('[D11] the hash is FNV-1a', () => {
  it.each([
    ['', '811c9dc5'],
    // Two bytes a letter, so "a" is the bytes 61 00: computed by another program.
    ['a', '2b24d044'],
  ])('%j → %s', (text, hash) => {
    expect(contentHash(text)).toBe(hash);
  });

  it('differs for texts that differ in one high byte', () => {
    expect(contentHash('市')).not.toBe(contentHash('\u0002'));
  });
});
