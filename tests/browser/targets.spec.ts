import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, openApp, test } from './support/fixtures.ts';
import { cellOf, findCell, goTo } from './support/sheet.ts';

async function enter(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function openTargets(page: Page): Promise<void> {
  await page.getByRole('link', { name: '分析', exact: true }).click();
  await expect(page.getByRole('table', { name: '目标一览' })).toBeVisible();
}

const line = (page: Page, target: string): Locator => page.locator(`[data-target="${target}"]`);

test('[T13] a target typed into the sheet is a change like any other', async ({ page }) => {
  await openApp(page);
  const target = cellOf(page, 'hightech_firms@target-2025');
  const gap = cellOf(page, 'hightech_firms@gap-2025');
  await expect(target).toHaveAttribute('data-value', '10000');
  await expect(gap).toHaveText(/达标/);

  await enter(page, 'hightech_firms@target-2025', '>90000');
  await expect(target).toHaveText(/>90,000/);
  await expect(gap).toHaveText(/差/);
  await expect(target).toHaveAttribute('data-changed', 'true');

  await goTo(page, 'hightech_firms@target-2025');
  await page.keyboard.press('Delete');
  await expect(target).toHaveAttribute('data-value', '');
  await expect(gap).toHaveText('');

  await page.keyboard.press('Control+z');
  await expect(target).toHaveText(/>90,000/);
  await page.keyboard.press('Control+z');
  await expect(target).toHaveText(/>10,000/);
  await expect(gap).toHaveText(/达标/);
});

test('[T13] a typed target is followed in the side panel and on the chart, and goes back by cell, row or all', async ({
  page,
}) => {
  await openApp(page);
  const target = cellOf(page, 'hightech_firms@target-2025');
  const panel = page.getByRole('complementary').filter({ hasText: '高新技术企业累计数' });
  const menu = page.getByRole('menu');
  const reset = async (label: string): Promise<void> => {
    await findCell(page, 'hightech_firms@target-2025');
    await page.keyboard.press('Shift+F10');
    await menu.getByRole('menuitem', { name: label, exact: true }).click();
    await expect(target).toHaveText(/>10,000/);
  };
  const undo = async (): Promise<void> => {
    await page.keyboard.press('Control+z');
    await expect(target).toHaveText(/年均/);
  };

  // 32.47 % a year falls short of 40 % by 7.53 points, and 4222 · 1.4^5 = 22706.8 is asked for.
  await enter(page, 'hightech_firms@target-2025', '年均 >=40% 约束性');
  await goTo(page, 'hightech_firms@target-2025');
  await expect(target).toHaveAttribute('title', '年均 ≥40%');
  await expect(cellOf(page, 'hightech_firms@gap-2025')).toHaveText(/差 7\.53/);
  await expect(panel).toContainText('✗ 差 7.53');
  await expect(panel).toContainText('本方案自定 2025 年目标 年均 ≥40%');
  await panel.getByText('图中数据').click();
  await expect(panel.getByRole('row', { name: /2025.*目标.*年均 ≥40%/ })).toBeVisible();

  await reset('恢复为基准：>10,000');
  await expect(panel).toContainText('✓ 达标');
  await expect(panel).not.toContainText('本方案自定');
  await expect(panel.getByRole('row', { name: /2025.*目标.*>10,000/ })).toBeVisible();
  await undo();
  await reset('整行恢复为基准：增速 32.47%');
  await undo();
  await page.getByRole('tab', { name: /方案一/ }).focus();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: '全部恢复为基准' }).click();
  await expect(target).toHaveText(/>10,000/);
  await expect(page.getByRole('tab', { name: /方案一/ })).not.toContainText('改');
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(target).toHaveText(/年均/);
  await expect(panel).toContainText('✗ 差 7.53');
});

test('[T13] a target of a year that has no column of its own is drawn on the chart', async ({ page }) => {
  await openApp(page);
  await openTargets(page);
  await page.getByRole('button', { name: '添加目标…' }).click();
  const dialog = page.getByRole('dialog', { name: '添加目标' });
  await dialog.getByLabel('指标').selectOption({ label: '高新技术企业' });
  await dialog.getByLabel('年份').selectOption('2023');
  await dialog.getByLabel('目标数').fill('9000');
  await dialog.getByRole('button', { name: '确定' }).click();
  await line(page, 'hightech_firms@2023').getByRole('button', { name: '高新技术企业', exact: true }).click();
  await expect(page.getByLabel('名称框', { exact: true })).toHaveValue('高新技术企业[2023]');
  const panel = page.getByRole('complementary').filter({ hasText: '高新技术企业累计数' });
  await panel.getByText('图中数据').click();
  await expect(panel.getByRole('row', { name: /2023.*目标.*≥9,000/ })).toBeVisible();
});

