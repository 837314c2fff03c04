/** What hands expect of a sheet beyond typing into it: columns, fill handle, scrolling, names, formats. */
import type { Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { activeCell, cellOf, formulaBar, goTo, isCut, modeOf, valueOf } from './support/sheet.ts';

test.beforeEach(async ({ page }) => {
  await openApp(page);
});

async function middleOf(page: Page, selector: string): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('[V15] targets, gaps and needed growth stand beside the years at 1366 × 768', async ({ page }) => {
  await goTo(page, 'rd_intensity@2020');
  for (const column of [
    '2020',
    'growth',
    '2025',
    'target-2021',
    'gap-2021',
    'target-2025',
    'gap-2025',
    'required-2025',
  ])
    await expect(cellOf(page, `rd_intensity@${column}`)).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await expect(cellOf(page, 'gdp@unit')).toHaveText('CNY 100m');
  expect(await isCut(page, 'gdp@unit')).toBe(false);
  // [V39] Rows are named by what can be typed without Chinese.
  const box = page.getByLabel('Name box', { exact: true });
  await box.fill('研发投入强度[2023]');
  await box.press('Enter');
  await expect(box).toHaveValue('rd_intensity[2023]');
  await expect(page.getByLabel('Formula bar', { exact: true }).and(page.locator('input'))).toHaveValue('=rd_spend/gdp');
});

test('[V15] names and units stay where they are while the columns scroll, and so does the active cell', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await goTo(page, 'hightech_firms@2020');
  const leftOf = async (address: string): Promise<number> => (await cellOf(page, address).boundingBox())?.x ?? NaN;
  const before = [await leftOf('hightech_firms@name'), await leftOf('hightech_firms@unit')];
  const value = await leftOf('hightech_firms@2020');
  await cellOf(page, 'hightech_firms@2021').hover();
  await page.mouse.wheel(200, 0);
  await expect.poll(() => leftOf('hightech_firms@2020')).toBeLessThan(value - 100);
  await expect
    .poll(async () => [await leftOf('hightech_firms@name'), await leftOf('hightech_firms@unit')])
    .toEqual(before);
  const covered = await page.evaluate(
    ([x, y]) =>
      document
        .elementFromPoint(x ?? 0, y ?? 0)
        ?.closest('[data-cell]')
        ?.getAttribute('data-cell'),
    [(before[1] ?? 0) + 5, ((await cellOf(page, 'hightech_firms@unit').boundingBox())?.y ?? 0) + 14],
  );
  expect(covered).toBe('hightech_firms@unit');
  await page.mouse.wheel(-400, 0);
  await expect.poll(() => leftOf('hightech_firms@2020')).toBe(value);
  expect(await leftOf('hightech_firms@name')).toBe(before[0]);
});

test('[V15] a number that outgrows its column is shortened and not cut', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  await page.keyboard.type('1234567890123');
  await page.keyboard.press('Control+Enter');
  await expect(cellOf(page, 'hightech_firms@2023')).toHaveText(/^1\.2\d*E12$/);
  await expect(cellOf(page, 'hightech_firms@2023')).toHaveAttribute('title', '1,234,567,890,123');
  expect(await valueOf(page, 'hightech_firms@2023')).toBe('1234567890123');
});

/** Cells whose text, or picture, is drawn beyond their edges, as `cell: text`. Those that are cut off show nothing there. */
async function spilling(page: Page): Promise<string[]> {
  return page.locator('.sheet-cell').evaluateAll((cells) =>
    cells
      .filter((cell) => getComputedStyle(cell).overflowX === 'visible')
      .filter((cell) => {
        const drawn = document.createRange();
        drawn.selectNodeContents(cell);
        const edges = cell.getBoundingClientRect();
        return [...drawn.getClientRects()].some(({ left, right }) => left < edges.left || right > edges.right);
      })
      .map((cell) => `${cell.getAttribute('data-cell') ?? ''}: ${cell.textContent}`),
  );
}

test('[V15] nothing is drawn beyond its cell, however narrow the columns, and what is cut off says so', async ({
  page,
}) => {
  expect(await spilling(page)).toEqual([]);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await expect(cellOf(page, 'gdp@unit')).toHaveText('CNY 100m');
  expect(await spilling(page)).toEqual([]);
  for (const column of ['name', 'unit', '2020', 'growth', '2023', 'target-2025', 'gap-2025', 'path']) {
    const border = await middleOf(page, `[data-resize="${column}"]`);
    await page.mouse.move(border.x, border.y);
    await page.mouse.down();
    await page.mouse.move(border.x - 300, border.y, { steps: 2 });
    await page.mouse.up();
  }
  await expect.poll(async () => (await cellOf(page, 'hightech_firms@2023').boundingBox())?.width).toBeLessThan(40);
  await expect(cellOf(page, 'hightech_firms@name')).toHaveCSS('text-overflow', 'ellipsis');
  expect(await spilling(page)).toEqual([]);
  expect(await isCut(page, 'hightech_firms@name')).toBe(true);
});

test('[V15] a dragged border sets the width of its column', async ({ page }) => {
  const before = (await cellOf(page, 'hightech_firms@2023').boundingBox())?.width ?? 0;
  const border = await middleOf(page, '[data-resize="2023"]');
  await page.mouse.move(border.x, border.y);
  await page.mouse.down();
  await page.mouse.move(border.x + 40, border.y, { steps: 4 });
  await page.mouse.up();
  const after = (await cellOf(page, 'hightech_firms@2023').boundingBox())?.width ?? 0;
  expect(Math.abs(after - before - 40)).toBeLessThanOrEqual(2);
});

