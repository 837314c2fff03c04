import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, openApp, test } from './support/fixtures.ts';
import { findCell } from './support/sheet.ts';

/** Puts a text into a cell of the open scenario, as a person does: by the name box and the keys. */
async function enter(page: Page, place: string, text: string): Promise<void> {
  await findCell(page, place);
  await expect(page.locator(`[data-cell="${place}"]`)).toBeVisible();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function openComparison(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: '对比', exact: true }).click();
  return page.getByRole('table', { name: '方案对比' });
}

async function openPlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: '规划表', exact: true }).click();
  await expect(page.getByRole('grid', { name: '规划表' })).toBeVisible();
}

const cell = (table: Locator, address: string, scenario: string): Locator =>
  table.locator(`[data-cell="${address}"][data-scenario="${scenario}"]`);

/** 方案一 grows by 10 % a year, 方案二 by 20 %; both stand beside the built-in reference. */
async function makeTwo(page: Page): Promise<void> {
  await openApp(page);
  await enter(page, 'hightech_firms@growth', '10');
  await page.getByRole('button', { name: '新建方案' }).click();
  await enter(page, 'hightech_firms@growth', '20');
}

test.describe('[C21] scenarios side by side', () => {
  test.beforeEach(async ({ page }) => {
    await makeTwo(page);
  });

  test('show what they assume and what comes of it, at full precision', async ({ page }) => {
    const table = await openComparison(page);
    await expect(cell(table, 'hightech_firms@growth', '方案一')).toHaveAttribute('data-value', '10');
    await expect(cell(table, 'hightech_firms@growth', '方案二')).toHaveAttribute('data-value', '20');
    const values = await Promise.all(
      ['方案一', '方案二'].map((name) => cell(table, 'hightech_firms@2025', name).getAttribute('data-value')),
    );
    expect(Number(values[0])).toBeCloseTo(4222 * 1.1 ** 5, 8);
    expect(Number(values[1])).toBeCloseTo(4222 * 1.2 ** 5, 8);
    await expect(cell(table, 'hightech_firms@2025', '方案一')).toHaveText(/6,800\s*✗\s*(未达|失去)/);
    await expect(cell(table, 'hightech_firms@2025', '方案二')).toHaveText(/10,506\s*✓\s*达标/);

    await page.getByRole('button', { name: '添加方案' }).click();
    await page.getByRole('checkbox', { name: '2021 年视角' }).check();
    await page.keyboard.press('Escape');
    await expect(cell(table, 'scenario@set-known-until', '2021 年视角')).toHaveText('2021年12月31日');
    await expect(cell(table, 'scenario@set-known-until', '基准')).toHaveText('不限');

    // The chart has what the reference knows.
    const chart = page.getByRole('region', { name: '高新技术企业：各方案路径' });
    await chart.getByLabel('图中指标').selectOption('hightech_firms');
    const later = chart.getByText(/参照方案只知道 2021-12-31 以前发布的数据，较晚发布的 \d 个数没有画出/);
    await expect(chart.getByRole('rowheader', { name: '目标' })).toBeVisible();
    await expect(later).toBeHidden();
    await page.getByLabel('参照', { exact: true }).selectOption({ label: '2021 年视角' });
    await expect(later).toBeVisible();
  });

  test('the difference is taken from the reference chosen', async ({ page }) => {
    const table = await openComparison(page);
    await page.getByLabel('参照', { exact: true }).selectOption({ label: '方案一' });
    const difference = table.locator('[data-difference="hightech_firms@2025"][data-scenario="方案二"]');
    await expect(difference).toHaveText(/▲\s*3,706/);
    expect(Number(await difference.getAttribute('data-value'))).toBeCloseTo(4222 * (1.2 ** 5 - 1.1 ** 5), 8);
    await expect(cell(table, 'hightech_firms@2025', '方案二')).toHaveText(/新达标/);
    await table
      .getByRole('button', { name: /^新增达标 [1-9]/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toContainText('高新技术企业（2025 年目标）');
  });

  test('an edit, and taking it back, is seen at once', async ({ page }) => {
    const table = await openComparison(page);
    await expect(cell(table, 'hightech_firms@growth', '方案二')).toHaveAttribute('data-value', '20');
    await page.keyboard.press('Control+z');
    await expect(cell(table, 'hightech_firms@growth', '方案二')).not.toHaveAttribute('data-value', '20');
    await page.keyboard.press('Control+y');
    await expect(cell(table, 'hightech_firms@growth', '方案二')).toHaveAttribute('data-value', '20');
    await openPlan(page);
    await enter(page, 'hightech_firms@growth', '15');
    await expect(cell(await openComparison(page), 'hightech_firms@growth', '方案二')).toHaveAttribute(
      'data-value',
      '15',
    );
  });

  test('columns and switches are as they were left after a reload', async ({ page }) => {
    const table = await openComparison(page);
    await page.getByRole('button', { name: '移除“方案一”' }).press('Alt+ArrowRight');
    await page.getByLabel('只看不同').uncheck();
    await page.getByRole('button', { name: '2023', exact: true }).click();
    await expect(cell(table, 'academicians@2023', '方案一')).toBeAttached();
    await expect(page.locator('html')).toHaveAttribute('data-save', 'saved');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
    const again = await openComparison(page);
    await expect(cell(again, 'academicians@2023', '方案一')).toBeAttached();
    const names = again.getByRole('columnheader').filter({ hasText: /^方案/ });
    await expect(names).toHaveText(['方案二', '方案一']);
  });

  test('equal ones share a column if asked to', async ({ page }) => {
    await page.getByRole('button', { name: '新建方案' }).click();
    await enter(page, 'hightech_firms@growth', '20');
    const table = await openComparison(page);
    await page.getByLabel('合并相同').check();
    await expect(cell(table, 'hightech_firms@growth', '方案二 ＝ 方案三')).toHaveAttribute('data-value', '20');
  });

  test('is copied as a table by the button and by Ctrl+C, without a question', async ({ page, context }) => {
    await openComparison(page);
    await page.getByRole('button', { name: '复制表格' }).click();
    await expect(page.getByText(/^已复制 \d+ 行/)).toBeVisible();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    const copied = await read();
    const line = copied.split('\r\n').find((one) => one.startsWith('结果\t高新技术企业\t2025 年'));
    expect(line?.split('\t').map(Number)).toContainEqual(4222 * 1.1 ** 5);
    await page.evaluate(() => navigator.clipboard.writeText('other'));
    await page.getByRole('region', { name: '方案对比' }).focus();
    await page.keyboard.press('Control+c');
    expect(await read()).toBe(copied);
  });

  test('is copied where the clipboard cannot be reached', async ({ page, context }) => {
    await openComparison(page);
    await page.evaluate(() => {
      Clipboard.prototype.write = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: '复制表格' }).click();
    await expect(page.getByText(/^已复制 \d+ 行/)).toBeVisible();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('结果\t高新技术企业\t2025 年');
  });

  test('is exported as a file that Excel reads', async ({ page }) => {
    await openComparison(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^方案对比 \d{4}-\d{2}-\d{2}\.csv$/);
    const bytes = await readFile(await file.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8')).toContain(`\r\n假设,高新技术企业,年均增速,%,`);
  });

  test('draws the row that is clicked, and leads to it in the plan', async ({ page }) => {
    const table = await openComparison(page);
    await table.locator('[data-row="hightech_firms"]').getByRole('rowheader').last().getByRole('button').click();
    const picture = page.getByRole('img', { name: /^高新技术企业 2025 年：基准 .*方案一 6,800 家；方案二 10,506 家/ });
    await expect(picture).toBeVisible();
    await page.getByRole('button', { name: '转到规划表' }).click();
    await expect(page.getByLabel('名称框', { exact: true })).toHaveValue(/高新技术企业|hightech_firms/);
  });
});

test('[B12] a new scenario is put together from ticked changes, by the keyboard alone', async ({ page }) => {
  await makeTwo(page);
  await enter(page, 'rd_spend@growth', '9');
  await openComparison(page);
  await page.getByRole('button', { name: '合成新方案…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '合成新方案' });
  const make = dialog.getByRole('button', { name: '新建' });
  await expect(dialog.getByRole('checkbox', { name: '采用整个“方案一”' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('status').filter({ hasText: '有 1 处冲突' })).toBeVisible();
  await expect(make).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page);
  await make.press('Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('group', { name: '高新技术企业' }).getByLabel('方案一').press('Space');
  await dialog.getByLabel('新方案名称').fill('合璧');
  await dialog.getByLabel('新方案名称').press('Enter');
  await expect(dialog).toHaveCount(0);
  const table = page.getByRole('table', { name: '方案对比' });
  await expect(cell(table, 'hightech_firms@growth', '合璧')).toHaveAttribute('data-value', '10');
  await expect(cell(table, 'rd_spend@growth', '合璧')).toHaveAttribute('data-value', '9');
  await expect(page.getByRole('tab', { selected: true })).toContainText('合璧');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: /^合璧/ })).toHaveCount(0);
});

test('[C22] the board is used by the keyboard alone', async ({ page }) => {
  await makeTwo(page);
  await openComparison(page);
  await page.getByLabel('参照', { exact: true }).focus();
  const pills = page.getByRole('list', { name: '对比' }).getByRole('listitem');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Delete');
  await expect(pills).toHaveCount(1);
  await expect(page.getByRole('button', { name: '移除“方案二”' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const choices = page.getByRole('group', { name: '添加对比方案' });
  await choices.getByLabel('方案一').press('Space');
  await page.keyboard.press('Escape');
  await expect(choices).toBeHidden();
  await expect(pills).toHaveText([/方案二/, /方案一/]);
  const board = page.getByRole('region', { name: '方案对比' });
  await page.getByLabel('只看不同').press('Space');
  await board.focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => board.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
});

test('[C16] a board of thousands of rows answers', async ({ page, largeUrl }) => {
  await openApp(page, `${largeUrl}?rows=6000`);
  const table = await openComparison(page);
  await page.getByLabel('只看不同').uncheck();
  await expect(table.getByRole('row').nth(20)).toBeVisible();
  expect(await table.getByRole('row').count()).toBeLessThan(120);
  const board = page.getByRole('region', { name: '方案对比' });
  await board.focus();
  const before = await page.evaluate(() => performance.now());
  await page.keyboard.press('End');
  await expect(table.locator('[data-cell$="@2025"]').last()).toBeVisible();
  console.log(
    `scrolled to the end in ${String(Math.round((await page.evaluate(() => performance.now())) - before))} ms`,
  );
});
