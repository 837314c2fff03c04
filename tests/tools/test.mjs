/**
 * `npm test`: every check, whether or not an earlier one failed, and at the end the plain line `N passed, N failed` over all
 * of them. A tool that answers yes or no counts as one; a test runner counts its tests. Tools that use one core run two at a
 * time and show what they print when they end; the runners, which use all cores themselves, follow one after the other.
 *
 * `node tests/tools/test.mjs format lint` runs only the named steps.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../', import.meta.url));
const reports = join(top, 'node_modules', '.cache', 'reports');

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, run: () => Promise<Count> }} Step
 * @typedef {Count & { name: string, seconds: number }} Outcome
 */

/**
 * Runs a script without a shell or npm in between, and answers whether it ended well.
 * @param {readonly string[]} command the script's path below the top, and its arguments
 * @param {{ environment?: Readonly<Record<string, string>>, show?: (printed: string) => void }} [options] `show` is given all
 *   that it printed; without it that is seen at once
 * @returns {Promise<boolean>}
 */
function succeeds(command, { environment = {}, show } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...command], {
      cwd: top,
      stdio: show ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...environment },
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (printed += text));
    }
    child.on('error', reject);
    child.on('close', (status) => {
      show?.(printed);
      resolve(status === 0);
    });
  });
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
async function vitest(name, projects) {
  const file = join(reports, `${name}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const fine = await succeeds(['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters]);
  return counted(fine, file, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));
}

async function playwright() {
  const file = join(reports, 'browser.json');
  if (!(await succeeds(['tests/tools/find-browser.mjs']))) return one(false);
  const fine = await succeeds(
    ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/tools/playwright.config.ts'],
    { environment: { YUCE_BROWSER_REPORT: file } },
  );
  return counted(fine, file, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));
}

/**
 * A tool that answers yes or no. What it prints comes under its name, in one piece.
 * @param {string} name
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @returns {Step}
 */
function tool(name, script, ...args) {
  /** @param {string} printed */
  const show = (printed) => {
    console.log(`\n── ${name}\n${printed.trimEnd()}`);
  };
  return { name, run: async () => one(await succeeds([`node_modules/${script}`, ...args], { show })) };
}

/** The longest first, so that they end together. @type {readonly Step[]} */
const tools = [
  tool('lint', 'eslint/bin/eslint.js', '-c', 'tests/tools/eslint.config.js', '.'),
  tool('types of components', 'svelte-check/bin/svelte-check', '--fail-on-warnings'),
  tool('format', 'prettier/bin/prettier.cjs', '--check', '.'),
  tool('types', 'typescript/bin/tsc', '--noEmit'),
  tool('build', 'vite/bin/vite.js', 'build'),
  tool('build of the large page', 'vite/bin/vite.js', 'build', '--mode', 'large'),
];

/** @type {readonly Step[]} */
const runners = [
  { name: 'unit', run: () => vitest('unit', ['core', 'app']) },
  { name: 'size', run: () => vitest('size', ['build']) },
  { name: 'browser', run: playwright },
];

/**
 * @param {readonly Step[]} steps
 * @param {number} atOnce how many run at a time
 * @returns {Promise<Outcome[]>}
 */
async function runAll(steps, atOnce) {
  const waiting = [...steps];
  /** @type {Outcome[]} */
  const outcomes = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (atOnce === 1) console.log(`\n── ${step.name}`);
      const started = performance.now();
      const count = await step.run();
      outcomes.push({ name: step.name, ...count, seconds: (performance.now() - started) / 1000 });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return outcomes;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const wanted = process.argv.slice(2);
/** @param {Step} step */
const isWanted = ({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word));
const results = [...(await runAll(tools.filter(isWanted), 2)), ...(await runAll(runners.filter(isWanted), 1))];

console.log('');
for (const { name, passed, failed, seconds } of results) {
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
