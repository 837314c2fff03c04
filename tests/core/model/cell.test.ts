import { describe, expect, it } from 'vitest';
import {
  cellKey,
  columnName,
  isTextColumn,
  parseCellKey,
  parseColumn,
  settingKey,
} from '../../../src/core/model/cell.ts';

const columns = [
  '2023',
  'growth',
  'growth-2023',
  'path',
  'held',
  'target-2025',
  'range',
  'range-2023',
  'peers',
  'set-layers',
  'set-known-until',
  'set-lights',
];

describe('[S2] a cell has one address', () => {
  it.each(columns)('%s', (name) => {
    const column = parseColumn(name);
    expect(column && columnName(column)).toBe(name);
  });

  it.each(['', '999', '20230', 'set-', 'set-colour', 'target', 'target-', 'growth-x', 'held-2023', 'constructor'])(
    'no column is called %j',
    (name) => {
      expect(parseColumn(name)).toBeUndefined();
    },
  );

  it('settings stand in the scenario’s own row, and nothing else does', () => {
    expect(settingKey('layers')).toBe('scenario@set-layers');
    expect(parseCellKey('scenario@set-layers')).toBeDefined();
    expect(parseCellKey('scenario@2023')).toBeUndefined();
    expect(parseCellKey('gdp@set-layers')).toBeUndefined();
  });

  it('numbers stand in years and growths', () => {
    const calculating = columns.filter((name) => {
      const column = parseColumn(name);
      return column && !isTextColumn(column);
    });
    expect(calculating).toEqual(['2023', 'growth', 'growth-2023']);
    const ref = parseCellKey('gdp@range-2023');
    expect(ref && cellKey(ref.indicator, ref.column)).toBe('gdp@range-2023');
  });
});