test('[T17] the light of an average growth holds the average so far against the target', async ({ page }) => {
  await openApp(page);
  // 526.79 grows by 12.2 % a year: 87 % of 14 %, in every year.
  await enter(page, 'rd_spend@target-2025', '年均 >=14%');
  await openTargets(page);
  const found = line(page, 'rd_spend@2025');
  await expect(found).toContainText('黄灯（2023 年）');
  await expect(found.getByTitle('2023 年黄灯：增速是目标的 87%')).toBeVisible();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(found).toHaveCount(0);
});

test('[T21] Alt+Enter writes the growth that the row needs into the row that drives it', async ({ page }) => {
  await openApp(page);
  const formula = await cellOf(page, 'rd_intensity@2025').getAttribute('data-value');
  await goTo(page, 'rd_intensity@target-2025');
  await page.keyboard.press('Alt+Enter');
  // 0.026 · 25002.79 · 1.039^5 ÷ 526.79, fifth root: 8.36284717367933 % a year.
  await expect
    .poll(async () => Number(await cellOf(page, 'rd_spend@growth').getAttribute('data-value')))
    .toBeCloseTo(8.36284717367933, 9);
  await expect(cellOf(page, 'rd_intensity@gap-2025')).toHaveText(/险达/);
  await expect(page.getByText('已写入完成目标所需的增速。')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cellOf(page, 'rd_intensity@2025')).toHaveAttribute('data-value', formula ?? '');
});

