/** A part of the page alone, drawn anew in each of many frames. */
import { cpuTime, settle } from './visit.mjs';

/**
 * CPU in milliseconds an update.
 * @param {import('./visit.mjs').Visit} visit
 * @param {string} address
 */
export async function measureUpdates(visit, address) {
  const { page } = visit;
  const updates = 60;
  await page.goto(address);
  await page.locator('button:enabled').waitFor();
  await settle(visit);
  const before = await cpuTime(visit);
  await page.evaluate(press, updates);
  return ((await cpuTime(visit)) - before) / updates;
}

/** In the page. @param {number} count */
async function press(count) {
  const button = globalThis.document.querySelector('button');
  for (let pressed = 0; pressed < count; pressed++) {
    button?.click();
    await new Promise((resolve) => globalThis.requestAnimationFrame(resolve));
  }
}
