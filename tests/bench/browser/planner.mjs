/** What only the planner does: the slider of the side panel, scenarios as tabs, ten of them side by side. */
import { measureUntilPainted } from './painted.mjs';
import { selectGrowth, typeGrowth } from './sheet.mjs';
import { cpuTime, settle, slowDown } from './visit.mjs';

/** @typedef {import('./visit.mjs').Visit} Visit */

const scenarios = 10;

/** CPU in milliseconds for a step of a drag, the chart beside it included. @param {Visit} visit */
export async function measureSlider(visit) {
  const steps = 40;
  const { page } = visit;
  await selectGrowth(visit);
  const slider = page.getByRole('complementary', { name: '指标详情' }).getByRole('slider');
  const box = await slider.boundingBox();
  if (!box) throw new Error('There is no slider');
  await settle(visit);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  const before = await cpuTime(visit);
  // Each move is answered with the frame that it belongs to.
  for (let step = 1; step <= steps; step++) await page.mouse.move(box.x + box.width * (0.3 + step / 80), y);
  const cpu = (await cpuTime(visit)) - before;
  await page.mouse.up();
  return cpu / steps;
}

/** CPU in milliseconds from the press on another scenario's tab to the frame that shows it. @param {Visit} visit */
export async function measureSwitching(visit) {
  const tab = visit.page.locator('[role="tab"][aria-selected="false"]').first();
  const selector = '[role="tab"][aria-selected="true"]';
  await settle(visit);
  const { cpu } = await measureUntilPainted(visit, { event: 'mousedown', selector }, await pressOf(visit, tab));
  return cpu;
}

/**
 * Ten scenarios beside the reference. CPU in milliseconds to open the comparison, and for an edit in it until it is seen there.
 * @param {Visit} visit
 * @param {number} throttle what the page is slowed down by while it is measured
 */
export async function measureComparison(visit, throttle) {
  const { page } = visit;
  await slowDown(visit, 1);
  for (let made = 1; made < scenarios; made++) {
    await page.getByRole('button', { name: '新建方案' }).click();
    await typeGrowth(visit, String(made));
    await page.keyboard.press('Enter');
  }
  await chooseOwn(page);
  await settle(visit);
  await slowDown(visit, throttle);
  const board = '[data-cell="rd_spend@growth"][data-scenario]';
  const link = page.getByRole('link', { name: '对比', exact: true });
  const opened = await measureUntilPainted(visit, { event: 'mousedown', selector: board }, await pressOf(visit, link));
  await settle(visit);
  const open = await page.locator('[role="tab"][aria-selected="true"] .name').innerText();
  const sight = /** @type {const} */ ({ event: 'keydown', selector: `${board}[data-scenario="${open}"]` });
  const edited = await measureUntilPainted(visit, sight, () => page.keyboard.press('Control+z'));
  return { board: opened.cpu, boardEdit: edited.cpu };
}

/** Puts the person's own scenarios on the board, and goes back to the sheet. @param {import('./visit.mjs').Page} page */
async function chooseOwn(page) {
  await page.getByRole('link', { name: '对比', exact: true }).click();
  const choices = page.getByRole('group', { name: '添加对比方案' });
  await page.getByRole('button', { name: /^＋/ }).click();
  for (const choice of await choices.getByRole('checkbox').all()) {
    const label = await choice.locator('xpath=..').innerText();
    await choice.setChecked(label.startsWith('方案'));
  }
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '规划表', exact: true }).click();
  await page.getByRole('grid').waitFor();
}

/** A press of the mouse alone: what looks whether it can be pressed has been done before. @param {Visit} visit @param {import('@playwright/test').Locator} target */
async function pressOf({ page }, target) {
  await target.hover();
  return async () => {
    await page.mouse.down();
    await page.mouse.up();
  };
}
