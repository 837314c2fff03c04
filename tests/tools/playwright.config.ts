/**
 * Journeys through the built app in a real Chromium. `npm run test:browser` builds both pages first; this starts a
 * preview server for each, so the content security policy is the one that users get.
 */
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import type { Options } from '../browser/support/fixtures.ts';
import { browserArguments, findBrowser } from './find-browser.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const cache = `${top}node_modules/.cache`;

/** A port that is free now, so that two runs on one machine do not meet. */
async function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? String(address.port) : ''));
    });
  });
}

// Playwright reads this file once more in each worker; through the environment they all get the same ports.
const appPort = (process.env['YUCE_APP_PORT'] ??= await freePort());
const largePort = (process.env['YUCE_LARGE_PORT'] ??= await freePort());
const appUrl = `http://127.0.0.1:${appPort}/`;
const largeUrl = `http://127.0.0.1:${largePort}/`;

const preview = `"${process.execPath}" node_modules/vite/bin/vite.js preview --host 127.0.0.1 --strictPort --port`;
const executablePath = findBrowser();

export default defineConfig<Options>({
  testDir: `${top}tests/browser`,
  testMatch: '**/*.spec.ts',
  outputDir: `${cache}/playwright`,
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env['YUCE_BROWSER_REPORT'] ?? `${cache}/playwright.json` }]],
  use: {
    baseURL: appUrl,
    largeUrl,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // A trace takes a picture of the whole sheet at each action and makes the suite several times as long: asked for where a failure
    // cannot be read from its screenshot and the tree of roles beside it.
    trace: process.env['YUCE_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: browserArguments, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: [
    { command: `${preview} ${appPort}`, cwd: top, url: appUrl },
    { command: `${preview} ${largePort} --mode large`, cwd: top, url: largeUrl },
  ],
});
