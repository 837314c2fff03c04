/** 反推, 敏感性 and 概率: questions asked of the open scenario. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, openApp, test } from './support/fixtures.ts';
import { cellOf, findCell, formulaBar } from './support/sheet.ts';

/** Ranges can be typed once the planner is whole, which is when the built-in scenarios are counted. */
async function openWhole(page: Page): Promise<void> {
  await openApp(page);
  await expect(page.getByRole('tab', { name: /^基准/ })).toContainText('/');
}

async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '分析', exact: true }).click();
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
}

const openPlan = (page: Page): Promise<void> => page.getByRole('link', { name: '规划表', exact: true }).click();

test('[A30] 反推 from the menu of a cell: solved as one types, written in one step, taken back', async ({ page }) => {
  await openApp(page);
  await findCell(page, 'hightech_firms@2025');
  await cellOf(page, 'hightech_firms@2025').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '反推…' }).click();
  await expect(page.getByLabel('指标', { exact: true })).toHaveValue('hightech_firms');
  const goal = page.getByLabel('目标', { exact: true });
  await expect(goal).toHaveValue('10001');
  const to = page.getByRole('table', { name: '要改的假设' }).locator('td[data-value]');
  const needed = async (): Promise<number> => Number(await to.getAttribute('data-value'));
  await expect.poll(needed).toBeCloseTo(100 * ((10001 / 4222) ** 0.2 - 1), 9);

  await goal.fill('1.2万');
  await expect.poll(needed).toBeCloseTo(100 * ((12000 / 4222) ** 0.2 - 1), 9);
  await goal.fill('很多');
  await expect(page.getByRole('alert')).toHaveText('这里要填一个数，如 12000、2.5%。');
  await goal.fill('-1');
  await expect(page.locator('[data-answer="closest"]')).toContainText('无解：高新技术企业 2025 年最低只能到');
  await expectAccessible(page);

  await goal.fill('12000');
  await page.getByRole('button', { name: '写入方案' }).click();
  await expect(page.locator('[data-answer="solved"]')).toContainText('不用调整');
  await openPlan(page);
  const value = async (): Promise<number> =>
    Number(await cellOf(page, 'hightech_firms@2025').getAttribute('data-value'));
  await expect.poll(value).toBeCloseTo(12000, 7);
  await expect(cellOf(page, 'hightech_firms@growth')).toHaveAttribute('data-changed', 'true');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cellOf(page, 'hightech_firms@growth')).not.toHaveAttribute('data-changed', 'true');

  // One multiplier for both growths that the intensity rests on.
  await openSection(page, '反推');
  await page.getByLabel('指标', { exact: true }).selectOption('rd_intensity');
  await page.getByRole('radio', { name: '几项假设同乘一个倍数' }).check();
  await expect(page.getByText(/^倍数 [\d.]+$/)).toBeVisible();
  await expect(page.getByRole('table', { name: '要改的假设' }).getByRole('row')).toHaveCount(3);
});

