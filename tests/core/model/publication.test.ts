import { describe, expect, it } from 'vitest';
import { isKnownBy } from '../../../src/core/model/publication.ts';

describe('[A43] [T14] what was published by a date is known by then', () => {
  it.each([
    ['2021-06-11', '2021-12-31', true],
    ['2021-12-31', '2021-12-31', true],
    ['2022-01-01', '2021-12-31', false],
    ['2022-01', '2021-12-31', false],
    ['2022-01', '2022-01-15', true],
    ['2021', '2021-01-01', true],
    ['2022', '2021-12-31', false],
    ['', '2030-01-01', false],
    ['', undefined, true],
    ['2099', undefined, true],
  ])('%j by %s: %s', (published, until, known) => {
    expect(isKnownBy(published, until)).toBe(known);
  });
});
