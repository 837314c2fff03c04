import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, openApp, test } from './support/fixtures.ts';
import { encode, otherVersion, patch, scenario, valueOf as decoded, workbook } from '../io/share/support.ts';
import type { InputDocument } from '../../src/core/scenario/document.ts';
import { encodeShare } from '../../src/io/share/encode-link.ts';
import { currentFormat } from '../../src/io/share/formats.ts';
import { writeFrame } from '../../src/io/share/frame.ts';
import { Random } from '../support/random.ts';
import { findCell, cellOf } from './support/sheet.ts';

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

async function expectValue(page: Page, cell: string, value: string): Promise<void> {
  await findCell(page, cell);
  await expect(cellOf(page, cell)).toHaveAttribute('data-value', value);
}

async function change(page: Page, entries: typeof changes): Promise<void> {
  for (const [cell, entry] of entries) {
    await findCell(page, cell);
    await page.keyboard.type(entry);
    await page.keyboard.press('Enter');
  }
}

/** Every number of the sheet at full precision, read in a window so tall that all rows are drawn. */
async function allValues(page: Page): Promise<readonly (readonly [cell: string, value: string])[]> {
  await page.setViewportSize({ width: 1366, height: 3600 });
  const rows = page.locator('[role=row][data-row]');
  await expect(rows).toHaveCount(workbook.dataset.rows.length);
  return rows
    .locator('[data-cell]')
    .evaluateAll((cells) =>
      cells
        .map((cell) => [cell.getAttribute('data-cell') ?? '', cell.getAttribute('data-value') ?? ''] as const)
        .filter(([cell]) => /@(\d{4}|growth)$/.test(cell)),
    );
}

const openView = (page: Page, name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();

/** Every number beside other regions at full precision. */
async function peerValues(page: Page): Promise<readonly string[]> {
  await openView(page, '对标');
  const years = page.getByRole('table', { name: '与外地对标' }).locator('[data-peer] [data-year]');
  await expect(years.first()).toBeVisible();
  return years.evaluateAll((cells) =>
    cells.map((cell) => `${cell.getAttribute('data-year') ?? ''} ${cell.getAttribute('data-value') ?? ''}`),
  );
}

async function assumePeerGrowth(page: Page, region: string, growth: string): Promise<void> {
  await openView(page, '对标');
  const field = page.getByLabel(`${region} 高新技术企业以后年均增速`);
  await field.fill(growth);
  await field.press('Enter');
  await expect(field).toHaveValue(`${growth}%`);
}

const ownTabs = (page: Page): Locator => page.locator('[role=tab]:not([data-built-in]) .name');

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

/** What stands behind the address, as another browser's 分享 makes it. */
async function sharedHash(name: string, cells: Readonly<Record<string, InputDocument>>): Promise<string> {
  return `#s=${await encode(scenario(name, patch(cells)))}`;
}

/** Follows a link while the page is open. */
async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => (location.hash = next), hash);
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
  await openApp(page);
  await change(page, changes);
  const published = await peerValues(page);
  await assumePeerGrowth(page, '四川', '37.123456789');
  await assumePeerGrowth(page, '湖北', '-3.3');
  const peers = await peerValues(page);
  expect(peers).not.toEqual(published);
  await openView(page, '规划表');
  const link = await makeLink(page);
  await closeDialog(page);
  const sent = await allValues(page);
  expect(sent).toHaveLength(7 * workbook.dataset.rows.length);
  await inFreshProfile(browser, link, async (there) => {
    const dialog = review(there);
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('group', { name: '改动', exact: true })).toContainText('11 项假设');
    await expect(dialog).toContainText('同一基期数据');
    await expect(dialog).toContainText('四川 37.123456789%、湖北 -3.3%');
    await dialog.getByRole('button', { name: '另存为副本' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(there.getByRole('status').filter({ hasText: '已另存为' })).toBeVisible();
    expect(await allValues(there)).toEqual(sent);
    expect(await peerValues(there)).toEqual(peers);
    expect(there.url()).not.toContain('#');
  });
});