test('[V8] a double click on the fill handle fills to the end of the chapter', async ({ page }) => {
  await goTo(page, 'rd_spend@2025');
  await page.keyboard.type('=self[-1]+1');
  await page.keyboard.press('Control+Enter');
  const handle = await middleOf(page, '[data-fill-handle]');
  await page.mouse.dblclick(handle.x, handle.y);
  await expect(cellOf(page, 'gdp@2025')).toHaveAttribute('data-changed', 'true');
  const before = Number(await valueOf(page, 'gdp@2024'));
  expect(Number(await valueOf(page, 'gdp@2025'))).toBeCloseTo(before + 1, 6);
  await expect(cellOf(page, 'sc_rd_institutions@2025')).not.toHaveAttribute('data-changed', 'true');
});

test('[V4] a drag that leaves the sheet scrolls it and selects on', async ({ page }) => {
  await goTo(page, 'innovation_index_rank@2020');
  const from = await middleOf(page, '[data-cell="innovation_index_rank@2020"]');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, 760, { steps: 6 });
  await expect(cellOf(page, 'rd_staff@2020')).toBeInViewport();
  await page.mouse.up();
  await expect(page.getByText(/^计数 \d{2,3}$/)).toBeVisible();
  expect(await activeCell(page)).toBe('innovation_index_rank@2020');
});

test('[V7] copy and cut from the menu', async ({ page }) => {
  await goTo(page, 'hightech_firms@2020');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '复制' }).click();
  await goTo(page, 'tech_firms@2021');
  await page.keyboard.press('Control+v');
  await expect(cellOf(page, 'tech_firms@2021')).toHaveAttribute('data-value', '4222');
  await cellOf(page, 'tech_firms@2021').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '剪切' }).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  await expect(cellOf(page, 'tech_firms@2022')).toHaveAttribute('data-value', '4222');
  await expect(cellOf(page, 'tech_firms@2021')).toHaveAttribute('data-value', '');
});

test('[V14] undo from the toolbar selects what it changed', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+End');
  await page.getByRole('button', { name: '撤销' }).click();
  expect(await activeCell(page)).toBe('hightech_firms@2023');
  await expect(cellOf(page, 'hightech_firms@2023')).toBeInViewport();
  await page.getByRole('searchbox', { name: '查找指标' }).fill('研发经费');
  await expect(cellOf(page, 'hightech_firms@2023')).toHaveCount(0);
  await page.getByRole('button', { name: '重做' }).click();
  await expect(cellOf(page, 'hightech_firms@2023')).toHaveAttribute('data-value', '5');
  expect(await activeCell(page)).toBe('hightech_firms@2023');
});

test('[V17] the name box offers indicators as one types, by pinyin too', async ({ page }) => {
  const box = page.getByRole('combobox', { name: '名称框' });
  await box.fill('gxjs');
  await expect(page.getByRole('option', { name: /高新技术企业/ }).first()).toBeVisible();
  await box.press('Enter');
  expect(await activeCell(page)).toBe('hightech_firms@2020');
  await expect(box).toHaveValue('高新技术企业[2020]');
  await box.fill('research');
  const offered = page.getByRole('listbox', { name: '指标' }).getByRole('option');
  const second = offered.nth(1);
  const name = (await second.locator('span').textContent()) ?? '';
  await box.press('ArrowDown');
  await box.press('ArrowDown');
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await box.press('Enter');
  await expect(box).toHaveValue(`${name}[2020]`);
  await expect(offered).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(box).toHaveValue(`${name}[增速]`);
});

test('[V13] behind a name its brackets offer the year before, the base year and the growth', async ({ page }) => {
  await goTo(page, 'tech_firms@2023');
  await page.keyboard.type('=高新技术企业[');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/^-1/, /^2020/, /^增速/]);
  await page.keyboard.press('Tab');
  await expect(formulaBar(page)).toHaveValue('=高新技术企业[-1]');
  await page.keyboard.type('+高新技术企业[202');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(formulaBar(page)).toHaveValue('=高新技术企业[-1]+高新技术企业[2021]');
  await page.keyboard.press('Enter');
  const [before, first] = [await valueOf(page, 'hightech_firms@2022'), await valueOf(page, 'hightech_firms@2021')];
  expect(Number(await valueOf(page, 'tech_firms@2023'))).toBeCloseTo(Number(before) + Number(first), 6);
});

test('[V16] Ctrl+1 chooses the decimals of a row, and the next visit keeps them', async ({ page }) => {
  await goTo(page, 'rd_spend@2025');
  const whole = await valueOf(page, 'rd_spend@2025');
  await page.keyboard.press('Control+1');
  const dialog = page.getByRole('dialog', { name: '数字格式：研发经费' });
  await dialog.getByLabel('小数位数').selectOption('4');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(cellOf(page, 'rd_spend@2025')).toHaveText(/\.\d{4}$/);
  expect(await valueOf(page, 'rd_spend@2025')).toBe(whole);
  await expect(modeOf(page)).toHaveText('就绪');
  await page.keyboard.press('ArrowLeft');
  expect(await activeCell(page)).toBe('rd_spend@2024');
  await page.reload();
  await expect(cellOf(page, 'rd_spend@2020')).toHaveText('526.7900');
  await cellOf(page, 'rd_spend@2020').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '数字格式' }).click();
  await page.getByLabel('小数位数').selectOption({ index: 0 });
  await page.getByRole('button', { name: '确定' }).click();
  await expect(cellOf(page, 'rd_spend@2020')).toHaveText('526.79');
});

test('[V18] a large selection is counted while the page answers', async ({ page, largeUrl }) => {
  await openApp(page, `${largeUrl}?rows=10000`);
  await goTo(page, 'hightech_firms@2020');
  await page.keyboard.press('Control+a');
  await expect(page.getByText(/^计数 \d{5,6}$/)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/^计数/)).toHaveCount(0);
});
