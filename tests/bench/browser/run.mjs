/**
 * `npm run bench:browser`: our page beside a bare virtualised Svelte grid with the same rows and columns, in a real browser, at the
 * speed of this machine and of one a quarter as quick. Both take turns, a page each time; medians of all rounds. What counts is the
 * main thread's CPU time, so that other work on the machine weighs little.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserArguments, ensureBrowser } from '../../tools/find-browser.mjs';
import { measureLighthouse, prepareLighthouse } from './lighthouse.mjs';
import { measureLoad } from './load.mjs';
import { readOptions } from './options.mjs';
import { measureUpdates } from './parts.mjs';
import { measureComparison, measureSlider, measureSwitching } from './planner.mjs';
import { Readings } from './readings.mjs';
import { measureEntry, measureScrolling } from './sheet.mjs';
import { printTable } from './table.mjs';
import { memory, openVisit, settle, slowDown } from './visit.mjs';

/**
 * @typedef {import('./readings.mjs').Subject} Subject
 * @typedef {import('./readings.mjs').Work} Work
 * @typedef {import('./visit.mjs').Visit} Visit
 */

const top = fileURLToPath(new URL('../../../', import.meta.url));
const options = readOptions(process.argv.slice(2));
const tools = options.lighthouse === 'without' ? undefined : await prepareLighthouse();
const servers = { ours: await serve('large'), bare: await serve('bare'), parts: await serve('parts') };
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
const readings = new Readings();

const started = performance.now();
let rounds = 0;
/** Whether another round of the same length ends in time. */
const hasTime = () => ((performance.now() - started) / rounds) * (rounds + 1) < options.seconds * 1000;
while (rounds === 0 || (rounds < options.rounds && hasTime())) {
  if (options.lighthouse !== 'only') await visitAll();
  for (const throttle of options.throttles) {
    await askLighthouse('ours', throttle);
    await askLighthouse('bare', throttle);
  }
  rounds++;
  console.error(`round ${rounds}, ${Math.round((performance.now() - started) / 1000)} s`);
}
printTable(readings, options, `Chromium ${browser.version()}`, `medians of ${rounds} rounds`);
await browser.close();
for (const server of Object.values(servers)) await server.close();

async function visitAll() {
  for (const rows of options.sizes) {
    await visitSheet('ours', rows);
    await visitSheet('bare', rows);
  }
  for (const throttle of options.throttles) {
    await visitFirst('ours', throttle);
    await visitFirst('bare', throttle);
    await visitPlanner(throttle);
    await visitParts(throttle);
  }
}

/** @param {string} mode */
async function serve(mode) {
  return preview({ root: top, mode, logLevel: 'warn', preview: { host: '127.0.0.1', port: 0 } });
}

/**
 * @param {keyof typeof servers} subject
 * @param {number} throttle
 * @param {(visit: Visit, base: string) => Promise<void>} measure
 */
async function visit(subject, throttle, measure) {
  const base = addressOf(subject);
  const opened = await openVisit(browser, base, throttle);
  await measure(opened, base);
  await opened.page.context().close();
}

/** @param {keyof typeof servers} subject */
function addressOf(subject) {
  const base = servers[subject].resolvedUrls?.local[0];
  if (base === undefined) throw new Error('The preview server has no address');
  return base;
}

/** About the shortest sheet. @param {Subject} subject @param {number} throttle */
async function askLighthouse(subject, throttle) {
  if (!tools) return;
  const rows = Math.min(...options.sizes);
  const values = await measureLighthouse(tools, `${addressOf(subject)}?rows=${rows}`, throttle);
  readings.add({ subject, rows, throttle }, values);
}

/** Long sheets are opened at the machine's own speed only, and worked in at each. @param {Subject} subject @param {number} rows */
async function visitSheet(subject, rows) {
  await visit(subject, 1, async (page, base) => {
    const load = await measureLoad(page, `${base}?rows=${rows}`);
    /** @param {number} throttle @param {Partial<Record<Work, number>>} values */
    const note = (throttle, values) => readings.add({ subject, rows, throttle }, values);
    note(1, { ...load, memory: await memory(page) });
    for (const throttle of options.throttles) {
      await slowDown(page, throttle);
      for (const percent of [11, 13, 15]) note(throttle, await measureEntry(page, percent));
      await settle(page);
      note(throttle, await measureScrolling(page));
    }
  });
}

/** Opens the shortest sheet once more on a slower machine. @param {Subject} subject @param {number} throttle */
async function visitFirst(subject, throttle) {
  const rows = Math.min(...options.sizes);
  if (throttle === 1) return;
  await visit(subject, throttle, async (page, base) => {
    readings.add({ subject, rows, throttle }, await measureLoad(page, `${base}?rows=${rows}`));
  });
}

/** @param {number} throttle */
async function visitPlanner(throttle) {
  await visit('ours', throttle, async (page, base) => {
    /** @param {Partial<Record<Work, number>>} values */
    const note = (values) => readings.add({ subject: 'ours', rows: 150, throttle }, values);
    await page.page.goto(`${base}?rows=150`);
    await page.page.locator('[data-region="outline"]').waitFor();
    note({ slider: await measureSlider(page) });
    for (let turn = 0; turn < 3; turn++) note({ switch: await measureSwitching(page) });
    await page.page.locator('[role="tab"]:not([data-built-in])').first().click();
    note(await measureComparison(page, throttle));
  });
}

/** @param {number} throttle */
async function visitParts(throttle) {
  await visitPart('ours', 'sparklines', 'sparklines', throttle);
  await visitPart('bare', 'sparklines', 'plain-sparklines', throttle);
  await visitPart('ours', 'chart', 'chart', throttle);
}

/** @param {Subject} subject @param {Work} work @param {string} part @param {number} throttle */
async function visitPart(subject, work, part, throttle) {
  await visit('parts', throttle, async (page, base) => {
    readings.add({ subject, rows: 0, throttle }, { [work]: await measureUpdates(page, `${base}?part=${part}`) });
  });
}
