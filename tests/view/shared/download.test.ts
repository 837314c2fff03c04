import { describe, expect, it } from 'vitest';
import { fileName } from '../../../src/view/shared/download.ts';

describe('[C20] a file name suits every system', () => {
  it.each([
    ['方案对比 2021-07-01', '方案对比 2021-07-01.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.csv'],
    ['..hidden', 'hidden.csv'],
    ['ends with dots. . ', 'ends with dots.csv'],
    ['tab\tand\u0000nul\u202Eback', 'tab and nul back.csv'],
    ['', 'yuce.csv'],
    ['CON', 'yuce CON.csv'],
    ['lpt1', 'yuce lpt1.csv'],
    ['长'.repeat(200), `${'长'.repeat(76)}.csv`],
    ['😀'.repeat(200), `${'😀'.repeat(76)}.csv`],
  ])('%j', (text, name) => {
    expect(fileName(text, 'csv')).toBe(name);
  });
});
