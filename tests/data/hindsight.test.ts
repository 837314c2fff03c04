import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { decodeDataset } from '../../src/io/dataset/decode-dataset.ts';
import { loadShipped, shippedFiles } from '../support/shipped-tables.ts';

describe('[A17] hindsight never enters a default', () => {
  it('the base of every cell is the same without what came after 2020 and without other regions', () => {
    const lines = shippedFiles.observations.split('\n');
    const before = lines.filter((line) => !/^(?:actual|peer)\t/.test(line));
    expect(lines.length - before.length).toBeGreaterThan(100);
    const decoded = decodeDataset({ ...shippedFiles, observations: before.join('\n') });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const base = [...makeWorkbook(decoded.value).base];
    expect(base.length).toBeGreaterThan(500);
    expect(base).toEqual([...makeWorkbook(loadShipped()).base]);
  });
});
