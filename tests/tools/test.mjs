/**
 * `npm test`: every check in order, whether or not an earlier one failed, and at the end the plain line
 * `N passed, N failed` over all of them. A tool that answers yes or no counts as one; a test runner counts its tests.
 *
 * `node tests/tools/test.mjs format lint` runs only the named steps.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../', import.meta.url));
const reports = join(top, 'node_modules', '.cache', 'reports');

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, run: () => Count }} Step
 */

/**
 * Runs a script of a package, without a shell or npm in between.
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment]
 */
function succeeds(script, args, environment = {}) {
  const outcome = spawnSync(process.execPath, [join(top, 'node_modules', script), ...args], {
    cwd: top,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return outcome.status === 0;
}

/**
 * @param {boolean} fine
 * @returns {Count}
 */
function one(fine) {
  return fine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * What a runner's report says. A runner that failed without a failed test (a file that does not load, an error outside
 * every test), or that found no test at all, is a failure of its own.
 * @param {boolean} fine the runner's exit code was zero
 * @param {string} file
 * @param {(report: any) => Count} read
 * @returns {Count}
 */
function counted(fine, file, read) {
  /** @type {Count} */
  let count = { passed: 0, failed: 0 };
  try {
    count = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`No report from the runner: ${String(error)}`);
  }
  const unexplained = count.failed === 0 && (!fine || count.passed === 0);
  return unexplained ? { ...count, failed: 1 } : count;
}

/**
 * @param {string} name
 * @param {readonly string[]} projects
 */
function vitest(name, projects) {
  const file = join(reports, `${name}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const fine = succeeds('vitest/vitest.mjs', ['run', ...chosen, ...reporters]);
  return counted(fine, file, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));
}

function playwright() {
  const file = join(reports, 'browser.json');
  const browser = spawnSync(process.execPath, [join(top, 'tests/tools/find-browser.mjs')], { stdio: 'inherit' });
  if (browser.status !== 0) return one(false);
  const args = ['test', '-c', 'tests/tools/playwright.config.ts'];
  const fine = succeeds('@playwright/test/cli.js', args, { YUCE_BROWSER_REPORT: file });
  return counted(fine, file, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));
}

const vite = 'vite/bin/vite.js';

/** @type {readonly Step[]} */
const steps = [
  { name: 'format', run: () => one(succeeds('prettier/bin/prettier.cjs', ['--check', '.'])) },
  { name: 'lint', run: () => one(succeeds('eslint/bin/eslint.js', ['-c', 'tests/tools/eslint.config.js', '.'])) },
  { name: 'types', run: () => one(succeeds('typescript/bin/tsc', ['--noEmit'])) },
  { name: 'types of components', run: () => one(succeeds('svelte-check/bin/svelte-check', ['--fail-on-warnings'])) },
  { name: 'unit', run: () => vitest('unit', ['core', 'app']) },
  { name: 'build', run: () => one(succeeds(vite, ['build'])) },
  { name: 'build of the large page', run: () => one(succeeds(vite, ['build', '--mode', 'large'])) },
  { name: 'size', run: () => vitest('size', ['build']) },
  { name: 'browser', run: playwright },
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.some((word) => name.startsWith(word)));
const results = chosen.map(({ name, run }) => {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const count = run();
  return { name, ...count, seconds: (performance.now() - started) / 1000 };
});

console.log('');
for (const { name, passed, failed, seconds } of results) {
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
