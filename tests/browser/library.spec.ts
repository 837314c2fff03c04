import type { Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { findCell } from './support/sheet.ts';

const cell = (page: Page, id: string) => page.locator(`[data-cell="${id}"]`);
const library = (page: Page) => page.getByRole('dialog', { name: '方案库' });
const option = (page: Page, name: string) =>
  library(page)
    .getByRole('option')
    .filter({ has: page.locator('.name', { hasText: new RegExp(`^${name}$`) }) });
const ownNames = (page: Page) =>
  page.locator('[role=tab]:not([data-built-in]) .name').evaluateAll((names) => names.map((name) => name.textContent));
const builtInTab = (page: Page, name: string) => page.getByRole('tab', { name: `${name}（内置，只读）`, exact: true });

async function enter(page: Page, address: string, text: string): Promise<void> {
  await findCell(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function openLibrary(page: Page): Promise<void> {
  await page.keyboard.press('Control+o');
  await expect(library(page)).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  await openApp(page);
});

test.describe('[B10] built-in scenarios', () => {
  test('lead the tabs, are marked, and meet what they say', async ({ page }) => {
    await expect(page.locator('[role=tab][data-built-in] .name')).toHaveText([
      '基准',
      '达标',
      '保守',
      '进取',
      '2021 年视角',
    ]);
    await builtInTab(page, '达标').click();
    await findCell(page, 'hightech_firms@2025');
    await expect(cell(page, 'hightech_firms@2025')).toHaveAttribute('data-value', /^1000[01](\.|$)/);
    await expect(page.locator('[data-read-only=builtIn]')).toContainText('每个目标恰好达到');
    await expect(page.locator('.roll-up')).toContainText('完成率 100.0%');
    await builtInTab(page, '2021 年视角').click();
    await expect(page.locator('.layers')).not.toContainText('双倍增');
    await expect(cell(page, 'hightech_firms@target-2025')).toHaveText('');
    const sources = page.getByRole('region', { name: '数据来源' });
    await expect(sources).toContainText(/本方案只知道 2021-12-31 以前发布的数据，另有 \d+ 条发布较晚/);
    await expect(sources).not.toContainText(/202[2-6]-\d\d/);

    // All its targets lie before the last actuals: said, not shown as an empty table.
    await page.getByRole('link', { name: '分析', exact: true }).click();
    await page.getByRole('tab', { name: '复盘', exact: true }).click();
    await expect(page.getByText('有实际值的指标，此后没有生效的目标。')).toBeVisible();
  });

  test('an entry is refused with a way on: a copy that has it, in one step of undo', async ({ page }) => {
    await builtInTab(page, '进取').click();
    await enter(page, 'hightech_firms@growth', '5');
    await expect(page.getByRole('alert').filter({ hasText: '内置方案只读' })).toBeVisible();
    await expect(cell(page, 'hightech_firms@growth')).not.toHaveAttribute('data-value', '5');
    await page.getByRole('button', { name: '复制为新方案并写入' }).click();
    expect(await ownNames(page)).toEqual(['方案一', '进取 副本']);
    await expect(cell(page, 'hightech_firms@growth')).toHaveAttribute('data-value', '5');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    expect(await ownNames(page)).toEqual(['方案一']);
  });

  test('the next visit begins with an own scenario', async ({ page }) => {
    await enter(page, 'hightech_firms@growth', '5');
    await builtInTab(page, '保守').click();
    await expect(page.locator('html')).toHaveAttribute('data-save', 'saved');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
    await expect(page.getByRole('tab', { selected: true })).toContainText('方案一');
  });
});

test.describe('[B5] the library', () => {
  test('says what each scenario changes and how many targets it meets, and finds by it', async ({ page }) => {
    await enter(page, 'hightech_firms@growth', '18.5');
    await openLibrary(page);
    await expect(option(page, '方案一')).toContainText('改 1 项：高新技术企业 增速');
    await expect(option(page, '方案一')).toContainText('→ 18.50%');
    await expect(option(page, '方案一')).toContainText(/达标 \d+\/\d+/);
    await page.getByRole('searchbox', { name: '查找方案' }).fill('18.50');
    await expect(library(page).getByRole('option')).toHaveCount(1);
    await page.getByRole('searchbox', { name: '查找方案' }).fill('没有这样的');
    await expect(library(page).getByRole('status')).toHaveText('没有符合条件的方案');
  });

  test('name, author and note are written, kept, and undone', async ({ page }) => {
    await openLibrary(page);
    await library(page).getByLabel('署名').fill('规划处');
    await library(page).getByLabel('附言').fill('双倍增口径');
    await library(page).getByLabel('名称', { exact: true }).fill('征求意见稿');
    await library(page).getByLabel('名称', { exact: true }).press('Tab');
    await expect(option(page, '征求意见稿')).toContainText('规划处');
    await expect(page.locator('html')).toHaveAttribute('data-save', 'saved');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
    await openLibrary(page);
    await expect(library(page).getByLabel('附言')).toHaveValue('双倍增口径');
    await expect(library(page).getByLabel('署名')).toHaveValue('规划处');
    await library(page).getByLabel('名称', { exact: true }).fill('');
    await library(page).getByLabel('名称', { exact: true }).press('Tab');
    await expect(library(page).getByRole('alert')).toHaveText('请填写名称');
    await expect(library(page).getByLabel('名称', { exact: true })).toHaveValue('征求意见稿');
  });

  test('a copy says where it came from; order by keys and by dragging; delete and bring back', async ({ page }) => {
    await openLibrary(page);
    await option(page, '达标').click();
    await library(page).getByRole('button', { name: '复制为新方案' }).click();
    await expect(library(page).getByText('由“达标”复制而来')).toBeVisible();
    await library(page).getByRole('button', { name: '新建方案' }).click();
    await expect.poll(() => ownNames(page)).toEqual(['方案一', '达标 副本', '方案三']);

    await library(page).getByRole('listbox').focus();
    await page.keyboard.press('Alt+ArrowUp');
    expect(await ownNames(page)).toEqual(['方案一', '方案三', '达标 副本']);
    await option(page, '达标 副本').dragTo(option(page, '方案一'));
    expect(await ownNames(page)).toEqual(['达标 副本', '方案一', '方案三']);

    await library(page).getByRole('listbox').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Delete');
    expect(await ownNames(page)).toEqual(['达标 副本', '方案一']);
    await library(page).getByRole('button', { name: '撤销' }).click();
    expect(await ownNames(page)).toEqual(['达标 副本', '方案一', '方案三']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    expect(await ownNames(page)).toEqual(['方案一', '方案三', '达标 副本']);
  });
});

test.describe('[B9] changes', () => {
  test('stand newest first; one is taken back alone, another leads to its cell', async ({ page }) => {
    await enter(page, 'hightech_firms@growth', '18.5');
    await enter(page, 'tech_firms@2023', '52000');
    await openLibrary(page);
    const changes = library(page).getByRole('list', { name: '改动，最新的在前' }).getByRole('listitem');
    await expect(changes).toHaveCount(2);
    await expect(changes.nth(0)).toContainText('科技型企业 2023 年');
    const base = /恢复为基准：(\d+\.\d+%)/.exec((await changes.nth(1).innerText()).replaceAll('\n', ''))?.[1] ?? '';
    await changes
      .nth(1)
      .getByRole('button', { name: /恢复为基准/ })
      .click();
    await expect(changes).toHaveCount(1);
    await changes
      .nth(0)
      .getByRole('button', { name: /2023 年 .*→/ })
      .click();
    await expect(library(page)).toBeHidden();
    await expect(page.getByLabel('名称框')).toHaveValue(/科技型企业\[2023\]/);
    await findCell(page, 'hightech_firms@growth');
    await expect(cell(page, 'hightech_firms@growth')).toContainText(base.replace('%', ''));
    await expect(cell(page, 'hightech_firms@growth')).not.toHaveAttribute('data-changed', /.*/);
  });

  test('a choice of the scenario as a whole leads to where it is made', async ({ page }) => {
    await openLibrary(page);
    await option(page, '2021 年视角').click();
    await library(page).getByRole('button', { name: '只用此日以前发布的目标和数据 不限 → 2021年12月31日' }).click();
    await expect(library(page)).toBeHidden();
    await expect(page.getByRole('group', { name: '目标文件' }).getByLabel('只用此日以前发布的')).toHaveValue(
      '2021-12-31',
    );
  });

  test('the menu of a cell says to what it would be reset', async ({ page }) => {
    await findCell(page, 'hightech_firms@growth');
    const before = await cell(page, 'hightech_firms@growth').innerText();
    await page.keyboard.type('18.5');
    await page.keyboard.press('Enter');
    await findCell(page, 'hightech_firms@growth');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: `恢复为基准：${before.trim()}%`, exact: true }).click();
    await expect(cell(page, 'hightech_firms@growth')).toHaveText(before);
  });
});

test('[B11] F8 shows the numbers before and after, read only before', async ({ page }) => {
  const changed = cell(page, 'hightech_firms@2025');
  await findCell(page, 'hightech_firms@2025');
  const before = await changed.getAttribute('data-value');
  await enter(page, 'hightech_firms@growth', '10');
  const after = await changed.getAttribute('data-value');
  expect(after).not.toBe(before);
  await page.keyboard.press('F8');
  await expect(changed).toHaveAttribute('data-value', before ?? '');
  await expect(page.locator('[data-read-only=before]')).toContainText('正在看改动前');
  await expect(page.getByRole('button', { name: '前后对照' })).toHaveAttribute('aria-pressed', 'true');
  await enter(page, 'hightech_firms@growth', '99');
  await expect(page.getByRole('alert').filter({ hasText: '不能修改' })).toBeVisible();
  await page.getByRole('button', { name: '前后对照' }).click();
  await expect(changed).toHaveAttribute('data-value', after ?? '');
  await expect(page.locator('[data-read-only]')).toHaveCount(0);
});

test('[B7] every save keeps the one before: look at it, restore it, put several side by side', async ({ page }) => {
  const growth = cell(page, 'hightech_firms@growth');
  await enter(page, 'hightech_firms@growth', '10');
  await page.keyboard.press('Control+s');
  await enter(page, 'hightech_firms@growth', '20');
  await page.keyboard.press('Control+s');
  await expect(page.locator('html')).toHaveAttribute('data-save', 'saved');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
  await openLibrary(page);
  const versions = library(page).getByRole('list', { name: '早先的版本' }).getByRole('listitem');
  await expect(versions).toHaveCount(2);
  await expect(versions.nth(0)).toContainText('与现在相同');
  await versions.nth(1).getByRole('button', { name: /查看/ }).click();
  await expect(library(page)).toBeHidden();
  await findCell(page, 'hightech_firms@growth');
  await expect(growth).toHaveAttribute('data-value', '10');
  await expect(page.locator('[data-read-only=version]')).toContainText('保存的版本');
  await page.getByRole('button', { name: '恢复此版本' }).click();
  await expect(growth).toHaveAttribute('data-value', '10');
  await expect(page.locator('[data-read-only]')).toHaveCount(0);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(growth).toHaveAttribute('data-value', '20');

  await enter(page, 'hightech_firms@growth', '30');
  await openLibrary(page);
  const compare = library(page).getByRole('button', { name: '并排对比' });
  await expect(compare).toHaveAttribute('aria-disabled', 'true');
  await versions.last().getByRole('checkbox').check();
  await versions.nth(-2).getByRole('checkbox').check();
  await compare.click();
  const table = page.getByRole('table', { name: '方案对比' });
  const columns = table.locator('[data-cell="hightech_firms@growth"]');
  await expect(columns).toHaveCount(3);
  const shown = await columns.evaluateAll((cells) => cells.map((one) => one.getAttribute('data-value')));
  expect(shown).toEqual(['10', '20', '30']);
  await expect(columns.first()).toHaveAttribute('data-scenario', /^\d+月\d+日 \d\d:\d\d 方案一$/);
  await expect(columns.last()).toHaveAttribute('data-scenario', '方案一');
});

test('the library is complete in English, and reads well to a screen reader', async ({ page }) => {
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByRole('button', { name: 'Library' }).click();
  const dialog = page.getByRole('dialog', { name: 'Scenario library' });
  await expect(dialog.getByRole('option')).toHaveCount(6);
  await expect(dialog.getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(dialog.getByRole('option', { selected: true })).toContainText('Baseline');
  await expect(dialog.getByText('history goes on')).toBeVisible();
  expect(await dialog.innerText()).not.toMatch(/基准|达标|保守|进取|改动|只读/);
});
