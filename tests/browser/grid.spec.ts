import type { Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import {
  activeCell,
  cellOf as cell,
  formulaBar as bar,
  goTo,
  isCut,
  modeOf as mode,
  valueOf,
} from './support/sheet.ts';

test.beforeEach(async ({ page }) => {
  await openApp(page);
});

test('[V1] the main job by keyboard alone: look, assume, project, undo', async ({ page }) => {
  await goTo(page, 'hightech_firms@2020');
  await expect(bar(page)).toHaveValue('4222');
  expect(await valueOf(page, 'hightech_firms@2020')).toBe('4222');
  await page.keyboard.press('ArrowRight');
  expect(await activeCell(page)).toBe('hightech_firms@growth');
  await page.keyboard.type('10');
  await expect(mode(page)).toHaveText('输入');
  await page.keyboard.press('Enter');
  await expect(mode(page)).toHaveText('就绪');
  await expect(cell(page, 'hightech_firms@growth')).toHaveAttribute('data-value', '10');
  await expect(cell(page, 'hightech_firms@growth')).toHaveAttribute('data-changed', 'true');
  expect(Number(await valueOf(page, 'hightech_firms@2025'))).toBeCloseTo(6799.57322, 8);
  await goTo(page, 'hightech_firms@2023');
  await page.keyboard.type('=prev+1000');
  await page.keyboard.press('Enter');
  expect(Number(await valueOf(page, 'hightech_firms@2023'))).toBeCloseTo(4222 * 1.21 + 1000, 8);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'hightech_firms@growth')).not.toHaveAttribute('data-changed', 'true');
  await page.keyboard.press('Control+y');
  await expect(cell(page, 'hightech_firms@growth')).toHaveAttribute('data-value', '10');
});

test('[V1] Enter, Edit and Esc', async ({ page }) => {
  await goTo(page, 'hightech_firms@2020');
  await page.keyboard.press('F2');
  await expect(mode(page)).toHaveText('编辑');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('9');
  await expect(bar(page)).toHaveValue('42292');
  await page.keyboard.press('Escape');
  expect(await valueOf(page, 'hightech_firms@2020')).toBe('4222');
  await page.keyboard.type('5');
  await page.keyboard.press('ArrowDown');
  expect(await valueOf(page, 'hightech_firms@2020')).toBe('5');
  expect(await activeCell(page)).not.toContain('hightech_firms');
});

test('[V11] a slip in a formula stays in the editor, with the place and the reason', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  const before = await valueOf(page, 'hightech_firms@2023');
  await page.keyboard.type('=prev*(1+');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('第 10 个字符');
  await expect(mode(page)).toHaveText('编辑');
  await page.keyboard.type('10%)');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await valueOf(page, 'hightech_firms@2023')).not.toBe(before);
});

test('[V11] an error value says which cell to mend', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  await page.keyboard.type('=1/0');
  await page.keyboard.press('Control+Enter');
  await expect(cell(page, 'hightech_firms@2023')).toHaveAttribute('data-value', '#DIV/0!');
  await goTo(page, 'hightech_firms@2025');
  await expect(page.getByRole('status').filter({ hasText: '除以了零' })).toContainText('高新技术企业[2023]');
});

test('[V1] Chinese input keeps its first letter, and its keys are not the grid’s', async ({ page, context }) => {
  const cdp = await context.newCDPSession(page);
  await goTo(page, 'hightech_firms@2025');
  await page.keyboard.type('=');
  await cdp.send('Input.imeSetComposition', { text: 'y', selectionStart: 1, selectionEnd: 1 });
  await cdp.send('Input.imeSetComposition', { text: 'yan fa', selectionStart: 6, selectionEnd: 6 });
  await expect(bar(page)).toHaveValue('=yan fa');
  await cdp.send('Input.insertText', { text: '研发经费' });
  await expect(bar(page)).toHaveValue('=研发经费');
  await page.keyboard.type('*2');
  await page.keyboard.press('Enter');
  const spend = Number(await valueOf(page, 'rd_spend@2025'));
  expect(Number(await valueOf(page, 'hightech_firms@2025'))).toBeCloseTo(spend * 2, 8);
});

test('[V1] a composition begins the entry by itself, from ready mode', async ({ page, context }) => {
  const cdp = await context.newCDPSession(page);
  await goTo(page, 'hightech_firms@2020');
  await cdp.send('Input.imeSetComposition', { text: 'w', selectionStart: 1, selectionEnd: 1 });
  await expect(mode(page)).toHaveText('输入');
  await cdp.send('Input.insertText', { text: '１２３４' });
  await expect(bar(page)).toHaveValue('１２３４');
  await page.keyboard.press('Enter');
  expect(await valueOf(page, 'hightech_firms@2020')).toBe('1234');
});

