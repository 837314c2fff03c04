/** What package.json and its lock file may hold. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { satisfies } from './tools/setup.mjs';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { version?: string; resolved?: string; integrity?: string }>>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const manifest = read('package.json') as Manifest;
const lock = read('package-lock.json') as LockFile;
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('the packages', () => {
  it('are pinned: whoever installs later gets what was tested', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.length).toBeGreaterThan(10);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('come from the public registry, each with its checksum', () => {
    const registry = 'https://registry.npmjs.org/';
    const strange = installed.filter(([, { resolved }]) => resolved?.startsWith(registry) === false);
    expect(strange).toEqual([]);
    expect(installed.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  it('are free of those with known holes', () => {
    const math = installed.filter(([path]) => path.endsWith('node_modules/mathjs'));
    expect(math).toHaveLength(1);
    expect(math.every(([, { version }]) => satisfies(version ?? '0', '>=15.2.0'))).toBe(true);
    // The npm edition of SheetJS stopped at a version with two unmended holes.
    expect(installed.filter(([path]) => path.endsWith('node_modules/xlsx'))).toEqual([]);
  });
});
