import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, openApp, test } from './support/fixtures.ts';
import { findCell } from './support/sheet.ts';

async function openPeers(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: '对标', exact: true }).click();
  return page.getByRole('table', { name: '与外地对标' });
}

const line = (table: Locator, indicator: string, region: string): Locator =>
  table.locator(`[data-row="${indicator}"] [data-peer="${region}"]`);

test('[A40] [A41] a growth assumed of another region is an entry of the scenario', async ({ page }) => {
  await openApp(page);
  const table = await openPeers(page);
  const sichuan = line(table, 'hightech_firms', '四川');
  await expect(sichuan).toContainText(/2022 年 12,379.*2024 年 约 18,000/s);
  await expect(sichuan).toContainText('2028 年追上');
  await expect(sichuan).toContainText('≥12,000 家');

  const field = page.getByLabel('四川 高新技术企业以后年均增速');
  await expect(field).toHaveAttribute('placeholder', '20.59%');
  await field.fill('50');
  await field.press('Enter');
  await expect(sichuan).toContainText('2035 年前追不上');
  await expect(field).toHaveValue('50%');
  await expect(sichuan.locator('[data-year="2025"]')).toHaveAttribute('data-value', String(18000 * 1.5));
  await expect(page.getByText('四川以后按年均 50.00% 推算。')).toBeVisible();

  await field.fill('快');
  await field.press('Enter');
  await expect(sichuan.getByRole('alert')).toHaveText('请填写增速，如 12 或 12%');
  await field.press('Escape');
  await expect(field).toHaveValue('50%');
  await expect(sichuan.getByRole('alert')).toHaveCount(0);

  await page.getByRole('link', { name: '对比', exact: true }).click();
  const assumption = page.getByRole('row').filter({ hasText: '外地增速假设' });
  await expect(assumption).toContainText('四川 50%');
  await openPeers(page);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(sichuan).toContainText('2028 年追上');
  await expect(field).toHaveValue('');
});

test('[A41] [A42] our path follows the plan; place, gap and stated ratios are told', async ({ page }) => {
  await openApp(page);
  const table = await openPeers(page);
  const ours = table.locator('[data-row="hightech_firms"] .ours');
  await expect(ours.locator('[data-year="2020"]')).toContainText('第 6 位，共 6 个地区');
  await expect(line(table, 'hightech_firms', '上海')).toContainText(/差 12,790 家\s*为其 24.8%/);
  await expect(table).toContainText(/报告称约为广东的 5.4%\s*⚠\s*与公布数不符：按公布数为 8.0%/);
  await expect(line(table, 'rd_spend', '全国')).toContainText(/占全国 2.2%\s*全国总量，不作比较/);
  await expect(line(table, 'academicians', '湖北')).toContainText(/公布值不足两年，请填写.*增速未定/s);

  await page.getByRole('link', { name: '规划表', exact: true }).click();
  await findCell(page, 'hightech_firms@growth');
  await page.keyboard.type('100');
  await page.keyboard.press('Enter');
  await openPeers(page);
  await expect(ours.locator('[data-year="2025"]')).toContainText('第 1 位，共 6 个地区');
  await expect(line(table, 'hightech_firms', '上海')).toContainText('2023 年追上');

  await page.getByRole('button', { name: '院士', exact: false }).first().click();
  await expect(page.getByRole('img', { name: /院士 2025 年：本市 16 人；四川/ })).toBeVisible();
});

test('[A43] [A44] a date hides what was published later, and says so; indicators without a row are listed', async ({
  page,
}) => {
  await openApp(page);
  const table = await openPeers(page);
  const patents = table.locator('[data-row="high_value_patents_per_10k"]');
  await expect(patents).toContainText(/未列入规划表.*未见公布值.*本市 2025 年目标 ≥12 件\/万人/s);
  await expect(patents.locator('[data-peer="全国"] [data-year="2025"]')).toHaveAttribute('data-value', '16');
  const sichuan = line(table, 'hightech_firms', '四川');
  await expect(sichuan).toBeVisible();
  await expect(page.getByText(/本方案只知道/)).toHaveCount(0);

  await page.getByRole('link', { name: '分析', exact: true }).click();
  await page.getByRole('button', { name: '2021 年底', exact: true }).click();
  await openPeers(page);
  await expect(page.getByText(/本方案只知道 2021-12-31 以前发布的数据.*20 个数、5 个目标没有列出/)).toBeVisible();
  await expect(sichuan).toHaveCount(0);
  await expect(table.locator('[data-row="hightech_firms"]')).toContainText(
    '四川、湖北：到 2021-12-31 还没有公布值，未列。',
  );
  await expect(patents.locator('[data-peer="全国"]')).toContainText('另有 1 个数发布较晚，未列');
  await expect(patents.locator('[data-peer="全国"] [data-year="2025"]')).toHaveText('');
  await expect(table.locator('[data-row="basic_research_share"]')).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: '修改截止日' }).click();
  await page.getByRole('button', { name: '不限', exact: true }).click();
  await openPeers(page);
  await expect(sichuan).toBeVisible();
});

