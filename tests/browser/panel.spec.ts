import type { Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { cellOf, findCell } from './support/sheet.ts';

const cell = (page: Page, id: string) => page.locator(`[data-cell="${id}"]`);
const panel = (page: Page) => page.getByRole('complementary', { name: '指标详情' });

async function valueOf(page: Page, id: string): Promise<number> {
  return Number(await cell(page, id).getAttribute('data-value'));
}

test.beforeEach(async ({ page }) => {
  await openApp(page);
  await findCell(page, 'hightech_firms@2023');
});

test('[V35] the path is drawn, told in a sentence and given as a table', async ({ page }) => {
  const picture = panel(page).getByRole('img', { name: /2020 年 4,222 家，预测 2025 年/ });
  await expect(picture).toBeVisible();
  await expect
    .poll(() =>
      picture.locator('canvas').evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return 0;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return new Set(pixels).size;
      }),
    )
    .toBeGreaterThan(20);
  await panel(page).getByText('图中数据').click();
  await expect(panel(page).getByRole('row', { name: /2020 历史 4,222/ })).toBeVisible();
  await expect(panel(page).getByRole('row', { name: /2025 目标 >10,000/ })).toBeVisible();
});

test('[V35] the saved picture is painted on paper', async ({ page }) => {
  const button = panel(page).getByRole('button', { name: '保存图片' });
  await expect(button).toBeEnabled();
  const download = page.waitForEvent('download');
  await button.click();
  expect((await download).suggestedFilename()).toBe('高新技术企业.png');
});

test('[V36] a drag of the slider is one step of undo', async ({ page }) => {
  const before = await valueOf(page, 'hightech_firms@2025');
  const slider = panel(page).getByRole('slider');
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider is not on the page');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.5, middle);
  await page.mouse.down();
  for (const share of [0.55, 0.6, 0.65]) await page.mouse.move(box.x + box.width * share, middle);
  await page.mouse.up();
  expect(await valueOf(page, 'hightech_firms@2025')).not.toBe(before);
  await page.getByRole('toolbar', { name: '命令' }).getByRole('button', { name: '撤销' }).click();
  expect(await valueOf(page, 'hightech_firms@2025')).toBe(before);
  await expect(page.getByRole('toolbar', { name: '命令' }).getByRole('button', { name: '撤销' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('[V36] the needed growth, once written, just meets the target', async ({ page }) => {
  await panel(page).getByRole('button', { name: '写入所需增速' }).click();
  // (10000 ÷ 4222) ^ (1 ÷ 5) − 1, worked out beforehand; the target asks for more than 10,000.
  expect(await valueOf(page, 'hightech_firms@growth')).toBeCloseTo(18.821, 2);
  expect(await valueOf(page, 'hightech_firms@2025')).toBeGreaterThan(10_000);
  expect(await valueOf(page, 'hightech_firms@2025')).toBeLessThan(10_010);
});

test('[V36] another path is chosen, a year is held, and the row goes back to its base', async ({ page }) => {
  const before = await valueOf(page, 'hightech_firms@2025');
  await panel(page).getByLabel('增长路径').selectOption({ label: '持平' });
  expect(await valueOf(page, 'hightech_firms@2025')).toBe(4222);
  await panel(page).getByRole('checkbox', { name: '锁定 2022 年' }).check();
  await expect(cellOf(page, 'hightech_firms@2022')).toHaveCSS('mask-image', /svg/, { pseudo: 'before' });
  await panel(page).getByLabel('增长路径').selectOption({ label: '按目标倒推：等差' });
  expect(await valueOf(page, 'hightech_firms@2022')).toBe(4222);
  expect(await valueOf(page, 'hightech_firms@2025')).toBeGreaterThanOrEqual(10_000);
  await panel(page)
    .getByRole('button', { name: /整行恢复为基准/ })
    .click();
  expect(await valueOf(page, 'hightech_firms@2025')).toBe(before);
});

test('[V37] the default growth and the sources are explained', async ({ page }) => {
  await expect(panel(page)).toContainText(/依据 2015—2020 年历史，从 1,035 到 4,222，年均 32\.5%/);
  await expect(panel(page)).toContainText('2020 年 4,222 家');
  await expect(panel(page)).toContainText('2025 年 >10,000 家');
  await expect(panel(page)).toContainText('报告一（二）');
});

test('what a cell reads and what reads it are a click away', async ({ page }) => {
  await panel(page).getByRole('list', { name: '读取', exact: true }).getByText('高新技术企业[2022]').click();
  await expect(page.getByLabel('名称框')).toHaveValue('高新技术企业[2022]');
  await panel(page).getByRole('list', { name: '被读取' }).getByText('高新技术企业[2023]').click();
  await expect(page.getByLabel('名称框')).toHaveValue('高新技术企业[2023]');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('名称框')).toHaveValue('高新技术企业[2024]');
});

test('the panel is put away and brought back', async ({ page }) => {
  await page.getByRole('button', { name: '收起指标详情' }).click();
  await expect(panel(page)).toBeHidden();
  await page.getByRole('button', { name: '显示指标详情' }).click();
  await expect(panel(page)).toBeVisible();
});
