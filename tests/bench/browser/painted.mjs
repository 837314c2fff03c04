/** From what a person does to the frame that shows what came of it. */
import { cpuTime, settle } from './visit.mjs';

/**
 * @typedef {object} Sight Where in the page it can be seen that something happened.
 * @property {'keydown' | 'mousedown'} event what it begins with
 * @property {string} selector of the element that says so
 * @property {string} [attribute] the one that changes; else its text does
 */

/**
 * CPU in milliseconds up to the frame that shows it, the number of frames that took, and the CPU until the page had nothing more to
 * do: what stands beside the sheet follows when the sheet is painted.
 * @param {import('./visit.mjs').Visit} visit
 * @param {Sight} sight
 * @param {() => Promise<void>} act
 */
export async function measureUntilPainted(visit, sight, act) {
  const { page, session } = visit;
  await session.send('Debugger.enable');
  // The page stands still when it is painted, so that nothing which comes later counts.
  const paused = new Promise((resolve) => session.once('Debugger.paused', resolve));
  await page.evaluate(watch, sight);
  const before = await cpuTime(visit);
  await act();
  await paused;
  const cpu = (await cpuTime(visit)) - before;
  await session.send('Debugger.disable');
  const frames = await page.evaluate(() => /** @type {Promise<number>} */ (Reflect.get(globalThis, 'painted')));
  await settle(visit);
  return { cpu, frames, whole: (await cpuTime(visit)) - before };
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
    const stop = (/** @type {number} */ count) => {
      resolve(count);
      // eslint-disable-next-line no-debugger -- the measuring program reads the clock here, and lets the page go on
      debugger;
    };
    const look = () => {
      globalThis.requestAnimationFrame(() => {
        frames++;
        if (frames > 600) reject(new Error(`Nothing came of it: ${selector} is as it was`));
        // After the frame whose callbacks are running has been painted.
        else setTimeout(() => (read() === old ? look() : stop(frames)));
      });
    };
    globalThis.addEventListener(event, look, { capture: true, once: true });
  });
  Reflect.set(globalThis, 'painted', painted);
}
