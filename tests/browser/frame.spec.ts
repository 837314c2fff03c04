import type { Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { findCell } from './support/sheet.ts';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
/** Without those of the built-in scenarios, which stand before them. */
const ownTabs = (page: Page) => page.locator('[role=tab]:not([data-built-in])');
const tabNames = (page: Page) =>
  ownTabs(page).evaluateAll((tabs) => tabs.map((one) => one.querySelector('.name')?.textContent ?? ''));
const cell = (page: Page, id: string) => page.locator(`[data-cell="${id}"]`);

test.beforeEach(async ({ page }) => {
  await openApp(page);
});

test.describe('[V34] scenario tabs', () => {
  test('a scenario is made, renamed, duplicated, deleted and brought back', async ({ page }) => {
    const [first = ''] = await tabNames(page);
    await page.getByRole('button', { name: '新建方案' }).click();
    await expect(ownTabs(page)).toHaveCount(2);
    await page.getByRole('tab', { selected: true }).press('F2');
    await page.getByRole('textbox', { name: '方案名称' }).fill('进取');
    await page.keyboard.press('Enter');
    await expect(tab(page, '进取')).toBeFocused();

    await page.getByRole('button', { name: '方案操作' }).click();
    await page.getByRole('menuitem', { name: '复制' }).click();
    expect(await tabNames(page)).toEqual([first, '进取', '进取 副本']);

    await tab(page, '进取 副本').press('Delete');
    expect(await tabNames(page)).toEqual([first, '进取']);
    await expect(page.getByRole('status').filter({ hasText: '已删除方案“进取 副本”' })).toBeVisible();
    await page.locator('.notice').getByRole('button', { name: '撤销' }).click();
    expect(await tabNames(page)).toEqual([first, '进取', '进取 副本']);
  });

  test('arrows move between them, and each keeps its own numbers', async ({ page }) => {
    await page.getByRole('button', { name: '新建方案' }).click();
    await findCell(page, 'hightech_firms@growth');
    await page.keyboard.type('10');
    await page.keyboard.press('Enter');
    await expect(cell(page, 'hightech_firms@2025')).toHaveAttribute('data-value', /^6799\.57/);
    await page.getByRole('tab', { selected: true }).press('ArrowLeft');
    await expect(cell(page, 'hightech_firms@2025')).not.toHaveAttribute('data-value', /^6799\.57/);
    await page.getByRole('tab', { selected: true }).press('ArrowRight');
    await expect(cell(page, 'hightech_firms@2025')).toHaveAttribute('data-value', /^6799\.57/);
    await expect(page.getByRole('tab', { selected: true })).toContainText('改 1 项');
  });

  test('another name is asked for when it is taken', async ({ page }) => {
    const [first = ''] = await tabNames(page);
    await page.getByRole('button', { name: '另存为' }).click();
    const dialog = page.getByRole('dialog', { name: '另存为新方案' });
    await dialog.getByRole('textbox').fill(first);
    await dialog.getByRole('textbox').press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText('已有同名方案，请换一个名称');
    await dialog.getByRole('textbox').fill('保守');
    await dialog.getByRole('textbox').press('Enter');
    await expect(dialog).toBeHidden();
    expect(await tabNames(page)).toEqual([first, '保守']);
  });
});

test('[V39] language and theme are switched, and kept for the next visit', async ({ page }) => {
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.getByRole('button', { name: 'Theme: as the system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible();
});

test('[V31] F6 goes round the regions and comes back to the grid', async ({ page }) => {
  await findCell(page, 'hightech_firms@2023');
  for (const region of ['panel', 'outline']) await expect(page.locator(`[data-region="${region}"]`)).toBeVisible();
  const regions: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    await page.keyboard.press('F6');
    regions.push(
      await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? ''),
    );
  }
  expect(regions).toEqual(['panel', 'scenarios', 'header', 'formula', 'outline', 'sheet']);
});

test('[V31] Ctrl+F finds an indicator, and Esc shows all again', async ({ page }) => {
  await findCell(page, 'hightech_firms@2023');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('研发经费');
  await expect(cell(page, 'rd_spend@name')).toBeVisible();
  await expect(cell(page, 'hightech_firms@name')).toBeHidden();
  await page.keyboard.press('Escape');
  await findCell(page, 'hightech_firms@2023');
  await expect(cell(page, 'hightech_firms@name')).toBeVisible();
});

test('[V31] Ctrl+G leads to a cell from wherever the focus is, but not out of a dialog', async ({ page }) => {
  const box = page.getByLabel('名称框', { exact: true });
  const growth = cell(page, 'hightech_firms@growth');
  const dialog = page.getByRole('dialog');
  const goAndType = async (text: string) => {
    await page.keyboard.press('Control+g');
    await expect(box).toBeFocused();
    await page.keyboard.type('hightech_firms@growth');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-region="sheet"] [data-region-focus]')).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(growth).toHaveAttribute('data-value', text);
  };

  // A closed dialog gives the focus back to the button that opened it.
  const help = page.getByRole('button', { name: '帮助' });
  await help.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(help).toBeFocused();
  await goAndType('11');

  await page.locator('[data-region="panel"]').getByRole('slider').focus();
  await goAndType('12');

  const comparison = page.getByRole('link', { name: '对比', exact: true });
  await comparison.press('Enter');
  await page.getByRole('button', { name: '合成新方案…' }).press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+g');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(comparison).toHaveAttribute('aria-current', 'page');
  await goAndType('13');
});

test('[V33] a filter leaves as many rows as it says', async ({ page }) => {
  const filter = page.locator('label').filter({ hasText: '只看有目标' });
  const announced = Number(await filter.locator('.count').innerText());
  expect(announced).toBeGreaterThan(0);
  await filter.getByRole('checkbox').check();
  await expect(page.getByText(`找到 ${announced} 项指标`)).toBeVisible();
  await expect(page.locator('[role=row][data-row]')).toHaveCount(announced);
});

test('[V31] shortcuts and help open, and the focus returns to the grid', async ({ page }) => {
  await findCell(page, 'hightech_firms@2023');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('名称框')).toHaveValue(/2024/);
  await page.getByRole('button', { name: '帮助' }).click();
  await expect(page.getByRole('dialog', { name: '公式帮助' })).toContainText('#CYCLE!');
});

test('at 200 % zoom the parts stand below each other and nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await expect(page.locator('[data-region=outline], main, [data-region=panel]')).toHaveCount(3);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const boxes = await page.locator('[data-region=outline], main, [data-region=panel]').evaluateAll((parts) =>
    parts.map((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return { top, bottom };
    }),
  );
  expect(boxes).toHaveLength(3);
  for (const [index, box] of boxes.entries()) {
    const next = boxes[index + 1];
    if (next) expect(next.top).toBeGreaterThanOrEqual(box.bottom - 1);
  }
});

test('[V38] where the browser keeps nothing, the page says so and never that it is saved', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openApp(page);
  await expect(page.getByRole('alert')).toContainText('浏览器不允许本页保存数据');
  await expect(page.locator('.save')).toContainText('保存失败');
  await findCell(page, 'hightech_firms@growth');
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'hightech_firms@2025')).toHaveAttribute('data-value', /^6799\.57/);
  await expect(page.getByText('已保存', { exact: true })).toHaveCount(0);
});
