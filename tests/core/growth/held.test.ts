import { describe, expect, it } from 'vitest';
import { readHeld } from '../../../src/core/growth/held.ts';
import { holdYear, printHeld, releaseYear } from '../../../src/core/growth/hold-year.ts';
import { id, y } from '../../support/plan.ts';

const row = id('firms');

describe('[G15] held years are text in a cell of the row', () => {
  it('in order, and read back alike', () => {
    const text = printHeld([y(2024), y(2022)]);
    expect(text).toBe('2022,2024');
    expect(readHeld({ kind: 'text', text })).toEqual(new Set([2022, 2024]));
  });

  it('passes over what is no year', () => {
    expect(readHeld({ kind: 'text', text: '2022,,99, 2023,20245,x' })).toEqual(new Set([2022]));
    expect(readHeld({ kind: 'number', value: 2022 }).size).toBe(0);
    expect(readHeld(null).size).toBe(0);
  });
});

describe('[G16] holding a year fixes its number, releasing it lets the path write it', () => {
  it('holds with the number it has', () => {
    expect([...holdYear(row, new Set([y(2024)]), y(2022), 5108)]).toEqual([
      ['firms@held', { kind: 'text', text: '2022,2024' }],
      ['firms@2022', { kind: 'number', value: 5108 }],
    ]);
  });

  it('holds an error as it is', () => {
    expect([...holdYear(row, new Set(), y(2022)).keys()]).toEqual(['firms@held']);
  });

  it('releases with the formula of the path, and the last year leaves the cell blank', () => {
    expect([...releaseYear(row, new Set([y(2022), y(2024)]), y(2022), 'prev')]).toEqual([
      ['firms@held', { kind: 'text', text: '2024' }],
      ['firms@2022', { kind: 'formula', source: 'prev' }],
    ]);
    expect([...releaseYear(row, new Set([y(2022)]), y(2022))]).toEqual([['firms@held', null]]);
  });

  it('leaves the given set as it was', () => {
    const held = new Set([y(2022)]);
    holdYear(row, held, y(2023));
    releaseYear(row, held, y(2022));
    expect([...held]).toEqual([2022]);
  });
});