test.describe('[L12] [L24] the review', () => {
  const mine = ['方案一', '方案二'];
  let link = '';
  test.beforeEach(async ({ page }) => {
    link = await sharedHash('方案一', {
      'tech_firms@growth': 0.185,
      'hightech_firms@growth': 0.1837,
      'rd_spend@growth': 0.114,
    });
    await openApp(page);
    await page.getByRole('button', { name: '新建方案' }).click();
    await change(page, [['rd_spend@growth', '5']]);
  });

  test('changes nothing by itself, and looking leaves nothing behind', async ({ page }) => {
    await test.step('Esc leaves all as it was', async () => {
      await follow(page, link);
      await expect(review(page)).toContainText('在您选择之前，什么也不会改变');
      await closeDialog(page);
      await expect(ownTabs(page)).toHaveText(mine);
      await expectValue(page, 'rd_spend@growth', '5');
      expect(page.url()).not.toContain('#s=');
    });

    await test.step('an entry that is being typed is still there after it', async () => {
      await findCell(page, 'gdp@2024');
      await page.keyboard.type('31234');
      await follow(page, link);
      await expect(review(page)).toBeVisible();
      await closeDialog(page);
      await page.keyboard.press('Enter');
      await expectValue(page, 'gdp@2024', '31234');
    });

    await test.step('going back closes it, going forward opens it again', async () => {
      await follow(page, link);
      await expect(review(page)).toBeVisible();
      await page.goBack();
      await expect(review(page)).toHaveCount(0);
      await page.goForward();
      await expect(review(page)).toBeVisible();
    });

    await test.step('只看: a read-only tab, gone after closing', async () => {
      await review(page).getByRole('button', { name: '只看' }).click();
      await expect(page.getByRole('tab', { selected: true })).toContainText('只读');
      await expectValue(page, 'hightech_firms@growth', '18.37');
      await page.keyboard.type('1');
      await page.keyboard.press('Enter');
      await expectValue(page, 'hightech_firms@growth', '18.37');
      await expect(page.getByRole('alert').filter({ hasText: '分享的方案只读' })).toBeVisible();
      await page.locator('[data-read-only=guest]').getByRole('button', { name: '关闭' }).click();
      await expect(ownTabs(page)).toHaveText(mine);
      await expect(page.getByRole('tab', { selected: true })).toContainText('方案二');
    });

    await expect(page.locator('html')).toHaveAttribute('data-save', 'saved');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
    await expect(ownTabs(page)).toHaveText(mine);
  });

  test('is compared, merged and copied, each just so', async ({ page }) => {
    await test.step('与我的对比: both side by side', async () => {
      await follow(page, link);
      await review(page).getByRole('button', { name: '与我的对比' }).click();
      const growths = page.getByRole('table', { name: '方案对比' }).locator('[data-cell="rd_spend@growth"]');
      await expect(growths).toHaveCount(2);
      await expect(growths.first()).toHaveAttribute('data-scenario', '方案二');
      await expect(growths.last()).toHaveAttribute('data-scenario', '方案一 (2)');
      await expect(ownTabs(page)).toHaveText(mine);
      await page.getByRole('link', { name: '规划表', exact: true }).click();
    });

    await test.step('合并所选: just the ticked rows, as one step of undo', async () => {
      await follow(page, link);
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
      await expect(ownTabs(page)).toHaveText(mine);
      await page.locator('.notice').getByRole('button', { name: '撤销' }).click();
      for (const [cell, value] of [
        ['hightech_firms@growth', '18.37'],
        ['tech_firms@growth', '18.5'],
      ] as const) {
        await findCell(page, cell);
        await expect(cellOf(page, cell)).not.toHaveAttribute('data-value', value);
      }
      await expectValue(page, 'rd_spend@growth', '5');
    });

    await test.step('另存为副本: a free name, and one step of undo', async () => {
      await follow(page, link);
      await review(page).getByRole('button', { name: '另存为副本' }).click();
      await expect(ownTabs(page)).toHaveText([...mine, '方案一 (2)']);
      await expect(page.getByRole('tab', { selected: true })).toContainText('方案一 (2)');
      await page.goBack();
      await page.goForward();
      await expect(review(page)).toHaveCount(0);
      await expect(ownTabs(page)).toHaveText([...mine, '方案一 (2)']);
      await page.locator('.notice').getByRole('button', { name: '撤销' }).click();
      await expect(ownTabs(page)).toHaveText(mine);
    });
  });
});

test('[L5] a link that does not open says why, and changes nothing', async ({ page }) => {
  const code = readFileSync(new URL('../io/share/links/1-twenty-rows.txt', import.meta.url), 'utf8')
    .trim()
    .replace(/^.*s=/s, '');
  const middle = Math.floor(code.length / 2);
  const other = (character: string): string => (character === 'A' ? 'B' : 'A');
  const changed = code.slice(0, middle) + other(code.charAt(middle)) + code.slice(middle + 1);
  const cases: readonly (readonly [what: string, code: string, message: RegExp])[] = [
    ['cut off', code.slice(0, -9), /不完整/],
    ['with one character changed', changed, /校验不一致/],
    ['with a foreign character', `${code.slice(0, middle)}中${code.slice(middle)}`, /第 \d+ 个字符“中”/],
    ['too long', 'A'.repeat(40_000), /太长/],
    ['that is none', 'hello', /没有分享链接|不完整|打不开/],
    ['of a newer version', writeFrame(currentFormat + 1, new Uint8Array(40)), /更新的版本/],
  ];
  const dialog = page.getByRole('dialog', { name: '打开分享' });
  await openApp(page, `./#s=${encodeURI(cases[0]?.[1] ?? '')}`);
  for (const [what, broken, message] of cases) {
    await test.step(what, async () => {
      await follow(page, `#s=${encodeURI(broken)}`);
      await expect(dialog.getByRole('alert')).toHaveText(message);
      await closeDialog(page);
      expect(page.url()).not.toContain('#s=');
    });
  }
  await expect(ownTabs(page)).toHaveText(['方案一']);
});

