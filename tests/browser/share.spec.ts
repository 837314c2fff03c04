import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, openApp, test } from './support/fixtures.ts';
import { encode, patch, scenario } from '../io/share/support.ts';
import { currentFormat } from '../../src/io/share/formats.ts';
import { writeFrame } from '../../src/io/share/frame.ts';
import { cellOf, valueOf } from './support/sheet.ts';

/** Ten assumptions of several kinds: growths, a year overtyped, a formula, a rate in per cent. */
const changes: readonly (readonly [cell: string, entry: string])[] = [
  ['tech_firms@growth', '18.5'],
  ['hightech_firms@growth', '18.37'],
  ['rd_spend@growth', '11.4'],
  ['gdp@growth', '6.3'],
  ['rd_staff@growth', '9.1'],
  ['tech_contracts@growth', '12.34'],
  ['patents_per_10k@2025', '17.123456789'],
  ['state_key_labs@2023', '=prev+1'],
  ['incubators_city@2024', '131'],
  ['academicians@2022', '17'],
];

/** Goes to a cell from wherever the focus is, and with that brings it into the window of rows that are drawn. */
async function goTo(page: Page, cell: string): Promise<void> {
  await page.getByLabel('名称框').fill(cell);
  await page.getByLabel('名称框').press('Enter');
}

async function expectValue(page: Page, cell: string, value: string): Promise<void> {
  await goTo(page, cell);
  await expect(cellOf(page, cell)).toHaveAttribute('data-value', value);
}

async function change(page: Page, entries: typeof changes): Promise<void> {
  for (const [cell, entry] of entries) {
    await goTo(page, cell);
    await page.keyboard.type(entry);
    await page.keyboard.press('Enter');
  }
}

/** Every number of the sheet at full precision, however far down it stands. */
async function allValues(page: Page): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  const read = async (): Promise<number> => {
    const drawn = await page
      .locator('[role=row][data-row] [data-cell]')
      .evaluateAll((cells) =>
        cells.map((cell) => [cell.getAttribute('data-cell') ?? '', cell.getAttribute('data-value') ?? ''] as const),
      );
    const before = values.size;
    for (const [cell, value] of drawn) if (/@(\d{4}|growth)$/.test(cell)) values.set(cell, value);
    return values.size - before;
  };
  await goTo(page, 'tech_firms@2020');
  await page.keyboard.press('Control+Home');
  await read();
  for (let quiet = 0; quiet < 3;) {
    await page.keyboard.press('PageDown');
    quiet = (await read()) === 0 ? quiet + 1 : 0;
  }
  return values;
}

const tabNames = (page: Page): Promise<string[]> =>
  page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => tab.querySelector('.name')?.textContent ?? ''));

const ownTabs = async (page: Page): Promise<string[]> => (await tabNames(page)).slice(5);

const review = (page: Page): Locator => page.getByRole('dialog', { name: '查看分享的方案' });

