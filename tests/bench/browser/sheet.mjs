/** What ours and the bare grid both do: a growth rate is typed, the rows are scrolled. */
import { measureUntilPainted } from './painted.mjs';
import { cpuTime, settle } from './visit.mjs';

/** @typedef {import('./visit.mjs').Visit} Visit */

/** Of a row that grows by a rate. */
const growth = 'rd_spend@growth';
const lastYear = '[data-cell="rd_spend@2025"]';

/** Selects the growth cell. In our long sheets it is far down, and found by the name box. @param {Visit} visit */
export async function selectGrowth({ page }) {
  const cell = page.locator(`[data-cell="${growth}"]`);
  if ((await cell.count()) === 0) {
    await page.getByLabel('名称框', { exact: true }).fill(growth);
    await page.keyboard.press('Enter');
  }
  await cell.click();
}

/** Types into the growth cell, without Enter. @param {Visit} visit @param {string} text */
export async function typeGrowth(visit, text) {
  const { page } = visit;
  await selectGrowth(visit);
  await page.keyboard.type(text);
  await page.waitForTimeout(200);
}

/** Another growth, from Enter to the frame that shows the row's last year. @param {Visit} visit @param {number} percent */
export async function measureEntry(visit, percent) {
  await typeGrowth(visit, String(percent));
  const sight = /** @type {const} */ ({ event: 'keydown', selector: lastYear });
  const { cpu, frames, whole } = await measureUntilPainted(visit, sight, () => visit.page.keyboard.press('Enter'));
  return { entry: cpu, frames, entryWhole: whole };
}

/**
 * The wheel turned a little in every frame, as a touchpad does, for 3 s. `late`: frames over 20 ms; `worst` in milliseconds; `scroll`: CPU
 * in milliseconds a frame; `blank`: frames in which there was no row at the top, in the middle or at the bottom of the window.
 * @param {Visit} visit
 */
export async function measureScrolling(visit) {
  const before = await cpuTime(visit);
  const { times, blank } = await visit.page.evaluate(scroll);
  const cpu = (await cpuTime(visit)) - before;
  await settle(visit);
  const lengths = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    late: lengths.filter((length) => length > 20).length,
    worst: Math.max(...lengths),
    scroll: cpu / lengths.length,
    blank,
  };
}

/** In the page. */
function scroll() {
  const step = 90;
  const scroller = globalThis.document.querySelector('[role="grid"]')?.closest('.scroller');
  if (!scroller) throw new Error('There is no grid');
  const { left, top, width, bottom } = scroller.getBoundingClientRect();
  const isRowAt = (/** @type {number} */ y) =>
    Boolean(globalThis.document.elementFromPoint(left + width / 2, y)?.closest('[role="row"]'));
  const isBlank = () => ![top + 60, (top + bottom) / 2, bottom - 24].every(isRowAt);
  const start = scroller.scrollTop;
  /** @type {number[]} */
  const times = [];
  let blank = 0;
  let down = step;
  /** @type {Promise<{ times: number[], blank: number }>} */
  const scrolled = new Promise((resolve) => {
    const end = performance.now() + 3000;
    const frame = (/** @type {number} */ now) => {
      times.push(now);
      if (now >= end) {
        scroller.scrollTop = start;
        resolve({ times, blank });
        return;
      }
      if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) down = -step;
      else if (scroller.scrollTop === 0) down = step;
      scroller.scrollBy(0, down);
      globalThis.requestAnimationFrame(frame);
      // Once this frame is painted, and nothing has to be laid out to tell.
      setTimeout(() => (blank += isBlank() ? 1 : 0));
    };
    globalThis.requestAnimationFrame(frame);
  });
  return scrolled;
}
