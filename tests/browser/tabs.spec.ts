/** The same scenario open in two windows: nothing is lost, and nothing is decided over a person's head. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { database, enter, expectSaved, expectValue, holdSaves, readStored } from './support/stored.ts';

const growth = 'hightech_firms@growth';
const otherGrowth = 'patents_per_10k@growth';

async function openTwo(context: BrowserContext, page: Page): Promise<Page> {
  await openApp(page);
  const other = await context.newPage();
  await openApp(other);
  return other;
}

test('[P9] the other window follows within a second, and says so', async ({ page, context }) => {
  const other = await openTwo(context, page);
  await enter(other, growth, '12');
  await expect(page.locator(`[data-cell="${growth}"]`)).toHaveAttribute('data-value', '12', { timeout: 1000 });
  await expect(page.getByRole('status').filter({ hasText: '另一窗口改了 1 处，已合并' })).toBeVisible();
  // Two windows on an empty database began with the same scenario, not with one each.
  expect(Object.keys(await readStored(page))).toEqual(['first']);
});

test('[P9] edits of different cells at the same time are both kept, without a question', async ({ page, context }) => {
  const other = await openTwo(context, page);
  await enter(page, growth, '11');
  await expectSaved(page);
  const release = await holdSaves(page);
  await enter(page, growth, '13');
  await enter(other, otherGrowth, '7');
  await release();
  for (const tab of [page, other]) {
    await expectSaved(tab);
    await expectValue(tab, growth, '13');
    await expectValue(tab, otherGrowth, '7');
    await expect(tab.getByRole('alert')).toHaveCount(0);
  }
});

async function rename(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { selected: true }).press('F2');
  const field = page.getByRole('textbox', { name: '方案名称' });
  await field.fill(name);
  await field.press('Enter');
  await expect(field).toHaveCount(0);
}

test.describe('[P9] one cell and the name changed in both windows', () => {
  /** Both have typed before either could save. The one that saved second is asked; which one that is, is chance. */
  async function collide(page: Page, context: BrowserContext): Promise<{ asked: Page; mine: string; theirs: string }> {
    const other = await openTwo(context, page);
    await enter(page, growth, '10');
    await expectSaved(page);
    await expectValue(other, growth, '10');
    const release = await holdSaves(page);
    await enter(page, growth, '21');
    await rename(page, '名 21');
    await enter(other, growth, '22');
    await rename(other, '名 22');
    await release();
    const question = (tab: Page) => tab.getByRole('alert').filter({ hasText: '2 处在另一窗口也改了' });
    await expect
      .poll(async () => (await question(page).count()) + (await question(other).count()), { timeout: 20_000 })
      .toBe(1);
    const isHere = (await question(page).count()) === 1;
    return isHere ? { asked: page, mine: '21', theirs: '22' } : { asked: other, mine: '22', theirs: '21' };
  }

  test('mine stays until the person has chosen, cell by cell, in one step of undo', async ({ page, context }) => {
    const { asked, mine, theirs } = await collide(page, context);
    const name = asked.getByRole('tab', { selected: true });
    await expectValue(asked, growth, mine);
    await asked.getByRole('button', { name: '逐项选择' }).click();
    const dialog = asked.getByRole('dialog', { name: '两个窗口改了同一处' });
    const conflict = dialog.getByRole('group', { name: '高新技术企业 增速' });
    await expect(conflict).toContainText('原来：10%');
    await expect(conflict.locator('[data-side=mine]')).toHaveText(`${mine}%`);
    await expect(conflict.locator('[data-side=theirs]')).toHaveText(`${theirs}%`);
    await conflict.getByRole('radio', { name: '采用对方的' }).check();
    const names = dialog.getByRole('group', { name: '方案名称' });
    await expect(names).toContainText('原来：方案一');
    await expect(names.locator('[data-side=theirs]')).toHaveText(`名 ${theirs}`);
    await names.getByRole('radio', { name: '保留我的' }).check();
    await dialog.getByRole('button', { name: '确定' }).click();
    await expectValue(asked, growth, theirs);
    await expect(name).toContainText(`名 ${mine}`);
    await expect(asked.getByRole('alert')).toHaveCount(0);
    await asked.keyboard.press('Control+z');
    await expectValue(asked, growth, mine);
    await expect(name).toContainText(`名 ${mine}`);
  });

  test('all at once, by keyboard; and what is changed again is decided by that', async ({ page, context }) => {
    const { asked, mine, theirs } = await collide(page, context);
    await enter(asked, growth, '25');
    await expect(asked.getByRole('alert').filter({ hasText: '1 处' })).toBeVisible();
    await asked.getByRole('button', { name: '逐项选择' }).press('Enter');
    await asked.getByRole('button', { name: '全部采用对方的' }).press('Enter');
    await asked.getByRole('button', { name: '确定' }).press('Enter');
    const name = asked.getByRole('tab', { selected: true });
    await expect(name).toContainText(`名 ${theirs}`);
    await expect(name).not.toContainText(`名 ${mine}`);
    await expectValue(asked, growth, '25');
    await expectSaved(asked);
    await asked.reload();
    await expect(asked.locator('html')).toHaveAttribute('data-app', 'ready');
    await expect(name).toContainText(`名 ${theirs}`);
    await expectValue(asked, growth, '25');
  });
});

test.describe('[P6] an old window beside a newer version of the app', () => {
  async function meetNewer(page: Page, how: 'message' | 'upgrade'): Promise<void> {
    const newer = await page.context().newPage();
    await newer.goto('./icon.svg');
    await newer.evaluate(
      ([name, way]) =>
        new Promise<void>((resolve) => {
          if (way === 'message') {
            const channel = new BroadcastChannel(`yuce-1-${name}`);
            channel.postMessage({ type: 'hello', schema: 999, app: 'newer' });
            channel.close();
            resolve();
            return;
          }
          const opening = indexedDB.open(name, 2);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
      [database, how] as const,
    );
    await newer.close();
  }

  for (const how of ['message', 'upgrade'] as const) {
    test(`is read only, says why, and offers to reload (${how})`, async ({ page }) => {
      await openApp(page);
      await enter(page, growth, '11');
      await expectSaved(page);
      await meetNewer(page, how);
      await expect(page.getByRole('alert').filter({ hasText: '只能查看' }).first()).toBeVisible();
      await enter(page, growth, '12');
      await expect(page.getByRole('alert').filter({ hasText: '没有改动：本页已是旧版本' })).toBeVisible();
      await expectValue(page, growth, '11');
      await page.keyboard.press('Control+z');
      await expectValue(page, growth, '11');
      await page.getByRole('button', { name: '重新加载' }).click();
      await page.waitForLoadState();
      await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
      // The message came from no real newer version, so this page is the newest there is.
      if (how === 'message') {
        await expectValue(page, growth, '11');
        await enter(page, growth, '12');
        await expectSaved(page);
      }
    });
  }
});
