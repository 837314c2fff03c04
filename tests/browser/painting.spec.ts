/** What an entry makes the browser do until the sheet is painted with it, and what comes after. */
import type { Browser, Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { cellOf, goTo, modeOf } from './support/sheet.ts';

const growth = 'rd_spend@growth';

/** Types a growth, which the next Enter commits. */
async function typeGrowth(page: Page): Promise<void> {
  await openApp(page);
  await goTo(page, growth);
  await page.keyboard.type('13');
  await expect(modeOf(page)).toHaveAttribute('data-mode', 'enter');
}

/** What follows what was typed has followed. */
async function untilFollowed(page: Page): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
}

test('[V40] an entry is laid out without the rest of the page', async ({ page, browser }) => {
  await typeGrowth(page);
  await page.evaluate(() => {
    const look = (): void => {
      performance.mark('entered');
      requestAnimationFrame(() => setTimeout(() => performance.mark('painted')));
    };
    addEventListener('keydown', look, { capture: true, once: true });
  });
  const events = await trace(browser, page, async () => {
    await page.keyboard.press('Enter');
    await expect(cellOf(page, growth)).toHaveAttribute('data-value', '13');
    await page.waitForFunction(() => performance.getEntriesByName('painted').length > 0);
  });
  const timeOf = (mark: string): number => events.find(({ name }) => name === mark)?.ts ?? NaN;
  const layouts = events.filter(
    ({ name, ts }) => name === 'Layout' && ts > timeOf('entered') && ts < timeOf('painted'),
  );
  expect(layouts.length).toBeGreaterThan(0);
  expect(layouts.filter(({ args }) => args.beginData?.partialLayout !== true)).toEqual([]);
});

test('[V40] the marks at the edge of the page change once an entry is painted', async ({ page }) => {
  await typeGrowth(page);
  // From the first entry on there is something to undo.
  await page.keyboard.press('Enter');
  await expect(page.locator('.save')).toContainText('已保存');
  await page.keyboard.type('12');
  await expect(modeOf(page)).toHaveAttribute('data-mode', 'enter');
  await untilFollowed(page);
  await page.evaluate(() => {
    const regions = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest<HTMLElement>('[data-region], footer');
        regions.add(region?.dataset['region'] ?? region?.tagName ?? 'page');
      }
    });
    const look = (): void => {
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      requestAnimationFrame(() => observer.disconnect());
    };
    Reflect.set(globalThis, 'regions', regions);
    addEventListener('keydown', look, { capture: true, once: true });
  });
  await page.keyboard.press('Enter');
  await expect(modeOf(page)).toHaveAttribute('data-mode', 'ready');
  await expect(page.locator('.save')).toContainText('已保存');
  const regions = await page.evaluate(() => [...(Reflect.get(globalThis, 'regions') as Set<string>)]);
  expect(regions).toEqual(['sheet']);
});

test('[V40] name box and formula bar follow once an entry is painted', async ({ page }) => {
  await typeGrowth(page);
  const nameBox = page.getByRole('combobox', { name: '名称框' });
  const from = await nameBox.inputValue();
  await page.evaluate(() => {
    const look = (): void => {
      requestAnimationFrame(() => {
        const fields = [...document.querySelectorAll<HTMLInputElement>('input')];
        Reflect.set(
          globalThis,
          'fields',
          fields.map(({ value }) => value),
        );
      });
    };
    addEventListener('keydown', look, { capture: true, once: true });
  });
  await page.keyboard.press('Enter');
  await expect(nameBox).not.toHaveValue(from);
  const inFrame = await page.evaluate(() => Reflect.get(globalThis, 'fields') as readonly string[]);
  expect(inFrame).toContain(from);
  // The bar; the field over the cell is empty already.
  expect(inFrame.filter((value) => value === '13')).toHaveLength(1);
});

test('[V40] a text that comes to the name box while it has the focus is selected, so typing replaces it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { requestAnimationFrame } = globalThis;
    globalThis.requestAnimationFrame = (step) => {
      setTimeout(() => requestAnimationFrame(step), 300);
      return 0;
    };
  });
  await typeGrowth(page);
  const nameBox = page.getByRole('combobox', { name: '名称框' });
  const from = await nameBox.inputValue();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+g');
  await expect(nameBox).toBeFocused();
  await expect(nameBox).toHaveValue(from);
  await expect(nameBox).not.toHaveValue(from);
  await page.keyboard.type('hightech_firms@2023');
  await expect(nameBox).toHaveValue('hightech_firms@2023');
});

interface TraceEvent {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
  readonly args: { readonly beginData?: { readonly partialLayout: boolean } };
}

async function trace(browser: Browser, page: Page, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return traceEvents;
}