test.describe('a link that was made on other data', () => {
  test.beforeEach(async ({ page }) => openApp(page));

  test('[L10] rows that this page has not got are named and left out', async ({ page }) => {
    await follow(page, await sharedHash('远方', { 'gdp@growth': 0.07, 'no_such_row@2025': 5 }));
    await expect(review(page).getByRole('alert')).toContainText('对方有 1 处改动属于本页没有的指标或年份，没有带入');
    await expect(review(page).getByRole('group', { name: '改动', exact: true })).toContainText('1 项假设');
    await review(page).getByRole('button', { name: '另存为副本' }).click();
    await expectValue(page, 'gdp@growth', '7');
  });

  test('[L11] of another version: says which base figures differ, and takes those that are ticked', async ({
    page,
  }) => {
    const plan = scenario('另版', patch({ 'hightech_firms@growth': 0.1, 'rd_staff@2021': 210_000 }));
    const there = otherVersion({ hightech_firms: 4300, rd_staff: 190_000, tech_firms: 1 });
    await follow(page, `#s=${decoded(await encodeShare([plan], there))}`);
    const dialog = review(page);
    await expect(dialog).toContainText('基期数据的版本不同');
    const figures = dialog.getByRole('group', { name: /这些基期数值与本页不同/ });
    await expect(figures.getByRole('checkbox')).toHaveCount(2);
    await expect(dialog.getByRole('group', { name: '改动', exact: true })).toContainText('2 项假设');
    await figures.getByLabel('高新技术企业：您的 4,222 家，对方的 4,300 家').check();
    await expect(dialog.getByRole('group', { name: '改动', exact: true })).toContainText('3 项假设');
    await dialog.getByRole('button', { name: '另存为副本' }).click();
    await expectValue(page, 'hightech_firms@2020', '4300');
    await expectValue(page, 'hightech_firms@2021', String(4300 * 1.1));
    await findCell(page, 'rd_staff@2020');
    await expect(cellOf(page, 'rd_staff@2020')).not.toHaveAttribute('data-changed');
  });

  test('[L10] of a dataset that is not here: what it says can be read, and nothing is opened', async ({ page }) => {
    const elsewhere = otherVersion({}, { id: 'chengdu' });
    const plan = scenario('成都方案', patch({ 'gdp@growth': 0.07, 'gdp@2022': '=prev*1.1', 'rd_staff@2021': null }), {
      author: '规划处',
      note: '供参考',
      dataset: { id: 'chengdu', version: '1' },
    });
    await follow(page, `#s=${decoded(await encodeShare([plan, { ...plan, name: '第二个' }], elsewhere))}`);
    const dialog = page.getByRole('dialog', { name: '打开分享' });
    await expect(dialog.getByRole('alert')).toContainText('另一套数据“chengdu”');
    const listed = dialog.getByRole('list', { name: '链接里的方案' }).getByRole('listitem');
    await expect(listed).toHaveCount(2);
    await expect(listed.first()).toContainText('成都方案');
    await expect(listed.first()).toContainText('署名 规划处，改动 3 个单元格');
    await listed.first().locator('summary').press('Enter');
    await expect(listed.first()).toContainText('附言：供参考');
    await expect(listed.first().getByRole('row')).toHaveText([
      '单元格内容',
      'gdp@2022=prev*1.1',
      'gdp@growth0.07',
      'rd_staff@2021空白',
    ]);
    await expectAccessible(page);
    await closeDialog(page);
    await expect(ownTabs(page)).toHaveText(['方案一']);
  });
});

