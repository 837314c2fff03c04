import { expectAccessible } from './support/accessible.ts';
import { expect, openApp, test } from './support/fixtures.ts';

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
      await expectAccessible(page);
    });
  }
}

test('axe finds nothing wrong in the dialogs that the header opens', async ({ page }) => {
  await openApp(page);
  for (const [button, dialog] of [
    ['帮助', '公式帮助'],
    ['另存为', '另存为新方案'],
    ['导出', '导出'],
    ['导入', '导入或打开分享'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});
