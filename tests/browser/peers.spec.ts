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
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: /按 2021 年实际/ })).toHaveCount(0);
  await expect(cell).not.toHaveAttribute('data-value', '5108');
});
