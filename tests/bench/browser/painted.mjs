/** From what a person does to the frame that shows what came of it. */
import { cpuTime } from './visit.mjs';

/**
 * @typedef {object} Sight Where in the page it can be seen that something happened.
 * @property {'keydown' | 'mousedown'} event what it begins with
 * @property {string} selector of the element that says so
 * @property {string} [attribute] the one that changes; else its text does
 */

/**
 * CPU in milliseconds, and the frames painted up to the first that shows it.
 * @param {import('./visit.mjs').Visit} visit
 * @param {Sight} sight
 * @param {() => Promise<void>} act
 */
export async function measureUntilPainted(visit, sight, act) {
  const { page } = visit;
  await page.evaluate(watch, sight);
  const before = await cpuTime(visit);
  await act();
  const frames = await page.evaluate(() => /** @type {Promise<number>} */ (Reflect.get(globalThis, 'painted')));
  return { cpu: (await cpuTime(visit)) - before, frames };
}

/** In the page. @param {Sight} sight */
function watch({ event, selector, attribute }) {
  const read = () => {
    const element = globalThis.document.querySelector(selector);
    return attribute === undefined ? element?.textContent : element?.getAttribute(attribute);
  };
  const old = read();
  const painted = new Promise((resolve, reject) => {
    let frames = 0;
    const look = () => {
      globalThis.requestAnimationFrame(() => {
        frames++;
        if (frames > 600) reject(new Error(`Nothing came of it: ${selector} is as it was`));
        // After the frame whose callbacks are running has been painted.
        else setTimeout(() => (read() === old ? look() : resolve(frames)));
      });
    };
    globalThis.addEventListener(event, look, { capture: true, once: true });
  });
  Reflect.set(globalThis, 'painted', painted);
}