test('[V5] arrows and clicks pick references by name', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  await page.keyboard.type('=');
  await page.keyboard.press('ArrowLeft');
  await expect(mode(page)).toHaveText('选取');
  await expect(bar(page)).toHaveValue('=高新技术企业[-1]');
  await page.keyboard.press('ArrowUp');
  await expect(bar(page)).toHaveValue('=科技型企业[-1]');
  await page.keyboard.type('*2+');
  await cell(page, 'hightech_firms@2020').click();
  await expect(bar(page)).toHaveValue('=科技型企业[-1]*2+高新技术企业[-3]');
  await page.keyboard.press('F4');
  await expect(bar(page)).toHaveValue('=科技型企业[-1]*2+高新技术企业[2020]');
  await page.keyboard.press('Enter');
  const expected = Number(await valueOf(page, 'tech_firms@2022')) * 2 + 4222;
  expect(Number(await valueOf(page, 'hightech_firms@2023'))).toBeCloseTo(expected, 6);
});

test('[V5] Shift picks a range, from its first corner to its last', async ({ page }) => {
  await goTo(page, 'hightech_firms@2025');
  await page.keyboard.type('=SUM(');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(bar(page)).toHaveValue('=SUM(科技型企业[-2]:科技型企业');
  await page.keyboard.type(')');
  await page.keyboard.press('Enter');
  const years = await Promise.all(
    [2023, 2024, 2025].map(async (year) => Number(await valueOf(page, `tech_firms@${year}`))),
  );
  const sum = years.reduce((total, value) => total + value, 0);
  expect(Number(await valueOf(page, 'hightech_firms@2025'))).toBeCloseTo(sum, 4);
});

test('[V13] pinyin initials complete a name, and a function brings its bracket', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  await page.keyboard.type('=su');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(bar(page)).toHaveValue('=SUM(');
  await page.keyboard.type('yfjf');
  await page.keyboard.press('Tab');
  await expect(bar(page)).toHaveValue('=SUM(研发经费');
  await page.keyboard.type(',1)');
  await page.keyboard.press('Enter');
  const spend = Number(await valueOf(page, 'rd_spend@2023'));
  expect(Number(await valueOf(page, 'hightech_firms@2023'))).toBeCloseTo(spend + 1, 8);
});

test('[V7] copy and paste keep formulas inside, cut moves', async ({ page }) => {
  await goTo(page, 'hightech_firms@2021');
  await page.keyboard.type('=prev+100');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+v');
  await expect(cell(page, 'hightech_firms@2023')).toHaveAttribute('data-value', '4522');
  await goTo(page, 'hightech_firms@2023');
  await expect(bar(page)).toHaveValue('=prev+100');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  await expect(bar(page)).toHaveValue('=prev+100');
  await expect(cell(page, 'hightech_firms@2023')).toHaveAttribute('data-value', '');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'hightech_firms@2023')).toHaveAttribute('data-value', '4522');
});

test('[V7] Ctrl+Shift+V pastes values, not formulas', async ({ page }) => {
  await goTo(page, 'hightech_firms@2021');
  await page.keyboard.type('=prev+100');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+V');
  await expect(bar(page)).toHaveValue('4322');
});