async function makeLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: '分享', exact: true }).click();
  const field = page.getByRole('textbox', { name: '分享链接' });
  await expect(field).toHaveValue(/#s=[\w-]+$/);
  return field.inputValue();
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** A link with the ten changes, made in a profile of its own. */
async function linkWithChanges(page: Page): Promise<string> {
  await openApp(page);
  await change(page, changes);
  const link = await makeLink(page);
  await closeDialog(page);
  return link;
}

async function inFreshProfile(browser: Browser, address: string, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  await openApp(page, address);
  await visit(page);
  const origin = new URL(address).origin;
  expect(requests.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(
    requests.filter((url) => url.includes('s=')),
    'what is shared is sent to nobody',
  ).toEqual([]);
  await context.close();
}

test('[L1] a scenario opened from a link has every value to the last bit', async ({ page, browser }) => {
  const link = await linkWithChanges(page);
  const sent = await allValues(page);
  expect(sent.size).toBeGreaterThan(500);
  await inFreshProfile(browser, link, async (there) => {
    const dialog = review(there);
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('group', { name: '改动' })).toContainText('10 项假设');
    await expect(dialog).toContainText('同一基期数据');
    await dialog.getByRole('button', { name: '另存为副本' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(there.getByRole('status').filter({ hasText: '已另存为' })).toBeVisible();
    expect([...(await allValues(there))]).toEqual([...sent]);
    expect(there.url()).not.toContain('#');
  });
});

test.describe('[L12] the review', () => {
  let link = '';
  test.beforeEach(async ({ page }) => {
    link = await linkWithChanges(page);
    await page.getByRole('button', { name: '新建方案' }).click();
    await change(page, [['rd_spend@growth', '5']]);
    await page.evaluate((address) => (location.hash = new URL(address).hash), link);
    await expect(review(page)).toBeVisible();
  });

  test('changes nothing by itself, and Esc leaves all as it was', async ({ page }) => {
    const before = await ownTabs(page);
    await expect(review(page)).toContainText('在您选择之前，什么也不会改变');
    await closeDialog(page);
    expect(await ownTabs(page)).toEqual(before);
    await expectValue(page, 'rd_spend@growth', '5');
    expect(page.url()).not.toContain('#s=');
    await page.evaluate((address) => (location.hash = new URL(address).hash), link);
    await expect(review(page)).toBeVisible();
  });

  test('只看 opens a read-only tab that is gone after closing and never stored', async ({ page }) => {
    await review(page).getByRole('button', { name: '只看' }).click();
    await expect(page.getByRole('tab', { selected: true })).toContainText('只读');
    await expectValue(page, 'hightech_firms@growth', '18.37');
    await goTo(page, 'hightech_firms@growth');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await expectValue(page, 'hightech_firms@growth', '18.37');
    await expect(page.getByRole('alert').filter({ hasText: '分享的方案只读' })).toBeVisible();
    await page.locator('[data-read-only=guest]').getByRole('button', { name: '关闭' }).click();
    expect(await ownTabs(page)).toEqual(['方案一', '方案二']);
    await expect(page.getByRole('tab', { selected: true })).toContainText('方案二');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
    expect(await ownTabs(page)).toEqual(['方案一', '方案二']);
  });

  test('另存为副本 adds a scenario under a free name, and undo takes it away', async ({ page }) => {
    await review(page).getByRole('button', { name: '另存为副本' }).click();
    expect(await ownTabs(page)).toEqual(['方案一', '方案二', '方案一 (2)']);
    await expect(page.getByRole('tab', { selected: true })).toContainText('方案一 (2)');
    await page.locator('.notice').getByRole('button', { name: '撤销' }).click();
    expect(await ownTabs(page)).toEqual(['方案一', '方案二']);
  });

  test('与我的对比 shows both side by side', async ({ page }) => {
    await review(page).getByRole('button', { name: '与我的对比' }).click();
    const board = page.getByRole('table', { name: '方案对比' }).or(page.getByRole('grid', { name: '方案对比' }));
    await expect(board).toBeVisible();
    const names = await board
      .locator('[data-scenario]')
      .evaluateAll((cells) => [...new Set(cells.map((cell) => cell.getAttribute('data-scenario')))]);
    expect(names).toEqual(['方案二', '方案一 (2)']);
    expect(await ownTabs(page)).toEqual(['方案一', '方案二']);
  });

  test('合并所选 takes over just the ticked rows as one step of undo', async ({ page }) => {
    const dialog = review(page);
    await expect(dialog.getByRole('row', { name: /研发经费/ })).toContainText('5.00%');
    await dialog.getByRole('checkbox', { name: '全选' }).uncheck();
    const merge = dialog.getByRole('button', { name: '合并所选' });
    await expect(merge).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByRole('checkbox', { name: /科技型企业/ }).check();
    await dialog.getByRole('checkbox', { name: /高新技术企业/ }).check();
    await merge.click();
    await expectValue(page, 'hightech_firms@growth', '18.37');
    await expectValue(page, 'tech_firms@growth', '18.5');
    await expectValue(page, 'rd_spend@growth', '5');
    expect(await ownTabs(page)).toEqual(['方案一', '方案二']);
    await page.locator('.notice').getByRole('button', { name: '撤销' }).click();
    for (const [cell, value] of [
      ['hightech_firms@growth', '18.37'],
      ['tech_firms@growth', '18.5'],
    ] as const) {
      await goTo(page, cell);
      expect(await valueOf(page, cell)).not.toBe(value);
    }
    await expectValue(page, 'rd_spend@growth', '5');
  });

  test('going back closes it, going forward opens it again, neither adds anything', async ({ page }) => {
    await page.goBack();
    await expect(review(page)).toHaveCount(0);
    await page.goForward();
    await expect(review(page)).toBeVisible();
    await review(page).getByRole('button', { name: '另存为副本' }).click();
    await page.goBack();
    await page.goForward();
    await expect(review(page)).toHaveCount(0);
    expect(await ownTabs(page)).toEqual(['方案一', '方案二', '方案一 (2)']);
  });
});

test('[L6] an entry that is being typed is still there after a link was looked at', async ({ page }) => {
  const link = await linkWithChanges(page);
  await goTo(page, 'gdp@2024');
  await page.keyboard.type('31234');
  await page.evaluate((address) => (location.hash = new URL(address).hash), link);
  await expect(review(page)).toBeVisible();
  await closeDialog(page);
  await page.keyboard.press('Enter');
  await expectValue(page, 'gdp@2024', '31234');
});

test.describe('[L5] a link that does not open says why, and changes nothing', () => {
  const code = readFileSync(new URL('../io/share/links/1-twenty-rows.txt', import.meta.url), 'utf8')
    .trim()
    .replace(/^.*s=/s, '');
  const middle = Math.floor(code.length / 2);
  const other = (character: string): string => (character === 'A' ? 'B' : 'A');
  const cases: readonly (readonly [what: string, code: string, message: RegExp])[] = [
    ['cut off', code.slice(0, -9), /不完整/],
    [
      'with one character changed',
      code.slice(0, middle) + other(code.charAt(middle)) + code.slice(middle + 1),
      /校验不一致/,
    ],
    ['with a foreign character', `${code.slice(0, middle)}中${code.slice(middle)}`, /第 \d+ 个字符“中”/],
    ['too long', 'A'.repeat(40_000), /太长/],
    ['that is none', 'hello', /没有分享链接|不完整|打不开/],
    ['of a newer version', writeFrame(currentFormat + 1, new Uint8Array(40)), /更新的版本/],
  ];

  for (const [what, broken, message] of cases) {
    test(what, async ({ page }) => {
      await openApp(page, `./#s=${encodeURI(broken)}`);
      const dialog = page.getByRole('dialog', { name: '打开分享' });
      await expect(dialog.getByRole('alert')).toHaveText(message);
      expect(await ownTabs(page)).toEqual(['方案一']);
      await closeDialog(page);
      expect(page.url()).not.toContain('#s=');
    });
  }
});

test('[L10] rows that this page has not got are named and left out', async ({ page }) => {
  const code = await encode(scenario('远方', patch({ 'gdp@growth': 0.07, 'no_such_row@2025': 5 })));
  await openApp(page, `./#s=${code}`);
  await expect(review(page).getByRole('alert')).toContainText('对方有 1 处改动属于本页没有的指标或年份，没有带入');
  await expect(review(page).getByRole('group', { name: '改动' })).toContainText('1 项假设');
  await review(page).getByRole('button', { name: '另存为副本' }).click();
  await expectValue(page, 'gdp@growth', '7');
});

test('[L4] a message with a link is pasted, and a file is opened, from the menu', async ({ page }) => {
  const link = await linkWithChanges(page);
  await page.getByRole('button', { name: '分享', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存为文件' }).click();
  const file = await (await download).path();
  await page.getByRole('button', { name: '打开收到的分享…' }).click();
  const field = page.getByRole('textbox', { name: '链接或代码' });
  await field.fill('您好！');
  await field.press('Enter');
  await expect(page.getByRole('dialog', { name: '打开分享' }).getByRole('alert')).toContainText('没有分享链接');
  await field.fill(`请看这个：${link}。谢谢`);
  await field.press('Enter');
  await expect(review(page)).toContainText('与您的方案“方案一”内容完全相同');
  await closeDialog(page);
  await page.getByRole('button', { name: '方案操作' }).click();
  await page.getByRole('menuitem', { name: '打开分享…' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: '方案.json',
    mimeType: 'application/json',
    buffer: readFileSync(file),
  });
  await expect(review(page)).toBeVisible();
});

test('a QR code is drawn, saved as a picture, and read again', async ({ page }) => {
  await linkWithChanges(page);
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await page.getByRole('button', { name: '显示二维码' }).click();
  await expect(page.getByRole('img', { name: /分享二维码/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存二维码图片' }).click();
  const picture = readFileSync(await (await download).path());
  await page.getByRole('button', { name: '打开收到的分享…' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: picture });
  await expect(review(page)).toContainText('内容完全相同');
});

test('author and note go along without being kept, several scenarios travel in one link', async ({ page, browser }) => {
  await openApp(page);
  await change(page, [['hightech_firms@growth', '20']]);
  await page.getByRole('button', { name: '新建方案' }).click();
  await change(page, [['rd_spend@growth', '13']]);
  const address = page.url();
  await page.getByRole('button', { name: '分享', exact: true }).click();
  const field = page.getByRole('textbox', { name: '分享链接' });
  await expect(field).toHaveValue(/#s=/);
  const short = await field.inputValue();
  await page.getByRole('checkbox', { name: '方案一' }).check();
  await page.getByLabel('署名').fill('规划处');
  await page.getByLabel('附言').fill('双倍增口径');
  await expect(field).not.toHaveValue(short);
  await expect.poll(async () => (await field.inputValue()).length).toBeGreaterThan(short.length + 20);
  const link = await field.inputValue();
  await expect(page.getByRole('dialog')).toContainText(`共 ${link.length} 个字符`);
  expect(page.url()).toBe(address);
  await inFreshProfile(browser, link, async (there) => {
    const dialog = review(there);
    await expect(dialog).toContainText('双倍增口径');
    await expect(dialog).toContainText('署名 规划处');
    await dialog.getByRole('combobox', { name: '方案', exact: true }).selectOption({ label: '方案二（2/2）' });
    await expect(dialog.getByRole('row', { name: /研发经费/ })).toBeVisible();
    await dialog.getByRole('button', { name: '另存为副本' }).click();
    expect(await ownTabs(there)).toEqual(['方案一', '方案一 (2)', '方案二']);
  });
});

test('the dialogs can be used by keyboard alone and have no accessibility faults', async ({ page }) => {
  await openApp(page);
  await change(page, changes.slice(0, 2));
  await page.getByRole('button', { name: '分享', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '分享链接' })).toHaveValue(/#s=/);
  const link = await page.getByRole('textbox', { name: '分享链接' }).inputValue();
  await expectAccessible(page);
  await closeDialog(page);
  await expect(page.getByRole('button', { name: '分享', exact: true })).toBeFocused();
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.evaluate((address) => (location.hash = new URL(address).hash), link);
  await expect(review(page).getByRole('button', { name: '另存为副本' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  expect(await ownTabs(page)).toEqual(['方案一', '方案二', '方案一 (2)']);
});
