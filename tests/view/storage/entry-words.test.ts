import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { grid } from '../../../src/i18n/zh/grid.ts';
import { panel } from '../../../src/i18n/zh/panel.ts';
import { Library } from '../../../src/state/library.svelte.ts';
import { OpenSheet } from '../../../src/state/open-sheet.svelte.ts';
import { textLanguage } from '../../../src/view/scenario/text-language.ts';
import { wordEntry } from '../../../src/view/storage/entry-words.ts';
import { storageWords } from '../../../src/view/storage/words.ts';
import { key, n, scenario, t } from '../../core/scenario/builders.ts';
import { dataset, firms, row } from '../../support/plan.ts';

const workbook = makeWorkbook(dataset([row(firms, 1000, { path: 'compound', growth: 0.1 })]));
const workspace = new OpenSheet(workbook, new Library([scenario('a')]));

describe('[P9] what a side holds, in words', () => {
  it.each([
    ['firms@growth', n(0.2), '20%'],
    ['firms@growth', undefined, '10%（基准）'],
    ['firms@2023', null, '空白'],
    ['firms@path', t('hold'), '持平'],
    ['firms@peers', t('四川=0.12'), '四川 12%'],
    ['firms@range', t('0.06~0.1'), '6%~10%'],
    ['scenario@set-lights', t('linear 1 0.5'), '逐年等量，绿灯不低于 1 倍，黄灯不低于 0.5 倍'],
    ['scenario@set-known-until', undefined, '不限（基准）'],
  ])('%s: %s', (cell, entry, text) => {
    const words = storageWords('zh').conflict;
    const spoken = textLanguage('zh', workbook.dataset, { grid });
    expect(wordEntry({ cell: key(cell), entry, workspace, words, paths: panel.path.kinds, spoken })).toBe(text);
  });
});