test('[A31] 敏感性: the widest first, each bar leads to its cell, a table over two assumptions', async ({ page }) => {
  await openApp(page);
  await findCell(page, 'rd_intensity@2025');
  await openSection(page, '敏感性');
  const bars = page.locator('[data-bar]');
  await expect(bars.first()).toBeVisible();
  const swings = await bars
    .locator('td:last-child')
    .evaluateAll((cells) => cells.map((found) => Number(found.dataset['value'])));
  expect(swings.length).toBeGreaterThanOrEqual(4);
  expect(swings).toEqual(swings.toSorted((a, b) => b - a));
  await expectAccessible(page);

  const table = page.getByRole('table', { name: '两项假设的结果表' });
  await expect(table.locator('td')).toHaveCount(49);
  await page.getByLabel('行 假设').selectOption('rd_spend@growth');
  const rows = page.getByRole('group', { name: '行', exact: true });
  await rows.getByLabel('低', { exact: true }).fill('0%');
  await rows.getByLabel('高', { exact: true }).fill('40%');
  await rows.getByLabel('个数').fill('3');
  await expect(table.locator('td')).toHaveCount(21);
  // With no growth of spending the target is missed whatever the product does; at 40 % it is met.
  await expect(table.locator('tbody tr').first().getByText('达标')).toHaveCount(0);
  await expect(table.locator('tbody tr').last().getByText('达标')).toHaveCount(7);
  await rows.getByLabel('高', { exact: true }).fill('-1');
  await expect(rows.getByRole('alert')).toHaveText('高端要填一个比低端大的数。');

  const download = page.waitForEvent('download');
  await page.getByRole('region', { name: '影响从大到小' }).getByRole('button', { name: '导出 CSV' }).click();
  const file = await (await download).path();
  const lines = (await readFile(file, 'utf8')).trim().split('\r\n');
  expect(lines.length).toBe(swings.length + 1);

  const address = (await bars.first().getAttribute('data-bar')) ?? '';
  await bars.first().getByRole('button').click();
  await expect(page.getByRole('link', { name: '规划表', exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(cellOf(page, address)).toBeVisible();
});

test('[A15] [A32] 概率: ranges typed in the sheet and in the table, the same seed the same numbers', async ({
  page,
}) => {
  await openWhole(page);
  await findCell(page, 'hightech_firms@growth');
  await page.keyboard.type('12%~25%');
  await page.keyboard.press('Enter');
  const growth = cellOf(page, 'hightech_firms@growth');
  await expect(growth).toHaveAttribute('data-value', '18.5');
  await expect(growth).toHaveAttribute('title', '区间 12%~25%，表中按中间值计算');
  await expect(growth).toHaveCSS('text-decoration-style', 'wavy');
  await findCell(page, 'hightech_firms@growth');
  await expect(formulaBar(page)).toHaveValue('12%~25%');

  await openSection(page, '概率');
  const typed = (address: string): Locator => page.locator(`[data-range="${address}"] input`);
  await expect(typed('hightech_firms@growth')).toHaveValue('12%~25%');
  await typed('rd_spend@growth').fill('10%~6%');
  await typed('rd_spend@growth').press('Enter');
  await expect(page.getByRole('alert')).toContainText('从低到高');
  await typed('rd_spend@growth').fill('8%±2%');
  await typed('rd_spend@growth').press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.getByRole('button', { name: '开始抽样' }).click();
  const chance = page.locator('[data-chance="hightech_firms@2025"] td[data-value]');
  await expect(chance).toBeVisible();
  // By hand: growth must pass (10000/4222)^(1/5) − 1 = 18.82 %, of 12 % to 25 %.
  const expected = (100 * (25 - 100 * ((10000 / 4222) ** 0.2 - 1))) / 13;
  const first = Number(await chance.getAttribute('data-value'));
  expect(Math.abs(first - expected)).toBeLessThan(2);
  await expect(page.getByRole('img', { name: /^高新技术企业 2025 年有九成可能在/ })).toBeVisible();
  await expect(page.locator('[data-fan]')).toHaveCount(5);
  await expectAccessible(page);
  const numbers = (): Promise<(string | undefined)[]> =>
    page
      .locator('[data-chance] [data-value], [data-fan] [data-value]')
      .evaluateAll((cells) => cells.map((found) => found.dataset['value']));
  const before = await numbers();

  const stale = page.getByText('下面是改动前的结果');
  const again = page.getByRole('button', { name: '重新抽样' });
  const seed = page.getByLabel('随机种子');
  await seed.fill('2');
  await seed.press('Tab');
  await expect(stale).toBeVisible();
  await again.click();
  await expect(stale).toBeHidden();
  await expect.poll(numbers).not.toEqual(before);
  await seed.fill('1');
  await seed.press('Tab');
  await expect(stale).toBeVisible();
  await again.click();
  await expect(stale).toBeHidden();
  await expect.poll(numbers).toEqual(before);
});

test('[A15] a base figure as a range: in the sheet, the tornado, the samples and the list of changes', async ({
  page,
}) => {
  await openWhole(page);
  const base = cellOf(page, 'hightech_firms@2020');
  await findCell(page, 'hightech_firms@2020');
  await page.keyboard.type('4100~4300家');
  await page.keyboard.press('Enter');
  await expect(base).toHaveAttribute('data-value', '4200');
  await expect(base).toHaveAttribute('title', '区间 4100~4300，表中按中间值计算');
  await findCell(page, 'hightech_firms@growth');
  await page.keyboard.type('15%~21%');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /方案一/ })).toContainText('改 2 项');

  await findCell(page, 'hightech_firms@2025');
  await openSection(page, '敏感性');
  await page.getByRole('radio', { name: '按各自的区间' }).check();
  await expect(page.locator('[data-bar]')).toHaveCount(2);
  // By hand: 200 more firms at 18 % a year are 200 · 1.18^5 = 457.55 more in 2025.
  const swing = page.locator('[data-bar="hightech_firms@2020"] [data-value]');
  await expect.poll(async () => Number(await swing.getAttribute('data-value'))).toBeCloseTo(200 * 1.18 ** 5, 6);

  await openSection(page, '概率');
  const typed = page.locator('[data-range="hightech_firms@2020"] input');
  await expect(typed).toHaveValue('4100~4300');
  await typed.fill('4222±50');
  await typed.press('Enter');
  await page.getByRole('button', { name: '开始抽样' }).click();
  await expect(page.locator('[data-fan]')).toHaveCount(6);
  await expectAccessible(page);

  await page.getByRole('button', { name: '方案库' }).click();
  const changes = page.getByRole('list', { name: '改动，最新的在前' });
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  // Around the base's own number the range alone is what was changed.
  await expect(changes).toContainText('高新技术企业 2020 年数值区间 无 → 4222±50');
  await expect(changes).toContainText('高新技术企业 增速 32.47% → 18.00%（15%~21%）');
  await changes.getByRole('button', { name: /增速：恢复为基准/ }).click();
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.reload();
  await findCell(page, 'hightech_firms@2020');
  await expect(base).toHaveAttribute('title', '区间 4222±50，表中按中间值计算');
  await expect(cellOf(page, 'hightech_firms@growth')).not.toHaveAttribute('title', /区间/);
});

