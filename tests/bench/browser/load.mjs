/** What it costs to open the page. */
import { cpuTime, settle } from './visit.mjs';

/**
 * CPU in milliseconds from the navigation until the sheet answers and is painted, and until all is there that comes later.
 * @param {import('./visit.mjs').Visit} visit
 * @param {string} address
 */
export async function measureLoad(visit, address) {
  const { page } = visit;
  const release = await holdWhatComesLater(page);
  const before = await cpuTime(visit);
  await page.goto(address, { waitUntil: 'commit' });
  await page.evaluate(untilReady);
  const ready = await cpuTime(visit);
  await release();
  await page.unrouteAll({ behavior: 'wait' });
  await settle(visit);
  const whole = await cpuTime(visit);
  return { load: ready - before, whole: whole - before };
}

/**
 * Requests of what index.html does not name wait until they are released: they are made once the sheet is there, and would be
 * answered before the time can be read.
 * @param {import('./visit.mjs').Page} page
 */
async function holdWhatComesLater(page) {
  let html = '';
  /** @type {import('@playwright/test').Route[] | undefined} Undefined once they are released. */
  let held = [];
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (request.resourceType() === 'document') {
      const response = await route.fetch();
      html = await response.text();
      await route.fulfill({ response });
      return;
    }
    const file = new URL(request.url()).pathname.split('/').at(-1) ?? '';
    if (held && !html.includes(file)) held.push(route);
    else await route.continue();
  });
  return async () => {
    const waiting = held ?? [];
    held = undefined;
    await Promise.all(waiting.map((route) => route.continue()));
  };
}

/** In the page: until the frame is painted that shows the sheet. */
function untilReady() {
  const { documentElement } = globalThis.document;
  /** @type {Promise<void>} */
  const painted = new Promise((resolve) => {
    const look = () => {
      if (documentElement.dataset['app'] !== 'ready') return false;
      globalThis.requestAnimationFrame(() => setTimeout(resolve));
      return true;
    };
    if (look()) return;
    const observer = new globalThis.MutationObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(documentElement, { attributes: true });
  });
  return painted;
}
