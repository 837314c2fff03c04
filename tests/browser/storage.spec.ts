/** What a person entered is there again, whatever happened to the page, the disk or the browser's storage in between. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { findCell } from './support/sheet.ts';
import { database, enter, expectValue } from './support/stored.ts';

const growth = 'hightech_firms@growth';

async function expectSaveState(page: Page, state: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-save', state);
}

async function devtools(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page);
  return { session, origin: new URL(page.url()).origin };
}

test('[P2] no edit is lost, however soon after it the page goes', async ({ page }) => {
  const ways: readonly (readonly [string, (page: Page) => Promise<Page>])[] = [
    [
      'reload',
      async (page) => {
        await page.reload();
        await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
        return page;
      },
    ],
    [
      'close',
      async (page) => {
        const next = await page.context().newPage();
        await page.close();
        await openApp(next);
        return next;
      },
    ],
    [
      'navigation',
      async (page) => {
        await page.goto('./icon.svg');
        await openApp(page);
        return page;
      },
    ],
  ];
  /** Twice each, for whether an edit is lost is a matter of moments. */
  const rounds = [...ways, ...ways].map((way, round) => [...way, String(11 + round)] as const);
  await openApp(page);
  let open = page;
  for (const [name, leave, percent] of rounds) {
    await test.step(name, async () => {
      await enter(open, growth, percent);
      open = await leave(open);
      await expectValue(open, growth, percent);
    });
  }
});

test('[P1] a tab that crashes loses at most what was typed in its last second', async ({ page, context }) => {
  await openApp(page);
  await enter(page, growth, '11');
  await expectSaveState(page, 'saved');
  await enter(page, growth, '12');
  const after = await crash(page, context);
  await findCell(after, growth);
  await expect(after.locator(`[data-cell="${growth}"]`)).toHaveAttribute('data-value', /^1[12]$/);
  await expect(after.getByRole('alert')).toHaveCount(0);
  await enter(after, growth, '13');
  await after.waitForTimeout(1000);
  await expectValue(await crash(after, context), growth, '13');
});

/** Kills the page's process without any of its events, and opens the planner again. */
async function crash(page: Page, context: BrowserContext): Promise<Page> {
  const next = await context.newPage();
  const { session } = await devtools(context, page);
  const crashed = page.waitForEvent('crash');
  // Whoever is killed does not answer.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await openApp(next);
  return next;
}

test('[P3] a full disk is told, keeps the edits, and is tried again', async ({ page, context }) => {
  // Before the planner opens, since the browser asks for the room that is left only now and then.
  await page.goto('./icon.svg');
  const { session, origin } = await devtools(context, page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await openApp(page);
  await enter(page, growth, '12');
  await expectSaveState(page, 'failed');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expectValue(page, growth, '12');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await expectSaveState(page, 'saved');
  await page.reload();
  await expectValue(page, growth, '12');
});

test('[P4] where storage is denied the planner works in memory and says so', async ({ page }) => {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
    const isPage = route.request().resourceType() === 'document';
    await route.fulfill({
      response,
      headers: isPage ? { ...headers, 'content-security-policy': 'sandbox allow-scripts' } : headers,
    });
  });
  await openApp(page);
  await expect(page.getByRole('alert').first()).toBeVisible();
  await enter(page, growth, '11');
  await expectValue(page, growth, '11');
  await expectSaveState(page, 'failed');
});

test('[P5] a database that never opens is given up after three seconds', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
    // An accessor of the prototype refuses to work on a request that is none.
    for (const handler of ['onsuccess', 'onerror', 'onupgradeneeded']) {
      Object.defineProperty(IDBOpenDBRequest.prototype, handler, { set: () => undefined, configurable: true });
      Object.defineProperty(IDBRequest.prototype, handler, { set: () => undefined, configurable: true });
    }
  });
  const before = Date.now();
  await openApp(page);
  await expect(page.getByRole('alert').first()).toBeVisible();
  expect(Date.now() - before).toBeLessThan(6000);
  await enter(page, growth, '11');
  await expectValue(page, growth, '11');
});

test('[P6] an open planner does not keep another page from deleting or upgrading the database', async ({
  page,
  context,
}) => {
  await openApp(page);
  await enter(page, growth, '11');
  await expectSaveState(page, 'saved');
  const other = await context.newPage();
  await other.goto('./icon.svg');
  const answer = await other.evaluate(
    (name) =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve('deleted');
        request.onblocked = () => setTimeout(() => resolve('blocked'), 1000);
      }),
    database,
  );
  expect(answer).toBe('deleted');
  await enter(page, growth, '12');
  await expectSaveState(page, 'saved');
  await page.reload();
  await expectValue(page, growth, '12');
});

test('[P7] storage that was emptied under the open page is written again, whole', async ({ page, context }) => {
  await openApp(page);
  await enter(page, growth, '11');
  await expectSaveState(page, 'saved');
  const { session, origin } = await devtools(context, page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await enter(page, 'patents_per_10k@growth', '7');
  await expectSaveState(page, 'saved');
  await page.reload();
  await expectValue(page, growth, '11');
  await expectValue(page, 'patents_per_10k@growth', '7');
});

test('[P10] a damaged record is told and put aside, and the planner opens', async ({ page }) => {
  await openApp(page);
  await enter(page, growth, '11');
  await expectSaveState(page, 'saved');
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite');
          const store = transaction.objectStore('records');
          const cursors = store.openCursor(IDBKeyRange.bound('sc/', 'sc0'));
          cursors.onsuccess = () => {
            const cursor = cursors.result;
            if (!cursor) return;
            cursor.update({ ...(cursor.value as object), body: '{"torn":' });
            cursor.continue();
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onabort = () => reject(new Error('aborted'));
        };
      }),
    database,
  );
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await enter(page, growth, '12');
  await expectSaveState(page, 'saved');
  await page.reload();
  await expectValue(page, growth, '12');
});
