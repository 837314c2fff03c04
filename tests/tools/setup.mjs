/**
 * Brings `node_modules` in step with the lock file, and is otherwise done in a tenth of a second.
 *
 * Every script of package.json begins with this file rather than with a `pre…` script, because `ignore-scripts=true`
 * in somebody's npm settings skips those. It may use nothing but Node's own modules: it runs before anything is
 * installed, and as plain JavaScript because Node 20 runs no TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** An installation that takes longer than this has died, and its lock may be taken over. */
const lockMaximumAgeMs = 10 * 60_000;

/**
 * Whether a Node version satisfies a range such as `^20.19.0 || >=24.0.0`. Knows only the two operators we use.
 * @param {string} version for example `20.19.0`
 * @param {string} range
 */
export function satisfies(version, range) {
  const actual = numbers(version);
  return range.split('||').some((part) => {
    const wanted = numbers(part);
    const reached = compare(actual, wanted) >= 0;
    return part.trim().startsWith('^') ? reached && actual[0] === wanted[0] : reached;
  });
}

/** @param {string} text */
function numbers(text) {
  return (text.match(/\d+/g) ?? []).map(Number);
}

/**
 * @param {readonly number[]} left
 * @param {readonly number[]} right
 */
function compare(left, right) {
  const index = left.findIndex((part, position) => part !== (right[position] ?? 0));
  return index === -1 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

/** What an installation depends on: another lock file, Node version or machine needs another one. @param {string} folder */
function fingerprint(folder) {
  const hash = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json')));
  hash.update(`${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`);
  return hash.digest('hex');
}

/** @param {string} stampFile @param {string} expected */
function isInstalled(stampFile, expected) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === expected;
}

/** npm's own script if npm started us (then there is no shell in between), else whatever `npm` the path has. @param {string} cwd */
function runInstall(cwd) {
  // With a log level of its own: `npm test --silent` passes its silence on, and then a failure would not say why.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=notice'];
  const npmScript = process.env['npm_execpath'];
  const viaNode = npmScript !== undefined && /npm-cli\.[cm]?js$/.test(npmScript);
  const outcome = viaNode
    ? spawnSync(process.execPath, [npmScript, ...args], { cwd, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  return outcome.status === 0;
}

/** Two commands started at once must not install over each other: a directory can be made only once. @param {string} lockDirectory */
async function takeLock(lockDirectory) {
  for (;;) {
    try {
      mkdirSync(lockDirectory);
      return;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
    }
    if (lockAgeMs(lockDirectory) > lockMaximumAgeMs) {
      rmSync(lockDirectory, { recursive: true, force: true });
    } else {
      await new Promise((resume) => setTimeout(resume, 500));
    }
  }
}

/** @param {string} lockDirectory */
function lockAgeMs(lockDirectory) {
  try {
    return Date.now() - statSync(lockDirectory).mtimeMs;
  } catch {
    return 0; // Released between our attempt and this look.
  }
}

/** The packages of the project, for a Node that it runs on. Says on stderr what is wrong; true when all is well. */
export async function setUp() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (satisfies(process.versions.node, engines.node)) return installPackages(root);
  console.error(`需要 Node.js ${engines.node}，当前为 ${process.versions.node}。`);
  console.error(`Node.js ${engines.node} is needed; this is ${process.versions.node}. See https://nodejs.org`);
  return false;
}

/**
 * Installs the packages of a folder if they are not those of its lock file. Says on stderr what is wrong; true when all is well.
 * @param {string} folder
 */
export async function installPackages(folder) {
  const stampFile = join(folder, 'node_modules', '.yuce-setup');
  const lockDirectory = join(folder, '.setup-lock');
  const expected = fingerprint(folder);
  if (isInstalled(stampFile, expected)) return true;

  await takeLock(lockDirectory);
  try {
    if (isInstalled(stampFile, expected)) return true;
    console.error('Installing packages (once) …');
    if (!runInstall(folder)) {
      console.error('npm ci failed; its own message stands above.');
      return false;
    }
    writeFileSync(stampFile, expected);
    return true;
  } finally {
    rmSync(lockDirectory, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await setUp()) ? 0 : 1;
}
