/** Everything as one file, and back; what reminds of it; and a database that answers late. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, openApp, test } from './support/fixtures.ts';
import { enter, expectSaved, expectValue, readStored } from './support/stored.ts';

const growth = 'hightech_firms@growth';

async function openBackup(page: Page) {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('button', { name: '备份全部方案…' }).click();
  const dialog = page.getByRole('dialog', { name: '备份与恢复' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Keys reach the sheet only when the dialog is gone. */
async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
}

/** Makes a backup as a person does; answers with the text of the file. */
async function backUp(page: Page): Promise<string> {
  const dialog = await openBackup(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^备份 \d+ 个方案/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^渝策备份 \d{4}-\d\d-\d\d\.json$/);
  await expect(dialog.getByText('（今天）')).toBeVisible();
  await closeDialog(page);
  return readFileSync(await download.path(), 'utf8');
}

async function chooseFile(page: Page, name: string, content: string): Promise<void> {
  const dialog = await openBackup(page);
  const buffer = Buffer.from(content, 'utf8');
  await dialog.getByLabel('选择备份文件').setInputFiles({ name, mimeType: 'application/json', buffer });
}

test('[P25] backed up, wiped and restored: equal to the last bit', async ({ page, browser, baseURL }) => {
  await openApp(page);
  await enter(page, growth, '12.345678901234567%');
  await enter(page, 'rd_spend@2023', '=0.1+0.2');
  await enter(page, 'hightech_firms@2025', '7777.700000000001');
  await page.getByRole('button', { name: '另存为' }).click();
  await expect(page.getByRole('dialog', { name: '另存为新方案' })).toBeVisible();
  await page.keyboard.type('进取');
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog')).toHaveCount(0);
  await enter(page, 'patents_per_10k@growth', '7');
  await expectSaved(page);
  const before = Object.values(await readStored(page)).map(({ name, cells }) => ({ name, cells }));
  expect(before).toHaveLength(2);
  const file = await backUp(page);

  const wiped = await browser.newContext({ locale: 'zh-CN', ...(baseURL !== undefined && { baseURL }) });
  const fresh = await wiped.newPage();
  await openApp(fresh);
  await chooseFile(fresh, 'backup.json', file);
  await expect(fresh.getByText('文件里有 2 个方案')).toBeVisible();
  await expect(fresh.getByText('将增加 2 个')).toBeVisible();
  await fresh.getByRole('button', { name: '增加 2 个方案' }).click();
  await expect(fresh.getByText('已增加 2 个方案')).toBeVisible();
  await closeDialog(fresh);
  await expectValue(fresh, 'patents_per_10k@growth', '7');
  await expectSaved(fresh);
  const restored = Object.values(await readStored(fresh)).map(({ name, cells }) => ({ name, cells }));
  // The blank one that a fresh profile begins with has taken the first name.
  const renamed = before.map((one) => (one.name === '方案一' ? { ...one, name: '方案一 (2)' } : one));
  for (const one of renamed) expect(restored).toContainEqual(one);
  // One step of undo takes all of it back.
  await fresh.keyboard.press('Control+z');
  await expectSaved(fresh);
  expect(Object.keys(await readStored(fresh))).toHaveLength(1);
  await wiped.close();
});

test('[P25] what is here already is not added again, and stays as it is', async ({ page }) => {
  await openApp(page);
  await enter(page, growth, '11');
  await expectSaved(page);
  const file = await backUp(page);
  await chooseFile(page, 'backup.json', file);
  await expect(page.getByText('文件里的方案这里都有')).toBeVisible();
  await closeDialog(page);
  await enter(page, growth, '12');
  await chooseFile(page, 'backup.json', file);
  await page.getByRole('button', { name: '增加 1 个方案' }).click();
  await closeDialog(page);
  await expect(page.getByRole('tab', { name: /方案一 \(2\)/ })).toBeVisible();
  await expectValue(page, growth, '11');
  await expectSaved(page);
  expect(
    Object.values(await readStored(page))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['方案一', '方案一 (2)']);
});

