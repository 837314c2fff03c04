/** The sheet as a person reaches it: by address, by role, by what the page says of its cells. */
import { expect, type Locator, type Page } from '@playwright/test';

export function cellOf(page: Page, id: string): Locator {
  return page.locator(`[data-cell="${id}"]`);
}

/** The page's `data-value`: the number at full precision in the shown unit. */
export async function valueOf(page: Page, id: string): Promise<string> {
  return (await cellOf(page, id).getAttribute('data-value')) ?? '';
}

export function formulaBar(page: Page): Locator {
  return page.getByLabel('编辑栏', { exact: true }).and(page.locator('input'));
}

export function modeOf(page: Page): Locator {
  return page.locator('[data-mode]');
}

/** Goes to a cell by the name box, as one who knows the address does. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.keyboard.type(address);
  await page.keyboard.press('Enter');
  // In the first moments the name box waits for its code.
  await expect(page.getByLabel('名称框')).not.toBeFocused();
}

/** The cell that the text field stands for: what a screen reader is told. */
export async function activeCell(page: Page): Promise<string> {
  const id = await page.locator('[data-region="sheet"] [data-region-focus]').getAttribute('aria-activedescendant');
  return (id ?? '').replace(/^cell-/, '');
}

/** Goes to a cell by the name box, wherever the focus is, and with that brings it into the window of rows that are drawn. */
export async function findCell(page: Page, address: string): Promise<void> {
  const box = page.getByLabel('名称框', { exact: true });
  await box.fill(address);
  await box.press('Enter');
  await expect(box).not.toBeFocused();
}

/** Whether the text of a cell is longer than the room that it has. */
export async function isCut(page: Page, address: string): Promise<boolean> {
  return cellOf(page, address).evaluate((shown) => {
    const whole = document.createRange();
    whole.selectNodeContents(shown);
    const { paddingLeft, paddingRight } = getComputedStyle(shown);
    const room = shown.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return whole.getBoundingClientRect().width > room + 0.5;
  });
}
