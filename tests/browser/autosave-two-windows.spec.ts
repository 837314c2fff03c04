/** Two windows that save as fast as they can. It takes long, and so has a file of its own that is begun early. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { enter, expectSaved, readStored } from './support/stored.ts';

test('[P9] 2 × 150 saves from two windows: none is lost', async ({ page, context }) => {
  test.setTimeout(240_000);
  const rows = readFileSync('data/workbook.tsv', 'utf8').trim().split('\n').slice(1, 61);
  const cells = rows.flatMap((row) => [2021, 2022, 2023, 2024, 2025].map((year) => `${row.split('\t')[0]}@${year}`));
  expect(cells).toHaveLength(300);
  await openApp(page);
  const other = await context.newPage();
  await openApp(other);
  // The two take turns in rows, so that they also meet in neighbouring cells.
  const work = async (tab: Page, mine: readonly string[]): Promise<void> => {
    for (const [index, cell] of mine.entries()) {
      await enter(tab, cell, String(index + 1));
      await tab.keyboard.press('Control+s');
      await expectSaved(tab);
    }
  };
  const share = (side: number) => cells.filter((_, index) => index % 2 === side);
  await Promise.all([work(page, share(0)), work(other, share(1))]);

  const stored = await readStored(page);
  expect(Object.keys(stored)).toEqual(['first']);
  const found = new Map(stored['first']?.cells);
  const lost = [0, 1].flatMap((side) =>
    share(side).flatMap((cell, index) => {
      const value = found.get(cell);
      // A row of per cent keeps fractions.
      const isKept = [index + 1, (index + 1) / 100].some((entered) => Math.abs(Number(value) - entered) < 1e-9);
      return isKept ? [] : [`${cell}: ${String(index + 1)} entered, ${String(value)} kept`];
    }),
  );
  console.log(
    `saves of the scenario: ${String(stored['first']?.rev)}, entries lost: ${lost.length} of ${cells.length}`,
  );
  expect(lost).toEqual([]);
  expect(stored['first']?.rev).toBeGreaterThanOrEqual(300);
  for (const tab of [page, other]) await expect(tab.getByText('在另一窗口也改了')).toHaveCount(0);
});
