/** What each package.json and its lock file may hold. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { satisfies } from './tools/setup.mjs';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  /** What a package asks for as `latest`, which no lock file holds still. */
  readonly overrides?: Readonly<Record<string, string>>;
}

interface Installed {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages: Readonly<Record<string, Installed>>;
}

const top = new URL('../', import.meta.url);
/** The project's own, and those that the browser bench installs for itself. */
const folders = ['', 'tests/bench/browser/lighthouse/'];

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, top), 'utf8'));
const manifestOf = (folder: string) => read(`${folder}package.json`) as Manifest;
const installedBy = (folder: string) =>
  Object.entries((read(`${folder}package-lock.json`) as LockFile).packages).filter(([path]) => path !== '');

describe.each(folders)('the packages of ./%s', (folder) => {
  it('are pinned: whoever installs later gets what was tested', () => {
    const { dependencies, devDependencies, overrides } = manifestOf(folder);
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(versions.length).toBeGreaterThan(folder === '' ? 10 : 1);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('come from the public registry, each with its checksum', () => {
    const registry = 'https://registry.npmjs.org/';
    const installed = installedBy(folder);
    const strange = installed.filter(([, { resolved }]) => resolved?.startsWith(registry) === false);
    expect(strange).toEqual([]);
    expect(installed.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  it('ask for none by a tag, which moves, unless a version overrides it', () => {
    const fixed = Object.keys(manifestOf(folder).overrides ?? {});
    const asked = installedBy(folder).flatMap(([, { dependencies }]) => Object.entries(dependencies ?? {}));
    expect(asked.filter(([name, range]) => range === 'latest' && !fixed.includes(name))).toEqual([]);
  });
});

describe('the packages', () => {
  it('are free of those with known holes', () => {
    const installed = folders.flatMap(installedBy);
    const math = installed.filter(([path]) => path.endsWith('node_modules/mathjs'));
    expect(math).toHaveLength(1);
    expect(math.every(([, { version }]) => satisfies(version ?? '0', '>=15.2.0'))).toBe(true);
    // The npm edition of SheetJS stopped at a version with two unmended holes.
    expect(installed.filter(([path]) => path.endsWith('node_modules/xlsx'))).toEqual([]);
  });
});
