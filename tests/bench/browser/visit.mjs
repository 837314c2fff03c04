/** A page in a browser context of its own, with nothing cached or stored, and what its main thread has worked so far. */

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ page: Page, session: import('@playwright/test').CDPSession }} Visit
 */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @param {number} throttle how many times slower than this machine the page's processor is
 * @returns {Promise<Visit>}
 */
export async function openVisit(browser, origin, throttle) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // A first page of the same origin gives the measured one its process, so that the time runs on from here.
  await page.goto(`${origin}icon.svg`);
  await slowDown({ page, session }, throttle);
  return { page, session };
}

/** @param {Visit} visit @param {number} rate */
export async function slowDown({ session }, rate) {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Milliseconds of main-thread work so far. @param {Visit} visit */
export async function cpuTime({ session }) {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

const quietMs = 250;

/** Waits until the page has had next to nothing to do for half a second. @param {Visit} visit */
export async function settle(visit) {
  let before = await cpuTime(visit);
  for (let quiet = 0; quiet < 2;) {
    await visit.page.waitForTimeout(quietMs);
    const now = await cpuTime(visit);
    quiet = now - before < quietMs / 10 ? quiet + 1 : 0;
    before = now;
  }
}

/** Megabytes in use after a collection: objects, buffers, elements of the page. @param {Visit} visit */
export async function memory({ session }) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize + embedderHeapUsedSize) / 1e6;
}