/** Pastes text from another program, with the event the browser would send. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('[V7] paste from Excel reads numbers as people write them, and shows what it cannot read', async ({ page }) => {
  await goTo(page, 'hightech_firms@2021');
  await pasteText(page, '1,234\t1.2万\t—\t待定\t(5)\r\n');
  await expect(cell(page, 'hightech_firms@2021')).toHaveAttribute('data-value', '1234');
  await expect(cell(page, 'hightech_firms@2022')).toHaveAttribute('data-value', '12000');
  await expect(cell(page, 'hightech_firms@2023')).toHaveAttribute('data-value', '');
  await expect(cell(page, 'hightech_firms@2024')).toHaveAttribute('data-value', '#VALUE!');
  await expect(cell(page, 'hightech_firms@2025')).toHaveAttribute('data-value', '-5');
  await expect(page.getByText('1 个内容读不出数值')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'hightech_firms@2024')).not.toHaveAttribute('data-value', '#VALUE!');
});

test('[V8] Ctrl+R, Ctrl+D and the fill handle', async ({ page }) => {
  await goTo(page, 'hightech_firms@2021');
  await page.keyboard.type('5000');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+r');
  await expect(cell(page, 'hightech_firms@2022')).toHaveAttribute('data-value', '5000');
  await goTo(page, 'hightech_firms@2022');
  await page.keyboard.type('5100');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Shift+ArrowLeft');
  const handle = await page.locator('[data-fill-handle]').boundingBox();
  const end = await cell(page, 'hightech_firms@2024').boundingBox();
  if (!handle || !end) throw new Error('nothing to drag');
  await page.mouse.move(handle.x + 4, handle.y + 4);
  await page.mouse.down();
  await page.mouse.move(end.x + 20, end.y + 10, { steps: 5 });
  await page.mouse.up();
  await expect(cell(page, 'hightech_firms@2024')).toHaveAttribute('data-value', '5300');
  await goTo(page, 'tech_firms@2021');
  await page.keyboard.type('30123');
  await page.keyboard.press('Enter');
  expect(await activeCell(page)).toBe('hightech_firms@2021');
  await page.keyboard.press('Control+d');
  await expect(cell(page, 'hightech_firms@2021')).toHaveAttribute('data-value', '30123');
});

test('[V3] Tab, Tab, Enter goes back to where the run began; Ctrl+Enter fills the selection', async ({ page }) => {
  await goTo(page, 'hightech_firms@2021');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await activeCell(page)).toMatch(/@2021$/);
  await goTo(page, 'hightech_firms@2022');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type('7');
  await page.keyboard.press('Control+Enter');
  for (const year of [2022, 2023, 2024]) expect(await valueOf(page, `hightech_firms@${year}`)).toBe('7');
  await page.keyboard.press('Delete');
  for (const year of [2022, 2023, 2024]) expect(await valueOf(page, `hightech_firms@${year}`)).toBe('');
});

test('[V1] Alt+= offers the sum of what stands to the left', async ({ page }) => {
  await goTo(page, 'hightech_firms@2025');
  await page.keyboard.press('Alt+=');
  await expect(mode(page)).toHaveText('编辑');
  await expect(bar(page)).toHaveValue('=SUM(高新技术企业[-4]:高新技术企业[-1])');
  await page.keyboard.press('Escape');
});

test('[V2] a chapter folds and opens by key and by mouse', async ({ page }) => {
  await goTo(page, 'hightech_firms@2021');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(page.locator('[data-row="hightech_firms"]')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row="hightech_firms"]')).toHaveCount(1);
  await goTo(page, 'hightech_firms@2021');
  await expect(page.locator('[data-row="hightech_firms"]')).toBeVisible();
});

test('[G17] after a year was overtyped, the menu brings the later ones back to the old end', async ({ page }) => {
  const last = cell(page, 'hightech_firms@2025');
  const planned = Number(await last.getAttribute('data-value'));
  await goTo(page, 'hightech_firms@2023');
  await page.keyboard.type('9000');
  await page.keyboard.press('Control+Enter');
  await expect(last).not.toHaveAttribute('data-value', String(planned));
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '以后各年回到原定的 2025 年数' }).press('Enter');
  await expect.poll(async () => Number(await last.getAttribute('data-value'))).toBeCloseTo(planned, 6);
  await expect(cell(page, 'hightech_firms@2023')).toHaveAttribute('data-value', '9000');
});

test('[V1] the menu resets a cell to the base and holds a year', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  await page.keyboard.type('1');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Shift+F10');
  await page
    .getByRole('menuitem', { name: /^恢复为基准：/ })
    .first()
    .press('Enter');
  await expect(cell(page, 'hightech_firms@2023')).not.toHaveAttribute('data-changed', 'true');
  await cell(page, 'hightech_firms@2023').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '锁定该年' }).click();
  await expect(cell(page, 'hightech_firms@2023')).toHaveAccessibleDescription(/已锁定/);
  await page.keyboard.press('ArrowRight');
  expect(await activeCell(page)).toBe('hightech_firms@2024');
});

test('[V1] Ctrl+` shows formulas, and a double click on a border fits the column', async ({ page }) => {
  await goTo(page, 'hightech_firms@2023');
  await page.keyboard.press('Control+`');
  await expect(cell(page, 'hightech_firms@2023')).toContainText('=prev*(1+growth)');
  expect(await isCut(page, 'hightech_firms@2023')).toBe(true);
  await page.locator('[data-resize="2023"]').dblclick();
  await expect.poll(() => isCut(page, 'hightech_firms@2023')).toBe(false);
  const wide = (await cell(page, 'hightech_firms@2023').boundingBox())?.width ?? 0;
  await page.keyboard.press('Control+`');
  await expect(cell(page, 'hightech_firms@2023')).not.toContainText('prev');
  await page.locator('[data-resize="2023"]').dblclick();
  expect((await cell(page, 'hightech_firms@2023').boundingBox())?.width).toBeLessThan(wide);
});
