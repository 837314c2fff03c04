import { describe, expect, it } from 'vitest';
import { satisfies } from './tools/setup.mjs';

describe('the set-up accepts the Node versions of package.json and no others', () => {
  const range = '^20.19.0 || ^22.13.0 || >=24.0.0';
  it.each([
    ['20.18.3', false],
    ['20.19.0', true],
    ['20.20.2', true],
    ['21.9.0', false],
    ['22.12.9', false],
    ['22.13.0', true],
    ['23.5.0', false],
    ['24.0.0', true],
    ['26.1.0', true],
  ])('%s: %s', (version, expected) => {
    expect(satisfies(version, range)).toBe(expected);
  });
});
