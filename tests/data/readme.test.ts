import { describe, expect, it } from 'vitest';
import readme from '../../data/README.md?raw';
import { parseTable } from '../../src/io/dataset/parse-table.ts';
import { tableNames } from '../../src/io/dataset/dataset-error.ts';
import { shippedFiles } from '../support/shipped-tables.ts';

function header(text: string): readonly string[] {
  return text.slice(0, text.indexOf('\n')).split('\t');
}

describe('[D2] data/README.md tells of every table and column', () => {
  it.each(tableNames)('%s', (table) => {
    const rows = parseTable(table, shippedFiles[table], header(shippedFiles[table]), []).length;
    const counted = readme.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${table}.tsv\``));
    expect(counted).toMatch(new RegExp(`[| ]${rows}(,| *\\|$)`));
  });

  it.each(tableNames)('columns of %s', (table) => {
    const told = /^(zh|en|.+_zh|.+_en|year|dataset|last_year|base_year|target_years|number|region|unit|since)$/;
    const columns = header(shippedFiles[table]).filter((column) => !told.test(column));
    const missing = columns.filter(
      (column) => !readme.includes(`\`${column}\``) && `${column}s.tsv` !== `${table}.tsv`,
    );
    expect(missing).toEqual([]);
  });
});

describe('[D3] no document, unit or region is kept that nothing names', () => {
  const all = (['baseline-2020', 'targets', 'observations', 'ratios', 'indicators', 'layers', 'dataset'] as const)
    .map((table) => shippedFiles[table])
    .join('\n')
    .split(/[\t\n]/);
  const used = new Set(all);

  it.each(['documents', 'units', 'regions'] as const)('%s', (table) => {
    const [, ...lines] = shippedFiles[table].trim().split('\n');
    expect(lines.map((line) => line.split('\t')[0] ?? '').filter((id) => !used.has(id))).toEqual([]);
  });
});
