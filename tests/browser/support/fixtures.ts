/**
 * What every browser test has: a page that is watched, and fails the test if anything went wrong behind its back.
 * Import `test` and `expect` from here, never from Playwright.
 */
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

/** A violation of the content security policy, kept by a listener inside the page. */
const violationPrefix = 'content security policy violated: ';

export interface Options {
  /** The address of the page with many rows; `?rows=10000` says how many. The configuration sets it. */
  largeUrl: string;
}

interface Fixtures {
  /**
   * Notes of what must not happen: requests to another origin, console errors, uncaught errors, policy violations.
   * Must be empty when the test ends; a test that provokes one on purpose takes it out with `expectTrouble`.
   */
  trouble: string[];
}

export const test = base.extend<Fixtures & Options>({
  largeUrl: ['', { option: true }],
  trouble: [
    async ({ context, baseURL, largeUrl }, use) => {
      const trouble: string[] = [];
      const addresses = [baseURL ?? '', largeUrl].filter((url) => url !== '');
      await watch(
        context,
        addresses.map((url) => new URL(url).origin),
        trouble,
      );
      await use(trouble);
      expect(trouble, 'nothing went wrong behind the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Takes the notes that match out of `trouble`, and fails if there are none: for tests that provoke them. */
export async function expectTrouble(trouble: string[], pattern: RegExp): Promise<void> {
  // The page tells of a violation by a call of its own, which may come after what provoked it has returned.
  const matching = (): string[] => trouble.filter((note) => pattern.test(note));
  await expect.poll(matching, `trouble like ${pattern.source}`).not.toEqual([]);
  trouble.splice(0, trouble.length, ...trouble.filter((note) => !pattern.test(note)));
}

/** Opens an address and waits until the grid answers to keys. */
export async function openSheet(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
}

/** The same, and until what comes after the sheet is there: the search beside it is one of the last. */
export async function openApp(page: Page, address = './'): Promise<void> {
  await openSheet(page, address);
  await expect(page.locator('[data-region="outline"]')).toBeAttached();
}

async function watch(context: BrowserContext, origins: readonly string[], trouble: string[]): Promise<void> {
  context.on('request', (request) => {
    const url = new URL(request.url());
    const inPage = url.protocol === 'data:' || url.protocol === 'blob:';
    if (!inPage && !origins.includes(url.origin)) trouble.push(`request to another origin: ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console error: ${message.text()}`);
  });
  context.on('weberror', (webError) => {
    trouble.push(`uncaught: ${String(webError.error().stack ?? webError.error())}`);
  });
  await context.exposeBinding('reportViolation', (_, text: string) => {
    trouble.push(violationPrefix + text);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(globalThis, 'reportViolation');
      const text = `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${String(event.lineNumber)}`;
      if (typeof report === 'function') Reflect.apply(report, undefined, [text]);
    });
  });
}