test('[A12] [A15] sampling is cancelled at once; a number in the place of a range ends it', async ({ page }) => {
  await openWhole(page);
  await findCell(page, 'hightech_firms@growth');
  await page.keyboard.type('12/18/25');
  await page.keyboard.press('Enter');
  await expect(cellOf(page, 'hightech_firms@growth')).toHaveAttribute('data-value', '18');
  await openSection(page, '概率');
  await page.getByLabel('抽样次数').fill('100000');
  await page.getByLabel('抽样次数').press('Tab');
  // Within one frame of beginning, so that it runs on any machine.
  const ran = await page.evaluate(async () => {
    const press = (name: string): boolean => {
      const found = [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === name);
      found?.click();
      return found !== undefined;
    };
    press('开始抽样');
    await new Promise(requestAnimationFrame);
    const isShown = document.querySelector('progress') !== null;
    return isShown && press('取消');
  });
  expect(ran).toBe(true);
  const begin = page.getByRole('button', { name: '开始抽样' });
  await expect(begin).toBeVisible();
  await expect(page.locator('[data-chance]')).toHaveCount(0);

  await page.locator('[data-range="hightech_firms@growth"] input').fill('');
  await page.locator('[data-range="hightech_firms@growth"] input').press('Enter');
  await expect(begin).toBeDisabled();
  await openPlan(page);
  await expect(cellOf(page, 'hightech_firms@growth')).toHaveAttribute('data-value', '18');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cellOf(page, 'hightech_firms@growth')).toHaveAttribute('title', /^区间 12%\/18%\/25%/);
  await findCell(page, 'hightech_firms@growth');
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await expect(cellOf(page, 'hightech_firms@growth')).not.toHaveAttribute('title', /区间/);

  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByRole('link', { name: 'Analysis', exact: true }).click();
  for (const name of ['Goal seek', 'Sensitivity', 'Chances']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tabpanel')).toHaveAccessibleName(name);
    await expect(page.getByRole('tabpanel').locator('form, section').first()).toBeVisible();
    expect(await page.getByRole('tabpanel').innerText()).not.toMatch(/\p{Script=Han}/u);
  }
});
