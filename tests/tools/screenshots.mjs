/**
 * Pictures of the built app, to look at: `npm run screenshots -- [option=value …]`, several values with commas.
 *
 *   sizes=1366x768,1920x1080   schemes=light,dark   languages=zh-CN,en   scale=1
 *   steps=path/to/steps.mjs    a module whose default export `async ({ page, shoot, language })` leads the page somewhere
 *                              and calls `await shoot('name')`; without it there is one picture, of the first page
 *   page=large?rows=10000      the page with many rows (built before by `vite build --mode large`)
 *
 * The pictures lie in node_modules/.cache/screenshots; each path is printed. `languages` sets the browser's language.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserArguments, ensureBrowser } from './find-browser.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(top, 'node_modules', '.cache', 'screenshots');

const given = new Map(
  process.argv.slice(2).map((argument) => [argument.replace(/=.*/, ''), argument.replace(/.*?=/, '')]),
);

/**
 * @param {string} name
 * @param {string} otherwise
 */
const option = (name, otherwise) => given.get(name) ?? otherwise;
/**
 * @param {string} name
 * @param {string} otherwise
 */
const list = (name, otherwise) => option(name, otherwise).split(',');

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {(tools: { page: Page, shoot: (name: string) => Promise<void>, language: string }) => Promise<void>} Steps
 */

/** @type {Steps} */
const firstPage = ({ shoot }) => shoot('first');

const stepsFile = given.get('steps');
/** @type {Steps} */
const steps = stepsFile === undefined ? firstPage : (await import(pathToFileURL(resolve(stepsFile)).href)).default;

const address = option('page', '');
const mode = address.startsWith('large') ? 'large' : 'production';
const server = await preview({ root: top, mode, logLevel: 'warn', preview: { port: 4600, strictPort: false } });
const base = server.resolvedUrls?.local[0] ?? '';

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });

for (const size of list('sizes', '1366x768,1920x1080')) {
  const [width = 1366, height = 768] = size.split('x').map(Number);
  for (const scheme of list('schemes', 'light,dark')) {
    for (const language of list('languages', 'zh-CN')) {
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: Number(option('scale', '1')),
        colorScheme: scheme === 'dark' ? 'dark' : 'light',
        locale: language,
        timezoneId: 'Asia/Shanghai',
      });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => console.error(error.stack));
      await page.goto(new URL(address.replace(/^large/, ''), base).href);
      await page.waitForSelector('html[data-app="ready"]');
      await steps({
        page,
        language,
        shoot: async (name) => {
          const path = join(folder, `${name}-${size}-${scheme}-${language}.png`);
          await page.screenshot({ path });
          console.log(path);
        },
      });
      await context.close();
    }
  }
}

await browser.close();
await server.close();