test('[T22] the section on targets: how each fares, what counts, and what is done about it', async ({ page }) => {
  await openApp(page);
  await enter(page, 'tech_firms@growth', '12');
  await openTargets(page);
  const late = line(page, 'tech_firms@2025');
  await expect(late).toContainText('>67,000');
  await expect(late).toContainText('高于 20.50%');
  await expect(late).toContainText('缺 8.50 个百分点');
  await expect(late).toContainText('红灯（2023 年）');
  await expect(page.getByText('本方案有目标 6 项，可完成 4 项，完成率 66.7%，滞后 2 项：科技型企业。')).toBeVisible();

  await test.step('the growth it needs is written in one step', async () => {
    await late.getByRole('button', { name: '写入：科技型企业 2025' }).click();
    await expect(late).toContainText('险达');
    await expect(line(page, 'tech_firms@2021')).toContainText('达标');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect(late).toContainText('差 20,525');
  });

  await test.step('documents are switched, and a date leaves out what came later', async () => {
    await expect(line(page, 'tech_firms@2022')).toHaveCount(0);
    await page.getByRole('checkbox', { name: /2022年度工作目标/ }).check();
    await expect(line(page, 'tech_firms@2022')).toContainText('不计入统计');
    await page.getByRole('button', { name: '2021 年底' }).click();
    await expect(line(page, 'tech_firms@2022')).toHaveCount(0);
    await expect(late).toHaveCount(0);
    await expect(line(page, 'tech_firms@2021')).toBeVisible();
    await page.getByRole('button', { name: '不限' }).click();
    await expect(late).toBeVisible();
  });

  await test.step('the rule of the lights is the scenario’s, too', async () => {
    const early = line(page, 'tech_firms@2021');
    await expect(early).toContainText('黄灯');
    await page.getByLabel('黄灯不低于（倍）').fill('0.95');
    await page.getByLabel('黄灯不低于（倍）').press('Tab');
    await expect(early).toContainText('红灯');
    await page.getByRole('button', { name: '恢复默认规则' }).click();
    await expect(early).toContainText('黄灯');
  });

  await test.step('growth is counted from a later value', async () => {
    await page.getByLabel('所需增速从').selectOption({ label: '2021 年的数值起' });
    // 26371 · 1.12 = 29535.52 in 2021: (67000 ÷ 29535.52)^(1 ÷ 4) − 1 = 22.724 %.
    await expect(late).toContainText('高于 22.72%');
    await expect(line(page, 'tech_firms@2021')).toContainText('已到或已过目标年');
    await page.getByLabel('所需增速从').selectOption({ label: '基期 2020 年起' });
  });

  await test.step('a target is changed in a dialog, and the document’s comes back', async () => {
    await late.getByRole('button', { name: '修改：科技型企业 2025' }).click();
    const dialog = page.getByRole('dialog', { name: '修改目标' });
    await expect(dialog.getByLabel('目标数')).toHaveValue('67000');
    await dialog.getByLabel('目标数').fill('四万');
    await dialog.getByRole('button', { name: '确定' }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByLabel('目标数').fill('4万');
    await dialog.getByLabel('性质').selectOption({ label: '约束性' });
    await dialog.getByRole('button', { name: '确定' }).click();
    await expect(late).toContainText('>40,000');
    await expect(late).toContainText('约束性');
    await expect(late).toContainText('本方案自定');
    await late.getByRole('button', { name: '修改：科技型企业 2025' }).click();
    await page.getByRole('button', { name: '恢复为文件中的目标' }).click();
    await expect(late).toContainText('>67,000');
  });

  await expectAccessible(page);
  await late.getByRole('button', { name: '科技型企业', exact: true }).click();
  await expect(page.getByRole('grid', { name: '规划表' })).toBeVisible();
  await expect(page.getByLabel('名称框', { exact: true })).toHaveValue('科技型企业[2025目标]');
});

test('[A19] the rows of a broken relation are marked in the sheet, and lead to it', async ({ page }) => {
  await openApp(page);
  const name = page.locator('[data-cell="rd_intensity@name"]');
  await expect(page.getByRole('tab', { name: /^基准/ })).toContainText('/');
  await expect(name).not.toHaveClass(/broken/);
  await enter(page, 'rd_intensity@2023', '5');
  for (const row of ['rd_intensity', 'rd_spend', 'gdp']) {
    const cell = page.locator(`[data-cell="${row}@name"]`);
    await expect(cell).toHaveAttribute('title', /\n勾稽关系不成立：2023 年$/);
    await expect(cell).toHaveAccessibleDescription('勾稽关系不成立');
    await expect(cell).toHaveCSS('content', '"≠"', { pseudo: 'before' });
  }
  await expect(page.locator('[data-cell="hightech_firms@name"]')).not.toHaveClass(/broken/);
  await expectAccessible(page);

  await page.getByRole('complementary', { name: '指标详情' }).getByRole('button', { name: '看勾稽…' }).click();
  await expect(page.getByRole('tab', { name: '勾稽', selected: true })).toBeVisible();
  await page.getByRole('link', { name: '规划表', exact: true }).click();
  await findCell(page, 'gdp@2022');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '看勾稽…' }).click();
  await expect(page.getByRole('tab', { name: '勾稽', selected: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.getByRole('link', { name: '规划表', exact: true }).click();
  await expect(name).not.toHaveClass(/broken/);
});

test('[A46] the panel of a calculated row offers each growth that it rests on, and goal seek', async ({ page }) => {
  await openApp(page);
  await enter(page, 'rd_spend@growth', '5');
  await findCell(page, 'rd_intensity@2022');
  const panel = page.getByRole('complementary', { name: '指标详情' });
  await expect(panel.locator('[data-driver]')).toHaveCount(2);
  await expect(panel.locator('[data-driver="rd_spend"]')).toContainText(/研发经费\s*需年均 8\.\d\d%\s*现为 5\.00%/);
  await panel.getByRole('button', { name: '写入研发经费所需增速' }).click();
  await expect(page.locator('[data-cell="rd_intensity@gap-2025"]')).not.toContainText('✗');
  await expect(panel.locator('[data-driver="rd_spend"]')).toContainText(/现为 8\.\d\d%/);
  await page.keyboard.press('Control+z');
  await findCell(page, 'rd_intensity@2022');
  await expect(panel.locator('[data-driver="rd_spend"]')).toContainText('现为 5.00%');

  await enter(page, 'rd_intensity@2025', '2.5');
  await findCell(page, 'rd_intensity@2022');
  await expect(panel.getByText('2025 年是直接填写的数')).toBeVisible();
  await expect(panel.locator('[data-driver]')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await findCell(page, 'rd_intensity@2022');
  await expect(panel.locator('[data-driver]')).toHaveCount(2);

  await panel.getByRole('button', { name: '到“反推”里细算…' }).click();
  await expect(page.getByLabel('指标', { exact: true })).toHaveValue('rd_intensity');
  await expect(page.getByLabel('目标', { exact: true })).toHaveValue('2.6%');
});

test('[A19] what breaks a definition is marked, and either side can be changed', async ({ page }) => {
  await openApp(page);
  await enter(page, 'rd_intensity@2023', '5');
  await page.getByRole('button', { name: '勾稽 1 处不符' }).click();
  await expect(page.getByRole('tab', { name: '勾稽', selected: true })).toBeVisible();
  const broken = page.locator('[data-relation="rd_intensity_is_spend_by_gdp@2023"]');
  await expect(broken).toContainText('研发投入强度＝研发经费÷地区生产总值');
  await expect(broken).toContainText('5%');
  await expectAccessible(page);
  await broken.getByRole('button', { name: /“研发投入强度”改为/ }).click();
  await expect(page.getByText('条勾稽关系在各年都成立。')).toBeVisible();
  await expect(broken).toHaveCount(0);
  await expect(page.getByRole('button', { name: /处不符/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(broken).toBeVisible();
  await broken.getByRole('button', { name: /“研发经费”改为/ }).click();
  await expect(broken).toHaveCount(0);
});
