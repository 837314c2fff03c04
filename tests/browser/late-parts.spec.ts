/** What a person does before the parts that come after the sheet are there, and while the server is gone. */
import type { Page } from '@playwright/test';
import { expect, expectTrouble, openSheet, test } from './support/fixtures.ts';
import { expectValue } from './support/stored.ts';

const growth = 'hightech_firms@growth';
const rest = /\/assets\/(complete|late-parts|Overlays)[^/]*\.js$/;

/** Holds all requests for the later parts back; what it returns lets them go. */
async function holdRest(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(rest, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

/** Without the name box, which finds cells only when the later parts are there. */
async function type(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(`[data-cell="${cell}"]`).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-cell="${cell}"]`)).toHaveAttribute('data-value', text);
}

test('[P2] an edit before saving is there is left in a note, and is back after a reload', async ({ page }) => {
  await holdRest(page);
  await openSheet(page);
  await type(page, growth, '12');
  await expect(page.locator('html')).toHaveAttribute('data-save', 'unsaved');
  await page.unroute(rest);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
  await expectValue(page, growth, '12');
});

test('[P2] while the server is gone edits stay and say so, and are saved when it is back', async ({
  page,
  trouble,
}) => {
  await page.route(rest, (route) => route.abort());
  await openSheet(page);
  await type(page, growth, '13');
  await expect(page.locator('html')).toHaveAttribute('data-save', 'failed');
  await page.unroute(rest);
  await expect(page.locator('html')).toHaveAttribute('data-save', 'saved', { timeout: 15_000 });
  await expect(page.getByRole('complementary')).not.toHaveCount(0);
  await page.reload();
  await expectValue(page, growth, '13');
  await expectTrouble(trouble, /^console error: Failed to load resource/);
});

test('[V1] copy and paste before their code is there are done when it comes', async ({ page }) => {
  const release = await holdRest(page);
  await openSheet(page);
  const cell = (id: string) => page.locator(`[data-cell="${id}"]`);
  await cell('hightech_firms@2020').click();
  await page.keyboard.press('Control+c');
  release();
  await expect(page.getByRole('complementary')).not.toHaveCount(0);
  await cell('hightech_firms@2024').click();
  await page.keyboard.press('Control+v');
  await expect(cell('hightech_firms@2024')).toHaveAttribute('data-value', '4222');
});

test('[V1] a paste before its code is there goes where it was asked for', async ({ page }) => {
  const release = await holdRest(page);
  await openSheet(page);
  const cell = (id: string) => page.locator(`[data-cell="${id}"]`);
  await cell('hightech_firms@2023').click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '4567');
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  release();
  await expectValue(page, 'hightech_firms@2023', '4567');
});

test('[V1] keys pressed while the name box waits for its code are answered after it, in their order', async ({
  page,
}) => {
  const release = await holdRest(page);
  await openSheet(page);
  await page.keyboard.press('Control+g');
  await page.keyboard.type(growth);
  await page.keyboard.press('Enter');
  await page.keyboard.type('12.5');
  await page.keyboard.press('Enter');
  release();
  await expect(page.locator(`[data-cell="${growth}"]`)).toHaveAttribute('data-value', '12.5');
  await expect(page.locator('html')).toHaveAttribute('data-save', 'saved');
  await page.keyboard.press('Control+z');
  await expect(page.locator(`[data-cell="${growth}"]`)).not.toHaveAttribute('data-value', '12.5');
});

test('[A15] a range typed before the code that reads it is taken when it comes, in the order of keys', async ({
  page,
}) => {
  const release = await holdRest(page);
  await openSheet(page);
  const cell = (id: string) => page.locator(`[data-cell="${id}"]`);
  await cell(growth).click();
  await page.keyboard.type('6%~10%');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('5000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  release();
  await expect(cell(growth)).toHaveAttribute('data-value', '8');
  await expect(cell('hightech_firms@2021')).toHaveAttribute('data-value', '5000');
  await page.keyboard.press('Control+z');
  await expect(cell('hightech_firms@2021')).not.toHaveAttribute('data-value', '5000');
  await expect(cell(growth)).toHaveAttribute('data-value', '8');
});

test('[E10] a target typed before the code that reads it, and a text that nothing reads', async ({ page }) => {
  const release = await holdRest(page);
  await openSheet(page);
  const target = page.locator('[data-cell="hightech_firms@target-2025"]');
  await target.click();
  await page.keyboard.type('>12000');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  release();
  await expect(target).toHaveAttribute('data-value', '12000');
  await expect(page.getByRole('alert')).toContainText('soon');
  await page.keyboard.press('Escape');
  await expect(target).toHaveAttribute('data-value', '12000');
});

test('[V40] the rows in the window are painted first, and those beyond it when the page is quiet', async ({
  page,
  trouble,
}) => {
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      const { dataset } = document.documentElement;
      if (dataset['app'] !== 'ready' || dataset['rowsAtFirst'] !== undefined) return;
      dataset['rowsAtFirst'] = String(document.querySelectorAll('[data-row], [data-chapter]').length);
    });
    watch.observe(document, { attributes: true, subtree: true });
  });
  await page.route(rest, (route) => route.abort());
  await openSheet(page);
  const window = await page.locator('.scroller').evaluate((scroller) => Math.ceil((scroller.clientHeight - 52) / 28));
  const first = Number(await page.locator('html').getAttribute('data-rows-at-first'));
  expect(first).toBe(window);
  await expect(page.locator('[data-row], [data-chapter]')).toHaveCount(window + 8);
  await expectTrouble(trouble, /^console error: Failed to load resource/);
});
