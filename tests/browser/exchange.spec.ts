/** The commands 对比, 导入 and 导出 of the header, in every view. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { enter } from './support/stored.ts';

const command = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Presses a way to export, and answers with the name and text of the file. */
async function exportAs(page: Page, way: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog', { name: '导出' }).getByRole('button', { name: way }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await textOf(download) };
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

test('[L26] 导出 and 导入 are reached from every view and lead to every way', async ({ page }) => {
  await openApp(page);
  await enter(page, 'hightech_firms@growth', '12.34567');
  await command(page, '导出').click();
  const dialog = page.getByRole('dialog', { name: '导出' });
  await expect(dialog.getByRole('button', { name: '规划表（CSV）' })).toBeFocused();
  const plan = await exportAs(page, '规划表（CSV）');
  expect(plan.name).toMatch(/^方案一 规划表 \d{4}-\d\d-\d\d\.csv$/);
  const line = plan.text.split('\r\n').find((one) => one.includes(',高新技术企业,'));
  expect(line?.split(',')).toEqual(expect.arrayContaining(['4222', '12.34567', String(4222 * (1 + 0.1234567))]));
  await expect(dialog.getByRole('status')).toContainText(plan.name);
  const file = await exportAs(page, '方案文件');
  expect(file.name).toBe('方案一.json');
  await page.keyboard.press('Escape');

  await command(page, '对比').click();
  await expect(page.getByRole('table', { name: '方案对比' })).toBeVisible();
  await command(page, '导出').click();
  const board = await exportAs(page, '对比表（CSV）');
  expect(board.text).toContain('\r\n假设,高新技术企业,年均增速,%,');
  await dialog.getByRole('button', { name: '分享链接…' }).click();
  await expect(page.getByRole('textbox', { name: '分享链接' })).toHaveValue(/#s=/);
  await page.keyboard.press('Escape');
  await command(page, '导出').click();
  await dialog.getByRole('button', { name: '备份全部方案…' }).click();
  await expect(page.getByRole('dialog', { name: '备份与恢复' })).toBeVisible();
  await page.keyboard.press('Escape');

  await command(page, '导入').click();
  await page.locator('input[type=file]').setInputFiles({
    name: file.name,
    mimeType: 'application/json',
    buffer: Buffer.from(file.text),
  });
  await expect(page.getByRole('dialog', { name: '查看分享的方案' })).toContainText('与您的方案“方案一”内容完全相同');
  await page.keyboard.press('Escape');
  await command(page, '导入').click();
  await page.getByRole('button', { name: '从备份恢复…' }).click();
  await expect(page.getByRole('dialog', { name: '备份与恢复' })).toBeVisible();
});

test('[C9a] 对比 puts the open scenario beside the reference and leaves what was chosen', async ({ page }) => {
  await openApp(page);
  await page.getByRole('button', { name: '新建方案' }).click();
  await command(page, '对比').click();
  const pills = page.getByRole('list', { name: '对比' }).getByRole('listitem');
  await expect(pills).toHaveText([/方案一/, /方案二/]);
  await page.getByRole('button', { name: '移除“方案二”' }).click();
  await expect(pills).toHaveText([/方案一/]);
  await page.getByRole('link', { name: '规划表', exact: true }).click();
  await command(page, '对比').click();
  await expect(pills).toHaveText([/方案一/, /方案二/]);
});
