import { expect, openApp, test } from './support/fixtures.ts';
import { activeCell, cellOf, formulaBar, goTo, modeOf, valueOf } from './support/sheet.ts';

test.beforeEach(async ({ page }) => {
  await openApp(page);
});

test('[V2] the name box takes ids, Chinese names and A1 addresses, and says when it knows none', async ({ page }) => {
  const box = page.getByLabel('名称框');
  for (const [address, id] of [
    ['高新技术企业[2023]', 'hightech_firms@2023'],
    ['rd_spend@2024', 'rd_spend@2024'],
    ['E6', 'rd_intensity@2021'],
    ['科技型企业', 'tech_firms@2020'],
  ] as const) {
    await box.fill(address);
    await box.press('Enter');
    expect(await activeCell(page)).toBe(id);
    await expect(cellOf(page, id)).toBeInViewport();
  }
  await box.fill('没有的指标[2023]');
  await box.press('Enter');
  await expect(page.getByText('没有“没有的指标[2023]”这个单元格')).toBeVisible();
  await box.press('Escape');
  await page.keyboard.press('ArrowDown');
  expect(await activeCell(page)).toBe('hightech_firms@2020');
});

test('[V4] dragging selects a block, and the status bar adds it up', async ({ page }) => {
  await goTo(page, 'hightech_firms@2020');
  const from = await cellOf(page, 'tech_firms@2020').boundingBox();
  const to = await cellOf(page, 'hightech_firms@2020').boundingBox();
  if (!from || !to) throw new Error('cells are not on the page');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText('求和 30,593')).toBeVisible();
  await cellOf(page, 'tech_firms@2021').click();
  await cellOf(page, 'tech_firms@2022').click({ modifiers: ['Shift'] });
  await page.keyboard.type('8');
  await page.keyboard.press('Control+Enter');
  expect([await valueOf(page, 'tech_firms@2021'), await valueOf(page, 'tech_firms@2022')]).toEqual(['8', '8']);
});

test('[V4] a header selects its column, a row number its row', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  await page.getByRole('columnheader', { name: /^2021$/ }).click();
  await expect(page.getByText(/^计数 \d{2,3}$/)).toBeVisible();
  await page.locator('[data-row="hightech_firms"] .sheet-gutter').click();
  await page.keyboard.press('Delete');
  expect(await valueOf(page, 'hightech_firms@2020')).toBe('');
  await page.keyboard.press('Control+z');
  expect(await valueOf(page, 'hightech_firms@2020')).toBe('4222');
});

test('[V1] a double click edits, and a click elsewhere commits', async ({ page }) => {
  await goTo(page, 'hightech_firms@2020');
  await cellOf(page, 'hightech_firms@2020').dblclick();
  await expect(modeOf(page)).toHaveText('编辑');
  await page.keyboard.type('0');
  await cellOf(page, 'hightech_firms@2021').click();
  expect(await valueOf(page, 'hightech_firms@2020')).toBe('42220');
  expect(await activeCell(page)).toBe('hightech_firms@2021');
});

test('[V1] the formula bar edits the active cell; Enter commits, Esc restores', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  const bar = formulaBar(page);
  await bar.click();
  await expect(modeOf(page)).toHaveText('编辑');
  await bar.fill('=prev+1');
  await page.keyboard.press('Enter');
  const before = Number(await valueOf(page, 'hightech_firms@2022'));
  expect(Number(await valueOf(page, 'hightech_firms@2023'))).toBeCloseTo(before + 1, 8);
  expect(await activeCell(page)).not.toContain('hightech_firms');
  await goTo(page, 'hightech_firms@2023');
  await bar.click();
  await bar.fill('=');
  await cellOf(page, 'tech_firms@2023').click();
  await expect(bar).toHaveValue('=科技型企业');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveValue('=prev+1');
  await page.keyboard.press('ArrowRight');
  expect(await activeCell(page)).toBe('hightech_firms@2024');
});

test('[V1] what is half written is committed when the person goes elsewhere in the page', async ({ page }) => {
  await goTo(page, 'hightech_firms@2020');
  await page.keyboard.type('77');
  await page.getByRole('searchbox', { name: '查找指标' }).click();
  expect(await valueOf(page, 'hightech_firms@2020')).toBe('77');
});

test('[V1] cells that take no entry say so and stay as they are', async ({ page }) => {
  await goTo(page, 'hightech_firms@gap-2025');
  await page.keyboard.type('5');
  await expect(page.getByText('不能填写')).toBeVisible();
  await expect(modeOf(page)).toHaveText('就绪');
});

test('[V1] Ctrl+[ and Ctrl+] follow the formula, F6 leaves the sheet and comes back', async ({ page }) => {
  await goTo(page, 'rd_intensity@2023');
  await page.keyboard.press('Control+[');
  expect(['rd_spend@2023', 'gdp@2023']).toContain(await activeCell(page));
  await page.keyboard.press('Control+]');
  expect(await activeCell(page)).not.toBe('rd_spend@2023');
  await page.keyboard.press('F6');
  await expect(page.locator('[data-region="sheet"] [data-region-focus]')).not.toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(page.locator('[data-region="sheet"] [data-region-focus]')).toBeFocused();
});

test('[V12] with 10,000 rows few are drawn, and the active row is one of them wherever the window is', async ({
  page,
  largeUrl,
}) => {
  await openApp(page, `${largeUrl}?rows=10000`);
  await goTo(page, 'hightech_firms@2020');
  await page.locator('[role="grid"]').hover();
  await page.mouse.wheel(0, 150_000);
  await expect(cellOf(page, 'hightech_firms@2020')).not.toBeInViewport();
  await expect(cellOf(page, 'hightech_firms@2020')).toBeAttached();
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await page.keyboard.press('Control+End');
  const last = await activeCell(page);
  await expect(page.locator(`[id="cell-${last}"]`)).toBeInViewport();
  await goTo(page, 'hightech_firms@2020');
  await page.keyboard.type('5');
  await expect(cellOf(page, 'hightech_firms@2020')).toBeInViewport();
  await page.keyboard.press('Enter');
  expect(await valueOf(page, 'hightech_firms@2020')).toBe('5');
});
