/**
 * How smoothly the sheet scrolls and how soon an entry is seen, in the built app in a real browser: `npm run bench:browser -- [rows …]`.
 * Per size: frames over 20 ms and the worst one in 3 s of scrolling, main-thread CPU a frame (so that other work on the machine counts
 * little), and of several entries the median from Enter to the next painted frame, with the CPU that it took.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserArguments, ensureBrowser } from '../tools/find-browser.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const sizes = process.argv.slice(2).map(Number);
const rounds = 7;

const server = await preview({ root: top, mode: 'large', logLevel: 'warn', preview: { host: '127.0.0.1', port: 0 } });
const base = server.resolvedUrls?.local[0];
if (base === undefined) throw new Error('The preview server has no address');
const executablePath = ensureBrowser();
const browser = await chromium.launch({ executablePath, args: browserArguments });

for (const rows of sizes.length > 0 ? sizes : [150, 10_000]) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${base}?rows=${rows}`);
  await page.waitForSelector('html[data-app="ready"]');
  await page.waitForTimeout(1500);
  const scrolled = await measureScrolling(page, session);
  const entries = [];
  for (let round = 0; round < rounds; round++) entries.push(await measureEntry(page, session, round));
  console.log(
    [
      `${rows} rows`,
      `scrolling: ${scrolled.late} of ${scrolled.frames} frames over 20 ms, worst ${scrolled.worst.toFixed(1)} ms, CPU ${scrolled.cpu.toFixed(2)} ms a frame`,
      `entry: painted in ${median(entries.map(({ wall }) => wall)).toFixed(1)} ms, CPU ${median(entries.map(({ cpu }) => cpu)).toFixed(1)} ms`,
    ].join(' | '),
  );
  await page.close();
}
await browser.close();
await server.close();

/**
 * The wheel turned a little in every frame, as a touchpad does.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} session
 */
async function measureScrolling(page, session) {
  const before = await taskTime(session);
  const times = await page.evaluate(
    () =>
      /** @type {Promise<number[]>} */ (
        new Promise((resolve) => {
          const scroller = globalThis.document.querySelector('[role="grid"]')?.closest('.scroller');
          const end = performance.now() + 3000;
          /** @type {number[]} */
          const frames = [];
          let down = 90;
          const frame = () => {
            const now = performance.now();
            frames.push(now);
            if (now >= end || !scroller) {
              resolve(frames);
              return;
            }
            if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) down = -90;
            else if (scroller.scrollTop === 0) down = 90;
            scroller.scrollBy(0, down);
            globalThis.requestAnimationFrame(frame);
          };
          globalThis.requestAnimationFrame(frame);
        })
      ),
  );
  const cpu = (await taskTime(session)) - before;
  const lengths = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    frames: lengths.length,
    late: lengths.filter((length) => length > 20).length,
    worst: Math.max(...lengths),
    cpu: cpu / lengths.length,
  };
}

/**
 * Another growth for a row, from Enter to the frame after the one that shows it.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} session
 * @param {number} round
 */
async function measureEntry(page, session, round) {
  await page.keyboard.press('Control+g');
  await page.keyboard.type('hightech_firms@growth');
  await page.keyboard.press('Enter');
  await page.keyboard.type(String(10 + round));
  await page.waitForTimeout(200);
  await page.evaluate(() => {
    globalThis.addEventListener(
      'keydown',
      () => {
        const began = performance.now();
        globalThis.requestAnimationFrame(() =>
          setTimeout(() => {
            globalThis.document.documentElement.dataset['painted'] = String(performance.now() - began);
          }),
        );
      },
      { capture: true, once: true },
    );
    delete globalThis.document.documentElement.dataset['painted'];
  });
  const before = await taskTime(session);
  await page.keyboard.press('Enter');
  await page.waitForSelector('html[data-painted]');
  const cpu = (await taskTime(session)) - before;
  return { cpu, wall: Number(await page.locator('html').getAttribute('data-painted')) };
}

/**
 * Milliseconds of main-thread work so far.
 * @param {import('@playwright/test').CDPSession} session
 */
async function taskTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
