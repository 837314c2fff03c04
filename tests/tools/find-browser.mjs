/**
 * Finds the Chromium that the browser tests run in, and installs one where that is possible. The one place that knows
 * where browsers live: the Playwright configuration and the screenshots both ask here.
 *
 * Run as a program it makes sure that there is a browser and a Chinese font, and prints the browser's path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const local = process.env['LOCALAPPDATA'] ?? '';

/** Headless shell first: the same engine, about twice as quick to start and to run. */
const systemPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/lib/chromium/headless_shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  join(local, 'Google', 'Chrome', 'Application', 'chrome.exe'),
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isRoot = process.getuid?.() === 0;

/** Chromium refuses to start its sandbox as root, which is what containers run as. It needs no other flag. */
export const browserArguments = isRoot ? ['--no-sandbox'] : [];

/** The path of a browser that is already here, or undefined. Quick: looks at files only. */
export function findBrowser() {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which does not exist.`);
    return chosen;
  }
  return [...systemPaths, playwrightShell(), chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

/** Playwright names only its full browser; its headless shell lies beside it under a similar name. */
function playwrightShell() {
  return chromium
    .executablePath()
    .replace(/chromium-(\d+)/, 'chromium_headless_shell-$1')
    .replace(/chrome-(linux|mac|win)([^/\\]*)[/\\].*$/, (_, system, kind) => shellInside(system, kind));
}

/**
 * @param {string} system
 * @param {string} kind
 */
function shellInside(system, kind) {
  const folder = `chrome-headless-shell-${system}${kind}`;
  return join(folder, system === 'win' ? 'chrome-headless-shell.exe' : 'chrome-headless-shell');
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function succeeds(command, args) {
  // Progress goes to stderr: stdout is for the path alone.
  return spawnSync(command, args, { stdio: ['ignore', process.stderr.fd, process.stderr.fd] }).status === 0;
}

/** @param {readonly string[]} packages */
function installWithApt(packages) {
  const options = ['-o', 'DPkg::Lock::Timeout=300'];
  const install = ['install', '-y', '-q', '--no-install-recommends', ...options, ...packages];
  process.env['DEBIAN_FRONTEND'] = 'noninteractive';
  return succeeds('apt-get', ['update', '-q', ...options]) && succeeds('apt-get', install);
}

function hasApt() {
  return process.platform === 'linux' && isRoot && existsSync('/usr/bin/apt-get');
}

/** Only Linux comes without Chinese letters. Where nobody can tell (no fontconfig), well-known folders decide. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  return ['/usr/share/fonts/truetype/wqy', '/usr/share/fonts/opentype/noto'].some((folder) => existsSync(folder));
}

function installWithPlaywright() {
  const packageFile = createRequire(import.meta.url).resolve('@playwright/test/package.json');
  return succeeds(process.execPath, [
    join(dirname(packageFile), 'cli.js'),
    'install',
    '--only-shell',
    ...(process.platform === 'linux' && isRoot ? ['--with-deps'] : []),
    'chromium',
  ]);
}

/** The path of a browser, installed if need be. Throws, saying what to do, if there is none and none can be had. */
export function ensureBrowser() {
  const missing = [
    ...(findBrowser() === undefined ? ['chromium-headless-shell'] : []),
    ...(hasChineseFont() ? [] : ['fonts-wqy-microhei']),
  ];
  if (missing.length > 0 && hasApt()) {
    console.error(`Installing ${missing.join(' and ')} (once) …`);
    installWithApt(missing);
  }
  if (!hasChineseFont()) console.error('No Chinese font found: the browser tests will see boxes for letters.');
  if (findBrowser() === undefined) installWithPlaywright();

  const found = findBrowser();
  if (found === undefined) {
    throw new Error(
      'No Chromium was found and none could be installed. Install Chrome, Edge or Chromium, or set CHROME_PATH to one.',
    );
  }
  return found;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureBrowser());
}