test('[P25] a bad file is refused in plain words, and nothing changes', async ({ page }) => {
  await openApp(page);
  await enter(page, growth, '11');
  await expectSaved(page);
  const file = await backUp(page);
  const dialog = await openBackup(page);
  const files: readonly (readonly [what: string, content: string, message: RegExp])[] = [
    ['cut short', file.slice(0, file.length - 40), /第 \d+ 行第 \d+ 列/],
    ['one digit changed', file.replace('0.11', '0.12'), /校验不一致/],
    ['some other JSON', '{"a": [1, 2]}', /不是渝策的备份文件/],
    ['too large', ' '.repeat(10_485_761), /文件太大.*最多 10\.0 MB/],
    ['nested too deep', '['.repeat(1000), /嵌套超过|第 1 行/],
  ];
  for (const [what, content, message] of files) {
    await test.step(what, async () => {
      const buffer = Buffer.from(content, 'utf8');
      await dialog
        .getByLabel('选择备份文件')
        .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer });
      await expect(dialog.getByRole('alert')).toHaveText(message);
    });
  }
  expect(Object.keys(await readStored(page))).toHaveLength(1);
});

test('[P16] without a promise of the browser a backup is asked for after seven days, and not before', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.storage.persisted = () => Promise.resolve(false);
    navigator.storage.persist = () => Promise.resolve(false);
  });
  const reminder = page.getByText('还没有备份过；');
  await page.clock.setFixedTime('2026-03-02T08:00:00+08:00');
  await openApp(page);
  await enter(page, growth, '11');
  await expectSaved(page);
  await page.clock.setFixedTime('2026-03-08T08:00:00+08:00');
  await page.reload();
  await expectValue(page, growth, '11');
  await expect(reminder).toHaveCount(0);
  await page.clock.setFixedTime('2026-03-09T08:00:01+08:00');
  await page.reload();
  await expect(reminder).toBeVisible();
  await page.getByRole('button', { name: '备份…' }).click();
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^备份 1 个方案/ }).click()]);
  await closeDialog(page);
  await expect(reminder).toHaveCount(0);
  await page.clock.setFixedTime('2026-03-17T08:00:00+08:00');
  await page.reload();
  await expect(page.getByText('上次备份是 7 天前')).toBeVisible();
  await page.getByRole('button', { name: '以后再说' }).click();
  await expect(page.getByText('上次备份是 7 天前')).toHaveCount(0);
});

test('[P5] a database that answers late offers to merge what it has with what was done meanwhile', async ({ page }) => {
  await openApp(page);
  await enter(page, growth, '11');
  await expectSaved(page);
  await page.addInitScript(() => {
    const open: IDBFactory['open'] = Reflect.get(IDBFactory.prototype, 'open');
    Reflect.set(globalThis, 'letOpen', () => {
      IDBFactory.prototype.open = open;
    });
    // What is asked for is a request that nobody answers.
    IDBFactory.prototype.open = () => Reflect.construct(EventTarget, []) as IDBOpenDBRequest;
  });
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: '没有响应' })).toBeVisible();
  await enter(page, 'patents_per_10k@growth', '7');
  await page.evaluate(() => {
    const letOpen: unknown = Reflect.get(globalThis, 'letOpen');
    if (typeof letOpen === 'function') Reflect.apply(letOpen, undefined, []);
  });
  await page.getByRole('button', { name: '合并并保存' }).click({ timeout: 15_000 });
  await expectValue(page, growth, '11');
  await expectValue(page, 'patents_per_10k@growth', '7');
  await expectSaved(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  const stored = await readStored(page);
  expect(Object.values(stored).map(({ cells }) => cells.map(([cell]) => cell))).toEqual([
    [growth, 'patents_per_10k@growth'],
  ]);
});

test('[P11] lost scenarios are named at each visit until a person has read it', async ({ page }) => {
  await openApp(page);
  await enter(page, growth, '11');
  await expectSaved(page);
  await page.goto('./icon.svg');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.deleteDatabase('yuce').onsuccess = () => resolve();
      }),
  );
  const lost = page.getByRole('alert').filter({ hasText: '丢失了 1 个方案：方案一' });
  await openApp(page);
  await expect(lost).toBeVisible();
  await enter(page, growth, '12');
  await expectSaved(page);
  await page.reload();
  await expect(lost).toBeVisible();
  await page.getByRole('button', { name: '知道了，不再提示' }).click();
  await expect(lost).toHaveCount(0);
  await page.waitForTimeout(300);
  await page.reload();
  await expectValue(page, growth, '12');
  await expect(lost).toHaveCount(0);
});