test('[A45] the table goes to the clipboard and into a file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openApp(page);
  await openPeers(page);
  await page.getByRole('button', { name: '复制表格' }).click();
  const said = page.getByText(/已复制 \d+ 行，可以粘贴到 Excel 或 WPS。/);
  await expect(said).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^指标\t地区\t单位\t/);
  expect(copied).toMatch(/\n高新技术企业\t上海\t家\t2020\t17012\t/);

  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('region', { name: '与外地对标', exact: true }).focus();
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(copied);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^对标 方案一 \d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toMatch(/^\uFEFF指标,地区,单位,/);
  expect(text.split('\r\n').length).toBe(copied.trimEnd().split('\n').length + 1);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong beside other regions: ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openApp(page);
    await openPeers(page);
    await expect(page.locator('canvas')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Beside other regions' })).toBeVisible();
    await expectAccessible(page);
  });
}

async function openBackTest(page: Page): Promise<void> {
  await page.getByRole('link', { name: '分析', exact: true }).click();
  await page.getByRole('tab', { name: '复盘' }).click();
}

test('[A17] [A43] what was published after the date is scored all the same, and said to be', async ({ page }) => {
  await openApp(page);
  await page.getByRole('link', { name: '分析', exact: true }).click();
  await page.getByRole('button', { name: '2021 年底', exact: true }).click();
  await page.getByRole('tab', { name: '复盘' }).click();
  await expect(page.getByText(/本方案只知道 2021-12-31 以前发布的数据；复盘专看后来实际/)).toBeVisible();
  const errors = page.getByRole('table', { name: '逐项误差' });
  await expect(errors.locator('[data-row="hightech_firms"] [data-year="2022"]')).toBeVisible();
});

test('[A17] [A18] the plan against what happened, and a copy that starts again from 2021', async ({ page }) => {
  await openApp(page);
  await openBackTest(page);
  const outcomes = page.getByRole('table', { name: '目标实际完成情况' });
  await expect(outcomes.locator('[data-year="2021"]')).toHaveCount(3);
  await expect(outcomes.locator('[data-row="hightech_firms"][data-year="2021"]')).toContainText(/5,108 家\s*✓/);
  await expect(outcomes.locator('[data-row="rd_intensity"][data-year="2021"]')).toHaveAttribute('data-status', 'thin');
  await expect(page.getByText('已有实际值的目标 3 项，实际完成 3 项。')).toBeVisible();
  const errors = page.getByRole('table', { name: '逐项误差' });
  await expect(errors.locator('[data-row="hightech_firms"] [data-year="2021"]')).toContainText(/▲ 高估 485 家\s*9\.5%/);
  await expect(page.getByRole('table', { name: '余下年均增速' })).toContainText(/2022 年 6,348 家\s*高于 16\.36%/);
  const apart = page.getByRole('table', { name: '不计分的数据' });
  await expect(apart.locator('[data-row="hightech_firms"]').filter({ hasText: '9,123' })).toContainText('不可比');
  await expectAccessible(page);

  const rebase = page.getByRole('group', { name: '以实际值为准，重新起算' });
  await rebase.getByRole('button', { name: '另存为副本' }).click();
  await expect(page.getByRole('tab', { name: /^方案一（按 2021 年实际）/, selected: true })).toBeVisible();
  await expect(errors.locator('[data-row="hightech_firms"] [data-year="2021"]')).toContainText('一致');
  await page.getByRole('link', { name: '规划表', exact: true }).click();
  const cell = page.locator('[data-cell="hightech_firms@2021"]');
  await expect(cell).toHaveAttribute('data-value', '5108');
  // The plan that was frozen is as it was.
  await page.getByRole('tab', { name: /^方案一(?!（)/ }).click();
  await expect(cell).not.toHaveAttribute('data-value', '5108');
  await page.getByRole('tab', { name: /按 2021 年实际/ }).click();
  await expect(cell).toHaveAttribute('data-value', '5108');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: /按 2021 年实际/ })).toHaveCount(0);
  await expect(cell).not.toHaveAttribute('data-value', '5108');
});
