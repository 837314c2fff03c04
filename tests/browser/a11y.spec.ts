import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, openApp, test } from './support/fixtures.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds wrong, with the elements it is about. Best practices count like the rules of WCAG. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

for (const language of ['zh', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing wrong: ${language}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await openApp(page);
      await page.getByLabel('名称框').fill('hightech_firms@growth');
      await page.getByLabel('名称框').press('Enter');
      await page.keyboard.type('10');
      await page.keyboard.press('Enter');
      if (language === 'en') {
        await page.getByRole('button', { name: 'EN', exact: true }).click();
        await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
      }
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(page.locator('canvas')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
}

for (const [button, dialog] of [
  ['帮助', '公式帮助'],
  ['另存为', '另存为新方案'],
] as const) {
  test(`axe finds nothing wrong in the dialog ${dialog}`, async ({ page }) => {
    await openApp(page);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
