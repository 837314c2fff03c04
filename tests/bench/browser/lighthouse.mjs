/**
 * What Lighthouse says of a page. It comes with 200 packages, so it is no dependency of the project: the first run that asks for it
 * installs it from its own lock file, `lighthouse/`.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browserArguments, ensureBrowser } from '../../tools/find-browser.mjs';
import { installPackages } from '../../tools/setup.mjs';

/**
 * @typedef {object} Report What is read of Lighthouse's own.
 * @property {{ message: string }} [runtimeError]
 * @property {Record<string, { score: number | null }>} categories
 * @property {Record<string, { numericValue?: number }>} audits
 */

/**
 * @typedef {object} DesktopConfig
 * @property {{ throttling: Record<string, number> }} settings
 */

/**
 * @typedef {object} Tools
 * @property {(address: string, flags: object, config: object) => Promise<{ lhr: Report } | undefined>} lighthouse
 * @property {DesktopConfig} desktopConfig
 * @property {(options: object) => Promise<{ port: number, kill: () => void }>} launch
 */

const manifest = fileURLToPath(new URL('lighthouse/', import.meta.url));
const installed = fileURLToPath(new URL('../../../node_modules/.cache/lighthouse/', import.meta.url));

/** Installs it if need be, and throws if it cannot be had: better before a long bench than at its end. @returns {Promise<Tools>} */
export async function prepareLighthouse() {
  mkdirSync(installed, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(manifest, name), join(installed, name));
  if (!(await installPackages(installed))) {
    throw new Error('Lighthouse could not be installed; lighthouse=without leaves it out.');
  }
  const { resolve } = createRequire(join(installed, 'package.json'));
  const load = (/** @type {string} */ name) => import(pathToFileURL(resolve(name)).href);
  const { default: lighthouse, desktopConfig } = await load('lighthouse');
  const { launch } = await load('chrome-launcher');
  return { lighthouse, desktopConfig, launch };
}

/**
 * Scores out of 100 and the times in milliseconds that the one for performance comes from, in a browser and a profile of its own.
 * Throttled as Lighthouse's desktop preset does: the page is loaded at full speed, and what it would have taken on 10 Mbit/s with
 * 40 ms to the server is worked out. Only the score for performance depends on the processor.
 * @param {Tools} tools
 * @param {string} address
 * @param {number} throttle how many times slower than this machine the page's processor is taken to be
 */
export async function measureLighthouse({ lighthouse, desktopConfig, launch }, address, throttle) {
  const { settings } = desktopConfig;
  const throttling = { ...settings.throttling, cpuSlowdownMultiplier: throttle };
  const others = throttle === 1 ? ['accessibility', 'best-practices'] : [];
  const onlyCategories = ['performance', ...others];
  const browser = await launch({ chromePath: ensureBrowser(), chromeFlags: ['--headless', ...browserArguments] });
  try {
    const config = { ...desktopConfig, settings: { ...settings, throttling, onlyCategories } };
    const result = await lighthouse(address, { port: browser.port, logLevel: 'error' }, config);
    return readReport(result?.lhr);
  } finally {
    browser.kill();
  }
}

/** @param {Report | undefined} report */
function readReport(report) {
  if (!report || report.runtimeError) throw new Error(`Lighthouse: ${report?.runtimeError?.message ?? 'no report'}`);
  const { categories, audits } = report;
  const score = (/** @type {string} */ id) => Math.round((categories[id]?.score ?? NaN) * 100);
  const value = (/** @type {string} */ id) => audits[id]?.numericValue ?? NaN;
  return {
    performance: score('performance'),
    firstPaint: value('first-contentful-paint'),
    largestPaint: value('largest-contentful-paint'),
    blocking: value('total-blocking-time'),
    shift: Number(value('cumulative-layout-shift').toFixed(3)),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
  };
}
