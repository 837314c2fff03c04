import { describe, expect, it } from 'vitest';
import {
  growthFormat,
  growthUnit,
  inputFormat,
  parsePath,
  pathReadingGrowth,
  printPath,
  readPath,
  type GrowthPath,
} from '../../../src/core/growth/path.ts';
import { firms, rank, share, units, y } from '../../support/plan.ts';

const paths: readonly (readonly [string, GrowthPath])[] = [
  ['compound', { kind: 'compound' }],
  ['step', { kind: 'step' }],
  ['points', { kind: 'points' }],
  ['hold', { kind: 'hold' }],
  ['target-geometric', { kind: 'target', shape: 'geometric' }],
  ['target-linear', { kind: 'target', shape: 'linear' }],
  ['target-linear:2021', { kind: 'target', shape: 'linear', year: y(2021) }],
  ['checkpoints', { kind: 'checkpoints' }],
  ['scurve:120000', { kind: 'scurve', ceiling: 120000 }],
  ['scurve:0.35', { kind: 'scurve', ceiling: 0.35 }],
  ['scurve:1e+21', { kind: 'scurve', ceiling: 1e21 }],
  ['formula', { kind: 'formula' }],
];

describe('[G2] a path is kept as text in a cell of the row', () => {
  it.each(paths)('%s', (text, path) => {
    expect(parsePath(text)).toEqual(path);
    expect(printPath(path)).toBe(text);
  });

  it.each([
    '',
    'Compound',
    'compound:1',
    'constructor',
    '__proto__',
    'target',
    'target-geometric:',
    'target-geometric:25',
    'scurve',
    'scurve:',
    'scurve:0',
    'scurve:-5',
    'scurve:1e999',
    'scurve:0x10',
    'scurve: 5',
    'hold ',
  ])('reads no path from "%s"', (text) => {
    expect(parsePath(text)).toBeUndefined();
  });

  it('takes a blank or unreadable cell for formulas of its own', () => {
    expect(readPath(null)).toEqual({ kind: 'formula' });
    expect(readPath({ kind: 'text', text: 'spiral' })).toEqual({ kind: 'formula' });
    expect(readPath({ kind: 'number', value: 1 })).toEqual({ kind: 'formula' });
    expect(readPath({ kind: 'text', text: 'hold' })).toEqual({ kind: 'hold' });
  });
});

describe('[G3] the path says in what a growth is shown and typed', () => {
  it.each([
    ['compound', false, 'percentPerYear'],
    ['compound', true, 'percentPerYear'],
    ['scurve:9', false, 'percentPerYear'],
    ['step', false, 'rowUnit'],
    ['step', true, 'points'],
    ['points', true, 'points'],
    ['points', false, 'rowUnit'],
    ['hold', false, 'none'],
    ['target-linear', false, 'none'],
    ['checkpoints', true, 'none'],
    ['formula', false, 'none'],
  ] as const)('%s, in a per cent row: %s', (text, percentRow, unit) => {
    expect(growthUnit(readPath({ kind: 'text', text }), percentRow)).toBe(unit);
  });

  it('10 % and half a point move the point by two places, 300 firms by none', () => {
    expect(growthFormat({ kind: 'compound' }, units.firms)).toMatchObject({ shift: 2, mark: 'percent' });
    expect(growthFormat({ kind: 'points' }, units.percent)).toMatchObject({ shift: 2, mark: 'points', decimals: 2 });
    expect(growthFormat({ kind: 'step' }, units.money)).toMatchObject({ shift: 0, decimals: 2 });
    expect(growthFormat({ kind: 'hold' }, units.firms)).toBeUndefined();
  });

  it('the growth of a single year is typed like the growth of the row, values in the unit of the row', () => {
    const path: GrowthPath = { kind: 'compound' };
    expect(inputFormat({ kind: 'yearGrowth', year: y(2023) }, path, units.firms)?.shift).toBe(2);
    expect(inputFormat({ kind: 'value', year: y(2023) }, path, units.firms)?.shift).toBe(0);
    expect(inputFormat({ kind: 'value', year: y(2023) }, path, units.percent)?.shift).toBe(2);
    expect(inputFormat({ kind: 'path' }, path, units.firms)).toBeUndefined();
    expect(inputFormat({ kind: 'held' }, path, units.firms)).toBeUndefined();
  });
});

describe('[G4] a growth typed into a row whose path reads none gives it one that does', () => {
  it.each([
    ['counts compound', firms, 'compound'],
    ['shares move by points', share, 'points'],
    ['ranks move by places', rank, 'step'],
  ] as const)('%s', (_, of, kind) => {
    expect(pathReadingGrowth({ kind: 'hold' }, of)).toEqual({ kind });
    expect(pathReadingGrowth({ kind: 'checkpoints' }, of)).toEqual({ kind });
  });

  it('keeps a path that reads one', () => {
    expect(pathReadingGrowth({ kind: 'step' }, firms)).toEqual({ kind: 'step' });
    expect(pathReadingGrowth({ kind: 'scurve', ceiling: 9 }, firms)).toEqual({ kind: 'scurve', ceiling: 9 });
  });
});
