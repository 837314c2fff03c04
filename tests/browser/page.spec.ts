import { gzipSync } from 'node:zlib';
import { expect, expectTrouble, openApp, test } from './support/fixtures.ts';

/** Kilobytes (1,000 bytes) of JavaScript and CSS, gzipped, that a reader waits for. */
const budget = 90;

test('the page loads what the grid needs within the budget', async ({ page }) => {
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.documentElement.dataset['app'] !== 'ready') return;
      performance.mark('ready');
      watch.disconnect();
    });
    watch.observe(document, { subtree: true, attributes: true });
  });
  await openApp(page);
  const waitedFor = await page.evaluate(() => {
    const ready = performance.getEntriesByName('ready')[0]?.startTime ?? Infinity;
    const fetched = performance.getEntriesByType('resource');
    return fetched.filter(({ startTime }) => startTime < ready).map(({ name }) => name);
  });
  const code = waitedFor.filter((url) => /\.(js|css)$/.test(new URL(url).pathname));
  // Asked for once more: what the page fetches besides may still be on its way when this test ends.
  const sizes = await Promise.all(code.map(async (url) => gzipSync(await (await page.request.get(url)).body()).length));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  console.log(`loaded before the grid answers: ${kilobytes.toFixed(1)} kB gzipped of ${String(budget)}`);
  expect(kilobytes).toBeGreaterThan(1);
  expect(kilobytes).toBeLessThanOrEqual(budget);
});

test('the page with many rows opens too', async ({ page, largeUrl }) => {
  await openApp(page, `${largeUrl}?rows=10000`);
});

test.describe('the watch over every test sees', () => {
  test.beforeEach(async ({ page }) => {
    await openApp(page);
  });

  test('a console error', async ({ page, trouble }) => {
    await page.evaluate(() => console.error('made up'));
    await expectTrouble(trouble, /^console error: made up$/);
  });

  test('an error that nobody caught', async ({ page, trouble }) => {
    await page.evaluate(() =>
      setTimeout(() => {
        throw new Error('made up');
      }),
    );
    await expect.poll(() => trouble).not.toEqual([]);
    await expectTrouble(trouble, /^uncaught: Error: made up/);
  });

  test('a request to another origin, which the policy stops', async ({ page, trouble }) => {
    await page.evaluate(() => fetch('https://other.invalid/').catch(() => undefined));
    await expectTrouble(trouble, /violated: connect-src https:\/\/other\.invalid/);
    await expectTrouble(trouble, /^console error: .*other\.invalid|^request to another origin/);
  });

  test('markup made from text, which Trusted Types stop', async ({ page, trouble }) => {
    const assigned = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<img src="x">');
        return true;
      } catch {
        return false;
      }
    });
    expect(assigned).toBe(false);
    await expectTrouble(trouble, /violated: require-trusted-types-for/);
    await expectTrouble(trouble, /^console error/);
  });

  test('a script made from text, which the policy stops', async ({ page, trouble }) => {
    // From a timer, because what a test evaluates itself is excepted from the policy.
    const made = await page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              Reflect.construct(Function, ['return 1']);
              resolve(true);
            } catch {
              resolve(false);
            }
          });
        }),
    );
    expect(made).toBe(false);
    await expectTrouble(trouble, /violated/);
    await expectTrouble(trouble, /^console error/);
  });
});