test('[L22] every way in leads to the review: text, file, picture, clipboard, drop, address', async ({
  page,
  context,
}) => {
  await openApp(page);
  await change(page, changes.slice(0, 2));
  const link = await makeLink(page);
  const isTheSame = async (): Promise<void> => {
    await expect(review(page)).toContainText('与您的方案“方案一”内容完全相同');
    await closeDialog(page);
  };
  const save = async (button: string): Promise<{ readonly path: string; readonly buffer: Buffer }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const path = await download.path();
    return { path, buffer: readFileSync(path) };
  };
  const file = await save('保存为文件');
  await page.getByRole('button', { name: '显示二维码' }).click();
  await expect(page.getByRole('img', { name: /分享二维码/ })).toBeVisible();
  const picture = await save('保存二维码图片');

  await test.step('pasted text', async () => {
    await page.getByRole('button', { name: '打开收到的分享…' }).click();
    const field = page.getByRole('textbox', { name: '链接或代码' });
    await field.fill('您好！');
    await field.press('Enter');
    await expect(page.getByRole('dialog', { name: '打开分享' }).getByRole('alert')).toContainText('没有分享链接');
    await field.fill(`请看这个：${link}。谢谢`);
    await field.press('Enter');
    await isTheSame();
  });

  await test.step('a file and a picture that are chosen', async () => {
    for (const [name, mimeType, { buffer }] of [
      ['方案.json', 'application/json', file],
      ['qr.png', 'image/png', picture],
    ] as const) {
      await page.getByRole('button', { name: '方案操作' }).click();
      await page.getByRole('menuitem', { name: '打开分享…' }).click();
      await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
      await isTheSame();
    }
  });

  await test.step('a picture on the clipboard', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
    }, picture.buffer.toString('base64'));
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByRole('textbox', { name: '链接或代码' })).toBeFocused();
    await page.keyboard.press('Control+v');
    await isTheSame();
  });

  await test.step('a file that is dropped, on the page and on the dialog', async () => {
    const session = await context.newCDPSession(page);
    const drop = async (x: number, y: number): Promise<void> => {
      const data = { items: [], files: [file.path], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x, y, data });
      }
    };
    await drop(700, 400);
    await isTheSame();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    const box = await page.getByRole('textbox', { name: '链接或代码' }).boundingBox();
    await drop((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    await isTheSame();
  });

  await test.step('an address whose link stands behind the question mark', async () => {
    await expect(page.locator('html')).toHaveAttribute('data-save', 'saved');
    await openApp(page, `./?s=${new URL(link).hash.slice(3)}`);
    await isTheSame();
    expect(page.url()).not.toContain('s=');
    await expect(ownTabs(page)).toHaveText(['方案一']);
  });
});

test('[L20] a link says how long it is and where it no longer fits, and a file is offered', async ({ page }) => {
  const random = new Random(7);
  /** Numbers that take every bit of a double, in these columns of every row. */
  const cells = (columns: readonly string[]) =>
    Object.fromEntries(
      workbook.dataset.rows.flatMap(({ indicator }) =>
        columns.map((column) => [`${indicator.id}@${column}`, random.next() + random.next() / 2 ** 21] as const),
      ),
    );
  const years = ['2021', '2022', '2023', '2024', '2025'];
  await openApp(page);
  const dialog = page.getByRole('dialog', { name: '分享方案' });
  const lengths: number[] = [];
  for (const [columns, message] of [
    [years.slice(0, 2), /! 共 [\d,]+ 个字符，较长，微信、钉钉等可能截断；建议改发文件/],
    [[...years, ...years.map((year) => `growth-${year}`)], /! 共 [\d,]+ 个字符，太长，多数聊天软件会截断，请改发文件/],
  ] as const) {
    await follow(page, await sharedHash('大方案', cells(columns)));
    await review(page).getByRole('button', { name: '只看' }).click();
    const link = await makeLink(page);
    lengths.push(link.length);
    await expect(dialog.getByRole('alert')).toHaveText(message);
    await expect(dialog.getByRole('alert')).toContainText(`共 ${link.length.toLocaleString('en')} 个字符`);
    await expect(dialog.getByRole('button', { name: '保存为文件' })).toBeEnabled();
    if (columns.length === 2) await closeDialog(page);
  }
  expect(lengths[0]).toBeGreaterThan(1900);
  expect(lengths[0]).toBeLessThanOrEqual(8000);
  expect(lengths[1]).toBeGreaterThan(8000);
  const note = Array.from({ length: 10_000 }, () => String.fromCharCode(random.integer(0x4e00, 0x9fa5))).join('');
  await dialog.getByLabel('附言').fill(note);
  await expect(dialog.getByRole('alert')).toContainText('内容太多，链接装不下。请改发文件');
  await expect(dialog.getByRole('textbox', { name: '分享链接' })).toHaveValue('');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '保存为文件' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain(note);
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
    await expect(ownTabs(there)).toHaveText(['方案一', '方案一 (2)', '方案二']);
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
  await follow(page, new URL(link).hash);
  await expect(review(page).getByRole('button', { name: '另存为副本' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(ownTabs(page)).toHaveText(['方案一', '方案二', '方案一 (2)']);
});
